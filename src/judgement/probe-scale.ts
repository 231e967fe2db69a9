/** What an edit does to a model beside what it does to its baseline. */
export interface ProbeMeasure {
  /** Mean movement of the model's heat less that of the baseline's. */
  readonly added: number;
  readonly before: {
    /** Mean movement of the baseline's heat. */
    readonly moved: number;
    /** Share of fixtures on which the edit changes the baseline's answer. */
    readonly changed: number;
  };
}

/**
 * An edit that moves the baseline's own attention far is not one that does not matter, and honest retrains differ by a part of
 * that: by up to 0.2 of it under the built-in edits of the drift benchmark, where shortcuts added 0.8 and more
 * (docs/benchmark.md). Twice as much is accepted.
 */
const acceptedShare = 0.4;

/**
 * How much farther honest retrains reach where an edit changes the baseline's own answers: they are drawn anew, and so is what
 * they depend on. On networks that hardly notice the built-in edits (answers change on 1 of 12 fixtures) they add at most a
 * third of the limit, on one whose answers change on a quarter up to 2.1 times it (docs/benchmark.md).
 */
const reach = 6;

/** Share of the baseline's answers that a built-in edit may change; one that changes more is no test of a candidate. */
export const mostChanged = 0.5;

/**
 * How large the share of answers that an edit changes may be where it changed so many of so few: the high end of Wilson's score interval
 * of 95 % (1927). Twelve fixtures of which it changes one are no more than a hint.
 */
export function shareUpTo(changed: number, of: number): number {
  const [share, z2] = [changed / of, 1.959963984540054 ** 2];
  const spread = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of)));
  return Math.min(1, (share + z2 / (2 * of) + spread) / (1 + z2 / of));
}

/** From where on a built-in probe is worth a word. */
export const toldFrom = (limit: number, { moved }: ProbeMeasure['before']): number =>
  Math.max(limit, acceptedShare * moved);

/** How many times as far honest models reach. */
export const reachOf = ({ changed }: ProbeMeasure['before']): number => 1 + reach * changed;

/** How many times what honest models of such a baseline add a probe adds: its part of the score among accepted models. */
export function probeRatio({ added, before }: ProbeMeasure, limit: number): number {
  if (added <= 0 || before.changed > mostChanged) return 0;
  return added / (toldFrom(limit, before) * reachOf(before));
}
