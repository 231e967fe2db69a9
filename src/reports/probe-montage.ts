import type { Heatmap } from '../core/heatmap.ts';
import { type Raster, toRgb } from '../core/raster.ts';
import { relativeHeat } from './_overlay.ts';
import { display, heatOrWords, sheets, type Tile, tileFor } from './_tiles.ts';

export interface ProbeMontageRequest {
  /** A line above the tiles, for example the probe's and the fixture's name. */
  readonly title: string;
  /** The fixture, and the same after the edit. */
  readonly without: Edited;
  readonly with: Edited;
  /** Pixels of each picture's longer side; when not given 160, or twice that where the picture has them. */
  readonly tile?: number | undefined;
}

interface Edited {
  /** What the picture is called: `input`, `with the mark`. */
  readonly title: string;
  readonly picture: Raster;
  /** What the model answers. */
  readonly answer?: string | undefined;
  /** Raw map of one method; only its positive part is shown. */
  readonly map: Heatmap;
  /** Which class it explains: `heat for house`. */
  readonly heat: string;
  readonly note?: string | undefined;
}

/**
 * What an edit does to one model: input | heat | edited input | heat, each map on its own scale, with the answers below;
 * once for each number of tiles per row.
 */
export function probeMontages({ title, ...request }: ProbeMontageRequest, forms: readonly number[]): Raster[] {
  const { without, with: edited, tile = tileFor(without.picture) } = request;
  const tiles = [without, edited].flatMap((side): Tile[] => {
    const picture = toRgb(display(side.picture, tile));
    return [
      { title: side.title, picture, note: side.answer },
      { title: side.heat, ...heatOrWords(picture, relativeHeat(side.map, picture)), note: side.note },
    ];
  });
  return sheets(tiles, { title, tile }, forms);
}
