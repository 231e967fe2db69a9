import { atLeast, signTest } from '../core/sign-test.ts';
import { mean } from '../core/statistics.ts';

/** How a model answered, fed in one way: per fixture whether it was right, and the probability of the true class. */
export interface Tried {
  readonly right: readonly boolean[];
  readonly probabilities: readonly number[];
}

export interface Ranked<W> {
  readonly way: W;
  readonly right: number;
  /** Mean of -log2 of the true class's probability, in bits; ranks ways of as many right answers. */
  readonly loss: number;
  /** Whether chance alone may make it as good as the best: as often right, as the sign test at 5 % has it. */
  readonly asGood: boolean;
}

/** Below this a way is not told apart from the best. */
const level = 0.05;

/**
 * Ways to feed a model, best first.
 * @param chance share of right answers of who always names the commonest class
 * @returns whether the best is better than that; where it is not, nothing is told
 */
export function rankWays<W>(
  tried: readonly { readonly way: W; readonly found: Tried }[],
  chance: number,
): { readonly ranked: readonly Ranked<W>[]; readonly tells: boolean } {
  const counted = tried.map(({ way, found }) => ({
    way,
    found,
    right: found.right.filter(Boolean).length,
    loss: lossOf(found),
  }));
  const sorted = counted.toSorted((a, b) => b.right - a.right || a.loss - b.loss);
  const [best] = sorted;
  if (!best) return { ranked: [], tells: false };
  const ranked = sorted.map(({ way, found, right, loss }) => ({
    way,
    right,
    loss,
    asGood: isAsGood(best.found, found),
  }));
  const of = best.found.right.length;
  return { ranked, tells: atLeast(best.right, of, chance) < level };
}

function isAsGood({ right: best }: Tried, { right: other }: Tried): boolean {
  const lost = best.filter((right, at) => right && !other[at]).length;
  const gained = other.filter((right, at) => right && !best[at]).length;
  return signTest(lost, gained) >= level;
}

const lossOf = ({ probabilities }: Tried): number => mean(probabilities.map(p => -Math.log2(Math.max(p, 2 ** -30))));
