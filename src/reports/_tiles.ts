import { heatColour } from '../core/colormap.ts';
import { type Heatmap, peak } from '../core/heatmap.ts';
import { type Colour, paste, plain, type Raster } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import { drawText, lineHeight, shorten, type TextSize, textWidth, wrap } from '../core/text.ts';
import { type Bar, bright, caption, drawBar, gap, quiet, type Words } from './_captions.ts';
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

export interface SheetLayout {
  /** A line above all tiles. */
  readonly title?: string | undefined;
  /** Width of each tile, and its greatest height. */
  readonly tile: number;
  /** Drawn on every picture. */
  readonly outlines?: readonly Outlined[];
}

/** A dark neutral card: it stands on light and on dark pages alike. */
const background: Colour = [32, 35, 40];
const captionGap = 4;

/** Tiles per row: all there are, and two of them for narrow screens. */
export const [inRow, inPairs] = [4, 2] as const;

/** Pixels of a tile's picture where the page shows 160: twice as many, for screens that have them, if the picture does. */
export const tileFor = ({ width, height }: Raster): number => (Math.max(width, height) >= 240 ? 320 : 160);

/** Of the letters and lines on a picture. */
export const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }): TextSize =>
  Math.max(width, height) > 240 ? 2 : 1;

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
  const size = sizeOf(picture);
  const line = size * lineHeight;
  const result = shade(picture, 0.3);
  const room = Math.max(1, Math.floor((picture.height - size * gap) / line));
  const lines = wrap(words, picture.width - 2 * size * gap, room, size);
  const top = Math.floor((picture.height - lines.length * line) / 2);
  lines.forEach((each, i) => {
    const left = Math.floor((picture.width - textWidth(each, size)) / 2);
    drawText(result, each, left, top + i * line, bright, size);
  });
  return result;
}

/** One sheet per form: tiles in rows of at most so many, evened out, pictures centred in their tile. Each tile is drawn once for all. */
export function sheets(tiles: readonly Tile[], layout: SheetLayout, forms: readonly number[]): Raster[] {
  const cells = cellsOf(tiles, layout);
  return forms.map(columns => arranged(cells, layout, columns));
}

/** A tile each with its words, on a piece of card that reaches half the way to its neighbours, and down to the next row. */
function cellsOf(tiles: readonly Tile[], { tile, outlines = [] }: SheetLayout): Raster[] {
  const size = sizeOf({ width: tile, height: tile });
  const [space, line] = [size * gap, size * lineHeight];
  const tallest = Math.max(...tiles.map(({ picture }) => picture.height));
  const notes = tiles.some(({ note }) => note !== undefined) ? 1 : 0;
  const bars = tiles.some(({ bar }) => bar) ? 1 : 0;
  const words = size * captionGap + line * (1 + notes + bars);
  return tiles.map(each => {
    const cell = plain(tile + space, tallest + words + space, background);
    const { width, height } = each.picture;
    paste(cell, finished(each, outlines, size), (space >> 1) + ((tile - width) >> 1), (tallest - height) >> 1);
    const place = { x: space >> 1, y: tallest + size * captionGap, width: tile, size };
    caption(cell, each, place);
    if (each.bar) drawBar(cell, each.bar, { ...place, y: tallest + words - line });
    return cell;
  });
}

function arranged(cells: readonly Raster[], { title, tile }: SheetLayout, columns: number): Raster {
  const size = sizeOf({ width: tile, height: tile });
  const [space, line] = [size * gap, size * lineHeight];
  const down = Math.ceil(cells.length / columns);
  const across = Math.ceil(cells.length / down);
  const top = title === undefined ? space : space + line + size * captionGap;
  const { width, height } = cells[0]!;
  const card = plain(space + across * width, top + down * height, background);
  if (title !== undefined)
    drawText(card, shorten(title, card.width - 2 * space, size), space, space - size, bright, size);
  cells.forEach((cell, i) => {
    paste(card, cell, (space >> 1) + (i % across) * width, top + Math.floor(i / across) * height);
  });
  return card;
}

function finished({ picture, words }: Tile, outlines: readonly Outlined[], size: TextSize): Raster {
  if (words !== undefined) return saying(picture, words);
  if (outlines.length === 0) return picture;
  const result = { ...picture, data: picture.data.slice() };
  drawOutlines(result, outlines, size);
  return result;
}
