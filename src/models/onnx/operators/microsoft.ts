import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { type Live, plain } from '../value.ts';
import { activation } from './activation.ts';
import { arithmetic } from './arithmetic.ts';
import { convolutions } from './convolution.ts';
import { linear } from './linear.ts';
import { movement } from './movement.ts';
import { layerNormalization, normalization } from './normalization.ts';
import { pooling } from './pooling.ts';
import { gemm, joined, ofTwo, throughNumbers, throughSteps } from './qlinear.ts';

/** A convolution, a sum with a fourth input, and an activation with its numbers in a list, in one node. */
const fusedConvolution: Operator = call => {
  const { core, attributes } = call;
  const summed = convolutions.Conv!(call.with(call.inputs.slice(0, 3))) as Live;
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
  const { tensor } = linear.MatMul!(call.with([operand(0, 'transA'), operand(1, 'transB')])) as Live;
  return plain(core.mul(tensor, attributes.float('alpha', 1)));
};

const sum = (call: Call, values: Call['inputs']): Live => {
  const present = values.filter(value => value !== undefined);
  return present.length === 1 ? call.asIs() : (arithmetic.Sum!(call.with(present)) as Live);
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
const meanOfGrid: Operator = call => {
  call.attributes.require('channels_last', call.attributes.int('channels_last', 0), [0]);
  return throughSteps(pooling.GlobalAveragePool!)(call);
};

/** What ONNX Runtime's quantiser and optimiser write beside the standard's operators. */
export const microsoft: Readonly<Record<string, Operator>> = Object.fromEntries(
  Object.entries({
    QLinearAdd: ofTwo(arithmetic.Add!),
    QLinearMul: ofTwo(arithmetic.Mul!),
    QLinearConcat: joined(movement.Concat!),
    QLinearSigmoid: throughNumbers(activation.Sigmoid!),
    QLinearLeakyRelu: throughNumbers(activation.LeakyRelu!),
    QLinearSoftmax: throughNumbers(normalization.Softmax!),
    QLinearAveragePool: throughSteps(pooling.AveragePool!),
    QLinearGlobalAveragePool: meanOfGrid,
    QGemm: gemm,
    FusedConv: fusedConvolution,
    FusedMatMul: fusedProduct,
    Gelu: activation.Gelu!,
    BiasGelu: call => activation.Gelu!(call.with([sum(call, call.inputs)])),
    FastGelu: fastGelu,
    QuickGelu: quickGelu,
    SkipLayerNormalization: skipNormalization,
  } satisfies Record<string, Operator>).map(([name, operator]) => [`com.microsoft.${name}`, operator]),
);
