import { changeColour, heatColour } from '../core/colormap.ts';
import type { StoredMap } from '../reports/html/shape.ts';

/** Heat relative to an even spread at every pixel, bilinear between the centres of the cells. */
export function heatAt(map: StoredMap, width: number, height: number): Float32Array {
  const cells = Uint8Array.from(atob(map.cells), digit => digit.charCodeAt(0));
  const result = new Float32Array(width * height);
  if (map.peak === 0) return result;
  const [columns, rows] = [between(map.width, width), between(map.height, height)];
  const scale = map.peak / 255;
  rows.forEach(([top, bottom, down], y) => {
    columns.forEach(([left, right, along], x) => {
      const upper = mix(cells[top * map.width + left]!, cells[top * map.width + right]!, along);
      const lower = mix(cells[bottom * map.width + left]!, cells[bottom * map.width + right]!, along);
      result[y * width + x] = scale * mix(upper, lower, down);
    });
  });
  return result;
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** Per pixel the two cells around it, and how far it is on the way. */
const between = (cells: number, pixels: number): [number, number, number][] =>
  Array.from({ length: pixels }, (_, pixel) => {
    const at = Math.min(cells - 1, Math.max(0, ((pixel + 0.5) * cells) / pixels - 0.5));
    return [Math.floor(at), Math.ceil(at), at - Math.floor(at)];
  });

/** Paints the picture, grey and a little darker, and the heat over it; `full` is what gets the last colour. */
export function paintHeat(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  heat: Float32Array,
  full: number,
): void {
  paint(canvas, picture, 0.8, at => {
    const share = full > 0 ? heat[at]! / full : 0;
    return [heatColour(share), 0.75 * Math.min(1, 1.6 * share)];
  });
}

/** Paints gained heat in orange and lost heat in blue. */
export function paintChange(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  before: Float32Array,
  now: Float32Array,
  full: number,
): void {
  paint(canvas, picture, 0.5, at => {
    const { colour, strength } = changeColour(full > 0 ? (now[at]! - before[at]!) / full : 0);
    return [colour, 0.95 * strength];
  });
}

type Painter = (at: number) => readonly [colour: readonly [number, number, number], strength: number];

function paint(canvas: HTMLCanvasElement, picture: CanvasImageSource, light: number, over: Painter): void {
  const { width, height } = canvas;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  context.drawImage(picture, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  const { data } = pixels;
  for (let at = 0; at < width * height; at++) {
    const grey = light * (0.299 * data[4 * at]! + 0.587 * data[4 * at + 1]! + 0.114 * data[4 * at + 2]!);
    const [colour, strength] = over(at);
    for (let channel = 0; channel < 3; channel++) data[4 * at + channel] = mix(grey, colour[channel]!, strength);
  }
  context.putImageData(pixels, 0, 0);
}

/** The colours of heat, from none to the most, as a bar. */
export function paintBar(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  for (let x = 0; x < canvas.width; x++) {
    const [red, green, blue] = heatColour(x / (canvas.width - 1));
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(x, 0, 1, canvas.height);
  }
}
