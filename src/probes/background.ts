import { area } from '../core/mask.ts';
import type { Raster } from '../core/raster.ts';
import type { FittedRegion } from '../regions/region.ts';
import type { BackgroundProbe, EditedPicture, ProbeRefusal } from './probe.ts';

/** An RGB picture with everything painted over that is not the object. */
export function paintBackground(
  { object, colour }: BackgroundProbe,
  picture: Raster,
  regions: readonly FittedRegion[],
): EditedPicture | ProbeRefusal {
  const found = regions.find(({ region }) => region === object);
  if (!found || area(found.mask) === 0) return { refused: `The fixture has no region \`${object}\`.` };
  const kept = found.mask.data;
  const data = picture.data.map((value, at) => (kept[(at / 3) | 0] ? value : colour[at % 3]!));
  return { picture: { ...picture, data } };
}
