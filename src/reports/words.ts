import { neededFor } from '../core/conformal.ts';
import { acceptedWords, decimals, share } from '../judgement/words.ts';
import { findMetric, metrics } from '../metrics/index.ts';
import type { FixtureResult, ModelResult, Verdict } from './results.ts';

/** Icon and word, never colour alone. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: '✓ pass',
  warn: '! pass, with warnings',
  incomplete: '? incomplete',
  fail: '✗ attention regression',
};

/** Fixtures by the judged drift, most first; those without a drift last, in their own order. */
export function byDrift(model: ModelResult): FixtureResult[] {
  return model.fixtures.toSorted((a, b) => (judgedDrift(model, b) ?? -1) - (judgedDrift(model, a) ?? -1));
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
export function predictionWords({ baseline, candidate, flipped }: FixtureResult, arrow = ' -> '): string {
  if (!candidate) return '-';
  const named = (side: NonNullable<typeof candidate>) =>
    `${side.predicted.label ?? `class ${side.predicted.index}`} ${((side.predicted.probability ?? 0) * 100).toFixed(0)} %`;
  return flipped && baseline ? `${named(baseline)}${arrow}${named(candidate)}` : named(candidate);
}

/** `fine-tuned`; `retrained, as configured`. */
export const lineageWords = ({ lineage }: ModelResult): string | undefined =>
  lineage && `${lineage.kind}${lineage.source === 'configured' ? ', as configured' : ''}`;

/** Where the heat went: `left`, or a dash when it stayed. */
export function directionWords(model: ModelResult, fixture: FixtureResult): string {
  const map = fixture.maps?.[model.judged?.method ?? ''];
  if (!map || 'refused' in map) return '-';
  if (map.empty) return { both: 'no heat', baseline: 'heat appeared', candidate: 'heat lost' }[map.empty];
  return map.centre?.towards ?? '-';
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
