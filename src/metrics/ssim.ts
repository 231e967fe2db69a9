import type { Grid } from '../core/heatmap.ts';
import { densities } from './_densities.ts';
import { coefficient } from './_readings.ts';
import type { DriftMetric } from './metric.ts';

const largestWindow = 7;
/** Squares of K1 and K2 times the data range. */
const c1 = 0.01 ** 2;
const c2 = 0.03 ** 2;

/**
 * Drift = (1 - SSIM) / 2; SSIM = structural similarity of the maps, each divided by its maximum (Wang et al., "Image
 * Quality Assessment", IEEE TIP 2004, eq. 13), averaged over all windows that lie inside the grid.
 *
 * The conventions of scikit-image's `structural_similarity`: uniform square window, sample covariance, K1 = 0.01,
 * K2 = 0.03, data range 1. Window: 7 cells, or the largest odd number that fits the grid; in a window of one cell there
 * is no variance and brightness alone is compared.
 */
export const ssim: DriftMetric = {
  name: 'ssim',
  title: 'Structural similarity (SSIM)',
  meaning: 'How alike the two maps look in brightness, contrast and structure: 1 the same.',
  drift(baseline, candidate) {
    const { grid, baseline: before, candidate: after } = densities(baseline, candidate);
    return (1 - meanSimilarity(overMaximum(before), overMaximum(after), grid)) / 2;
  },
  reading: drift => coefficient(1 - 2 * drift),
};

function meanSimilarity(a: Float64Array, b: Float64Array, { width, height }: Grid): number {
  const fitting = Math.min(largestWindow, width, height);
  const window = fitting % 2 === 1 ? fitting : fitting - 1;
  let sum = 0;
  let count = 0;
  for (let top = 0; top + window <= height; top++) {
    for (let left = 0; left + window <= width; left++) {
      sum += similarity(windowMoments(a, b, width, top * width + left, window));
      count++;
    }
  }
  return sum / count;
}

interface Moments {
  readonly meanA: number;
  readonly meanB: number;
  readonly varianceA: number;
  readonly varianceB: number;
  readonly covariance: number;
}

function windowMoments(a: Float64Array, b: Float64Array, width: number, start: number, window: number): Moments {
  const count = window * window;
  const cells = Array.from({ length: count }, (_, i) => start + Math.floor(i / window) * width + (i % window));
  const meanA = cells.reduce((sum, cell) => sum + a[cell]!, 0) / count;
  const meanB = cells.reduce((sum, cell) => sum + b[cell]!, 0) / count;
  let varianceA = 0;
  let varianceB = 0;
  let covariance = 0;
  for (const cell of cells) {
    const da = a[cell]! - meanA;
    const db = b[cell]! - meanB;
    varianceA += da * da;
    varianceB += db * db;
    covariance += da * db;
  }
  const degrees = Math.max(1, count - 1);
  return {
    meanA,
    meanB,
    varianceA: varianceA / degrees,
    varianceB: varianceB / degrees,
    covariance: covariance / degrees,
  };
}

function similarity({ meanA, meanB, varianceA, varianceB, covariance }: Moments): number {
  const brightness = (2 * meanA * meanB + c1) / (meanA * meanA + meanB * meanB + c1);
  const structure = (2 * covariance + c2) / (varianceA + varianceB + c2);
  return brightness * structure;
}

function overMaximum(heat: Float64Array): Float64Array {
  const maximum = heat.reduce((largest, value) => Math.max(largest, value), 0);
  return heat.map(value => value / maximum);
}
