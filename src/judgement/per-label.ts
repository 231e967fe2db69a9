import type { FixtureResult } from '../results/fixture.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import { judgeDrift, regressionIn, summariseDrift } from './drift.ts';
import { driftIntervals } from './intervals.ts';
import { summarisePredictions } from './predictions.ts';

/** Single pictures move between honest retrains, so a label is judged by no fewer. */
const fewest = 3;
const mostTold = 3;

/**
 * Labels of a multi-label model that moved too far, each over its own fixtures: one that is nearly always there and stays
 * where it was would hide the others in a mean over all. A calibration is of models as a whole; the limits judge here.
 */
export function judgeLabels(fixtures: readonly FixtureResult[], policy: Policy): Reason[] {
  const labels = new Map<number, FixtureResult[]>();
  for (const fixture of fixtures) {
    const { explained, present } = fixture.candidate ?? {};
    if (explained && present !== undefined)
      labels.set(explained.index, [...(labels.get(explained.index) ?? []), fixture]);
  }
  const { calibration: _, ...limits } = policy;
  const found = [...labels.values()].flatMap(own => {
    const compared = own.filter(({ flipped }) => flipped !== undefined);
    if (compared.length < fewest) return [];
    const { divergence } = summarisePredictions(compared);
    const intervals = driftIntervals(compared, limits);
    const { score, reasons } = judgeDrift(summariseDrift(compared), divergence?.mean, limits, undefined, intervals);
    return reasons.flatMap(reason => {
      if (reason.code === 'calibration-small' || reason.code === 'probe-regression') return [];
      return [{ level: reason.level, found: regressionIn(reason), score: score!.value, ...named(compared) }];
    });
  });
  const worst = found.toSorted((a, b) => b.score - a.score).slice(0, mostTold);
  return worst.map(({ score: _, ...facts }): Reason => ({ code: 'label-regression', ...facts }));
}

function named(fixtures: readonly FixtureResult[]): { label: string; fixtures: number } {
  const { index, label = String(index) } = fixtures[0]!.candidate!.explained;
  return { label, fixtures: fixtures.length };
}
