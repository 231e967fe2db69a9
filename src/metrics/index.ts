import { attentionShift } from './attention-shift.ts';
import { centreShift } from './centre-shift.ts';
import { kl } from './kl.ts';
import type { DriftMetric } from './metric.ts';
import { overlap } from './overlap.ts';
import { pearson } from './pearson.ts';
import { spearman } from './spearman.ts';
import { ssim } from './ssim.ts';
import { topRegion } from './top-region.ts';

/** Every drift metric, in the order in which lists show them; the first one is the headline. */
export const metrics: readonly DriftMetric[] = [
  attentionShift,
  overlap,
  kl,
  pearson,
  topRegion,
  centreShift,
  ssim,
  spearman,
];

/** The metric of that name, in any case and with any separators: `SSIM`, `attention shift`. `undefined`: there is none. */
export function findMetric(name: string): DriftMetric | undefined {
  return metrics.find(metric => plainName(metric.name) === plainName(name));
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}
