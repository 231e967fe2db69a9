import type { Builder, Value } from '../lowering/builder.ts';
import { softmax } from '../lowering/numbers.ts';
import { unsupported } from './config.ts';
import type { Dialect, LayerCall } from './layer.ts';

type Activation = (b: Builder, x: Value) => Value;

/** The layer's own activation on what it made; a softmax or sigmoid may be the model's answer, whose logits are told apart. */
export function activated(call: LayerCall, made: Value, named: unknown = call.config.activation): Value {
  const name = nameOf(named);
  if (!links.has(name ?? '')) return activation(named, call.dialect, call.setting.path)(call.builder, made);
  return activation(named, call.dialect, call.setting.path)(call.builder, call.builder.logits(made));
}

const links: ReadonlySet<string> = new Set(['softmax', 'log_softmax', 'sigmoid']);

/** Keras's activation, by its name or as a layer of its own written out. */
export function activation(named: unknown, dialect: Dialect, where: string): Activation {
  if (named === null || named === undefined || named === 'linear') return (_, x) => x;
  const name = nameOf(named);
  if (name !== undefined) return byName(name, dialect, where);
  const { class_name: className, config } = named as { class_name?: unknown; config?: unknown };
  const numbers = (typeof config === 'object' && config !== null ? config : {}) as Record<string, unknown>;
  if (className === 'ReLU') return (b, x) => relu(b, x, reluNumbers(numbers));
  if (className === 'LeakyReLU') return (b, x) => leaky(b, x, Number(numbers.negative_slope ?? numbers.alpha ?? 0.3));
  throw refused(String(className ?? JSON.stringify(named)), where);
}

function nameOf(named: unknown): string | undefined {
  if (typeof named === 'string') return named;
  const { class_name: className, config } = (named ?? {}) as { class_name?: unknown; config?: unknown };
  return className === 'function' && typeof config === 'string' ? config : undefined;
}

function byName(name: string, dialect: Dialect, where: string): Activation {
  if (name === 'hard_sigmoid' && dialect === 2) return (b, x) => hardSigmoid(b, x, 0.2);
  const found = Object.hasOwn(activations, name) ? activations[name] : undefined;
  if (found) return found;
  throw refused(name, where);
}

const refused = (name: string, where: string) =>
  unsupported(
    `Layer \`${where}\` uses the activation \`${name}\`, which camdrift does not know.`,
    'Use one of Keras, or export the model to TensorFlow.js or ONNX.',
  );

export interface ReluNumbers {
  readonly maxValue: number | undefined;
  readonly negativeSlope: number;
  readonly threshold: number;
}

/** Keras 2 lets the numbers be null, or writes them as NumPy arrays, of which only plain ones are read. */
export function reluNumbers(config: Readonly<Record<string, unknown>>): ReluNumbers {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return {
    maxValue: number(config.max_value),
    negativeSlope: number(config.negative_slope) ?? 0,
    threshold: number(config.threshold) ?? 0,
  };
}

/** The general ReLU: `maxValue` above, `x` from the threshold on, `negativeSlope (x - threshold)` below. */
export function relu(b: Builder, x: Value, { maxValue, negativeSlope, threshold }: ReluNumbers): Value {
  const upTo = (value: Value) => (maxValue === undefined ? value : b.step('Min', [value, b.scalar(maxValue)]));
  if (threshold === 0 && negativeSlope === 0)
    return maxValue === undefined ? b.step('Relu', [x]) : b.step('Clip', [x, b.scalar(0), b.scalar(maxValue)]);
  if (threshold === 0 && maxValue === undefined) return leaky(b, x, negativeSlope);
  const kept =
    threshold === 0
      ? b.step('Relu', [x])
      : b.step('Where', [b.step('Greater', [x, b.scalar(threshold)]), x, b.scalar(0)]);
  if (negativeSlope === 0) return upTo(kept);
  const below = b.step('Min', [b.step('Sub', [x, b.scalar(threshold)]), b.scalar(0)]);
  return b.step('Add', [upTo(kept), b.step('Mul', [below, b.scalar(negativeSlope)])]);
}

export const leaky: (b: Builder, x: Value, slope: number) => Value = (b, x, slope) =>
  b.step('LeakyRelu', [x], { alpha: { float: slope } });

const hardSigmoid = (b: Builder, x: Value, alpha: number): Value =>
  b.step('HardSigmoid', [x], { alpha: { float: alpha }, beta: { float: 0.5 } });

const one =
  (operation: string): Activation =>
  (b, x) =>
    b.step(operation, [x]);

const clipped = (b: Builder, x: Value, low: number, high: number): Value =>
  b.step('Clip', [x, b.scalar(low), b.scalar(high)]);

const silu: Activation = (b, x) => b.step('Mul', [x, b.step('Sigmoid', [x])]);

const squareplus: Activation = (b, x) => {
  const root = b.step('Sqrt', [b.step('Add', [b.step('Mul', [x, x]), b.scalar(4)])]);
  return b.step('Mul', [b.step('Add', [x, root]), b.scalar(0.5)]);
};

/** A parabola between -1 and 1, that joins 0 and x. */
const sparsePlus: Activation = (b, x) => {
  const inner = clipped(b, b.step('Add', [x, b.scalar(1)]), 0, 2);
  const bent = b.step('Mul', [b.step('Mul', [inner, inner]), b.scalar(0.25)]);
  return b.step('Add', [bent, b.step('Relu', [b.step('Sub', [x, b.scalar(1)])])]);
};

const activations: Readonly<Record<string, Activation>> = {
  relu: one('Relu'),
  relu6: (b, x) => clipped(b, x, 0, 6),
  sigmoid: one('Sigmoid'),
  softmax: (b, x) => softmax(b, x, 'Softmax'),
  log_softmax: (b, x) => softmax(b, x, 'LogSoftmax'),
  tanh: one('Tanh'),
  elu: one('Elu'),
  selu: one('Selu'),
  celu: one('Celu'),
  softplus: one('Softplus'),
  softsign: one('Softsign'),
  mish: one('Mish'),
  swish: silu,
  silu,
  gelu: one('Gelu'),
  gelu_tanh: (b, x) => b.step('Gelu', [x], { approximate: 'tanh' }),
  gelu_new: (b, x) => b.step('Gelu', [x], { approximate: 'tanh' }),
  exponential: one('Exp'),
  hard_sigmoid: (b, x) => hardSigmoid(b, x, 1 / 6),
  hard_silu: one('HardSwish'),
  hard_swish: one('HardSwish'),
  hard_tanh: (b, x) => clipped(b, x, -1, 1),
  leaky_relu: (b, x) => leaky(b, x, 0.2),
  log_sigmoid: (b, x) => b.step('Neg', [b.step('Softplus', [b.step('Neg', [x])])]),
  squareplus,
  tanh_shrink: (b, x) => b.step('Sub', [x, b.step('Tanh', [x])]),
  soft_shrink: (b, x) => b.step('Shrink', [x], { lambd: { float: 0.5 }, bias: { float: 0.5 } }),
  hard_shrink: (b, x) => b.step('Shrink', [x], { lambd: { float: 0.5 } }),
  sparse_plus: sparsePlus,
  sparse_sigmoid: (b, x) => clipped(b, b.step('Mul', [b.step('Add', [x, b.scalar(1)]), b.scalar(0.5)]), 0, 1),
};
