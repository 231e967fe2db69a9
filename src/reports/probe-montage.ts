import { type Heatmap, peak } from '../core/heatmap.ts';
import { type Raster, toRgb } from '../core/raster.ts';
import { relativeHeat } from './_overlay.ts';
import { display, heatOrWords, sheet, type Tile } from './_tiles.ts';

export interface ProbeMontageRequest {
  /** A line above the tiles, for example the probe's and the fixture's name. */
  readonly title: string;
  /** The fixture as the model saw it, and the same after the edit. */
  readonly input: Raster;
  readonly edited: Raster;
  /** Raw maps of one model, of one method and class; only their positive part is shown. */
  readonly before: Heatmap;
  readonly after: Heatmap;
  /** Below the edited fixture and below its map. */
  readonly notes: readonly [edit: string, map: string];
  /** Pixels of each picture's longer side; 160 when not given. */
  readonly tile?: number | undefined;
}

/**
 * What an edit does to one model: input | heat | edited input | heat. Both maps are densities on one scale, so equal colour is
 * an equal share of the heat.
 */
export function probeMontage(request: ProbeMontageRequest): Raster {
  const { title, input, edited, before, after, notes, tile = 160 } = request;
  const [plain, probed] = [toRgb(display(input, tile)), toRgb(display(edited, tile))];
  const [there, then] = [relativeHeat(before, plain), relativeHeat(after, probed)];
  const full = Math.max(there ? peak(there) : 0, then ? peak(then) : 0);
  const tiles: Tile[] = [
    { title: 'input', picture: plain },
    { title: 'heat', ...heatOrWords(plain, there, full) },
    { title: 'edited', picture: probed, note: notes[0] },
    { title: 'heat', ...heatOrWords(probed, then, full), note: notes[1] },
  ];
  return sheet(tiles, { title, tile, columns: tiles.length });
}
