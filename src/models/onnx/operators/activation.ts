import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { exactArithmetic } from '../known/arithmetic.ts';
import type { Core } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { isLive, type Live } from '../value.ts';
import { elementwise } from './_broadcast.ts';
import { activationOf, entrywiseOf, type Running, since } from './_families.ts';
import { stepwise } from './_gradients.ts';

type Unary = (core: Core, x: Tensor, call: Call) => Tensor;

/** One operation on each entry, in whatever layout they lie. */
const each =
  (operation: Unary): Operator =>
  (call): Live => {
    const { tensor, layout } = call.asIs();
    return { tensor: operation(call.core, tensor, call), layout };
  };

const hardSigmoid = (core: Core, x: Tensor, alpha: number, beta: number) =>
  core.clipByValue(core.add(core.mul(x, alpha), beta), 0, 1);

const gelu: Unary = (core, x, { attributes }) => {
  const form = attributes.string('approximate', 'none');
  attributes.require('approximate', form, ['none', 'tanh']);
  const inner = core.mul(core.add(x, core.mul(core.mul(core.square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
  const spread = form === 'tanh' ? core.tanh(inner) : core.erf(core.mul(x, Math.SQRT1_2));
  return core.mul(core.mul(x, 0.5), core.add(spread, 1));
};

/** TensorFlow.js's own softplus is 0 far below zero; this one is exact there too. */
const softplus: Unary = (core, x) => core.add(core.relu(x), core.log1p(core.exp(core.neg(core.abs(x)))));

/** Limits are attributes before operator set 11. */
const clip: Unary = (core, x, call) => {
  const limit = (at: number, name: string, fallback: number) =>
    call.has(at) ? undefined : call.attributes.float(name, fallback);
  const [low, high] = [limit(1, 'min', Number.NEGATIVE_INFINITY), limit(2, 'max', Number.POSITIVE_INFINITY)];
  const known = (at: number) => (call.has(at) && isLive(call.input(at)) ? undefined : call.has(at));
  if (known(1) !== undefined && known(2) !== undefined) {
    const [from, to] = [low ?? call.numbers(1)[0]!, high ?? call.numbers(2)[0]!];
    return from <= to ? clipped(core, x, from, to) : core.fill(x.shape, to);
  }
  const floor = low === Number.NEGATIVE_INFINITY ? x : core.maximum(x, low ?? call.plain(1));
  return core.minimum(floor, high ?? call.plain(2));
};

/** ReLU6 has a fast kernel; where x lies outside no gradient passes, nor at the limits. */
function clipped(core: Core, x: Tensor, low: number, high: number): Tensor {
  if (low === 0 && high === 6 && x.dtype === 'float32') return core.relu6(x);
  if (low === 0 && high === Number.POSITIVE_INFINITY) return core.relu(x);
  if (x.dtype !== 'float32')
    return core.minimum(
      core.maximum(x, core.scalar(Math.max(low, -(2 ** 31)), x.dtype)),
      core.scalar(Math.min(high, 2 ** 31 - 1), x.dtype),
    );
  const finite = (limit: number) => Math.max(-3.4028234663852886e38, Math.min(3.4028234663852886e38, limit));
  return core.clipByValue(x, finite(low), finite(high));
}

const prelu: Operator = elementwise(({ core }, x, slope) => core.prelu(x!, core.broadcastTo(slope!, x!.shape)));

const celu: Unary = (core, x, { attributes }) => {
  const alpha = attributes.float('alpha', 1);
  return core.add(core.relu(x), core.mul(core.elu(core.div(core.minimum(x, 0), alpha)), alpha));
};

/** Towards zero by the bias, and zero near zero. */
const shrink: Unary = (core, x, { attributes }) => {
  const [limit, bias] = [attributes.float('lambd', 0.5), attributes.float('bias', 0)];
  const far = stepwise(core, y => core.cast(core.greater(core.abs(y!), limit), 'float32'), x);
  return core.mul(far, core.sub(x, core.mul(core.sign(x), bias)));
};

function isInfinite(core: Core, x: Tensor, attributes: Call['attributes']): Tensor {
  const sides = { detect_positive: Number.POSITIVE_INFINITY, detect_negative: Number.NEGATIVE_INFINITY };
  const counted = Object.entries(sides).filter(([name]) => attributes.int(name, 1) === 1);
  const none = core.zerosLike(core.isInf(x));
  return counted.reduce<Tensor>((found, [, side]) => core.logicalOr(found, core.equal(x, side)), none);
}

/** Activations that networks have behind their convolutions. */
const activations = {
  Relu: each((core, x) => core.relu(x)),
  LeakyRelu: each((core, x, { attributes }) => core.leakyRelu(x, attributes.float('alpha', 0.01))),
  PRelu: prelu,
  Clip: each(clip),
  HardSigmoid: each((core, x, { attributes }) =>
    hardSigmoid(core, x, attributes.float('alpha', 0.2), attributes.float('beta', 0.5)),
  ),
  HardSwish: each((core, x) => core.mul(x, hardSigmoid(core, x, 1 / 6, 0.5))),
  Swish: each((core, x, { attributes }) => core.mul(x, core.sigmoid(core.mul(x, attributes.float('alpha', 1))))),
  Elu: each((core, x, { attributes }) => {
    const alpha = attributes.float('alpha', 1);
    return alpha === 1 ? core.elu(x) : core.add(core.relu(x), core.mul(core.elu(core.minimum(x, 0)), alpha));
  }),
  Celu: each(celu),
  Selu: each((core, x, { attributes }) => {
    const [alpha, gamma] = [attributes.float('alpha', 1.6732632), attributes.float('gamma', 1.050701)];
    return core.mul(core.add(core.relu(x), core.mul(core.elu(core.minimum(x, 0)), alpha)), gamma);
  }),
  ThresholdedRelu: each((core, x, { attributes }) =>
    core.mul(
      x,
      stepwise(core, y => core.cast(core.greater(y!, attributes.float('alpha', 1)), 'float32'), x),
    ),
  ),
  Gelu: each(gelu),
  Mish: each((core, x, call) => core.mul(x, core.tanh(softplus(core, x, call)))),
  Softplus: each(softplus),
  Softsign: each((core, x) => core.div(x, core.add(core.abs(x), 1))),
  Tanh: each((core, x) => core.tanh(x)),
} satisfies Record<string, Operator>;

const inverses = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cosh', 'sinh', 'tan'] as const;

export const activation = {
  ...(Object.fromEntries(Object.entries(activations).map(([name, run]) => [name, activationOf(run)])) as Record<
    keyof typeof activations,
    Running
  >),
  Clip: activationOf(activations.Clip, { exact: exactArithmetic.Clip }),
  Gelu: activationOf(activations.Gelu, { sets: since(20) }),
  Mish: activationOf(activations.Mish, { sets: since(18) }),
  Celu: activationOf(activations.Celu, { sets: since(12) }),
  Swish: activationOf(activations.Swish, { sets: since(24) }),
  HardSwish: activationOf(activations.HardSwish, { sets: since(14) }),
  ThresholdedRelu: activationOf(activations.ThresholdedRelu, { sets: since(10) }),
  Sigmoid: activationOf(
    each((core, x) => core.sigmoid(x)),
    { features: 'sigmoid' },
  ),
  Erf: entrywiseOf(
    each((core, x) => core.erf(x)),
    { sets: since(9) },
  ),
  Exp: entrywiseOf(each((core, x) => core.exp(x))),
  Log: entrywiseOf(each((core, x) => core.log(x))),
  Sqrt: entrywiseOf(
    each((core, x) => core.sqrt(x)),
    { exact: exactArithmetic.Sqrt },
  ),
  Sin: entrywiseOf(each((core, x) => core.sin(x))),
  Cos: entrywiseOf(each((core, x) => core.cos(x))),
  ...Object.fromEntries(
    inverses.map(name => [`${name[0]!.toUpperCase()}${name.slice(1)}`, entrywiseOf(each((core, x) => core[name](x)))]),
  ),
  Shrink: entrywiseOf(each(shrink), { sets: since(9) }),
  IsNaN: entrywiseOf(
    each((core, x) => stepwise(core, y => core.isNaN(y!), x)),
    { sets: since(9) },
  ),
  IsInf: entrywiseOf(
    each((core, x, { attributes }) => stepwise(core, y => isInfinite(core, y!, attributes), x)),
    { sets: since(10) },
  ),
  Neg: entrywiseOf(
    each((core, x) => core.neg(x)),
    { exact: exactArithmetic.Neg },
  ),
  Abs: entrywiseOf(
    each((core, x) => core.abs(x)),
    { exact: exactArithmetic.Abs },
  ),
  Reciprocal: entrywiseOf(
    each((core, x) => core.reciprocal(x)),
    { exact: exactArithmetic.Reciprocal },
  ),
  Sign: entrywiseOf(
    each((core, x) => core.sign(x)),
    { sets: since(9), exact: exactArithmetic.Sign },
  ),
  Floor: entrywiseOf(
    each((core, x) => core.floor(x)),
    { exact: exactArithmetic.Floor },
  ),
  Ceil: entrywiseOf(
    each((core, x) => core.ceil(x)),
    { exact: exactArithmetic.Ceil },
  ),
  Round: entrywiseOf(
    each((core, x) => core.round(x)),
    { sets: since(11), exact: exactArithmetic.Round },
  ),
  Not: entrywiseOf(
    each((core, x) => stepwise(core, y => core.logicalNot(core.cast(y!, 'bool')), x)),
    { exact: exactArithmetic.Not },
  ),
  Identity: entrywiseOf(
    each((core, x) => core.clone(x)),
    { features: 'identity', scale: 'moved', exact: exactArithmetic.Identity },
  ),
  Cast: entrywiseOf(
    each((core, x, call) => cast(core, x, tensorType(call))),
    { features: 'identity', exact: exactArithmetic.Cast },
  ),
  CastLike: entrywiseOf(
    each((core, x, call) => (isFourBit(call) ? call.fail('casts to 4 bits') : cast(core, x, call.plain(1).dtype))),
    { sets: since(15), features: 'identity' },
  ),
  Dropout: entrywiseOf(
    each((core, x, call) => dropout(core, x, call)),
    { features: 'identity', scale: 'moved' },
  ),
} satisfies Readonly<Record<string, Operation>>;

function dropout(core: Core, x: Tensor, call: Call): Tensor {
  if (call.outputs > 1) return call.fail('asks for the mask of a dropout');
  if (call.has(2) && call.numbers(2)[0] === 1) return call.fail('drops out in training mode');
  return core.clone(x);
}

/** WebAssembly's own cast keeps the lowest byte of a number where yes or no is asked for: 0.5 would be no. */
const cast = (core: Core, x: Tensor, to: Tensor['dtype']): Tensor =>
  to === 'bool' && x.dtype !== 'bool'
    ? stepwise(core, y => core.notEqual(y!, core.scalar(0, y!.dtype as 'int32')), x)
    : core.cast(x, to);

function isFourBit(call: Call): boolean {
  const like = call.input(1);
  return !isLive(like) && ['int4', 'uint4'].includes(like.type);
}

/** Element types that are neither boolean nor an integer are computed in float32. */
function tensorType(call: Call): 'bool' | 'float32' | 'int32' {
  const type = call.attributes.int('to', 1);
  if (type > 16) return call.fail(`casts to ONNX's element type ${type}`);
  return type === 9 ? 'bool' : [1, 10, 11, 16].includes(type) ? 'float32' : 'int32';
}
