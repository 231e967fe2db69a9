import type { Ref, Step } from './step.ts';
import { countOf, type Value } from './values.ts';

/**
 * The value of a step that depends on constants alone, as converters work it out before they write a model: the
 * arithmetic of a batch normalisation, biases that are given another shape. `undefined` when it is left to run time.
 */
export function folded(step: Step, inputs: readonly Ref[]): Value | undefined {
  const values = inputs.map(({ step: { value } }) => value);
  if (values.length === 0 || !values.every(value => value !== undefined)) return undefined;
  const [first, second] = values as [Value, Value?];
  const [one, two] = [unary.get(step.op), binary.get(step.op)];
  if (one) return mapped(first, one);
  if (two && second) return joined(first, second, two);
  if (step.op === 'Identity') return first;
  if (step.op === 'Range') return counted(values as Value[]);
  if (step.op === 'ConcatV2' || step.op === 'Pack') return listed(step, values as Value[]);
  if (step.op === 'Reshape' && second) return reshaped(first, second);
  if (step.op === 'ExpandDims' && second) return expandedDims(first, second.data[0] ?? 0);
  if (step.op === 'Squeeze') return squeezed(first, step);
  return undefined;
}

const unary: ReadonlyMap<string, (x: number) => number> = new Map(
  Object.entries({
    Abs: Math.abs,
    Exp: Math.exp,
    Log: Math.log,
    Neg: (x: number) => -x,
    Reciprocal: (x: number) => 1 / x,
    Rsqrt: (x: number) => 1 / Math.sqrt(x),
    Sqrt: Math.sqrt,
    Square: (x: number) => x * x,
  }),
);

const binary: ReadonlyMap<string, (a: number, b: number) => number> = new Map(
  Object.entries({
    Add: (a: number, b: number) => a + b,
    AddV2: (a: number, b: number) => a + b,
    Div: (a: number, b: number) => a / b,
    Maximum: Math.max,
    Minimum: Math.min,
    Mul: (a: number, b: number) => a * b,
    Pow: (a: number, b: number) => a ** b,
    RealDiv: (a: number, b: number) => a / b,
    Sub: (a: number, b: number) => a - b,
  }),
);

function mapped({ shape, type, data }: Value, f: (x: number) => number): Value | undefined {
  return type === 'float32' ? { shape, type, data: Float32Array.from(data, f) } : undefined;
}

/** Axes and sizes one after another, of lists or of single numbers; what is larger is left to run time. */
function listed({ op }: Step, values: readonly Value[]): Value | undefined {
  const parts = op === 'Pack' ? values : values.slice(0, -1);
  const rank = op === 'Pack' ? 0 : 1;
  const { type } = parts[0] ?? {};
  if (type === undefined || !parts.every(part => part.type === type && part.shape.length === rank)) return undefined;
  const numbers = parts.flatMap(({ data }) => Array.from(data, Number));
  if (numbers.length > mostListed) return undefined;
  const data =
    type === 'float32'
      ? Float32Array.from(numbers)
      : type === 'bool'
        ? Uint8Array.from(numbers)
        : Int32Array.from(numbers);
  return { shape: [numbers.length], type, data };
}

const mostListed = 2 ** 16;

/** Whole numbers from one to before another. */
function counted([start, limit, delta]: readonly Value[]): Value | undefined {
  const [first, end, step] = [start, limit, delta].map(value => Number(value?.data[0]));
  const length = Math.ceil((end! - first!) / step!);
  if (start?.type !== 'int32' || !(length >= 0 && length <= mostListed)) return undefined;
  return { shape: [length], type: 'int32', data: Int32Array.from({ length }, (_, at) => first! + at * step!) };
}

/** Shapes are equal, or one is a single number, or one is a row of the other: that is what occurs, and it never grows. */
function joined(a: Value, b: Value, f: (a: number, b: number) => number): Value | undefined {
  if (a.type !== b.type || a.type === 'bool') return undefined;
  const larger = a.data.length >= b.data.length && a.shape.length >= b.shape.length ? a : b;
  const smaller = larger === a ? b : a;
  if (!repeats(smaller.shape, larger.shape)) return undefined;
  const [inA, inB] = [a.data.length, b.data.length];
  const numbers = Array.from(larger.data, (_, at) => f(a.data[at % inA]!, b.data[at % inB]!));
  return { ...larger, data: a.type === 'int32' ? Int32Array.from(numbers) : Float32Array.from(numbers) };
}

/** Whether the larger is the smaller over and over, in memory. */
function repeats(smaller: readonly number[], larger: readonly number[]): boolean {
  const row = smaller.slice(smaller.findIndex(size => size !== 1));
  if (countOf(smaller) === 1) return true;
  return smaller.length <= larger.length && row.every((size, at) => size === larger.at(at - row.length));
}

function reshaped(value: Value, { data }: Value): Value | undefined {
  const wanted = [...data].map(Number);
  const open = wanted.indexOf(-1);
  if (open >= 0) wanted[open] = value.data.length / -countOf(wanted);
  return wanted.every(size => Number.isInteger(size) && size >= 0) && countOf(wanted) === value.data.length
    ? { ...value, shape: wanted }
    : undefined;
}

function expandedDims({ shape, ...rest }: Value, axis: number): Value {
  return { ...rest, shape: shape.toSpliced(axis < 0 ? axis + shape.length + 1 : axis, 0, 1) };
}

function squeezed({ shape, ...rest }: Value, { attr }: Step): Value | undefined {
  const listed = attr.squeeze_dims?.value ?? attr.axis?.value;
  const axes = (listed?.case === 'list' ? listed.value.i : []).map(
    axis => (Number(axis) + shape.length) % shape.length,
  );
  const dropped = (size: number, axis: number) => (axes.length === 0 ? size === 1 : axes.includes(axis));
  if (shape.some((size, axis) => dropped(size, axis) && size !== 1)) return undefined;
  return { ...rest, shape: shape.filter((size, axis) => !dropped(size, axis)) };
}
