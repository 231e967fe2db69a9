import type { Raster } from '../core/raster.ts';
import type { FittedRegion } from '../regions/region.ts';
import type { EditedPicture, Probe, ProbeRefusal } from './probe.ts';

/**
 * A picture after the edit of a probe; the picture itself is left alone.
 *
 * @param picture as the model sees it, before preprocessing
 * @param regions of the same fixture, of the picture's size
 */
export function edit(probe: Probe, _picture: Raster, _regions: readonly FittedRegion[]): EditedPicture | ProbeRefusal {
  throw new Error(`Not built yet: ${probe.name}.`);
}
