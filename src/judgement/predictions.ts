import { mean } from '../core/statistics.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { Predictions } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import { isSpread, limitsOf } from './limits.ts';

/** Predictions whose mean divergence is above this are worth a word even when no class flips. In bits. */
const noticeableDivergence = 0.02;

/** What of a fixture tells how the answers differ. */
type Answered = Pick<FixtureResult, 'flipped' | 'divergence' | 'truth' | 'expected' | 'baseline' | 'candidate'>;

export function summarisePredictions(fixtures: readonly Answered[]): Predictions {
  const compared = fixtures.filter(fixture => fixture.flipped !== undefined);
  const divergences = compared.flatMap(fixture => fixture.divergence ?? []);
  const labelled = compared.filter(({ truth, expected }) => truth !== undefined || expected !== undefined);
  const right = (side: 'baseline' | 'candidate') =>
    labelled.filter(fixture => isRight(fixture, fixture[side])).length / labelled.length;
  const change = changeOf(compared);
  return {
    compared: compared.length,
    flipped: compared.filter(fixture => fixture.flipped).length,
    ...(divergences.length > 0 && { divergence: { mean: mean(divergences), max: Math.max(...divergences) } }),
    ...(change && { change }),
    ...(labelled.length > 0 && {
      accuracy: { labelled: labelled.length, baseline: right('baseline'), candidate: right('candidate') },
    }),
  };
}

/** Of a multi-label model each label is right or wrong by itself. */
export const isRight = (
  { truth, expected }: Pick<Answered, 'truth' | 'expected'>,
  side: Answered['candidate'],
): boolean => (expected === undefined ? side?.predicted.label === truth : side?.present === expected);

/** How far a number moved, where the answers are numbers. */
function changeOf(fixtures: readonly Answered[]): Predictions['change'] {
  const pairs = fixtures.flatMap(({ baseline, candidate }) =>
    baseline?.value === undefined || candidate?.value === undefined ? [] : [[baseline.value, candidate.value] as const],
  );
  if (pairs.length === 0) return undefined;
  const moved = pairs.map(([before, after]) => Math.abs(after - before));
  return {
    mean: mean(moved),
    max: Math.max(...moved),
    before: mean(pairs.map(([before]) => before)),
    after: mean(pairs.map(([, after]) => after)),
  };
}

/** Share of answers that training anew, or on, changes without anything being wrong. */
const usualFlips = 0.1;

/**
 * What a reader should know of the answers, short of a regression. Honest training changes a few answers and all probabilities:
 * that is told and warns of nothing, as long as probabilities move no farther than camdrift's own limit, whatever the team's is.
 */
export function predictionReasons(
  { compared, flipped, divergence, accuracy }: Predictions,
  fixtures: readonly FixtureResult[],
  { lineage }: Pick<Policy, 'lineage'>,
): Reason[] {
  const names = fixtures.filter(fixture => fixture.flipped).map(fixture => fixture.name);
  const labels = fixtures.some(({ candidate }) => candidate?.present !== undefined);
  const facts = {
    flipped: flipped > 0 ? { names, of: compared, labels } : undefined,
    divergence: divergence && divergence.mean > noticeableDivergence ? divergence.mean : undefined,
    accuracy:
      accuracy && accuracy.candidate < accuracy.baseline
        ? { before: accuracy.baseline, now: accuracy.candidate }
        : undefined,
  };
  if (Object.values(facts).every(fact => fact === undefined)) return [];
  const isUsual =
    lineage !== undefined &&
    isSpread(lineage) &&
    flipped <= usualFlips * compared &&
    (divergence?.mean ?? 0) <= limitsOf(lineage).divergence!;
  return [{ level: isUsual ? 'pass' : 'warn', code: 'prediction-drift', ...facts }];
}
