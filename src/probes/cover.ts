import type { Mask } from '../core/mask.ts';
import { type Raster, type Rectangle, tint } from '../core/raster.ts';
import type { CoverProbe, EditedPicture } from './probe.ts';

/** An RGB picture of which a part is covered by one colour: a square in the middle, or a strip along one edge. */
export function coverPart({ part, size, colour }: CoverProbe, { width, height, data }: Raster): EditedPicture {
  const picture: Raster = { width, height, channels: 3, data: data.slice() };
  const area = areaOf(part, size, width, height);
  tint(picture, area, colour, 1);
  const mask: Mask = { width, height, data: new Uint8Array(width * height) };
  for (let y = area.y; y < area.y + area.height; y++)
    mask.data.fill(1, y * width + area.x, y * width + area.x + area.width);
  return { picture, mark: mask };
}

function areaOf(part: CoverProbe['part'], size: number, width: number, height: number): Rectangle {
  const length = Math.max(1, Math.round(size * Math.min(width, height)));
  switch (part) {
    case 'centre':
      return { x: (width - length) >> 1, y: (height - length) >> 1, width: length, height: length };
    case 'top':
      return { x: 0, y: 0, width, height: length };
    case 'bottom':
      return { x: 0, y: height - length, width, height: length };
    case 'left':
      return { x: 0, y: 0, width: length, height };
    case 'right':
      return { x: width - length, y: 0, width: length, height };
  }
}
