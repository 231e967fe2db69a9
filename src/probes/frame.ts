import type { Mask } from '../core/mask.ts';
import { type Colour, type Raster, type Rectangle, tint } from '../core/raster.ts';
import type { EditedPicture, FrameProbe } from './probe.ts';

/** From the top clockwise: a model that learned a frame learned its colour, so a single colour finds only its like. */
const colours: readonly Colour[] = [
  [220, 30, 30],
  [30, 180, 60],
  [30, 60, 220],
  [250, 220, 30],
];

/** The frame that is drawn when the team names none. */
export const builtInFrame: Pick<FrameProbe, 'colours' | 'width'> = { colours, width: 0.045 };

/** An RGB picture with a border all around, at least one pixel wide; top and bottom take the corners. */
export function drawFrame(probe: FrameProbe, { width, height, data }: Raster): EditedPicture {
  const shorter = Math.min(width, height);
  const thick = Math.min(Math.max(1, Math.round(probe.width * shorter)), Math.ceil(shorter / 2));
  const picture: Raster = { width, height, channels: 3, data: data.slice() };
  const mask: Mask = { width, height, data: new Uint8Array(width * height).fill(1) };
  const inner = { width: Math.max(0, width - 2 * thick), height: Math.max(0, height - 2 * thick) };
  const sides: Rectangle[] = [
    { x: 0, y: 0, width, height: thick },
    { x: width - thick, y: thick, width: thick, height: inner.height },
    { x: 0, y: height - thick, width, height: thick },
    { x: 0, y: thick, width: thick, height: inner.height },
  ];
  for (const [side, area] of sides.entries()) tint(picture, area, probe.colours[side % probe.colours.length]!, 1);
  for (let y = 0; y < inner.height; y++) {
    const start = (y + thick) * width + thick;
    mask.data.fill(0, start, start + inner.width);
  }
  return { picture, mark: mask };
}
