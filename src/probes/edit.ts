import { type Raster, toGrey, toRgb } from '../core/raster.ts';
import type { FittedRegion } from '../regions/region.ts';
import { paintBackground } from './background.ts';
import { quantiseBlocks } from './blocks.ts';
import { blurPicture } from './blur.ts';
import { coverPart } from './cover.ts';
import { drawFrame } from './frame.ts';
import { changeLight } from './light.ts';
import { pasteMark } from './mark.ts';
import type { Edit, EditedPicture, ProbeRefusal } from './probe.ts';
import { type Donor, swapSurroundings } from './swap.ts';

/**
 * A picture after the edit of a probe; the picture itself is left alone. A grey picture is edited in colour and becomes
 * grey again, so that colours turn into their BT.601 luma.
 *
 * @param picture as the model sees it, before preprocessing
 * @param regions of the same fixture, of the picture's size
 * @param donor the other fixture of an edit that takes something of one
 */
export function edit(
  probe: Edit,
  picture: Raster,
  regions: readonly FittedRegion[],
  donor?: Donor,
): EditedPicture | ProbeRefusal {
  const edited = inColour(probe, toRgb(picture), regions, donor);
  return 'refused' in edited || picture.channels === 3 ? edited : { ...edited, picture: toGrey(edited.picture) };
}

function inColour(
  probe: Edit,
  picture: Raster,
  regions: readonly FittedRegion[],
  donor: Donor | undefined,
): EditedPicture | ProbeRefusal {
  switch (probe.kind) {
    case 'mark':
      return pasteMark(probe, picture);
    case 'frame':
      return drawFrame(probe, picture);
    case 'background':
      return paintBackground(probe, picture, regions);
    case 'light':
      return changeLight(probe, picture);
    case 'blur':
      return blurPicture(probe, picture);
    case 'jpeg':
      return quantiseBlocks(probe, picture);
    case 'cover':
      return coverPart(probe, picture);
    case 'swap':
      return swapSurroundings(probe, picture, regions, donor);
  }
}
