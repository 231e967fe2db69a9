import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { denseCells, joining } from '../cells.ts';
import type { Operation } from '../operation.ts';
import { type Live, plain } from '../value.ts';
import { activationOf, opaqueOf, spatialOf } from './_families.ts';
import { activation } from './activation.ts';
import { arithmetic } from './arithmetic.ts';
import { conv, kernelOrder } from './convolution.ts';
import { denseOrder, matMul } from './linear.ts';
import { concat, movement } from './movement.ts';
import { layerNormalization, softMaximum } from './normalization.ts';
import { averagePool, meanOfGrid } from './pooling.ts';
import { gemm, joined, ofTwo, throughNumbers, throughSteps } from './qlinear.ts';

/** A convolution, a sum with a fourth input, and an activation with its numbers in a list, in one node. */
const fusedConvolution: Operator = call => {
  const { core, attributes } = call;
  const summed = conv(call.with(call.inputs.slice(0, 3))) as Live;
  const whole = call.has(3)
    ? { tensor: core.add(summed.tensor, call.inLayout(3, summed.layout)), layout: summed.layout }
    : summed;
  const name = attributes.string('activation', 'Identity');
  const activate = activations[name] ?? call.fail(`has the activation ${name}`);
  return { tensor: activate(core, whole.tensor, attributes.floats('activation_params') ?? []), layout: whole.layout };
};

type Core = Call['core'];
const activations: Readonly<Record<string, (core: Core, x: Tensor, numbers: readonly number[]) => Tensor>> = {
  Identity: (_, x) => x,
  Relu: (core, x) => core.relu(x),
  Sigmoid: (core, x) => core.sigmoid(x),
  Tanh: (core, x) => core.tanh(x),
  LeakyRelu: (core, x, [alpha]) => core.leakyRelu(x, alpha ?? 0.01),
  Clip: (core, x, [low, high]) => core.clipByValue(x, low!, high!),
  HardSigmoid: (core, x, [alpha, beta]) => core.clipByValue(core.add(core.mul(x, alpha ?? 0.2), beta ?? 0.5), 0, 1),
};

/** Operands turned first, the product times a number. */
const fusedProduct: Operator = call => {
  const { core, attributes } = call;
  attributes.require('transBatchA', attributes.int('transBatchA', 0), [0]);
  attributes.require('transBatchB', attributes.int('transBatchB', 0), [0]);
  const operand = (at: number, name: string): Live => {
    const x = call.plain(at);
    if (attributes.int(name, 0) === 0 || x.rank < 2) return plain(x);
    const order = Array.from({ length: x.rank }, (_, axis) => axis);
    return plain(core.transpose(x, [...order.slice(0, -2), x.rank - 1, x.rank - 2]));
  };
  const { tensor } = matMul(call.with([operand(0, 'transA'), operand(1, 'transB')])) as Live;
  return plain(core.mul(tensor, attributes.float('alpha', 1)));
};

const sum = (call: Call, values: Call['inputs']): Live => {
  const present = values.filter(value => value !== undefined);
  return present.length === 1 ? call.asIs() : (arithmetic.Sum.run(call.with(present)) as Live);
};

/** GELU by the hyperbolic tangent, of the sum with a bias where there is one. */
const fastGelu: Operator = call => {
  const { core } = call;
  const { tensor: x, layout } = sum(call, call.inputs);
  const inner = core.mul(core.add(x, core.mul(core.mul(core.square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
  return { tensor: core.mul(core.mul(x, 0.5), core.add(core.tanh(inner), 1)), layout };
};

const quickGelu: Operator = call => {
  const { core } = call;
  const { tensor: x, layout } = call.asIs();
  return { tensor: core.mul(x, core.sigmoid(core.mul(x, call.attributes.float('alpha', 1.702)))), layout };
};

/** The layer normalisation of a sum; the sum itself is the fourth output. */
const skipNormalization: Operator = (call): readonly Live[] => {
  const whole = sum(call, [call.inputs[0], call.inputs[1], call.inputs[4]]);
  const normal = layerNormalization(1e-12)(call.with([whole, call.inputs[2], call.inputs[3]], 1)) as Live;
  return call.outputs > 1 ? [normal, plain(call.core.scalar(0)), plain(call.core.scalar(0)), whole] : [normal];
};

/** Means over the whole grid of values whose channels come first. */
const meanOfSteps: Operator = call => {
  call.attributes.require('channels_last', call.attributes.int('channels_last', 0), [0]);
  return throughSteps(meanOfGrid)(call);
};

/** One set of its own has them all. */
const sets: Operation['sets'] = [1, 1];

/** One operation on each entry of a quantised value; where the scale of the answer stands. */
const stepsOf = (run: Operator, scale: number, more: Partial<Operation> = {}): Operation =>
  activationOf(run, { sets, scale, ...more });

const pooledSteps = (run: Operator): Operation => spatialOf(run, { sets, scale: 3 });
const gelus = (run: Operator): Operation => activationOf(run, { sets });

/** What ONNX Runtime's quantiser and optimiser write beside the standard's operators. */
const added = {
  QLinearAdd: stepsOf(ofTwo(arithmetic.Add.run), 6),
  QLinearMul: stepsOf(ofTwo(arithmetic.Mul.run), 6),
  QLinearConcat: stepsOf(joined(concat), 0, { cells: joining, images: movement.Concat.images }),
  QLinearSigmoid: stepsOf(throughNumbers(activation.Sigmoid.run), 3),
  QLinearLeakyRelu: stepsOf(throughNumbers(activation.LeakyRelu.run), 3),
  QLinearSoftmax: opaqueOf(throughNumbers(softMaximum), { sets, axes: 'as-they-come', scale: 3 }),
  QLinearAveragePool: pooledSteps(throughSteps(averagePool)),
  QLinearGlobalAveragePool: pooledSteps(meanOfSteps),
  QGemm: opaqueOf(gemm, {
    sets,
    cells: denseCells,
    images: 'apart',
    axes: 'as-they-come',
    scale: 7,
    kernel: { input: 3, scale: 4, zero: 5, order: denseOrder },
  }),
  FusedConv: spatialOf(fusedConvolution, { sets, features: 'convolution', kernel: { input: 1, order: kernelOrder } }),
  FusedMatMul: opaqueOf(fusedProduct, { sets, axes: 'as-they-come', kernel: { input: 1, order: denseOrder } }),
  Gelu: gelus(activation.Gelu.run),
  BiasGelu: gelus(call => activation.Gelu.run(call.with([sum(call, call.inputs)]))),
  FastGelu: gelus(fastGelu),
  QuickGelu: gelus(quickGelu),
  SkipLayerNormalization: activationOf(skipNormalization, { sets }),
} satisfies Readonly<Record<string, Operation>>;

export const microsoft: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(added).map(([name, operation]) => [`com.microsoft.${name}`, operation]),
);
