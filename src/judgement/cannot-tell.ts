import type { MeanInterval } from '../results/interval.ts';
import type { Undecided } from '../results/reason.ts';

/** Beyond half as much again as the limit, or as much below it, fixtures that disagree are no excuse. */
const wellBeyond = 1.5;

/** More fixtures than that nobody keeps. */
const mostFixtures = 1000;

/**
 * Whether a limit lies within the interval of a mean, near it: other fixtures of the same kind may put the mean on its other
 * side, so neither a failure nor a pass is known. `undefined` where the limit decides.
 *
 * Near, so that fixtures which are too few or too different to say anything excuse nothing: a mean of one and a half times its limit
 * or more fails however wide the interval is.
 */
export function undecided(
  value: number,
  limit: number,
  intervals: readonly MeanInterval[],
  { of, name }: Pick<MeanInterval, 'of' | 'name'>,
): Undecided | undefined {
  const found = intervals.find(each => each.of === of && each.name === name);
  if (!found || limit <= 0 || value > wellBeyond * limit || wellBeyond * value < limit) return undefined;
  const { low, high, fixtures } = found;
  if (low > limit || high <= limit) return undefined;
  const half = value > limit ? value - low : high - value;
  return { low, high, fixtures, limit, settledBy: settledBy(fixtures, half, value - limit) };
}

/**
 * The same where the limit is an estimate as well, and may be as high as `highest`: whether the mean is beyond it for sure. The two
 * errors make one by the method of variance estimates recovery (Zou and Donner, Statistics in Medicine 27, 2008), which takes the
 * distance from each to the end of its interval. `undefined` where the value is beyond, or is not above the limit.
 */
export function undecidedAbove(
  value: number,
  { limit, highest }: { readonly limit: number; readonly highest: number },
  intervals: readonly MeanInterval[],
  { of, name }: Pick<MeanInterval, 'of' | 'name'>,
  fixtures: number,
): Undecided | undefined {
  if (value <= limit || value > wellBeyond * highest) return undefined;
  const { low, high } = intervals.find(each => each.of === of && each.name === name) ?? { low: value, high: value };
  const error = Math.hypot(value - low, highest - limit);
  if (value - limit > error) return undefined;
  const upTo = highest > limit ? { limitUpTo: highest } : {};
  return { low, high, fixtures, limit, ...upTo, settledBy: settledBy(fixtures, error, value - limit) };
}

/** How many fixtures make an error smaller than the distance from the limit: it falls with the root of their number. */
function settledBy(fixtures: number, error: number, distance: number): number | undefined {
  const needed = Math.ceil(fixtures * (error / Math.abs(distance)) ** 2);
  return needed <= mostFixtures ? Math.max(needed, fixtures + 1) : undefined;
}
