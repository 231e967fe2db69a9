import { density, type Grid, type Heatmap } from '../core/heatmap.ts';

/** Two heatmaps as densities (sum 1, float64, row-major) over one grid: what every metric compares. */
export interface Densities {
  readonly grid: Grid;
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

/** Throws when the grids differ or when a map is not heat (negative, or empty): `compare` has to settle that first. */
export function densities(baseline: Heatmap, candidate: Heatmap): Densities {
  const { width, height } = baseline;
  if (candidate.width !== width || candidate.height !== height) {
    throw new RangeError(
      `The baseline's grid is ${width}x${height} and the candidate's ${candidate.width}x${candidate.height}. Resample to one grid first.`,
    );
  }
  return {
    grid: { width, height },
    baseline: heatOf(baseline, 'baseline'),
    candidate: heatOf(candidate, 'candidate'),
  };
}

function heatOf(map: Heatmap, side: string): Float64Array {
  const shares = density(map);
  if (shares === undefined) throw new RangeError(`The ${side} map has no heat to compare. Settle empty maps first.`);
  if (shares.some(share => share < 0)) throw new RangeError(`The ${side} map has negative values. Apply heat() first.`);
  return shares;
}
