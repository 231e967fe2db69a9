import { blurred } from '../core/blur.ts';
import type { Raster } from '../core/raster.ts';
import type { BlurProbe, EditedPicture } from './probe.ts';

/** An RGB picture out of focus. The radius is in parts of the shorter side, at least one pixel. */
export function blurPicture({ radius }: BlurProbe, picture: Raster): EditedPicture {
  const pixels = Math.max(1, Math.round(radius * Math.min(picture.width, picture.height)));
  return { picture: blurred(picture, pixels) };
}
