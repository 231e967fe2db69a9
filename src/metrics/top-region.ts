import { densities } from './_densities.ts';
import { coefficient } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

/** Share of the cells that the region holds, rounded to whole cells, at least one. */
const share = 0.2;

/**
 * Drift = 1 - IoU of the hottest 20 % of the cells (the top-k intersection of Ghorbani et al., "Interpretation of Neural
 * Networks is Fragile", AAAI 2019, over the union).
 *
 * Ties: every cell as hot as the last one that fits belongs to the region, whatever their number, so that no order of
 * the cells decides; cells without heat never do. A constant map is hot everywhere.
 */
export const topRegion: DriftMetric = {
  name: 'top-region',
  title: 'Hottest fifth (IoU)',
  meaning: 'How much the hottest fifth of the two maps have in common: 1 the same cells, 0 none.',
  drift(baseline, candidate) {
    const pair = densities(baseline, candidate);
    const before = threshold(pair.baseline);
    const after = threshold(pair.candidate);
    let common = 0;
    let either = 0;
    for (const [cell, heat] of pair.baseline.entries()) {
      const wasHot = heat >= before;
      const isHot = pair.candidate[cell]! >= after;
      if (wasHot && isHot) common++;
      if (wasHot || isHot) either++;
    }
    return 1 - common / either;
  },
  reading: drift => coefficient(1 - drift),
};

/** The heat of the coldest cell of the region: of the k-th hottest one, or of the last that has any. */
function threshold(heat: Float64Array): number {
  const hot = heat
    .filter(value => value > 0)
    .sort()
    .reverse();
  const size = Math.max(1, Math.round(share * heat.length));
  return hot[Math.min(size, hot.length) - 1]!;
}
