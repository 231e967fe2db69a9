import { spearman as correlation } from '../core/statistics.ts';
import { correlationDrift } from './_correlation.ts';
import { densities } from './_densities.ts';
import { coefficient } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

/**
 * Drift = (1 - rho) / 2; rho = Spearman's rank correlation over the cells, ties averaged, as in Adebayo et al., "Sanity
 * Checks for Saliency Maps", NeurIPS 2018. Two constant maps: 0; one: 0.5.
 */
export const spearman: DriftMetric = {
  name: 'spearman',
  title: 'Spearman rank correlation',
  meaning: 'Whether the two maps put the cells in the same order from cold to hot: 1 the same, -1 the opposite.',
  drift(baseline, candidate) {
    const pair = densities(baseline, candidate);
    return correlationDrift(correlation, pair.baseline, pair.candidate);
  },
  reading: drift => coefficient(1 - 2 * drift),
};
