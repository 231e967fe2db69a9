import type { Raster } from '../core/raster.ts';
import type { EditedPicture, LightProbe } from './probe.ts';

/** An RGB picture under other light: every value times its channel's gain, rounded, and clipped to 0..255. */
export function changeLight({ gains }: LightProbe, picture: Raster): EditedPicture {
  const data = picture.data.map((value, at) => Math.min(255, Math.round(value * gains[at % 3]!)));
  return { picture: { ...picture, data } };
}
