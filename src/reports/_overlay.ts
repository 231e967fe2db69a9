import pixelmatch from 'pixelmatch';
import { changeColour, heatColour } from '../core/colormap.ts';
import { density, type Heatmap, heat } from '../core/heatmap.ts';
import { blendAt, plain, type Raster, toGrey, toRgb } from '../core/raster.ts';
import { resizeBilinear } from '../core/resize.ts';

/**
 * A map at the size of a picture: its positive part as a density relative to an even spread (1 = the average share of
 * heat), upsampled half-pixel bilinear. Maps on different grids become comparable. `undefined`: no positive heat.
 */
export function relativeHeat(map: Heatmap, size: { width: number; height: number }): Heatmap | undefined {
  const positive = heat(map);
  const shares = density(positive);
  if (shares === undefined) return undefined;
  const relative = { ...positive, data: Float32Array.from(shares, share => share * shares.length) };
  return resizeBilinear(relative, size.width, size.height);
}

/**
 * Heat over a picture of the same size. The picture turns grey and a little darker, so that every colour seen is heat;
 * the colour grows stronger with the heat, up to 0.75 at five eighths of `full`, the heat that gets the last colour.
 */
export function heatOverlay(picture: Raster, heatmap: Heatmap, full: number): Raster {
  const result = shade(picture, 0.8);
  heatmap.data.forEach((value, i) => {
    const share = value / full;
    blendAt(
      result,
      i % picture.width,
      Math.floor(i / picture.width),
      heatColour(share),
      0.75 * Math.min(1, 1.6 * share),
    );
  });
  return result;
}

/** Gained heat in orange and lost heat in blue over the dark grey picture; a change of `full` gets the full colour. */
export function changeOverlay(picture: Raster, before: Heatmap, after: Heatmap, full: number): Raster {
  const result = shade(picture, 0.5);
  after.data.forEach((value, i) => {
    const { colour, strength } = changeColour((value - before.data[i]!) / full);
    blendAt(result, i % picture.width, Math.floor(i / picture.width), colour, 0.95 * strength);
  });
  return result;
}

/**
 * Draws a white line around every region where two heats differ for the eye: by pixelmatch's YIQ distance between
 * their overlays on plain mid-grey, so that the texture of the photo does not fray the line.
 */
export function outlineDifference(target: Raster, before: Heatmap, after: Heatmap, full: number): void {
  const { width, height } = target;
  const page = plain(width, height, [128, 128, 128]);
  const mask = new Uint8Array(width * height * 4);
  const [a, b] = [before, after].map(map => withAlpha(heatOverlay(page, map, full))) as [Uint8Array, Uint8Array];
  pixelmatch(a, b, mask, width, height, { diffMask: true, includeAA: true });
  const differs = (x: number, y: number) => mask[(y * width + x) * 4 + 3] !== 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const inside = differs(x - 1, y) && differs(x + 1, y) && differs(x, y - 1) && differs(x, y + 1);
      if (differs(x, y) && !inside) blendAt(target, x, y, [255, 255, 255], 0.85);
    }
  }
}

/** The picture in grey, every value times `light`; RGB. */
export function shade(picture: Raster, light: number): Raster {
  const grey = toRgb(toGrey(picture));
  return { ...grey, data: grey.data.map(value => value * light) };
}

function withAlpha({ width, height, data }: Raster): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < data.length; i++) rgba[((i / 3) | 0) * 4 + (i % 3)] = data[i]!;
  return rgba;
}
