import type { Call } from '../call.ts';
import { broadcast } from '../operators/_shapes.ts';
import { type DataType, Known, type Numbers, sizeOf } from '../value.ts';
import { broadcastStrides, dot, picked } from './_indexing.ts';
import type { Exact } from './index.ts';

type Binary = (a: number, b: number, whole: boolean) => number;

const pairwise =
  (operation: Binary, type?: DataType): Exact =>
  call =>
    call.inputs
      .slice(1)
      .reduce<Known>((left, _, at) => joined(call, left, call.known(at + 1), operation, type), call.known(0));

function joined(call: Call, a: Known, b: Known, operation: Binary, type = a.type): Known {
  const shape = call.boundedConstant(broadcast(call, a.shape, b.shape));
  const [left, right] = [spread(a, shape), spread(b, shape)];
  const whole = a.type !== 'float';
  const data = numbers(type, sizeOf(shape));
  for (let at = 0; at < data.length; at++) data[at] = operation(left[at]!, right[at]!, whole);
  return new Known(shape, type, data);
}

function spread(value: Known, shape: readonly number[]): Numbers {
  if (sizeOf(value.shape) === sizeOf(shape)) return value.data;
  const steps = broadcastStrides(value.shape, shape);
  return picked(value, shape, index => dot(index, steps)).data;
}

export const numbers = (type: DataType, length: number): Numbers =>
  type === 'float' ? new Float32Array(length) : type === 'bool' ? new Uint8Array(length) : new Float64Array(length);

const each =
  (operation: (x: number) => number, type?: DataType): Exact =>
  call => {
    const x = call.known(0);
    const to = type ?? x.type;
    const data = numbers(to, sizeOf(x.shape));
    for (const [at, value] of x.data.entries()) data[at] = operation(value);
    return new Known(x.shape, to, data);
  };

/** Limits are attributes before operator set 11. */
const clip: Exact = call => {
  const limit = (at: number, name: string, fallback: number) =>
    call.has(at) ? call.numbers(at)[0]! : call.attributes.float(name, fallback);
  const [low, high] = [limit(1, 'min', Number.NEGATIVE_INFINITY), limit(2, 'max', Number.POSITIVE_INFINITY)];
  return each(x => Math.min(high, Math.max(low, x)))(call);
};

/** Halves go to the even neighbour. */
const roundedToEven = (x: number): number => {
  const near = Math.round(x);
  return Math.abs(x % 1) === 0.5 && near % 2 !== 0 ? near - 1 : near;
};

const cast: Exact = call => {
  const to = call.attributes.int('to', 1);
  if (to === 9) return each(x => (x === 0 ? 0 : 1), 'bool')(call);
  return [1, 10, 11, 16].includes(to) ? each(x => x, 'float')(call) : each(Math.trunc, 'int')(call);
};

const choose: Exact = call => {
  const [condition, a, b] = [call.known(0), call.known(1), call.known(2)];
  const shape = call.boundedConstant(broadcast(call, broadcast(call, condition.shape, a.shape), b.shape));
  const [chosen, yes, no] = [spread(condition, shape), spread(a, shape), spread(b, shape)];
  const data = numbers(a.type, sizeOf(shape));
  for (let at = 0; at < data.length; at++) data[at] = (chosen[at] ? yes : no)[at]!;
  return new Known(shape, a.type, data);
};

/** The remainder with the divisor's sign; by infinity, the dividend or that infinity. */
function floored(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

const truth = (operation: (a: number, b: number) => boolean): Exact =>
  pairwise((a, b) => (operation(a, b) ? 1 : 0), 'bool');

export const exactArithmetic = {
  Add: pairwise((a, b) => a + b),
  Sub: pairwise((a, b) => a - b),
  Mul: pairwise((a, b) => a * b),
  Div: pairwise((a, b, whole) => (whole ? Math.trunc(a / b) : a / b)),
  Mod: call => (call.attributes.int('fmod', 0) === 1 ? pairwise((a, b) => a % b)(call) : pairwise(floored)(call)),
  Pow: pairwise((a, b) => a ** b),
  Max: pairwise((a, b) => Math.max(a, b)),
  Min: pairwise((a, b) => Math.min(a, b)),
  Sum: pairwise((a, b) => a + b),
  Equal: truth((a, b) => a === b),
  Greater: truth((a, b) => a > b),
  GreaterOrEqual: truth((a, b) => a >= b),
  Less: truth((a, b) => a < b),
  LessOrEqual: truth((a, b) => a <= b),
  And: truth((a, b) => a !== 0 && b !== 0),
  Or: truth((a, b) => a !== 0 || b !== 0),
  Xor: truth((a, b) => (a !== 0) !== (b !== 0)),
  Not: each(x => (x === 0 ? 1 : 0), 'bool'),
  Clip: clip,
  Round: each(roundedToEven),
  Neg: each(x => -x),
  Abs: each(Math.abs),
  Floor: each(Math.floor),
  Ceil: each(Math.ceil),
  Sqrt: each(Math.sqrt),
  Sign: each(Math.sign),
  Reciprocal: each(x => 1 / x),
  Identity: call => call.known(0),
  Cast: cast,
  Where: choose,
} satisfies Readonly<Record<string, Exact>>;
