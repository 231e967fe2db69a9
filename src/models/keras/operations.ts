import type { Builder, Operand, Value } from '../lowering/builder.ts';
import { concatenated, softmax, withNumbers } from '../lowering/numbers.ts';
import { activation, leaky } from './activations.ts';
import { type Index, indexOf, isReference } from './calls.ts';
import { type KerasLayer, nameOf, unsupported } from './config.ts';
import type { Dialect, LayerCall, LayerClass } from './layer.ts';

/**
 * Operations on tensors that stand among the layers: `x / 255`. They are not layers to Keras, so they hold no weights.
 * An `.h5` of Keras 3 leaves their module out; but every layer of Keras 3 says whether it is trained.
 */
export function isOperation({ module, class_name: name, config }: KerasLayer, dialect: Dialect): boolean {
  if (name === 'TFOpLambda' || name === 'SlicingOpLambda') return true;
  if (module) return /(^|\.)ops(\.|$)/.test(module);
  return dialect === 3 && !('trainable' in config) && Object.hasOwn(operations, name);
}

/** What an operation computes, by what Keras 3 calls it, and Keras 2. */
export function operationOf(layer: KerasLayer): LayerClass {
  const name = layer.class_name.endsWith('OpLambda') ? String(layer.config.function) : layer.class_name;
  const key = ofKeras2[name] ?? name;
  const found = Object.hasOwn(operations, key) ? operations[key] : undefined;
  if (found) return found;
  throw unsupported(
    `\`${nameOf(layer)}\` is the operation \`${name}\`, which camdrift does not read.`,
    'Replace it with a layer of Keras (Rescaling, Normalization, GlobalAveragePooling2D), or export the model to ONNX.',
  );
}

const ofKeras2: Readonly<Record<string, string>> = {
  '__operators__.add': 'Add',
  '__operators__.getitem': 'GetItem',
  'math.add': 'Add',
  'math.subtract': 'Subtract',
  'math.multiply': 'Multiply',
  'math.truediv': 'TrueDivide',
  'math.divide': 'TrueDivide',
  'math.maximum': 'Maximum',
  'math.minimum': 'Minimum',
  'math.sigmoid': 'Sigmoid',
  'math.tanh': 'Tanh',
  'math.reduce_mean': 'Mean',
  'math.reduce_max': 'Max',
  'math.reduce_sum': 'Sum',
  'nn.bias_add': 'Add',
  'nn.relu': 'Relu',
  'nn.sigmoid': 'Sigmoid',
  'nn.softmax': 'Softmax',
};

/** Two operands, of which at least one is a value. */
const joined = (operation: string): LayerClass => ({
  lower(call) {
    const operands = operandsOf(call);
    const [one, other] = operands;
    if (operands.length !== 2 || one === undefined || other === undefined) return refused(call);
    const of = `A number of \`${call.setting.path}\``;
    if (isValue(one) && isValue(other)) return both(call.builder, operation, one, other);
    if (isValue(one)) return withNumbers(call.builder, operation, one, { ...other, of } as never);
    if (isValue(other)) return withNumbers(call.builder, operation, other, { ...one, of }, true);
    return refused(call);
  },
});

function both(b: Builder, operation: string, one: Value, other: Value): Value {
  if (one.rank === other.rank) return b.step(operation, [one, other]);
  return b.plainStep(operation, [one, other], {}, Math.max(one.rank ?? 0, other.rank ?? 0));
}

interface Numbers {
  readonly shape: readonly number[];
  data(): Float32Array;
}

const isValue = (operand: Value | Numbers): operand is Value => !('data' in operand);

/** Values and numbers in the order in which the operation is called with them. */
function operandsOf(call: LayerCall): (Value | Numbers)[] {
  const values = [...call.inputs];
  return call.call.operands.map(operand => {
    if (isReference(operand)) return values.shift()!;
    const list = [operand].flat() as number[];
    return { shape: typeof operand === 'number' ? [] : [list.length], data: () => Float32Array.from(list) };
  });
}

const refused = (call: LayerCall): never => {
  throw unsupported(`The operation \`${call.setting.path}\` is called in a way that camdrift does not read.`);
};

/** An option, wherever Keras keeps it. */
const option = (call: LayerCall, ...names: readonly string[]): unknown =>
  names.map(name => call.config[name] ?? call.call.options[name]).find(value => value !== undefined && value !== null);

const reduced = (operation: string): LayerClass => ({
  lower(call) {
    const b = call.builder;
    const named = option(call, 'axis');
    const axes = named === undefined ? Array.from({ length: call.rank }, (_, at) => at) : [named].flat();
    const counted = axes.map(axis => call.axis(axis)).toSorted((one, other) => one - other);
    const keep = option(call, 'keepdims') === true;
    if (counted.includes(0)) return call.refuse('works on several images at once (axis 0)');
    return b.plainStep(
      operation,
      [call.x, b.integers(counted)],
      { keepdims: keep ? 1 : 0 },
      call.rank - (keep ? 0 : counted.length),
    );
  },
});

const activated = (name: string): LayerClass => ({
  lower(call) {
    const numbered = call.call.operands.some(operand => !isReference(operand));
    return numbered ? refused(call) : activation(name, 3, call.setting.path)(call.builder, call.x);
  },
});

const each = (operation: string): LayerClass => ({
  kind: 'elementwise',
  lower: call => call.builder.step(operation, [call.x]),
});

/** `x[:, 0]`, `x[..., ::-1]`: each part of the index is of an axis, but for `...` and new ones. */
const getItem: LayerClass = {
  lower(call) {
    const given = call.call.args?.[1] ?? keras2Index(call);
    const parts = indexOf(given);
    if (!parts || call.inputs.length !== 1) return refused(call);
    const b = call.builder;
    const whole = filledUp(call, parts);
    const cuts = whole.filter(part => part !== null).map((part, axis) => ({ axis, ...rangeOf(part) }));
    const real = cuts.filter(({ start, end, step }) => start !== 0 || end !== most || step !== 1);
    const list = (key: 'start' | 'end' | 'axis' | 'step') => b.integers(real.map(cut => cut[key]));
    const cut =
      real.length === 0
        ? call.x
        : b.plainStep('Slice', [call.x, list('start'), list('end'), list('axis'), list('step')]);
    const lost = cuts.filter(({ isPlace }) => isPlace).map(({ axis }) => axis);
    if (lost.includes(0)) return call.refuse('takes one image out of a batch');
    const squeezed =
      lost.length === 0 ? cut : b.plainStep('Squeeze', [cut, b.integers(lost)], {}, call.rank - lost.length);
    const left = whole.filter(part => typeof part !== 'number');
    const added = left.flatMap((part, at) => (part === null ? [at] : []));
    return added.length === 0 ? squeezed : b.plainStep('Unsqueeze', [squeezed, b.integers(added)], {}, left.length);
  },
};

/** Keras 2 writes ranges as `{"start": 0, "stop": null, "step": -1}` in an option. */
function keras2Index(call: LayerCall): unknown {
  const given = call.call.options.slice_spec;
  if (!Array.isArray(given)) return undefined;
  return given.map(part => {
    if (typeof part === 'object' && part !== null && 'start' in part)
      return { class_name: '__slice__', config: { start: null, stop: null, step: null, ...part } };
    return typeof part === 'object' && part !== null && 'type' in part ? { class_name: '__ellipsis__' } : part;
  });
}

const most = 2 ** 31 - 1;

function filledUp(call: LayerCall, parts: readonly Index[]): readonly Exclude<Index, '...'>[] {
  const counted = parts.filter(part => part !== null && part !== '...').length;
  const all = { start: null, stop: null, step: null };
  const rest = Array.from({ length: Math.max(0, call.rank - counted) }, () => all);
  const at = parts.indexOf('...');
  const spread = at < 0 ? [...parts, ...rest] : parts.toSpliced(at, 1, ...rest);
  if (counted > call.rank || spread.includes('...')) return refused(call);
  return spread as readonly Exclude<Index, '...'>[];
}

/** Negative steps go down to the first entry, which ONNX writes as far before it. */
function rangeOf(part: Exclude<Index, null | '...'>) {
  if (typeof part === 'number') return { start: part, end: part === -1 ? most : part + 1, step: 1, isPlace: true };
  const step = part.step ?? 1;
  const [first, last] = step > 0 ? [0, most] : [most, -most];
  return { start: part.start ?? first, end: part.stop ?? last, step, isPlace: false };
}

const list = (value: unknown, call: LayerCall): number[] => {
  const numbers = [value].flat() as unknown[];
  return numbers.length > 0 && numbers.every(one => Number.isSafeInteger(one)) ? (numbers as number[]) : refused(call);
};

/** The axes of the images stay the first. */
const reshape: LayerClass = {
  lower(call) {
    const [, ...target] = list(option(call, 'newshape', 'shape'), call);
    return call.builder.plainStep('Reshape', [call.x, call.builder.integers([0, ...target])], {}, target.length + 1);
  },
};

const transpose: LayerClass = {
  lower(call) {
    const perm = list(option(call, 'axes'), call).map(axis => call.axis(axis));
    if (perm[0] !== 0) return call.refuse('moves the axis of the images');
    return call.builder.plainStep('Transpose', [call.x], { perm });
  },
};

const operations: Readonly<Record<string, LayerClass>> = {
  Add: joined('Add'),
  Subtract: joined('Sub'),
  Multiply: joined('Mul'),
  TrueDivide: joined('Div'),
  Divide: joined('Div'),
  Maximum: joined('Max'),
  Minimum: joined('Min'),
  Power: { ...joined('Pow'), kind: 'elementwise' },
  Matmul: { lower: call => call.builder.plainStep('MatMul', [...call.inputs] as Operand[]) },
  Mean: reduced('ReduceMean'),
  Max: reduced('ReduceMax'),
  Amax: reduced('ReduceMax'),
  Min: reduced('ReduceMin'),
  Sum: reduced('ReduceSum'),
  GetItem: getItem,
  Reshape: reshape,
  Transpose: transpose,
  Concatenate: { lower: call => concatenated(call.builder, call.inputs, call.axis(option(call, 'axis') ?? -1)) },
  ExpandDims: {
    lower: call =>
      call.builder.plainStep(
        'Unsqueeze',
        [call.x, call.builder.integers(list(option(call, 'axis'), call))],
        {},
        call.rank + 1,
      ),
  },
  Squeeze: {
    lower: call =>
      call.builder.plainStep(
        'Squeeze',
        [call.x, call.builder.integers(list(option(call, 'axis'), call))],
        {},
        call.rank - list(option(call, 'axis'), call).length,
      ),
  },
  Cast: {
    kind: 'identity',
    lower: call => (/^b?float/.test(String(option(call, 'dtype'))) ? call.x : call.refuse('casts to whole numbers')),
  },
  Clip: {
    kind: 'elementwise',
    lower: call =>
      call.builder.step('Clip', [
        call.x,
        call.builder.scalar(Number(option(call, 'x_min'))),
        call.builder.scalar(Number(option(call, 'x_max'))),
      ]),
  },
  Negative: each('Neg'),
  Sqrt: each('Sqrt'),
  Exp: each('Exp'),
  Log: each('Log'),
  Absolute: each('Abs'),
  Abs: each('Abs'),
  Relu: activated('relu'),
  Relu6: activated('relu6'),
  Sigmoid: activated('sigmoid'),
  Softmax: { lower: call => softmax(call.builder, call.x, 'Softmax', call.axis(option(call, 'axis') ?? -1)) },
  LogSoftmax: { lower: call => softmax(call.builder, call.x, 'LogSoftmax', call.axis(option(call, 'axis') ?? -1)) },
  Tanh: activated('tanh'),
  Silu: activated('silu'),
  Gelu: {
    lower: call =>
      activation(option(call, 'approximate') === false ? 'gelu' : 'gelu_tanh', 3, '')(call.builder, call.x),
  },
  Elu: { lower: call => call.builder.step('Elu', [call.x], { alpha: { float: Number(option(call, 'alpha') ?? 1) } }) },
  Selu: activated('selu'),
  HardSigmoid: activated('hard_sigmoid'),
  HardSilu: activated('hard_silu'),
  LeakyRelu: { lower: call => leaky(call.builder, call.x, Number(option(call, 'negative_slope') ?? 0.2)) },
  Softplus: activated('softplus'),
  Softsign: activated('softsign'),
};
