import type { Grid, Heatmap } from './heatmap.ts';

/**
 * Bilinear interpolation between cell centres, for display: TensorFlow's `resizeBilinear` with half-pixel centres
 * and without aligned corners, the edge repeated outwards. No smoothing when it shrinks. Range: that of the map.
 */
export function resizeBilinear(map: Heatmap, width: number, height: number): Heatmap {
  const rows = interpolation(map.height, height);
  const wide = widened(map, width);
  const data = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const upper = rows.low[y]! * width;
    const lower = rows.high[y]! * width;
    const fraction = rows.fraction[y]!;
    for (let x = 0; x < width; x++) data[at++] = mix(wide[upper + x]!, wide[lower + x]!, fraction);
  }
  return { width, height, data };
}

/** Its rows, each stretched once: many new rows lie between the same two. In float64, as if they were not kept. */
function widened({ data, width: from, height }: Heatmap, width: number): Float64Array {
  const { low, high, fraction } = interpolation(from, width);
  const wide = new Float64Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = y * from;
    for (let x = 0; x < width; x++) wide[at++] = mix(data[row + low[x]!]!, data[row + high[x]!]!, fraction[x]!);
  }
  return wide;
}

/**
 * Area resampling, for comparison across grids: every cell spreads its value over the new cells in proportion to the
 * area that they share, so the sum stays the same and a density stays a density, whether the grid shrinks or grows.
 */
export function resizeArea(map: Heatmap, width: number, height: number): Heatmap {
  return { width, height, data: Float32Array.from(resampleMass(map.data, map, { width, height })) };
}

/** Both maps, area-resampled where necessary, on the coarser of their grids (the smaller width, the smaller height). */
export function onCommonGrid(a: Heatmap, b: Heatmap): [Heatmap, Heatmap] {
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  const fit = (map: Heatmap) => (map.width === width && map.height === height ? map : resizeArea(map, width, height));
  return [fit(a), fit(b)];
}

/** `resizeArea` on plain values (row-major, one per cell), all of it in float64. */
export function resampleMass(values: ArrayLike<number>, from: Grid, to: Grid): Float64Array {
  const narrow = new Float64Array(to.width * from.height);
  for (const { source, target, share } of shares(from.width, to.width)) {
    for (let y = 0; y < from.height; y++) {
      narrow[y * to.width + target]! += share * values[y * from.width + source]!;
    }
  }
  const result = new Float64Array(to.width * to.height);
  for (const { source, target, share } of shares(from.height, to.height)) {
    for (let x = 0; x < to.width; x++) {
      result[target * to.width + x]! += share * narrow[source * to.width + x]!;
    }
  }
  return result;
}

/** Per new position along one axis: the two old positions it lies between, and how far it is on the way. */
function interpolation(from: number, to: number) {
  const low = new Int32Array(to);
  const high = new Int32Array(to);
  const fraction = new Float64Array(to);
  for (let i = 0; i < to; i++) {
    const position = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
    low[i] = Math.floor(position);
    high[i] = Math.ceil(position);
    fraction[i] = position - low[i]!;
  }
  return { low, high, fraction };
}

function mix(a: number, b: number, fraction: number): number {
  return a + (b - a) * fraction;
}

/** Along one axis: the share of each old cell that falls into each new one; the shares of an old cell add up to 1. */
function shares(from: number, to: number): { source: number; target: number; share: number }[] {
  const result = [];
  for (let source = 0; source < from; source++) {
    // In units of 1 / (from * to) of the axis all borders are integers, so a cell that ends on a border ends there exactly.
    const start = source * to;
    const end = start + to;
    for (let target = Math.floor(start / from); target * from < end; target++) {
      const shared = Math.min(end, (target + 1) * from) - Math.max(start, target * from);
      result.push({ source, target, share: shared / to });
    }
  }
  return result;
}
