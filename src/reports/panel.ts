import { type Heatmap, peak } from '../core/heatmap.ts';
import { type Raster, toRgb } from '../core/raster.ts';
import { heatOverlay, relativeHeat } from './_overlay.ts';
import { display, saying, sheets, type Tile } from './_tiles.ts';

/** What one method answered: a raw map, or a full sentence saying why it has none. */
export interface PanelEntry {
  /** Of the method, for example `Grad-CAM++`. */
  readonly title: string;
  readonly note?: string | undefined;
  readonly answer: Heatmap | { readonly refused: string };
  /** Its `overlay` on the picture in its own size, where somebody has it: taken for a tile of that size. */
  readonly drawn?: Raster | undefined;
}

export interface PanelRequest {
  readonly title?: string | undefined;
  /** The picture as the model saw it (after resizing, before preprocessing). */
  readonly input: Raster;
  /** The class explained, in words: `tench, 93 %`. */
  readonly explained: string;
  /** In the order of the tiles. */
  readonly methods: readonly PanelEntry[];
  /** Pixels of each picture's longer side; 224 when not given. */
  readonly tile?: number | undefined;
  /** Tiles per row; 4 when not given. */
  readonly columns?: number | undefined;
}

/** The picture and its class, then one tile per method: its map divided by its own maximum, or the reason it has none. */
export function panel(request: PanelRequest): Raster {
  const { title, input, explained, methods, tile = 224, columns = 4 } = request;
  const picture = toRgb(display(input, tile));
  const first: Tile = { picture, title: 'explained class', note: explained };
  return sheets([first, ...methods.map(entry => methodTile(picture, entry))], { title, tile }, [columns])[0]!;
}

/** One map over the whole picture at the picture's own size, divided by its maximum; words where there is no heat. */
export function overlay(input: Raster, map: Heatmap): Raster {
  const shown = relativeHeat(map, input);
  return shown === undefined ? saying(input, 'no positive heat') : heatOverlay(input, shown, peak(shown));
}

function methodTile(picture: Raster, { title, note, answer, drawn }: PanelEntry): Tile {
  if ('refused' in answer) return { picture, words: answer.refused, title, note: note ?? 'not applicable' };
  const fits = drawn?.width === picture.width && drawn.height === picture.height;
  return { picture: fits ? drawn : overlay(picture, answer), title, note };
}
