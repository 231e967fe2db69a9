import { isConstant } from '../core/statistics.ts';

/**
 * A correlation coefficient as a drift: 1 -> 0, 0 -> 0.5, -1 -> 1.
 *
 * Where it is not defined because a map is constant: two constant maps are the same density and so correlate fully; one
 * constant map says nothing about where the other has its heat, so they do not correlate.
 */
export function correlationDrift(
  correlation: (a: Float64Array, b: Float64Array) => number | undefined,
  baseline: Float64Array,
  candidate: Float64Array,
): number {
  const bothConstant = isConstant(baseline) && isConstant(candidate);
  return (1 - (correlation(baseline, candidate) ?? (bothConstant ? 1 : 0))) / 2;
}
