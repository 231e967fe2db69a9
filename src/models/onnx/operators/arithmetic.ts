import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { exactArithmetic } from '../known/arithmetic.ts';
import type { Core } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { elementwise } from './_broadcast.ts';
import { activationOf, entrywiseOf, since } from './_families.ts';
import { quotientFeatures, sumFeatures } from './_features.ts';
import { stepwise } from './_gradients.ts';

type Binary = (core: Core, a: Tensor, b: Tensor) => Tensor;

const pairwise = (operation: Binary): Operator => elementwise(({ core }, a, b) => operation(core, a!, b!));

const many = (operation: Binary): Operator =>
  elementwise(({ core }, first, ...rest) => rest.reduce((joined, next) => operation(core, joined, next), first!));

/** Integers divide without a remainder. */
function divide(core: Core, a: Tensor, b: Tensor): Tensor {
  if (a.dtype !== 'int32') return core.div(a, b);
  const quotient = core.div(core.cast(a, 'float32'), core.cast(b, 'float32'));
  return core.cast(core.mul(core.sign(quotient), core.floor(core.abs(quotient))), 'int32');
}

/** The power's own gradient takes a logarithm, which is not a number below zero; whole constant powers need none. */
function power(call: Call, a: Tensor, b: Tensor): Tensor {
  const { core } = call;
  const [exponent] = b.size === 1 && !b.isDisposed ? b.dataSync() : [];
  if (exponent === 2) return core.square(a);
  if (exponent === 3) return core.mul(core.square(a), a);
  if (exponent === 0.5) return core.sqrt(a);
  if (exponent === 1) return core.clone(a);
  return core.pow(a, core.cast(b, a.dtype));
}

/** `fmod` takes the sign of the dividend, otherwise that of the divisor. */
const remainder: Operator = elementwise(({ core, attributes }, a, b) => {
  const truncates = attributes.int('fmod', 0) === 1;
  const found = truncates ? truncated(core, a!, b!) : core.mod(a!, b!);
  return a!.dtype === 'float32' ? byInfinity(core, a!, b!, found, truncates) : found;
});

function truncated(core: Core, a: Tensor, b: Tensor): Tensor {
  const quotient = core.div(a, b);
  return core.sub(a, core.mul(core.mul(core.sign(quotient), core.floor(core.abs(quotient))), b));
}

/** As C and NumPy have it: infinity divides nothing, so the dividend stays, or the divisor where the signs must agree. */
function byInfinity(core: Core, a: Tensor, b: Tensor, found: Tensor, truncates: boolean): Tensor {
  const whole = stepwise(core, (x, y) => core.logicalAnd(core.isFinite(x!), core.isInf(y!)), a, b);
  const opposed = stepwise(core, (x, y) => core.less(core.mul(core.sign(x!), core.sign(y!)), truncates ? -2 : 0), a, b);
  return core.where(
    whole,
    core.where(opposed, core.add(b, core.zerosLike(a)), core.add(a, core.zerosLike(found))),
    found,
  );
}

const choose: Operator = elementwise(({ core }, condition, a, b) => {
  const chosen = core.cast(condition!, 'float32');
  if (a!.dtype !== 'float32' || b!.dtype !== 'float32') return core.where(core.cast(condition!, 'bool'), a!, b!);
  return core.where(core.cast(core.broadcastTo(chosen, wide(core, condition!, a!, b!)), 'bool'), a!, b!);
});

const wide = (core: Core, ...tensors: Tensor[]): number[] =>
  tensors.map(({ shape }) => shape as number[]).reduce((a, b) => core.backend_util.assertAndGetBroadcastShape(a, b));

const truth = (operation: Binary): Operator =>
  pairwise((core, a, b) => stepwise(core, (left, right) => operation(core, left!, right!), a, b));

const logical = (operation: Binary): Operator =>
  truth((core, a, b) => operation(core, core.cast(a, 'bool'), core.cast(b, 'bool')));

const exactly = (name: keyof typeof exactArithmetic): Partial<Operation> => ({ exact: exactArithmetic[name] });

export const arithmetic = {
  Add: entrywiseOf(
    pairwise((core, a, b) => core.add(a, b)),
    { features: sumFeatures, ...exactly('Add') },
  ),
  Sub: entrywiseOf(
    pairwise((core, a, b) => core.sub(a, b)),
    { features: sumFeatures, ...exactly('Sub') },
  ),
  Mul: entrywiseOf(
    pairwise((core, a, b) => core.mul(a, b)),
    { features: sumFeatures, ...exactly('Mul') },
  ),
  Div: entrywiseOf(pairwise(divide), { features: quotientFeatures, ...exactly('Div') }),
  Mod: entrywiseOf(remainder, { sets: since(10), ...exactly('Mod') }),
  Pow: entrywiseOf(
    elementwise((call, a, b) => power(call, a!, b!)),
    exactly('Pow'),
  ),
  Max: activationOf(
    many((core, a, b) => core.maximum(a, b)),
    exactly('Max'),
  ),
  Min: activationOf(
    many((core, a, b) => core.minimum(a, b)),
    exactly('Min'),
  ),
  Sum: activationOf(
    many((core, a, b) => core.add(a, b)),
    exactly('Sum'),
  ),
  Mean: activationOf(elementwise(({ core }, ...all) => core.div(core.addN(broadcasted(core, all)), all.length))),
  Where: entrywiseOf(choose, { sets: since(9), ...exactly('Where') }),
  Equal: entrywiseOf(
    truth((core, a, b) => core.equal(a, b)),
    exactly('Equal'),
  ),
  Greater: entrywiseOf(
    truth((core, a, b) => core.greater(a, b)),
    exactly('Greater'),
  ),
  GreaterOrEqual: entrywiseOf(
    truth((core, a, b) => core.greaterEqual(a, b)),
    { sets: since(12), ...exactly('GreaterOrEqual') },
  ),
  Less: entrywiseOf(
    truth((core, a, b) => core.less(a, b)),
    exactly('Less'),
  ),
  LessOrEqual: entrywiseOf(
    truth((core, a, b) => core.lessEqual(a, b)),
    { sets: since(12), ...exactly('LessOrEqual') },
  ),
  And: entrywiseOf(
    logical((core, a, b) => core.logicalAnd(a, b)),
    exactly('And'),
  ),
  Or: entrywiseOf(
    logical((core, a, b) => core.logicalOr(a, b)),
    exactly('Or'),
  ),
  Xor: entrywiseOf(
    logical((core, a, b) => core.logicalXor(a, b)),
    exactly('Xor'),
  ),
} satisfies Readonly<Record<string, Operation>>;

function broadcasted(core: Core, tensors: Tensor[]): Tensor[] {
  const shape = wide(core, ...tensors);
  return tensors.map(tensor => core.broadcastTo(tensor, shape));
}
