import type { Mask } from '../core/mask.ts';
import { type Raster, toRgb } from '../core/raster.ts';
import type { FittedRegion } from '../regions/region.ts';
import type { EditedPicture, ProbeRefusal, SwapEdit } from './probe.ts';

/** Another fixture, as the same model sees it: of the same size. */
export interface Donor {
  readonly picture: Raster;
  readonly regions: readonly FittedRegion[];
}

/**
 * An RGB picture in the surroundings of another one: all that is not its object, where a region says what that is, else a strip
 * along the edges. Where the other's own object would show, there is what lies opposite, or the mean of its surroundings.
 */
export function swapSurroundings(
  { object, edge }: SwapEdit,
  picture: Raster,
  regions: readonly FittedRegion[],
  donor: Donor | undefined,
): EditedPicture | ProbeRefusal {
  if (!donor) return { refused: 'There is no other fixture whose surroundings it could take.' };
  const kept = object === undefined ? middle(picture, edge) : maskOf(object, regions);
  const theirs = object === undefined ? middle(picture, edge) : maskOf(object, donor.regions);
  if (!kept || !theirs) return { refused: `A fixture has no region \`${object}\`.` };
  const around = surroundings(toRgb(donor.picture), theirs);
  const data = picture.data.map((value, at) => (kept.data[(at / 3) | 0] ? value : around[at]!));
  return { picture: { ...picture, data } };
}

const maskOf = (object: string, regions: readonly FittedRegion[]): Mask | undefined =>
  regions.find(({ region }) => region === object)?.mask;

/** All but a strip along the edges, `edge` of the shorter side wide. */
function middle({ width, height }: Raster, edge: number): Mask {
  const strip = Math.max(1, Math.round(edge * Math.min(width, height)));
  const inside = (at: number, length: number) => at >= strip && at < length - strip;
  const data = Uint8Array.from({ length: width * height }, (_, pixel) =>
    Number(inside(pixel % width, width) && inside(Math.floor(pixel / width), height)),
  );
  return { width, height, data };
}

/** The picture without what the mask hides. */
function surroundings({ width, data }: Raster, hidden: Mask): Uint8Array {
  const plain = meanColour(data, hidden);
  return Uint8Array.from(data, (value, at) => {
    const pixel = (at / 3) | 0;
    if (!hidden.data[pixel]) return value;
    const opposite = pixel - 2 * (pixel % width) + width - 1;
    return hidden.data[opposite] ? plain[at % 3]! : data[opposite * 3 + (at % 3)]!;
  });
}

/** Of what is not hidden; mid-grey where all is. */
function meanColour(data: Raster['data'], { data: hidden }: Mask): readonly number[] {
  const shown = [...hidden.keys()].filter(pixel => !hidden[pixel]);
  return [0, 1, 2].map(channel =>
    shown.length === 0
      ? 128
      : Math.round(shown.reduce((sum, pixel) => sum + data[pixel * 3 + channel]!, 0) / shown.length),
  );
}
