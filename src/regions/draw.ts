import type { Grid } from '../core/heatmap.ts';
import type { Raster } from '../core/raster.ts';
import type { Runs, Shapes } from './region.ts';

/**
 * Shapes as a grey picture: 255 where a pixel's centre lies in one of them, else 0. What lies outside the picture is cut
 * off. A polygon that crosses itself is filled by the even-odd rule, as COCO's tools do; several are united.
 *
 * @param shapes their runs are of the size; a `mask` is not looked at
 */
export function draw({ boxes = [], polygons = [], runs = [] }: Shapes, { width, height }: Grid): Raster {
  const page: Raster = { width, height, channels: 1, data: new Uint8Array(width * height) };
  for (const [x, y, wide, high] of boxes) fillBox(page, x, y, x + wide, y + high);
  const crossings = polygons.length > 0 ? new Uint8Array(width * height) : undefined;
  for (const points of polygons) fillPolygon(page, crossings!, points);
  for (const each of runs) fillRuns(page, each);
  return page;
}

/** The first pixel whose centre lies at or behind a place, within 0 to `end`. */
const firstPixel = (place: number, end: number): number => Math.min(end, Math.max(0, Math.ceil(place - 0.5)));

function fillBox({ width, height, data }: Raster, left: number, top: number, right: number, bottom: number): void {
  const [from, to] = [firstPixel(left, width), firstPixel(right, width)];
  for (let y = firstPixel(top, height); y < firstPixel(bottom, height); y++)
    data.fill(255, y * width + from, y * width + Math.max(from, to));
}

/** Marks the pixel behind each crossing of an outline with a row of centres; between two marks lies the inside. */
function fillPolygon({ width, height, data }: Raster, crossings: Uint8Array, points: readonly number[]): void {
  let [first, last] = [height, 0];
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    const [x1, y1, x2, y2] = [points[i]!, points[i + 1]!, points[next]!, points[next + 1]!];
    const [top, bottom] = [firstPixel(Math.min(y1, y2), height), firstPixel(Math.max(y1, y2), height)];
    for (let y = top; y < bottom; y++) {
      const x = firstPixel(x1 + ((y + 0.5 - y1) * (x2 - x1)) / (y2 - y1), width);
      if (x < width) crossings[y * width + x]! ^= 1;
    }
    if (top < bottom) [first, last] = [Math.min(first, top), Math.max(last, bottom)];
  }
  for (let y = first; y < last; y++) {
    let inside = 0;
    for (let at = y * width; at < (y + 1) * width; at++) {
      inside ^= crossings[at]!;
      crossings[at] = 0;
      if (inside) data[at] = 255;
    }
  }
}

function fillRuns({ width, data }: Raster, { height, lengths }: Runs): void {
  let start = 0;
  lengths.forEach((length, index) => {
    const end = start + length;
    if (index % 2 === 1)
      for (let at = start; at < end; at++) data[(at % height) * width + Math.floor(at / height)] = 255;
    start = end;
  });
}
