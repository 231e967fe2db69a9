import { earthMoversDistance } from '../core/transport.ts';
import { densities } from './_densities.ts';
import { percent } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

/**
 * Earth mover's distance between the two densities, in units of the grid diagonal (`earthMoversDistance`).
 *
 * The only metric here that tells a near miss from a far one. On a grid of one cell heat cannot move: 0.
 */
export const attentionShift: DriftMetric = {
  name: 'attention-shift',
  title: 'Attention shift',
  meaning: 'How far the heat had to travel on average, in per cent of the diagonal of the map.',
  drift(baseline, candidate) {
    const pair = densities(baseline, candidate);
    return earthMoversDistance(pair.baseline, pair.candidate, pair.grid);
  },
  reading: drift => percent(drift, 1),
};
