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
