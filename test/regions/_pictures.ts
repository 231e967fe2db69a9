import type { Mask } from '../../src/core/mask.ts';
import type { Raster } from '../../src/core/raster.ts';

/** A line of text per row: `#` where the region is. */
export const pictured = ({ width, height, data }: Mask | Raster): string[] =>
  Array.from({ length: height }, (_, y) =>
    [...data.subarray(y * width, (y + 1) * width)].map(value => (value ? '#' : '.')).join(''),
  );
