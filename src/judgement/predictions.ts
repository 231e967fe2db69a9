import { mean } from '../core/statistics.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { Predictions } from '../results/model.ts';
import type { Reason } from '../results/reason.ts';

/** Predictions whose mean divergence is above this are worth a word even when no class flips. In bits. */
const noticeableDivergence = 0.02;

/** What of a fixture tells how the answers differ. */
type Answered = Pick<FixtureResult, 'flipped' | 'divergence' | 'truth' | 'baseline' | 'candidate'>;

export function summarisePredictions(fixtures: readonly Answered[]): Predictions {
  const compared = fixtures.filter(fixture => fixture.flipped !== undefined);
  const divergences = compared.flatMap(fixture => fixture.divergence ?? []);
  const labelled = compared.filter(fixture => fixture.truth !== undefined);
  const right = (side: 'baseline' | 'candidate') =>
    labelled.filter(fixture => fixture[side]?.predicted.label === fixture.truth).length / labelled.length;
  return {
    compared: compared.length,
    flipped: compared.filter(fixture => fixture.flipped).length,
    ...(divergences.length > 0 && { divergence: { mean: mean(divergences), max: Math.max(...divergences) } }),
    ...(labelled.length > 0 && {
      accuracy: { labelled: labelled.length, baseline: right('baseline'), candidate: right('candidate') },
    }),
  };
}

/** What a reader should know of the answers, short of a regression. */
export function predictionReasons(
  { compared, flipped, divergence, accuracy }: Predictions,
  fixtures: readonly FixtureResult[],
): Reason[] {
  const names = fixtures.filter(fixture => fixture.flipped).map(fixture => fixture.name);
  const facts = {
    flipped: flipped > 0 ? { names, of: compared } : undefined,
    divergence: divergence && divergence.mean > noticeableDivergence ? divergence.mean : undefined,
    accuracy:
      accuracy && accuracy.candidate < accuracy.baseline
        ? { before: accuracy.baseline, now: accuracy.candidate }
        : undefined,
  };
  if (Object.values(facts).every(fact => fact === undefined)) return [];
  return [{ level: 'warn', code: 'prediction-drift', ...facts }];
}
