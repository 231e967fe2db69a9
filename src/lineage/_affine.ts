import type { Likeness } from './_likeness.ts';
import type { SampledConstant } from './_packed.ts';
import type { SampledKernel } from './sketch.ts';

/** How numbers beside the kernels came from others: the same, but for rounding, or others. */
export type AffineWay = 'equal' | 'rounded' | 'changed';

/**
 * In parts of the numbers' own length. `equal`: what is left when formats compute the same in another order. `rounded`: where
 * kernels were rounded, so was what is beside them, by 0.018 at most in eight bits of any family; a kernel that was rounded more
 * coarsely tells its own scale no better than that.
 */
const tolerance = { equal: 1e-5, rounded: 0.02 } as const;

/** A bias is small against what a kernel makes of its input where it is below this part of it. */
const slight = 1e-3;

/**
 * Bias and normalisation behind one kernel of two models. What the kernel itself was multiplied with counts: normalisation may
 * be folded into it. `undefined` where a side does not tell, the kernels are none of the same, or the first one is scaled, which
 * what pictures are prepared with may have been baked into.
 * @param exact whether all kernels have the same numbers, so that nothing was rounded
 */
export function affineWay(
  before: SampledKernel,
  after: SampledKernel,
  { way, cosine }: Likeness,
  exact: boolean,
): AffineWay | undefined {
  const [old, now] = [before.affine, after.affine];
  if (!old || !now || (way !== 'equal' && (way !== 'encoded' || before.place === 'first'))) return undefined;
  const scales = before.channels.map((channel, at) => scaleOf(channel, after.channels[at]!));
  const known = scales.flatMap((scale, at) => (scale === undefined && way === 'encoded' ? [] : [at]));
  const factors = known.map(at => [old.factors[at]!, now.factors[at]! * (scales[at] ?? 1)] as const);
  const addends = known.map(at => [old.addends[at]!, now.addends[at]!] as const);
  const made = lengthOf(known.map(at => old.factors[at]! * lengthOf(before.channels[at]!)));
  const ends = way === 'equal' ? [0, 1].map(at => distance([[old.norms[at]!, now.norms[at]!]], slight * made)) : [];
  return wayOf(Math.max(distance(factors), distance(addends, slight * made), ...ends), exact ? 0 : noiseOf(cosine));
}

/** The weights beside all kernels: those of a size that both have as many of, each with the likest. */
export function othersWay(
  before: readonly SampledConstant[],
  after: readonly SampledConstant[],
  exact: boolean,
): AffineWay {
  const sizes = [...new Set(after.map(({ size }) => size))];
  const ways = sizes.flatMap(size => {
    const [old, now] = [before, after].map(all => all.filter(each => each.size === size));
    if (old!.length !== now!.length) return [];
    const way = wayOf(furthest(old!, now!), exact ? 0 : tolerance.rounded);
    return way === 'changed' && size <= few ? 'rounded' : way;
  });
  return worstOf(ways);
}

/** Numbers that are so few are what pictures are prepared with, and the bounds of a step. */
const few = 4;

export const worstOf = (ways: readonly AffineWay[]): AffineWay =>
  ways.includes('changed') ? 'changed' : ways.includes('rounded') ? 'rounded' : 'equal';

const noiseOf = (cosine: number): number => Math.max(tolerance.rounded, Math.sqrt(1 - Math.min(1, cosine ** 2)));

function wayOf(distance: number, rounding: number): AffineWay {
  if (distance <= tolerance.equal) return 'equal';
  return distance <= rounding ? 'rounded' : 'changed';
}

function furthest(before: readonly SampledConstant[], after: readonly SampledConstant[]): number {
  const free = new Set(before);
  const distances = after.map(({ values }) => {
    const found = [...free].map(each => ({
      each,
      far: distance(Array.from(values, (now, at) => [each.values[at]!, now])),
    }));
    const nearest = found.reduce((least, each) => (each.far < least.far ? each : least));
    free.delete(nearest.each);
    return nearest.far;
  });
  return Math.max(...distances);
}

/** What a channel was multiplied with; `undefined` where nothing of it is left to tell. */
function scaleOf(before: Float32Array, after: Float32Array): number | undefined {
  const length = dot(before, before);
  return length === 0 || after.every(value => value === 0) ? undefined : dot(before, after) / length;
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

const lengthOf = (numbers: Iterable<number>): number => Math.hypot(...numbers);

/** Of two lists of numbers, in parts of the longer one, or of `least` where both are shorter. */
function distance(pairs: readonly (readonly [before: number, now: number])[], least = 0): number {
  const apart = lengthOf(pairs.map(([before, now]) => now - before));
  const length = Math.max(least, lengthOf(pairs.map(([before]) => before)), lengthOf(pairs.map(([, now]) => now)));
  return apart === 0 ? 0 : apart / length;
}
