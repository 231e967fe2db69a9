import { densities } from './_densities.ts';
import { percent } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

/** Drift = 1 - SIM, the total variation distance; SIM = `sum of min(P, Q)`, the histogram intersection (Bylinskii et al.). */
export const overlap: DriftMetric = {
  name: 'overlap',
  title: 'Overlap',
  meaning: 'The share of the heat that stayed where it was.',
  drift(baseline, candidate) {
    const pair = densities(baseline, candidate);
    let moved = 0;
    // Half of |P - Q| is 1 - SIM, and exactly 0 for identical maps, whose sum need not be exactly 1.
    for (const [cell, heat] of pair.baseline.entries()) moved += Math.abs(heat - pair.candidate[cell]!) / 2;
    return Math.min(1, moved);
  },
  reading: drift => percent(1 - drift, 0),
};
