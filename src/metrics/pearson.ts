import { pearson as correlation } from '../core/statistics.ts';
import { correlationDrift } from './_correlation.ts';
import { densities } from './_densities.ts';
import { coefficient } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

/** Drift = (1 - CC) / 2; CC = Pearson's coefficient over the cells (Bylinskii et al.). Two constant maps: 0; one: 0.5. */
export const pearson: DriftMetric = {
  name: 'pearson',
  title: 'Pearson correlation (CC)',
  meaning: "Whether the two maps rise and fall at the same places: 1 the same, 0 unrelated, -1 each other's negative.",
  drift(baseline, candidate) {
    const pair = densities(baseline, candidate);
    return correlationDrift(correlation, pair.baseline, pair.candidate);
  },
  reading: drift => coefficient(1 - 2 * drift),
};
