import type { Grid } from '../core/heatmap.ts';
import type { FittedRegion, RegionShape } from '../regions/region.ts';
import type { Fit } from './prepare.ts';

/**
 * Regions of a fixture in the frame of the model's input: scaled, cut and padded as the picture itself is by `prepare`.
 *
 * @param from size of the fixture's file in pixels, which the shapes count in
 * @param path of the fixture, named in errors
 * @throws CamdriftError `fixture-unreadable` when a mask cannot be read or is not of the fixture's size
 */
export async function fitRegions(
  shapes: readonly RegionShape[],
  from: Grid,
  input: Grid,
  fit: Fit,
  path: string,
): Promise<readonly FittedRegion[]> {
  if (shapes.length === 0) return [];
  throw new Error(`Not built yet: ${shapes.length} regions of ${path}, ${from.width} to ${input.width}, ${fit}.`);
}
