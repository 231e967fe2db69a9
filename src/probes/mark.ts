import type { Mask } from '../core/mask.ts';
import type { Raster } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import { label } from './_label.ts';
import type { EditedPicture, MarkPicture, MarkProbe, Place } from './probe.ts';

/** Longer side of the built-in labels, in parts of the picture's shorter side. */
export const builtInMarkSize = 0.28;

/** Between a mark and the edges of the picture, in parts of its shorter side. */
const margin = 0.03;

/** An RGB picture with a mark in each of the probe's corners. The mark's mask is where it hides at least half of what is below. */
export function pasteMark({ mark, at, size }: MarkProbe, picture: Raster): EditedPicture {
  const { width, height } = picture;
  const longer = Math.max(1, Math.round(size * Math.min(width, height)));
  const edited: Raster = { ...picture, data: picture.data.slice() };
  const mask: Mask = { width, height, data: new Uint8Array(width * height) };
  const scaled = mark === 'built-in' ? undefined : stampOf(mark, longer);
  for (const corner of at) press(scaled ?? opaque(label(corner, longer)), corner, edited, mask);
  return { picture: edited, mark: mask };
}

/** What is pasted: colours already multiplied by their opacity, and the opacity apart, both 0..255. */
interface Stamp {
  readonly colours: Raster;
  readonly opacity: Uint8Array;
}

const opaque = (colours: Raster): Stamp => ({
  colours,
  opacity: new Uint8Array(colours.width * colours.height).fill(255),
});

/** Multiplied before it is scaled: colours below transparent pixels must not bleed into the edge. */
function stampOf({ width, height, rgba }: MarkPicture, longer: number): Stamp {
  const scale = longer / Math.max(width, height);
  const [wide, high] = [width, height].map(side => Math.max(1, Math.round(side * scale))) as [number, number];
  const opacity = Uint8Array.from({ length: width * height }, (_, pixel) => rgba[pixel * 4 + 3]!);
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const pixel = (at / 3) | 0;
    return Math.round((rgba[pixel * 4 + (at % 3)]! * opacity[pixel]!) / 255);
  });
  return {
    colours: resample({ width, height, channels: 3, data }, wide, high),
    opacity: resample({ width, height, channels: 1, data: opacity }, wide, high).data,
  };
}

function press({ colours, opacity }: Stamp, corner: Place, picture: Raster, mask: Mask): void {
  const gap = Math.round(margin * Math.min(picture.width, picture.height));
  const right = picture.width - colours.width;
  const bottom = picture.height - colours.height;
  const along = (first: boolean, last: boolean, room: number) =>
    first ? Math.min(gap, room) : last ? Math.max(0, room - gap) : room >> 1;
  const left = along(corner.endsWith('left'), corner.endsWith('right'), right);
  const top = along(corner.startsWith('top'), corner.startsWith('bottom'), bottom);
  opacity.forEach((alpha, i) => {
    const at = (top + Math.floor(i / colours.width)) * picture.width + left + (i % colours.width);
    if (alpha >= 128) mask.data[at] = 1;
    for (let c = 0; c < 3; c++) {
      const under = picture.data[at * 3 + c]!;
      picture.data[at * 3 + c] = Math.min(255, colours.data[i * 3 + c]! + Math.round((under * (255 - alpha)) / 255));
    }
  });
}
