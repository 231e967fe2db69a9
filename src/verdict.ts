import { mean, percentile } from './core/statistics.ts';
import { metrics } from './metrics/index.ts';
import { type FixtureResult, type ModelResult, type Reason, type Verdict, worst } from './reports/results.ts';

export interface Policy {
  /** The method whose drift is judged; the others are shown. */
  readonly method: string;
  /** Largest accepted mean drift per metric, 0 to 1. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** Predictions whose mean divergence is above this are worth a word even when no class flips. In bits. */
const noticeableDivergence = 0.02;

interface Judgement {
  readonly verdict: Verdict;
  readonly reasons: Reason[];
  readonly drift: NonNullable<ModelResult['drift']>;
  readonly predictions: NonNullable<ModelResult['predictions']>;
}

/**
 * Judges one model from what its fixtures show. The mean over the fixtures is judged, never the worst image: single images
 * move even between honest retrains.
 * @param notes things that the run itself has to say, in order
 */
export function judge(fixtures: readonly FixtureResult[], policy: Policy, notes: readonly Reason[]): Judgement {
  const drift = summarise(fixtures);
  const predictions = summarisePredictions(fixtures);
  const reasons = [
    ...regressions(drift, policy),
    ...unjudged(fixtures, policy.method),
    ...predictionReasons(predictions, fixtures),
    ...changedSet(fixtures),
    ...emptyMaps(fixtures, policy.method),
    ...notes,
  ];
  return { verdict: worst(reasons.map(reason => reason.level)), reasons, drift, predictions };
}

/** Whether a fixture by itself moved past a threshold: for showing, not for judging. */
export function moved(maps: NonNullable<FixtureResult['maps']>, policy: Policy): boolean {
  const found = maps[policy.method];
  if (!found || 'refused' in found) return false;
  return Object.entries(policy.thresholds).some(([metric, limit]) => found.drift[metric]! > limit);
}

function summarise(fixtures: readonly FixtureResult[]): Judgement['drift'] {
  const methods = new Set(fixtures.flatMap(fixture => Object.keys(fixture.maps ?? {})));
  const summaries = [...methods].flatMap(method => {
    const drifts = fixtures.flatMap(({ maps }) => {
      const map = maps?.[method];
      return map && 'drift' in map ? [map.drift] : [];
    });
    if (drifts.length === 0) return [];
    const perMetric = metrics.map(({ name }) => [name, summary(drifts.map(drift => drift[name]!))]);
    return [[method, Object.fromEntries(perMetric)]];
  });
  return Object.fromEntries(summaries);
}

const summary = (values: readonly number[]) => ({
  mean: mean(values),
  p90: percentile(values, 90),
  max: Math.max(...values),
});

function summarisePredictions(fixtures: readonly FixtureResult[]): Judgement['predictions'] {
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

function regressions(drift: Judgement['drift'], { method, thresholds }: Policy): Reason[] {
  return Object.entries(thresholds).flatMap(([name, limit]) => {
    const found = drift[method]?.[name]?.mean;
    if (found === undefined || found <= limit) return [];
    const { title } = metrics.find(metric => metric.name === name)!;
    const message = `Attention moved: ${driftName(title)} ${percent(found)} on average (limit ${percent(limit)}, ${method}).`;
    return [{ level: 'fail', code: 'attention-regression', message }];
  });
}

/** The headline is a drift by its name; the others are read the other way round. */
const driftName = (title: string) => (title === metrics[0]!.title ? title.toLowerCase() : `${title} drift`);

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/** What the verdict should rest on and does not. */
function unjudged(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const reasons = unreadable(fixtures);
  const refusals = fixtures.flatMap(({ maps }) => {
    const map = maps?.[method];
    return map && 'refused' in map ? [map.refused] : [];
  });
  if (refusals.length > 0) {
    const message = `${method} is judged, and has no map for ${refusals.length} of ${fixtures.length} fixtures: ${refusals[0]}`;
    reasons.push({ level: 'incomplete', code: 'method-refused', message });
  }
  return reasons;
}

/** A reason per fixture that could not be read. */
export function unreadable(fixtures: readonly FixtureResult[]): Reason[] {
  return fixtures
    .filter(fixture => fixture.status === 'failed')
    .map(({ name, reason }) => ({
      level: 'incomplete',
      code: 'fixture-failed',
      message: reason ?? `${name} could not be read.`,
    }));
}

function predictionReasons(
  { compared, flipped, divergence, accuracy }: Judgement['predictions'],
  fixtures: readonly FixtureResult[],
): Reason[] {
  const words: string[] = [];
  if (flipped > 0) {
    const names = fixtures.filter(fixture => fixture.flipped).map(fixture => fixture.name);
    words.push(
      `the predicted class flipped on ${flipped} of ${compared} fixtures (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', ...' : ''})`,
    );
  }
  if (divergence && divergence.mean > noticeableDivergence)
    words.push(`probabilities diverge by ${divergence.mean.toFixed(3)} bits on average (Jensen-Shannon)`);
  if (accuracy && accuracy.candidate < accuracy.baseline)
    words.push(`accuracy on the fixtures fell from ${percent(accuracy.baseline)} to ${percent(accuracy.candidate)}`);
  if (words.length === 0) return [];
  return [{ level: 'warn', code: 'prediction-drift', message: `Predictions changed: ${words.join('; ')}.` }];
}

function changedSet(fixtures: readonly FixtureResult[]): Reason[] {
  const count = (status: FixtureResult['status']) => fixtures.filter(fixture => fixture.status === status).length;
  const [added, lost] = [count('new'), count('lost')];
  const reasons: Reason[] = [];
  if (added > 0)
    reasons.push({
      level: 'warn',
      code: 'fixtures-new',
      message: `${added} of ${fixtures.length} fixtures are not in the baseline and were not judged.`,
    });
  if (lost > 0)
    reasons.push({ level: 'warn', code: 'fixtures-lost', message: `${lost} fixtures of the baseline are gone.` });
  return reasons;
}

function emptyMaps(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const empty = (which: 'both' | 'candidate') =>
    fixtures.filter(({ maps }) => {
      const map = maps?.[method];
      return map && 'drift' in map && map.empty === which;
    }).length;
  const [both, candidate] = [empty('both'), empty('candidate')];
  const reasons: Reason[] = [];
  if (candidate > 0)
    reasons.push({
      level: 'warn',
      code: 'attention-lost',
      message: `On ${candidate} fixtures nothing speaks for the class any more: the candidate's map has no positive heat.`,
    });
  if (both > 0)
    reasons.push({
      level: 'warn',
      code: 'maps-empty',
      message: `On ${both} fixtures neither map has positive heat; they count as unchanged.`,
    });
  return reasons;
}

/** The verdict over all models. */
export const overall = (models: readonly Pick<ModelResult, 'verdict'>[]): Verdict =>
  worst(models.map(model => model.verdict));
