import { findMetric, metrics } from '../metrics/index.ts';
import type { MeanInterval } from '../results/interval.ts';
import type { ModelResult } from '../results/model.ts';
import type { ReasonOf } from '../results/reason.ts';
import { bits, percent, plainNumber } from './figures.ts';

type Kind = MeanInterval['of'];

/** A mean or a difference of means in the unit that other sentences have it in. */
function figure(of: Kind, value: number): string {
  if (of === 'answer') return plainNumber(value);
  if (of === 'divergence') return bits(value);
  return of === 'probe' ? `${value < 0 ? '' : '+'}${value.toFixed(2)}` : percent(value);
}

/** `0.9 % to 1.6 %` */
export const rangeWords = ({ of, low, high }: Pick<MeanInterval, 'of' | 'low' | 'high'>): string =>
  `${figure(of, low)} to ${figure(of, high)}`;

const kinds = {
  'attention-regression': 'drift',
  'prediction-regression': 'divergence',
  'answer-regression': 'answer',
  'probe-regression': 'probe',
} as const;

/** After what moved: what cannot be told of it, and what would tell. */
export function cannotTellWords(reason: ReasonOf<'cannot-tell'>): string {
  const { found, low, high, fixtures, limit, limitUpTo, settledBy } = reason;
  const of = kinds[found.code];
  const range = rangeWords({ of, low, high });
  const settled =
    settledBy === undefined ? 'More of them than one keeps would settle it' : `About ${settledBy} would settle it`;
  const upTo = limitUpTo === undefined ? '' : `, or on other pictures up to ${figure(of, limitUpTo)}`;
  return `Cannot tell whether that is beyond ${figure(of, limit)}${upTo}, where it would fail: with other pictures of the kind of these ${fixtures} it may be ${range} (95 %). ${settled}.`;
}

/**
 * `on pictures like these: attention shift 3.1 % to 5.4 % (95 %); with 12 fixtures this check sees shifts of 1.4 points and more`;
 * empty where the headline has no interval.
 */
export function precisionWords({ intervals = [] }: Pick<ModelResult, 'intervals'>): string {
  const headline = metrics[0]!;
  const found = intervals.find(({ of, name }) => of === 'drift' && name === headline.name);
  if (!found) return '';
  const points = (found.sees * 100).toFixed(1);
  return `on pictures like these: ${headline.title.toLowerCase()} ${rangeWords(found)} (95 %); with ${found.fixtures} fixtures this check sees shifts of ${points} points and more`;
}

export const intervalColumns = ['mean', 'over these', '95 % interval', 'what it sees', 'fixtures'];

/** Every judged mean as cells. */
export const intervalRows = ({ intervals = [] }: Pick<ModelResult, 'intervals'>): string[][] =>
  intervals.map(found => [
    names[found.of](found.name),
    figure(found.of, found.mean),
    rangeWords(found),
    `${figure(found.of, found.sees)} and more`,
    String(found.fixtures),
  ]);

const names: Readonly<Record<Kind, (name: string) => string>> = {
  drift: name => findMetric(name)?.title.toLowerCase() ?? name,
  divergence: () => 'divergence of the answers',
  answer: () => 'change of the answer',
  probe: name => `added by the probe ${name}`,
  region: name => `heat in ${name}`,
};
