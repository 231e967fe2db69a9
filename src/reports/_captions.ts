import { type Colour, type Raster, tint } from '../core/raster.ts';
import { drawText, lineHeight, shorten, type TextSize, textWidth } from '../core/text.ts';

/** Coloured words. */
export interface Words {
  readonly text: string;
  readonly colour: Colour;
}

/** Colours from the one end to the other, with words at both. */
export interface Bar {
  readonly ends: readonly [Words, Words];
  /** @param share 0 at the left end, 1 at the right one */
  colour(share: number): Colour;
}

export const bright: Colour = [236, 239, 244];
export const quiet: Colour = [164, 172, 183];

/** Pixels on pictures of the usual size, as is the height of a line: those of twice the pixels have twice as many. */
export const gap = 8;

/** Where words below a picture begin, and how much room there is. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: TextSize;
}

interface Captioned {
  readonly title: string;
  readonly note?: string | undefined;
  readonly legend?: readonly Words[];
}

/** A title with coloured words at its right end, and a quieter line. */
export function caption(card: Raster, { title, note, legend = [] }: Captioned, { x, y, width, size }: Place): void {
  let right = x + width;
  for (const { text, colour } of legend.toReversed()) {
    right -= textWidth(text, size);
    drawText(card, text, right, y, colour, size);
    right -= size * gap;
  }
  drawText(card, shorten(title, right - x, size), x, y, bright, size);
  if (note !== undefined) drawText(card, shorten(note, width, size), x, y + size * lineHeight, quiet, size);
}

const barHeight = 6;

/** What colours mean, in one line. */
export function drawBar(card: Raster, { ends: [left, right], colour }: Bar, { x, y, width, size }: Place): void {
  const to = x + width - textWidth(right.text, size);
  drawText(card, left.text, x, y, left.colour, size);
  drawText(card, right.text, to, y, right.colour, size);
  const from = x + textWidth(left.text, size) + (size * gap) / 2;
  const length = to - (size * gap) / 2 - from;
  const [height, top] = [size * barHeight, y + ((size * (lineHeight - barHeight)) >> 1)];
  for (let at = 0; at < length; at++)
    tint(card, { x: from + at, y: top, width: 1, height }, colour(at / Math.max(1, length - 1)), 1);
}
