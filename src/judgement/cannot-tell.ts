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
  return { low, high, fixtures, limit, settledBy: settledBy(found, value, limit) };
}

/** How many fixtures make the interval so narrow that the limit is outside: its width falls with the root of their number. */
function settledBy({ low, high, fixtures }: MeanInterval, value: number, limit: number): number | undefined {
  const needed = Math.ceil(fixtures * ((value > limit ? value - low : high - value) / Math.abs(value - limit)) ** 2);
  return needed <= mostFixtures ? Math.max(needed, fixtures + 1) : undefined;
}
