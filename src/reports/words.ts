import { neededFor } from '../core/conformal.ts';
import { findMetric, metrics } from '../metrics/index.ts';
import type { Answer, FixtureResult } from '../results/fixture.ts';
import type { ModelResult, Predictions, ProbeSummary } from '../results/model.ts';
import type { Verdict } from '../results/verdict.ts';
import { acceptedWords, decimals, plainNumber, share } from './figures.ts';

/** Icon and word, never colour alone. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: '✓ pass',
  warn: '! pass, with warnings',
  accepted: '✓ accepted by name',
  incomplete: '? incomplete',
  fail: '✗ regression',
};

/** Fixtures by the judged drift, most first; those without a drift last, in their own order. */
export function byDrift(model: ModelResult): FixtureResult[] {
  return model.fixtures.toSorted((a, b) => (judgedDrift(model, b) ?? -1) - (judgedDrift(model, a) ?? -1));
}

/** A picture by its name; of a model with several answers per picture, which of them it is about: `photo.png: beach`. */
export function titleOf({ name, candidate, baseline }: Pick<FixtureResult, 'name' | 'candidate' | 'baseline'>): string {
  const label = (candidate?.present === undefined ? baseline : candidate)?.explained;
  const isItem = (candidate ?? baseline)?.present !== undefined && label && name.endsWith(`#${label.index}`);
  return isItem ? `${name.replace(/#\d+$/, '')}: ${label.label ?? `label ${label.index}`}` : name;
}

/** The headline drift of a fixture under the judged method. */
export function judgedDrift(model: ModelResult, fixture: FixtureResult, metric = metrics[0]!.name): number | undefined {
  const map = fixture.maps?.[model.judged?.method ?? ''];
  return map && 'drift' in map ? map.drift[metric] : undefined;
}

/** A drift in the metric's own unit: `14.2 %`, or a dash when there is none. */
export const reading = (metric: string, drift: number | undefined): string =>
  drift === undefined ? '-' : findMetric(metric)!.reading(drift);

/** `shoes 71 %`; `shoes 71 % -> hat 55 %` when the prediction flipped. */
export function predictionWords(
  { baseline, candidate, flipped }: Partial<Pick<FixtureResult, 'baseline' | 'candidate' | 'flipped'>>,
  arrow = ' -> ',
): string {
  if (!candidate) return '-';
  if (candidate.value !== undefined) {
    return baseline?.value === undefined
      ? plainNumber(candidate.value)
      : `${plainNumber(baseline.value)}${arrow}${plainNumber(candidate.value)}`;
  }
  const named = (side: Answer) =>
    `${side.predicted.label ?? `class ${side.predicted.index}`} ${((side.predicted.probability ?? 0) * 100).toFixed(0)} %`;
  return flipped && baseline ? `${named(baseline)}${arrow}${named(candidate)}` : named(candidate);
}

/** Which class the maps of a fixture explain; nothing of a regression, whose number they explain. */
export function explainedWords({ candidate }: Pick<FixtureResult, 'candidate'>): string | undefined {
  if (!candidate || candidate.value !== undefined) return undefined;
  return candidate.explained.label ?? `class ${candidate.explained.index}`;
}

/** `fine-tuned`; `retrained, as configured`. */
export const lineageWords = ({ lineage }: ModelResult): string | undefined =>
  lineage && `${lineage.kind}${lineage.source === 'configured' ? ', as configured' : ''}`;

/** Where the heat went: `left`, or a dash when it stayed. */
export function directionWords(model: ModelResult, fixture: FixtureResult): string {
  const map = fixture.maps?.[model.judged?.method ?? ''];
  if (!map || 'refused' in map) return '-';
  if (map.empty) return { both: 'no heat', baseline: 'heat appeared', candidate: 'heat lost' }[map.empty];
  return ('drift' in map && map.centre?.towards) || '-';
}

/**
 * What stands behind the verdict on drift: `calibration: p = 0.077, n = 12 accepted retrained models, 3 of them against this
 * baseline; at most 10 % of benign ones fail`; `uncalibrated limits for retrained models`.
 */
export function calibrationWords({ judged, score }: ModelResult): string | undefined {
  if (!judged || !score) return undefined;
  const { calibration, lineage, limits } = judged;
  if (!calibration || score.p === undefined)
    return limits === undefined
      ? undefined
      : `${limits} limits${lineage === undefined ? '' : ` for ${lineage} models`}`;
  const { scores, rate, otherBaselines = 0 } = calibration;
  const here = otherBaselines > 0 ? `, ${scores.length - otherBaselines} of them against this baseline` : '';
  const found = `p = ${decimals(score.p)}, n = ${acceptedWords(scores.length, lineage)}${here}`;
  const needed = neededFor(rate);
  return scores.length < needed
    ? `${limits} limits, since the calibration is too small: ${found}, ${needed} needed for ${share(rate)}`
    : `calibration: ${found}; at most ${share(rate)} of benign ones fail`;
}
/** Whether an edit that should not matter moves the candidate's attention past the limit. */
export const isFollowed = ({ added, limit, unjudged }: ProbeSummary): boolean =>
  added !== undefined && added > limit && unjudged === undefined;

/** `45 % of the heat moves, 23 % in the baseline` */
export function movementWords({ candidate, baseline }: ProbeSummary): string {
  const share = (value: number) => `${(value * 100).toFixed(0)} %`;
  return `${share(candidate.moved)} of the heat moves${baseline ? `, ${share(baseline.moved)} in the baseline` : ''}`;
}

/** The probes of a model as cells: `[name, candidate, baseline, added, limit, heat on the mark, answers changed]`. */
export function probeCells(
  { name, fixtures, candidate, baseline, added, limit, unjudged }: ProbeSummary,
  arrow = ' -> ',
): string[] {
  const share = (value: number | undefined) => (value === undefined ? '-' : `${(value * 100).toFixed(0)} %`);
  const both = (words: (side: NonNullable<typeof baseline>) => string) =>
    baseline ? `${words(baseline)}${arrow}${words(candidate)}` : words(candidate);
  if (fixtures === 0) return [name, '-', '-', '-', share(limit), '-', '-'];
  const sign = added !== undefined && added > 0 ? '+' : '';
  return [
    name,
    share(candidate.moved),
    share(baseline?.moved),
    added === undefined ? '-' : `${sign}${share(added)}`,
    unjudged === undefined ? share(limit) : 'not judged',
    candidate.onMark === undefined ? '-' : both(({ onMark }) => share(onMark)),
    `${both(({ flipped }) => String(flipped))} of ${fixtures}`,
  ];
}

export const probeColumns = [
  'probe',
  'moved',
  'baseline moved',
  'added',
  'limit',
  'heat on the mark',
  'answers changed',
];

/** What the columns of probes mean, a sentence each. */
export const probeMeanings: readonly (readonly [term: string, meaning: string])[] = [
  ['Probe', 'An edit of every fixture that should not matter, such as a mark in the corners or a frame.'],
  [
    'Moved',
    'The share of the heat that lies elsewhere after the edit, within one model, on average over the fixtures.',
  ],
  ['Added', 'How much more that is in the candidate than in the baseline; it is judged by the limit.'],
  ['Heat on the mark', 'The share of the heat that lies on what was put into the picture.'],
  ['Answers changed', 'On how many fixtures the edit changes the predicted class.'],
];

/** Of a regression: what the answers were on average, and are. */
export const changeWords = ({ before, after }: NonNullable<Predictions['change']>): string =>
  `mean answer ${plainNumber(before)} → ${plainNumber(after)}`;
