import { heatColour } from '../core/colormap.ts';
import { type Heatmap, peak } from '../core/heatmap.ts';
import { type Colour, paste, plain, type Raster, tint } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import { drawText, lineHeight, shorten, textWidth, wrap } from '../core/text.ts';
import { drawOutlines, type Outlined } from './_outlines.ts';
import { heatOverlay, shade } from './_overlay.ts';

/** One picture of a sheet with the words below it. */
export interface Tile {
  /** RGB. */
  readonly picture: Raster;
  /** Shown on the darkened picture when there is no heat to show; then no outlines are drawn. */
  readonly words?: string | undefined;
  readonly title: string;
  /** A second, quieter line. */
  readonly note?: string | undefined;
  /** Coloured words at the right end of the title's line. */
  readonly legend?: readonly Words[];
  /** What its colours mean. */
  readonly bar?: Bar | undefined;
}

interface Words {
  readonly text: string;
  readonly colour: Colour;
}

/** Colours from the one end to the other, with words at both. */
export interface Bar {
  readonly ends: readonly [Words, Words];
  /** @param share 0 at the left end, 1 at the right one */
  colour(share: number): Colour;
}

export interface SheetLayout {
  /** A line above all tiles. */
  readonly title?: string | undefined;
  /** Width of each tile, and its greatest height. */
  readonly tile: number;
  /** At most as many tiles per row; rows are evened out. */
  readonly columns: number;
  /** Drawn on every picture. */
  readonly outlines?: readonly Outlined[];
}

/** A dark neutral card: it stands on light and on dark pages alike. */
const background: Colour = [32, 35, 40];
const bright: Colour = [236, 239, 244];
const quiet: Colour = [164, 172, 183];
const gap = 8;
const captionGap = 4;

/** The picture at display size: its longer side becomes `tile` pixels. */
export function display(picture: Raster, tile: number): Raster {
  const scale = tile / Math.max(picture.width, picture.height);
  return resample(
    picture,
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
}

/**
 * The heat on a picture of its own size, its hottest place in the last colour, with a bar that says how many times the
 * average of the picture that is; or that there is none.
 */
export function heatOrWords(picture: Raster, map: Heatmap | undefined): Pick<Tile, 'picture' | 'words' | 'bar'> {
  if (map === undefined) return { picture, words: 'no positive heat' };
  const full = peak(map);
  const ends = [quietly('0'), quietly(`${full.toFixed(full < 10 ? 1 : 0)}× average`)] as const;
  return { picture: heatOverlay(picture, map, full), bar: { ends, colour: heatColour } };
}

const quietly = (text: string): Words => ({ text, colour: quiet });

/** The picture, dark and grey, with words on it instead of heat. */
export function saying(picture: Raster, words: string): Raster {
  const result = shade(picture, 0.3);
  const room = Math.max(1, Math.floor((picture.height - gap) / lineHeight));
  const lines = wrap(words, picture.width - 2 * gap, room);
  const top = Math.floor((picture.height - lines.length * lineHeight) / 2);
  lines.forEach((line, i) => {
    const left = Math.floor((picture.width - textWidth(line)) / 2);
    drawText(result, line, left, top + i * lineHeight, bright);
  });
  return result;
}

/** Tiles in rows on one card, pictures centred in their tile. */
export function sheet(tiles: readonly Tile[], { title, tile, columns, outlines = [] }: SheetLayout): Raster {
  const down = Math.ceil(tiles.length / columns);
  const across = Math.ceil(tiles.length / down);
  const tallest = Math.max(...tiles.map(({ picture }) => picture.height));
  const notes = tiles.some(({ note }) => note !== undefined) ? 1 : 0;
  const bars = tiles.some(({ bar }) => bar) ? 1 : 0;
  const words = captionGap + lineHeight * (1 + notes + bars);
  const top = title === undefined ? gap : gap + lineHeight + captionGap;
  const card = plain(gap + across * (tile + gap), top + down * (tallest + words + gap), background);
  if (title !== undefined) drawText(card, shorten(title, card.width - 2 * gap), gap, gap - 1, bright);
  tiles.forEach((each, i) => {
    const x = gap + (i % across) * (tile + gap);
    const y = top + Math.floor(i / across) * (tallest + words + gap);
    const { width, height } = each.picture;
    paste(card, finished(each, outlines), x + ((tile - width) >> 1), y + ((tallest - height) >> 1));
    caption(card, each, x, y + tallest + captionGap, tile);
    if (each.bar) drawBar(card, each.bar, x, y + tallest + words - lineHeight, tile);
  });
  return card;
}

function finished({ picture, words }: Tile, outlines: readonly Outlined[]): Raster {
  if (words !== undefined) return saying(picture, words);
  const result = { ...picture, data: picture.data.slice() };
  drawOutlines(result, outlines);
  return result;
}

function caption(card: Raster, { title, note, legend = [] }: Tile, x: number, y: number, width: number): void {
  let right = x + width;
  for (const { text, colour } of legend.toReversed()) {
    right -= textWidth(text);
    drawText(card, text, right, y, colour);
    right -= gap;
  }
  drawText(card, shorten(title, right - x), x, y, bright);
  if (note !== undefined) drawText(card, shorten(note, width), x, y + lineHeight, quiet);
}

const barHeight = 6;

function drawBar(card: Raster, { ends: [left, right], colour }: Bar, x: number, y: number, width: number): void {
  const to = x + width - textWidth(right.text);
  drawText(card, left.text, x, y, left.colour);
  drawText(card, right.text, to, y, right.colour);
  const from = x + textWidth(left.text) + gap / 2;
  const length = to - gap / 2 - from;
  for (let at = 0; at < length; at++) {
    const area = { x: from + at, y: y + ((lineHeight - barHeight) >> 1), width: 1, height: barHeight };
    tint(card, area, colour(at / Math.max(1, length - 1)), 1);
  }
}
