import { diagonal, type Grid } from './heatmap.ts';
import { resampleMass } from './resize.ts';
import { transportationCost } from './transportation.ts';

/** Grids up to this many cells (20 x 20) are solved exactly, larger ones after coarsening. */
export const exactCells = 400;

/**
 * Earth mover's distance of two densities on one grid: how far their mass has to travel on average, 0..1.
 *
 * Ground distance: Euclidean between cell centres, divided by `diagonal(grid)`, so that opposite corners are 1 apart;
 * on a grid of one cell nothing can move: 0. Both: row-major, non-negative, sum 1. Rubner, Tomasi and Guibas, "The
 * earth mover's distance as a metric for image retrieval", IJCV 2000.
 *
 * Exact to 1e-14 up to `exactCells`. A larger grid is area-resampled to at most that many cells of about the same aspect,
 * with distances in cells of the original grid. Measured on grids of 21 x 21 to 56 x 56: smooth maps 0.0005 too low on
 * average and at most 0.004, white noise 0.004 too low, noise with many zeros 0.007; all heat in one cell is off by up to
 * a coarse cell, 0.033 from corner to corner of 56 x 56. (The sum of the marginal distances, which is as quick, is 0.06
 * too high on the same smooth maps, at worst 0.23.)
 */
export function earthMoversDistance(p: ArrayLike<number>, q: ArrayLike<number>, grid: Grid): number {
  const unit = diagonal(grid);
  if (unit === 0) return 0;
  const coarse = solvableGrid(grid);
  const surplus = difference(resampleMass(p, grid, coarse), resampleMass(q, grid, coarse));
  // Mass that both have in a cell stays there: the ground distance is a metric, so moving it could not save anything.
  const from = cellsWhere(surplus, mass => mass > 0);
  const to = cellsWhere(surplus, mass => mass < 0);
  const supply = from.map(cell => surplus[cell]!);
  const demand = to.map(cell => -surplus[cell]!);
  return Math.min(1, transportationCost(supply, demand, groundDistances(from, to, coarse, grid)) / unit);
}

/** The grid itself, or one of about the same aspect with at most `exactCells` cells. */
function solvableGrid({ width, height }: Grid): Grid {
  const scale = Math.sqrt(exactCells / (width * height));
  if (scale >= 1) return { width, height };
  const short = Math.max(1, Math.floor(Math.min(width, height) * scale));
  const long = Math.min(Math.max(width, height), Math.floor(exactCells / short));
  return width < height ? { width: short, height: long } : { width: long, height: short };
}

/** Distances in cells of the original grid between the centres of coarse cells; row-major, one row per source. */
function groundDistances(from: readonly number[], to: readonly number[], coarse: Grid, grid: Grid): Float64Array {
  const cellWidth = grid.width / coarse.width;
  const cellHeight = grid.height / coarse.height;
  const result = new Float64Array(from.length * to.length);
  for (const [row, source] of from.entries()) {
    for (const [column, sink] of to.entries()) {
      const dx = ((source % coarse.width) - (sink % coarse.width)) * cellWidth;
      const dy = (Math.floor(source / coarse.width) - Math.floor(sink / coarse.width)) * cellHeight;
      result[row * to.length + column] = Math.hypot(dx, dy);
    }
  }
  return result;
}

function difference(p: Float64Array, q: Float64Array): Float64Array {
  return p.map((mass, cell) => mass - q[cell]!);
}

function cellsWhere(values: Float64Array, test: (value: number) => boolean): number[] {
  const cells = [];
  for (let cell = 0; cell < values.length; cell++) if (test(values[cell]!)) cells.push(cell);
  return cells;
}
