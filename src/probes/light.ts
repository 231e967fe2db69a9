import type { Raster } from '../core/raster.ts';
import type { EditedPicture, LightProbe } from './probe.ts';

/** An RGB picture under other light: contrast about 128, then every value times its channel's gain, rounded, clipped to 0..255. */
export function changeLight({ gains, contrast = 1 }: LightProbe, picture: Raster): EditedPicture {
  const lit = (value: number, gain: number) => Math.round((128 + (value - 128) * contrast) * gain);
  const data = picture.data.map((value, at) => Math.min(255, Math.max(0, lit(value, gains[at % 3]!))));
  return { picture: { ...picture, data } };
}
