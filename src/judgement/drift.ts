import { conformalP, neededFor } from '../core/conformal.ts';
import { mean, percentile } from '../core/statistics.ts';
import { metrics } from '../metrics/index.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { MeanInterval } from '../results/interval.ts';
import type { Drift, DriftScore } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { ReasonOf, Regression } from '../results/reason.ts';
import { undecided } from './cannot-tell.ts';
import { type Change, ratio, type Signal, signalsOf } from './signals.ts';

/** Mean, 90th percentile and maximum per method and metric over the compared fixtures whose maps have heat. */
export function summariseDrift(fixtures: readonly Pick<FixtureResult, 'maps'>[]): Drift {
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

export type DriftReason =
  | Regression
  | ReasonOf<'calibration-small' | 'drift-doubtful' | 'probe-regression'>
  | (ReasonOf<'cannot-tell'> & { readonly found: Regression });

/** What drifted, whether or not it is in doubt. */
export const regressionIn = (
  reason: Exclude<DriftReason, ReasonOf<'calibration-small' | 'probe-regression'>>,
): Regression => (reason.code === 'drift-doubtful' || reason.code === 'cannot-tell' ? reason.found : reason);

/**
 * The signals as one score, and the reasons that follow.
 *
 * Each signal is divided by its limit, and the largest ratio is the score. Without a calibration a score above 1 fails. With
 * one, the score is compared with those of the accepted models of the same lineage: one test, so that several
 * signals do not add up their false alarms; the limits then are only the scale. Where the accepted scores have probes in them,
 * so has this one.
 *
 * @param intervals of the means; where one has the limit that would decide inside, it cannot be told
 * @param edits what probes show, in parts of what honest models show
 */
export function judgeDrift(
  drift: Drift,
  divergence: number | undefined,
  policy: Policy,
  change?: Change,
  intervals: readonly MeanInterval[] = [],
  edits: readonly Signal<ReasonOf<'probe-regression'>>[] = [],
): { score: DriftScore | undefined; reasons: DriftReason[] } {
  const signals = signalsOf(drift, divergence, policy, change).toSorted(byRatio);
  if (signals.length === 0) return { score: undefined, reasons: [] };
  const largest = (policy.calibration?.whole ? [...signals, ...edits].toSorted(byRatio) : signals)[0]!;
  const value = ratio(largest);
  const plain = { value, signal: largest.name };
  const over = signals.flatMap(signal => exceeded(signal, intervals));
  if (!policy.calibration) return { score: plain, reasons: over };
  const { scores, rate, otherBaselines = 0, whole } = policy.calibration;
  const p = conformalP(value, scores);
  const score = { ...plain, p, accepted: scores.length };
  const more = neededFor(rate) - scores.length;
  if (more > 0) return { score, reasons: tooFew(over, score, policy, more) };
  if (p > rate || value < negligible) return { score, reasons: [] };
  const asFar = scores.filter(each => each >= value).length;
  const among = {
    accepted: scores.length,
    lineage: policy.lineage,
    asFar,
    p,
    rate,
    otherBaselines,
    ...(whole && { whole }),
  };
  return { score, reasons: [largest.reason(among)] };
}

const byRatio = (a: Parameters<typeof ratio>[0], b: Parameters<typeof ratio>[0]) => ratio(b) - ratio(a);

/**
 * Between a limit of ours and twice that lie honest models of other networks: nobody fails for it, and nobody passes unseen. Which
 * side of the limit that fails a mean is on may be chance. A limit that the team wrote is a rule for these fixtures, and decides.
 */
function exceeded(signal: Signal, intervals: readonly MeanInterval[]): DriftReason[] {
  const { value, beyond, limit, written, reason } = signal;
  const over = !(value <= limit);
  const found = reason();
  if (written) return over ? [found] : [];
  if (over && value <= beyond) return [{ level: 'warn', code: 'drift-doubtful', found }];
  const unsure = undecided(value, beyond, intervals, signal);
  if (unsure) return [{ level: 'warn', code: 'cannot-tell', found, ...unsure }];
  return over ? [found] : [];
}

/**
 * Drift below a tenth of every limit is nothing that a reader could see, however still the accepted models were. To pass it
 * keeps the promise: fewer benign models fail, not more.
 */
const negligible = 0.1;

/** Too small a calibration judges nobody: the limits do, except that no model fails for drifting less than an accepted one. */
function tooFew(
  over: DriftReason[],
  { value }: DriftScore,
  { calibration, limits, lineage }: Policy,
  more: number,
): DriftReason[] {
  const { scores, rate } = calibration!;
  const tolerated = scores.some(each => each >= value);
  const judged = tolerated ? over.map((reason): DriftReason => ({ ...reason, level: 'warn' })) : over;
  const small = { accepted: scores.length, lineage, rate, missing: more, limits };
  return [...judged, { level: 'warn', code: 'calibration-small', ...small }];
}
