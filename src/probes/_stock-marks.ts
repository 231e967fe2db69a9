import { random } from '../core/random.ts';
import { type Colour, plain } from '../core/raster.ts';
import { drawText, lineHeight, textWidth } from '../core/text.ts';
import type { MarkPicture } from './probe.ts';

export const plainMark = (colour: Colour): MarkPicture => drawn(1, 1, () => [...colour, 255]);

export const checker = (cells: number): MarkPicture =>
  drawn(cells, cells, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255]));

/** Paper with lines that could be letters. */
export const lines = (paper: Colour, ink: Colour): MarkPicture =>
  drawn(18, 10, (x, y) => [...(y % 2 === 1 && x > 0 && x < 17 && y < 9 ? ink : paper), 255]);

/** Half transparent, from corner to corner. */
export const diagonal = (): MarkPicture => drawn(32, 32, (x, y) => [255, 255, 255, Math.abs(x - y) < 2 ? 128 : 0]);

/** Black that grows from halfway to the edges on, to two thirds in the corners. */
export const vignette = (): MarkPicture =>
  drawn(32, 32, (x, y) => [0, 0, 0, Math.round(Math.max(0, Math.hypot(x - 15.5, y - 15.5) - 8) * 12)]);

/** Light and dark at random, a fifth opaque. */
export function grain(): MarkPicture {
  const next = random(7);
  return drawn(64, 64, () => (next() < 0.5 ? [0, 0, 0, 50] : [255, 255, 255, 50]));
}

/** Sixteen dark lines, as from a screen. */
export const scanned = (): MarkPicture => drawn(64, 64, (_, y) => [0, 0, 0, y % 4 === 0 ? 100 : 0]);

/** Pale, with a dark tick in four pixels. */
export function ruler(upright: boolean): MarkPicture {
  const [length, width] = [64, 6];
  const colour = (along: number, across: number): Rgba =>
    along % 4 === 0 && across >= 2 ? [20, 20, 20, 255] : [240, 232, 205, 255];
  return upright ? drawn(width, length, (x, y) => colour(y, x)) : drawn(length, width, colour);
}

const words = '2024-05-17 12:30';

/** Letters without paper. */
export function text(ink: Colour, written = words): MarkPicture {
  const page = plain(textWidth(written) + 2, lineHeight, [0, 0, 0]);
  drawText(page, written, 1, 0, [255, 255, 255]);
  return drawn(page.width, page.height, (x, y) => [...ink, page.data[(y * page.width + x) * 3]!]);
}

type Rgba = readonly [number, number, number, number];

function drawn(width: number, height: number, pixel: (x: number, y: number) => Rgba): MarkPicture {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) rgba.set(pixel(at % width, Math.floor(at / width)), at * 4);
  return { width, height, rgba };
}
