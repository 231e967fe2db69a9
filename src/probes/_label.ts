import { type Colour, plain, type Raster, tint } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import { drawText, lineHeight, textWidth } from '../core/text.ts';
import type { Corner, Place } from './probe.ts';

/** Height of a label in parts of its width. */
const shape = 0.13 / 0.31;

/** Below this many pixels of height letters are no letters any more. */
const readable = 10;

/** A mark that a model learned has its colours, so each corner tries others. */
const inks: Readonly<Record<Corner, { readonly ink: Colour; readonly paper: Colour }>> = {
  'top-left': { ink: [255, 255, 255], paper: [0, 0, 0] },
  'top-right': { ink: [0, 0, 0], paper: [255, 255, 255] },
  'bottom-left': { ink: [255, 255, 255], paper: [210, 40, 40] },
  'bottom-right': { ink: [255, 255, 255], paper: [40, 60, 210] },
};

const inksOf = (place: Place) => (place in inks ? inks[place as Corner] : inks['top-left']);

const words = 'MARK';

/** The built-in label of a corner, so many pixels wide: words, or strokes like letters where there is no room for words. */
export function label(corner: Place, width: number): Raster {
  const height = Math.max(1, Math.round(width * shape));
  return height < readable ? strokes(corner, width, height) : written(corner, width, height);
}

function written(corner: Place, width: number, height: number): Raster {
  const { ink, paper } = inksOf(corner);
  const page = plain(Math.max(textWidth(words) + 4, Math.round(lineHeight / shape)), lineHeight, paper);
  drawText(page, words, (page.width - textWidth(words)) >> 1, 0, ink);
  return resample(page, width, height);
}

function strokes(corner: Place, width: number, height: number): Raster {
  const { ink, paper } = inksOf(corner);
  const page = plain(width, height, paper);
  const margin = height > 2 ? 1 : 0;
  for (let x = 1; x < width; x += 2) tint(page, { x, y: margin, width: 1, height: height - 2 * margin }, ink, 1);
  return page;
}
