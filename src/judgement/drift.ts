import { conformalP, neededFor } from '../core/conformal.ts';
import { mean, percentile } from '../core/statistics.ts';
import { metrics } from '../metrics/index.ts';
import type { ComparedFixture, FixtureResult } from '../results/fixture.ts';
import type { Drift, Predictions, Score } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Among, ReasonOf, Regression } from '../results/reason.ts';
import { isSpread, spread } from './limits.ts';

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

/** Something that drifts, and how far it may. */
interface Signal {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** What certainly is none of an honest model: the limit itself where the team wrote it. */
  readonly beyond: number;
  /** The reason, when it drifted too far. @param among the accepted models that say so, where not the limit does */
  reason(among?: Among): Regression;
}

/** What drift there is between the two models, each kind with its limit. */
function signalsOf(drift: Drift, divergence: number | undefined, policy: Policy, change: Change): Signal[] {
  const { method, thresholds, limits } = policy;
  const factor = (written: boolean) => (written || !isSpread(policy.lineage) ? 1 : spread);
  const ofMaps = factor(limits !== 'uncalibrated');
  const attention = Object.entries(thresholds).flatMap(([metric, limit]): Signal[] => {
    const value = drift[method]?.[metric]?.mean;
    if (value === undefined) return [];
    const found = { level: 'fail', code: 'attention-regression', value, limit, limits, metric, method } as const;
    const beyond = limit * ofMaps;
    return [{ name: metric, value, limit, beyond, reason: among => ({ ...found, among }) }];
  });
  if (change && policy.answer !== undefined) return [...attention, answerSignal(change, policy.answer, limits)];
  if (divergence === undefined || policy.divergence === undefined) return attention;
  const [value, limit] = [divergence, policy.divergence];
  const found = { level: 'fail', code: 'prediction-regression', value, limit, limits } as const;
  const beyond = limit * factor(policy.requiredDivergence ?? false);
  return [...attention, { name: 'divergence', value, limit, beyond, reason: among => ({ ...found, among }) }];
}

/** How far the answers of a regression changed. */
type Change = Predictions['change'];

function answerSignal(
  { mean: value, before, after: now }: NonNullable<Change>,
  limit: number,
  limits: Policy['limits'],
): Signal {
  const found = { level: 'fail', code: 'answer-regression', value, limit, limits, before, now } as const;
  return { name: 'answer', value, limit, beyond: limit, reason: among => ({ ...found, among }) };
}

export type DriftReason = Regression | ReasonOf<'calibration-small' | 'drift-doubtful'>;

/** How many times a signal is its limit. A limit of 0 accepts only what is identical. */
export const ratioTo = (limit: number, value: number): number =>
  value === 0 ? 0 : limit === 0 ? Number.MAX_VALUE : value / limit;

const ratio = ({ value, limit }: Signal): number => ratioTo(limit, value);

/**
 * The signals as one score, and the reasons that follow.
 *
 * Each signal is divided by its limit, and the largest ratio is the score. Without a calibration a score above 1 fails. With
 * one, the score is compared with those of the accepted models of the same lineage: one test, so that several
 * signals do not add up their false alarms; the limits then are only the scale.
 */
export function judgeDrift(
  drift: Drift,
  divergence: number | undefined,
  policy: Policy,
  change?: Change,
): { score: Score | undefined; reasons: DriftReason[] } {
  const signals = signalsOf(drift, divergence, policy, change).toSorted((a, b) => ratio(b) - ratio(a));
  const [largest] = signals;
  if (!largest) return { score: undefined, reasons: [] };
  const value = ratio(largest);
  const plain = { value, signal: largest.name };
  const over = signals.filter(signal => !(signal.value <= signal.limit)).map(signal => exceeded(signal));
  if (!policy.calibration) return { score: plain, reasons: over };
  const { scores, rate, otherBaselines = 0 } = policy.calibration;
  const p = conformalP(value, scores);
  const score = { ...plain, p, accepted: scores.length };
  const more = neededFor(rate) - scores.length;
  if (more > 0) return { score, reasons: tooFew(over, score, policy, more) };
  if (p > rate || value < negligible) return { score, reasons: [] };
  const asFar = scores.filter(each => each >= value).length;
  const among = { accepted: scores.length, lineage: policy.lineage, asFar, p, rate, otherBaselines };
  return { score, reasons: [largest.reason(among)] };
}

/** Between a limit of ours and twice that lie honest models of other networks: nobody fails for it, and nobody passes unseen. */
function exceeded({ value, beyond, limit, reason }: Signal): DriftReason {
  const found = reason();
  return value > beyond || beyond === limit ? found : { level: 'warn', code: 'drift-doubtful', found };
}

/**
 * Drift below a tenth of every limit is nothing that a reader could see, however still the accepted models were. To pass it
 * keeps the promise: fewer benign models fail, not more.
 */
const negligible = 0.1;

/** Too small a calibration judges nobody: the limits do, except that no model fails for drifting less than an accepted one. */
function tooFew(
  over: DriftReason[],
  { value }: Score,
  { calibration, limits, lineage }: Policy,
  more: number,
): DriftReason[] {
  const { scores, rate } = calibration!;
  const tolerated = scores.some(each => each >= value);
  const judged = tolerated ? over.map((reason): DriftReason => ({ ...reason, level: 'warn' })) : over;
  const small = { accepted: scores.length, lineage, rate, missing: more, limits };
  return [...judged, { level: 'warn', code: 'calibration-small', ...small }];
}

/** What a fixture's maps say by themselves, and why that is not judged: for showing. */
export function fateOf(
  maps: ComparedFixture['maps'],
  policy: Policy,
  touched: ComparedFixture['touched'],
): Pick<ComparedFixture, 'status' | 'reason'> {
  const status = moved(maps, policy) ? 'moved' : 'steady';
  if (touched)
    return { status, reason: `This change ${touched === 'added' ? 'adds' : 'edits'} it: shown, not judged.` };
  const map = maps[policy.method];
  const heatless = map && 'empty' in map && map.empty === 'both';
  return { status, ...(heatless && { reason: 'Neither map has heat, so it says nothing about drift.' }) };
}

/** Whether a fixture by itself moved past a threshold: for showing, not for judging. */
export function moved(maps: ComparedFixture['maps'], policy: Policy): boolean {
  const found = maps[policy.method];
  if (!found || !('drift' in found)) return false;
  return Object.entries(policy.thresholds).some(([metric, limit]) => found.drift[metric]! > limit);
}
