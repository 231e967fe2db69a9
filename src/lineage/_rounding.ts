export type Vector = Float32Array;
export type VectorPair = readonly [before: Vector, after: Vector];

export const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** 0 where one of them is. */
export function cosineOf(a: Vector, b: Vector): number {
  const [aa, bb] = [dot(a, a), dot(b, b)];
  return aa === 0 || bb === 0 ? 0 : dot(a, b) / Math.sqrt(aa * bb);
}

/**
 * Whether numbers are others rounded to whole steps, as in a quantised file: all lie on a ladder of at most 256 rungs, each
 * within a step of the number before, times one scale. A ladder of so few rungs that the direction changes says nothing.
 */
export function isRounded(a: Vector, b: Vector): boolean {
  const step = stepOf(b);
  if (step === undefined || Math.abs(cosineOf(a, b)) < 0.9) return false;
  const scale = dot(a, b) / dot(a, a);
  return b.every((value, at) => Math.abs(value - scale * a[at]!) <= 0.8 * step);
}

/** Rungs between two neighbours of eight numbers and more on a ladder of 256. */
const mostRungs = 36;

/** Fewer numbers lie on a ladder by chance, also on the one whose end the largest of them is. */
const fewest = { ofAny: 8, ofEnds: 4 } as const;

/** The rungs that the largest number of a channel lies on when zero is the middle of the ladder. */
const ends = [127, 128] as const;

/** How far a number may lie from its rung, in steps; and what float16 takes from it, where the file has that. */
const off = 0.02;
const half = 2 ** -11;

/** The distance between two rungs of the ladder that numbers lie on, where they do. */
function stepOf(values: Vector): number | undefined {
  const sorted = values.toSorted();
  const range = sorted.at(-1)! - sorted[0]!;
  if (values.length < fewest.ofEnds || range === 0) return undefined;
  const rounding = values.every(isHalf) ? half : 0;
  const gaps = Array.from(sorted.subarray(1), (value, at) => ({
    size: value - sorted[at]!,
    error: rounding * (Math.abs(value) + Math.abs(sorted[at]!)),
  }));
  const isStep = (step: number) => range / step <= 257 && gaps.every(gap => isWhole(gap, step));
  // Half a step is one as well, and too short to be told from chance.
  return candidates(sorted, gaps)
    .filter(isStep)
    .sort((a, b) => b - a)[0];
}

/** Whether a number of float32 is one of float16 as well (IEEE 754 binary16); Node has `Math.f16round` from 24 on only. */
export function isHalf(value: number): boolean {
  const size = Math.abs(value);
  if (size > 65_504) return size === Number.POSITIVE_INFINITY;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  return Number.isInteger(size * 2 ** (10 - exponent));
}

interface Gap {
  readonly size: number;
  readonly error: number;
}

const isWhole = ({ size, error }: Gap, step: number): boolean =>
  Math.abs(size / step - Math.round(size / step)) < off + error / step;

function candidates(sorted: Vector, gaps: readonly Gap[]): number[] {
  const most = Math.max(-sorted[0]!, sorted.at(-1)!);
  const ofEnds = ends.map(rungs => most / rungs);
  if (sorted.length < fewest.ofAny) return ofEnds;
  const range = sorted.at(-1)! - sorted[0]!;
  const sizes = gaps.map(({ size }) => size).filter(size => size > range / 512);
  const ascending = sizes.toSorted((a, b) => a - b);
  const ofGaps = Array.from({ length: mostRungs }, (_, at) => refined(ascending[0]! / (at + 1), ascending));
  return [...ofEnds, ...ofGaps];
}

/** A step told from the smallest gap has that one's rounding; wider gaps tell it better and better. */
function refined(step: number, ascending: readonly number[]): number {
  let [products, squares] = [0, 0];
  return ascending.reduce((better, size) => {
    const rungs = Math.round(size / better);
    products += size * rungs;
    squares += rungs * rungs;
    return squares === 0 ? better : products / squares;
  }, step);
}
