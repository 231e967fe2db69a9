import { coloursOf } from './_sampling.ts';
import type { SampledKernel } from './sketch.ts';

/** How one kernel came from another. */
export interface Likeness {
  /**
   * `equal`: the same numbers. `encoded`: the same but for rounding, or for a scale per output channel. `baked`: the first
   * kernel with its colours exchanged or scaled. `turned`: other numbers.
   */
  readonly way: 'equal' | 'encoded' | 'baked' | 'turned';
  /** Mean over the output channels of the cosine between before and after, -1 to 1. */
  readonly cosine: number;
}

type Vector = Float32Array;

/** Both are sampled alike: their shapes are the same, and so are their places. */
export function likenessOf(before: SampledKernel, after: SampledKernel): Likeness {
  const pairs = before.channels.map((channel, at) => [channel, after.channels[at]!] as const);
  if (before.norm === after.norm && pairs.every(([a, b]) => a.every((value, at) => value === b[at])))
    return { way: 'equal', cosine: 1 };
  const whole = joined(pairs);
  if (
    pairs.every(([a, b]) => isScaled(a, b) || isRounded(a, b) || isRounded(b, a)) ||
    isRounded(...whole) ||
    isRounded(whole[1], whole[0])
  )
    return { way: 'encoded', cosine: meanOf(pairs.map(([a, b]) => Math.abs(cosineOf(a, b)))) };
  const cosine = meanCosine(pairs);
  const ofColours = before.place === 'first' && after.place === 'first' ? cosineOfColours(before, after) : -1;
  return { way: ofColours > 1 - rounding ? 'baked' : 'turned', cosine: Math.max(cosine, ofColours) };
}

/**
 * What is left of 1 when a direction is rounded: float16 leaves 2e-8 and bfloat16 5e-7, folding in float32 less; three
 * epochs of fine-tuning at a small rate leave 1e-4.
 */
const rounding = 1e-6;

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** 1 for two zero vectors, which say nothing against being alike; 0 for a single one. */
function cosineOf(a: Vector, b: Vector): number {
  const [aa, bb] = [dot(a, a), dot(b, b)];
  if (aa === 0 || bb === 0) return aa === bb ? 1 : 0;
  return dot(a, b) / Math.sqrt(aa * bb);
}

/** A weight that is exactly 0 was pruned and points nowhere; a channel without any other is left out. */
function meanCosine(pairs: readonly (readonly [Vector, Vector])[]): number {
  const kept = pairs.filter(([, b]) => b.some(value => value !== 0));
  return meanOf(
    kept.map(([a, b]) =>
      cosineOf(
        a.map((value, at) => (b[at] === 0 ? 0 : value)),
        b,
      ),
    ),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Folding scales a channel; where the normalisation's own factor was negative, it points the other way round. */
const isScaled = (a: Vector, b: Vector): boolean => Math.abs(cosineOf(a, b)) > 1 - rounding;

/**
 * Whether numbers are others rounded to whole steps, as in a quantised file: all lie on a ladder of at most 256 rungs, each
 * within a step of the number before, times one scale. A ladder of so few rungs that the direction changes says nothing.
 */
function isRounded(a: Vector, b: Vector): boolean {
  const step = stepOf(b);
  if (step === undefined || Math.abs(cosineOf(a, b)) < 0.9) return false;
  const scale = dot(a, b) / dot(a, a);
  return b.every((value, at) => Math.abs(value - scale * a[at]!) <= 0.8 * step);
}

/** Rungs between two neighbours of eight numbers and more on a ladder of 256. */
const mostRungs = 36;

/** Of few numbers no two need be neighbours on the ladder. Fewer than eight lie on one by chance. */
function stepOf(values: Vector): number | undefined {
  const sorted = values.toSorted();
  const range = sorted.at(-1)! - sorted[0]!;
  const gaps = Array.from(sorted.subarray(1), (value, at) => value - sorted[at]!);
  const smallest = Math.min(...gaps.filter(gap => gap > range / 512));
  if (values.length < 8 || range === 0) return undefined;
  const isStep = (step: number) =>
    range / step <= 256 && gaps.every(gap => Math.abs(gap / step - Math.round(gap / step)) < 0.02);
  return Array.from({ length: mostRungs }, (_, at) => smallest / (at + 1)).find(isStep);
}

function joined(pairs: readonly (readonly [Vector, Vector])[]): [Vector, Vector] {
  const join = (side: 0 | 1) => Float32Array.from(pairs.flatMap(pair => [...pair[side]]));
  return [join(0), join(1)];
}

/** The cosine when each colour before may be any colour after, and have a scale of its own. */
function cosineOfColours(before: SampledKernel, after: SampledKernel): number {
  const colours = coloursOf(before.shape);
  if (colours < 2) return -1;
  const planes = ({ channels }: SampledKernel, colour: number) =>
    channels.map(channel => channel.filter((_, at) => at % colours === colour));
  const each = Array.from({ length: colours }, (_, colour) => colour);
  const best = each.map(colour =>
    Math.max(...each.map(other => cosineOfAll(planes(before, colour), planes(after, other)))),
  );
  return meanOf(best);
}

/** Of all planes together, each with a scale of its own; those that weigh little decide little. */
function cosineOfAll(before: readonly Vector[], after: readonly Vector[]): number {
  const sum = (of: (a: Vector, b: Vector) => number) =>
    before.reduce((total, plane, at) => total + of(plane, after[at]!), 0);
  const weight = sum((a, b) => Math.sqrt(dot(a, a) * dot(b, b)));
  return weight === 0 ? 0 : sum(dot) / weight;
}
