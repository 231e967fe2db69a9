import type { Seen } from '../baselines/baseline.ts';
import { jensenShannon, normalised } from '../core/divergence.ts';
import { type Heatmap, heat, peak } from '../core/heatmap.ts';
import { onCommonGrid } from '../core/resize.ts';
import { isRefusal, type Refusal } from '../methods/method.ts';
import { centreMove } from '../metrics/centre-shift.ts';
import { metrics } from '../metrics/index.ts';
import { isPresent } from '../models/model.ts';
import type { MapDrift } from '../results/fixture.ts';
import { hottestPlace } from './hottest-place.ts';

/** How the model's own answers differ. */
export interface PredictionDrift {
  readonly flipped: boolean;
  /** Jensen-Shannon divergence of the probabilities in bits, 0 to 1; absent when the numbers of classes differ. */
  readonly divergence?: number;
}

export interface Comparison {
  readonly maps: Record<string, MapDrift>;
  readonly prediction: PredictionDrift;
}

/** Compares what two models saw in the same fixture, method by method, on the coarser of the two grids. */
export function compare(
  baseline: Seen,
  candidate: Seen,
  methods: readonly string[],
  task?: 'multi-label' | 'regression',
): Comparison {
  const maps = methods.map(method => [method, mapDrift(baseline.maps[method], candidate.maps[method])]);
  return { maps: Object.fromEntries(maps), prediction: predictionDrift(baseline, candidate, task) };
}

/** How far two maps of one method are apart, on the coarser of the two grids. */
export function mapDrift(baseline: Heatmap | Refusal | undefined, candidate: Heatmap | Refusal | undefined): MapDrift {
  if (!baseline || !candidate)
    return { refused: `The ${baseline ? 'candidate' : 'baseline'} has no map of this method.` };
  if (isRefusal(baseline)) return baseline;
  if (isRefusal(candidate)) return candidate;
  const [before, after] = onCommonGrid(heat(baseline), heat(candidate));
  const empty = emptiness(before, after);
  if (empty === 'both') return { empty };
  if (empty) return { drift: everywhere(1), empty };
  const drift = Object.fromEntries(metrics.map(metric => [metric.name, metric.drift(before, after)]));
  const [from, to] = [hottestPlace(before), hottestPlace(after)];
  return { drift, centre: centreMove(before, after), ...(from && to && { hottest: { before: from, now: to } }) };
}

/** Heat that is lost, or appears from nothing, has moved as far as it can. */
function emptiness(before: Heatmap, after: Heatmap): 'both' | 'baseline' | 'candidate' | undefined {
  if (peak(before) === 0) return peak(after) === 0 ? 'both' : 'baseline';
  return peak(after) === 0 ? 'candidate' : undefined;
}

const everywhere = (drift: number) => Object.fromEntries(metrics.map(metric => [metric.name, drift]));

/** A label is a question of its own, answered yes or no; a number has no probabilities. */
function predictionDrift(baseline: Seen, candidate: Seen, task?: 'multi-label' | 'regression'): PredictionDrift {
  if (task === 'regression') return { flipped: false };
  if (task === 'multi-label') {
    const [p, q] = [baseline, candidate].map(({ probabilities, classIndex }) => probabilities[classIndex] ?? 0) as [
      number,
      number,
    ];
    return { flipped: isPresent(p) !== isPresent(q), divergence: jensenShannon([p, 1 - p], [q, 1 - q]) };
  }
  const flipped = baseline.predicted !== candidate.predicted;
  if (baseline.probabilities.length !== candidate.probabilities.length) return { flipped };
  return {
    flipped,
    divergence: jensenShannon(normalised(baseline.probabilities), normalised(candidate.probabilities)),
  };
}
