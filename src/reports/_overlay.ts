import pixelmatch from 'pixelmatch';
import { changeColour, inferno } from '../core/colormap.ts';
import { density, type Heatmap, heat } from '../core/heatmap.ts';
import { blendAt, type Colour, plain, type Raster, toGrey } from '../core/raster.ts';
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
  const { data } = result;
  const heats = heatmap.data;
  // Colours as objects would take four times as long, `Math.round` half as long again: a byte array cuts off fractions itself.
  for (let i = 0, at = 0; i < heats.length; i++, at += 3) {
    const share = heats[i]! / full;
    if (!(share > 0)) continue;
    const colour = 3 * Math.floor(255 * Math.min(1, share) + 0.5);
    const opacity = 0.75 * Math.min(1, 1.6 * share);
    const grey = data[at]!;
    data[at] = grey + (inferno[colour]! - grey) * opacity + 0.5;
    data[at + 1] = grey + (inferno[colour + 1]! - grey) * opacity + 0.5;
    data[at + 2] = grey + (inferno[colour + 2]! - grey) * opacity + 0.5;
  }
  return result;
}

/** Gained heat in orange and lost heat in blue over the dark grey picture; a change of `full` gets the full colour. */
export function changeOverlay(picture: Raster, before: Heatmap, after: Heatmap, full: number): Raster {
  const result = shade(picture, 0.5);
  const [then, now] = [before.data, after.data];
  for (let i = 0; i < now.length; i++) {
    if (now[i] === then[i]) continue;
    const { colour, strength } = changeColour((now[i]! - then[i]!) / full);
    mix(result.data, 3 * i, colour, 0.95 * strength);
  }
  return result;
}

/** `blendAt` for pixels that are known to be inside. */
function mix(data: Uint8Array, at: number, [red, green, blue]: Colour, opacity: number): void {
  data[at] = Math.round(data[at]! + (red - data[at]!) * opacity);
  data[at + 1] = Math.round(data[at + 1]! + (green - data[at + 1]!) * opacity);
  data[at + 2] = Math.round(data[at + 2]! + (blue - data[at + 2]!) * opacity);
}

/**
 * Draws a white line around every region where two heats differ for the eye: by pixelmatch's YIQ distance between
 * their overlays on plain mid-grey, so that the texture of the photo does not fray the line.
 * @param compared both heats, and the one that gets the last colour
 * @param thick pixels of the line
 */
export function outlineDifference(
  target: Raster,
  { before, after, full }: { readonly before: Heatmap; readonly after: Heatmap; readonly full: number },
  thick: number,
): void {
  const { width, height } = target;
  const page = plain(width, height, [128, 128, 128]);
  const mask = new Uint8Array(width * height * 4);
  const [a, b] = [before, after].map(map => withAlpha(heatOverlay(page, map, full))) as [Uint8Array, Uint8Array];
  pixelmatch(a, b, mask, width, height, { diffMask: true, includeAA: true });
  const differs = (x: number, y: number) => mask[(y * width + x) * 4 + 3] !== 0;
  for (let y = thick; y < height - thick; y++) {
    for (let x = thick; x < width - thick; x++) {
      const inside = differs(x - thick, y) && differs(x + thick, y) && differs(x, y - thick) && differs(x, y + thick);
      if (differs(x, y) && !inside) blendAt(target, x, y, [255, 255, 255], 0.85);
    }
  }
}

/** The picture in grey, every value times `light`; RGB. */
export function shade(picture: Raster, light: number): Raster {
  const grey = toGrey(picture);
  const data = new Uint8Array(grey.data.length * 3);
  // `fill` costs ten times as much for three bytes.
  for (let i = 0; i < grey.data.length; i++) {
    const value = grey.data[i]! * light;
    data[3 * i] = value;
    data[3 * i + 1] = value;
    data[3 * i + 2] = value;
  }
  return { ...grey, channels: 3, data };
}

function withAlpha({ width, height, data }: Raster): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = data[3 * i + c]!;
  }
  return rgba;
}
