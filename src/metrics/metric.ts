import type { Heatmap } from '../core/heatmap.ts';

/** How far two heatmaps of one fixture are apart. Pure. */
export interface DriftMetric {
  /** As written in configuration and results, for example `attention-shift`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for a reader who sees the number for the first time. */
  readonly meaning: string;
  /** Only on a metric that answers differently when baseline and candidate change places. */
  readonly symmetric?: false;
  /**
   * 0 = identical, 1 = as different as the metric can say.
   * Both maps: non-negative, same grid, at least one positive value (`compare` settles empty maps and grids before).
   * Throws a RangeError when they are not.
   */
  drift(baseline: Heatmap, candidate: Heatmap): number;
  /** The number in the field's own unit: a drift of 0.22 reads "78 %" for the overlap, "0.56" for Pearson's CC. */
  reading(drift: number): string;
}
