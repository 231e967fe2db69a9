import { area } from '../core/mask.ts';
import type { Colour, Raster } from '../core/raster.ts';
import type { FittedRegion } from '../regions/region.ts';
import type { BackgroundProbe, EditedPicture, ProbeRefusal } from './probe.ts';

/** By quarters: a model that learned a background learned its colour, so a single colour finds only its like. */
export const builtInBackground: readonly Colour[] = [
  [60, 180, 75],
  [50, 90, 200],
  [220, 120, 40],
  [200, 50, 160],
];

/** An RGB picture with everything painted over that is not the object. */
export function paintBackground(
  { object, colours }: BackgroundProbe,
  picture: Raster,
  regions: readonly FittedRegion[],
): EditedPicture | ProbeRefusal {
  const found = regions.find(({ region }) => region === object);
  if (!found || area(found.mask) === 0) return { refused: `The fixture has no region \`${object}\`.` };
  const kept = found.mask.data;
  const { width, height } = picture;
  const quarter = (pixel: number) => Number(pixel % width >= width / 2) + 2 * Number(pixel >= (height / 2) * width);
  const data = picture.data.map((value, at) => {
    const pixel = (at / 3) | 0;
    return kept[pixel] ? value : colours[quarter(pixel) % colours.length]![at % 3]!;
  });
  return { picture: { ...picture, data } };
}
