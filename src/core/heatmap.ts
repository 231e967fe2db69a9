/** Size of a map in cells. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/**
 * Values of one map on the layer's own grid.
 *
 * Row-major, `data.length = width * height`, cell (x, y) at `y * width + x`. A map as a CAM method makes it is
 * signed and un-normalised; `heat` is the part that is shown and compared.
 */
export interface Heatmap extends Grid {
  readonly data: Float32Array;
}

/** The final ReLU of every CAM paper, applied once, on the channel sum: negative evidence becomes 0. */
export function heat(map: Heatmap): Heatmap {
  return { ...map, data: map.data.map(value => Math.max(0, value)) };
}

/** Sum of all values, in float64. */
export function mass(map: Heatmap): number {
  return map.data.reduce((sum, value) => sum + value, 0);
}

/** Largest value; 0 for a map without a positive value. */
export function peak(map: Heatmap): number {
  let largest = 0;
  const { data } = map;
  for (let i = 0; i < data.length; i++) if (data[i]! > largest) largest = data[i]!;
  return largest;
}

/** Heat as a probability density in float64: `value / sum`. `undefined` when there is no heat to share out. */
export function density(map: Heatmap): Float64Array | undefined {
  const total = mass(map);
  if (!(total > 0)) return undefined;
  return Float64Array.from(map.data, value => value / total);
}

/** Distance in cells between the centres of opposite corner cells, the farthest pair; 0 for a single cell. */
export function diagonal(grid: Grid): number {
  return Math.hypot(grid.width - 1, grid.height - 1);
}
