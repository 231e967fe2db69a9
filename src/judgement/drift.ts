import { conformalP, neededFor } from '../core/conformal.ts';
import { mean, percentile } from '../core/statistics.ts';
import { findMetric, metrics } from '../metrics/index.ts';
import type { FixtureResult, ModelResult, Policy, Reason } from '../results/results.ts';
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
  /** `attention shift 14.2 % on average (limit 8.0 %, grad-cam)`, with the limit in words. */
  words(limit: string): string;
}

/** What drift there is between the two models, each kind with its limit. */
function signalsOf(drift: Drift, divergence: number | undefined, policy: Policy, change: Change): Signal[] {
  const { method, thresholds } = policy;
  const attention = Object.entries(thresholds).flatMap(([name, limit]): Signal[] => {
    const found = drift[method]?.[name]?.mean;
    if (found === undefined) return [];
    const words = (said: string) =>
      `Attention moved: ${driftName(name)} ${percent(found)} on average (${said} ${percent(limit)}, ${method}).`;
    return [{ name, code: 'attention-regression', value: found, limit, words }];
  });
  const changed = changeOf(change, policy);
  if (changed) return [...attention, changed];
  if (divergence === undefined || policy.divergence === undefined) return attention;
  const limit = policy.divergence;
  const words = (said: string) =>
    `Answers moved: probabilities diverge by ${divergence.toFixed(3)} bits on average (${said} ${limit}, Jensen-Shannon).`;
  return [...attention, { name: 'divergence', code: 'prediction-regression', value: divergence, limit, words }];
}

/** How far the answers of a regression changed. */
type Change = NonNullable<ModelResult['predictions']>['change'];

/** The number that a regression answers, in its own unit. */
function changeOf(change: Change, { answer: limit }: Policy): Signal | undefined {
  if (!change || limit === undefined) return undefined;
  const { mean: value, before, after } = change;
  const words = (said: string) =>
    `The answers moved by ${number(value)} on average, from ${number(before)} to ${number(after)} (${said.replace('uncalibrated ', '')} ${number(limit)}, in the unit of the output).`;
  return { name: 'answer', code: 'prediction-regression', value, limit, words };
}

/** Four digits that count. */
const number = (value: number): string => String(Number(value.toPrecision(4)));

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
  change?: Change,
): { score: Score | undefined; reasons: Reason[] } {
  const signals = signalsOf(drift, divergence, policy, change).toSorted((a, b) => ratio(b) - ratio(a));
  const [largest] = signals;
  if (!largest) return { score: undefined, reasons: [] };
  const value = ratio(largest);
  const plain = { value, signal: largest.name };
  const limitWords = policy.limits === 'uncalibrated' ? 'uncalibrated limit' : 'limit';
  const over = signals
    .filter(signal => !(signal.value <= signal.limit))
    .map(({ code, words }): Reason => ({ level: 'fail', code, message: words(limitWords) }));
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
