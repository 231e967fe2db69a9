import { cosineOf, dot, isRounded, type Vector, type VectorPair } from './_rounding.ts';
import { coloursOf } from './_sampling.ts';
import type { SampledKernel } from './sketch.ts';

/** How one kernel came from another. */
export interface Likeness {
  /**
   * `equal`: the same numbers. `encoded`: the same but for rounding, or for a scale per output channel. `baked`: the first
   * kernel with its colours exchanged or scaled. `turned`: other numbers. `unknown`: every channel that is kept is dead in one of
   * them, all zero, and says nothing of the others.
   */
  readonly way: 'equal' | 'encoded' | 'baked' | 'turned' | 'unknown';
  /** Mean over the output channels of the cosine between before and after, -1 to 1. */
  readonly cosine: number;
}

/** Both are sampled alike: their shapes are the same, and so are their places. */
export function likenessOf(before: SampledKernel, after: SampledKernel): Likeness {
  const all = before.channels.map((channel, at) => [channel, after.channels[at]!] as const);
  if (before.norm === after.norm && all.every(([a, b]) => a.every((value, at) => value === b[at])))
    return { way: 'equal', cosine: 1 };
  const pairs = all.filter(([a, b]) => !isDead(a) || !isDead(b));
  if (!pairs.some(pair => !pair.some(isDead))) return { way: 'unknown', cosine: 0 };
  if (isEncoded(pairs)) return { way: 'encoded', cosine: meanOf(pairs.map(([a, b]) => Math.abs(cosineOf(a, b)))) };
  const cosine = meanCosine(pairs);
  const ofColours = before.place === 'first' && after.place === 'first' ? cosineOfColours(before, after) : -1;
  return { way: ofColours > 1 - rounding ? 'baked' : 'turned', cosine: Math.max(cosine, ofColours) };
}

/** Channel by channel, or on one ladder for all of them, with or without a scale per channel. */
function isEncoded(pairs: readonly VectorPair[]): boolean {
  const back = pairs.map(([a, b]) => [b, a] as const);
  const byChannel = pairs.every(([a, b]) => isScaled(a, b) || isRounded(a, b) || isRounded(b, a));
  const whole = [pairs, pairs.map(scaledAlike), back, back.map(scaledAlike)].map(joined);
  return byChannel || whole.some(pair => isRounded(...pair));
}

/**
 * What is left of 1 when a direction is rounded: float16 leaves 2e-8 and bfloat16 5e-7, folding in float32 less; three
 * epochs of fine-tuning at a small rate leave 1e-4.
 */
const rounding = 1e-6;

const isDead = (channel: Vector): boolean => channel.every(value => value === 0);

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

function joined(pairs: readonly VectorPair[]): VectorPair {
  const join = (side: 0 | 1) => Float32Array.from(pairs.flatMap(pair => [...pair[side]]));
  return [join(0), join(1)];
}

/** The first one as long as the second. */
function scaledAlike([a, b]: VectorPair): VectorPair {
  const scale = dot(a, b) / (dot(a, a) || 1);
  return [a.map(value => scale * value), b];
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
