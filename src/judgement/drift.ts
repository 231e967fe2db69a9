import { conformalP, neededFor } from '../core/conformal.ts';
import { mean, percentile } from '../core/statistics.ts';
import { findMetric, metrics } from '../metrics/index.ts';
import type { FixtureResult, ModelResult, Policy, Reason } from '../results/results.ts';
import { isSpread, spread } from './limits.ts';
import { acceptedWords, againstWords, decimals, percent, share } from './words.ts';

export type Drift = NonNullable<ModelResult['drift']>;
export type Score = NonNullable<ModelResult['score']>;

/** Mean, 90th percentile and maximum per method and metric over the compared fixtures whose maps have heat. */
export function summariseDrift(fixtures: readonly FixtureResult[]): Drift {
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
  readonly code: string;
  readonly value: number;
  readonly limit: number;
  /** What certainly is none of an honest model: the limit itself where the team wrote it. */
  readonly beyond: number;
  /** `attention shift 14.2 % on average (limit 8.0 %, grad-cam)`, with the limit in words. */
  words(limit: string): string;
}

/** What drift there is between the two models, each kind with its limit. */
function signalsOf(drift: Drift, divergence: number | undefined, policy: Policy): Signal[] {
  const { method, thresholds } = policy;
  const factor = (written: boolean) => (written || !isSpread(policy.lineage) ? 1 : spread);
  const ofMaps = factor(policy.limits !== 'uncalibrated');
  const attention = Object.entries(thresholds).flatMap(([name, limit]): Signal[] => {
    const found = drift[method]?.[name]?.mean;
    if (found === undefined) return [];
    const words = (said: string) =>
      `Attention moved: ${driftName(name)} ${percent(found)} on average (${said} ${percent(limit)}, ${method}).`;
    return [{ name, code: 'attention-regression', value: found, limit, beyond: limit * ofMaps, words }];
  });
  if (divergence === undefined || policy.divergence === undefined) return attention;
  const limit = policy.divergence;
  const words = (said: string) =>
    `Answers moved: probabilities diverge by ${divergence.toFixed(3)} bits on average (${said} ${limit}, Jensen-Shannon).`;
  const beyond = limit * factor(policy.requiredDivergence ?? false);
  const answers = { name: 'divergence', code: 'prediction-regression', value: divergence, limit, beyond, words };
  return [...attention, answers];
}

/** The headline is a drift by its name; the others are read the other way round. */
function driftName(name: string): string {
  const { title } = findMetric(name)!;
  return name === metrics[0]!.name ? title.toLowerCase() : `${title} drift`;
}

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
): { score: Score | undefined; reasons: Reason[] } {
  const signals = signalsOf(drift, divergence, policy).toSorted((a, b) => ratio(b) - ratio(a));
  const [largest] = signals;
  if (!largest) return { score: undefined, reasons: [] };
  const value = ratio(largest);
  const plain = { value, signal: largest.name };
  const over = signals.filter(signal => !(signal.value <= signal.limit)).map(signal => exceeded(signal, policy));
  if (!policy.calibration) return { score: plain, reasons: over };
  const { scores, rate } = policy.calibration;
  const models = acceptedWords(scores.length, policy.lineage);
  const p = conformalP(value, scores);
  const score = { ...plain, p, accepted: scores.length };
  const more = neededFor(rate) - scores.length;
  if (more > 0) return { score, reasons: tooFew(over, score, policy, more) };
  if (p > rate || value < negligible) return { score, reasons: [] };
  const message = `${largest.words('scale')} Of ${models} ${within(scores, value)} drifted as far (p = ${decimals(p)}); at most ${share(rate)} of benign ones do. ${againstWords(policy.calibration)}`;
  return { score, reasons: [{ level: 'fail', code: largest.code, message: message.trim() }] };
}

/** Between a limit of ours and twice that lie honest models of other networks: nobody fails for it, and nobody passes unseen. */
function exceeded({ code, value, beyond, limit, words }: Signal, { limits }: Policy): Reason {
  const said = words(limits === 'uncalibrated' ? 'uncalibrated limit' : 'limit');
  if (value > beyond || beyond === limit) return { level: 'fail', code, message: said };
  const known = code === 'attention-regression' ? 'attention-doubtful' : 'prediction-doubtful';
  const message = `${said} Honest retrains of other networks drift as far: accept the model, or run \`camdrift calibrate\` to teach the gate what is usual for yours.`;
  return { level: 'warn', code: known, message };
}

/**
 * Drift below a tenth of every limit is nothing that a reader could see, however still the accepted models were. To pass it
 * keeps the promise: fewer benign models fail, not more.
 */
const negligible = 0.1;

/** Too small a calibration judges nobody: the limits do, except that no model fails for drifting less than an accepted one. */
function tooFew(over: Reason[], { value }: Score, { calibration, limits, lineage }: Policy, more: number): Reason[] {
  const { scores, rate } = calibration!;
  const judges = `${limits === 'uncalibrated' ? 'uncalibrated ' : ''}limits judge`;
  const message = `The calibration has ${acceptedWords(scores.length, lineage)}; a rate of ${share(rate)} false alarms takes ${more} more. Until then the ${judges}, and what drifts no more than an accepted model is warned about.`;
  const tolerated = scores.some(each => each >= value);
  const judged = tolerated ? over.map((reason): Reason => ({ ...reason, level: 'warn' })) : over;
  return [...judged, { level: 'warn', code: 'calibration-small', message }];
}

function within(scores: readonly number[], value: number): string {
  const count = scores.filter(each => each >= value).length;
  return count === 0 ? 'none' : String(count);
}

/** What a fixture's maps say by themselves, and why that is not judged: for showing. */
export function fateOf(
  maps: NonNullable<FixtureResult['maps']>,
  policy: Policy,
  touched: FixtureResult['touched'],
): Pick<FixtureResult, 'status' | 'reason'> {
  const status = moved(maps, policy) ? 'moved' : 'steady';
  if (touched)
    return { status, reason: `This change ${touched === 'added' ? 'adds' : 'edits'} it: shown, not judged.` };
  const map = maps[policy.method];
  const heatless = map && 'empty' in map && map.empty === 'both';
  return { status, ...(heatless && { reason: 'Neither map has heat, so it says nothing about drift.' }) };
}

/** Whether a fixture by itself moved past a threshold: for showing, not for judging. */
export function moved(maps: NonNullable<FixtureResult['maps']>, policy: Policy): boolean {
  const found = maps[policy.method];
  if (!found || !('drift' in found)) return false;
  return Object.entries(policy.thresholds).some(([metric, limit]) => found.drift[metric]! > limit);
}
