import { changeColour, gained, lost } from '../core/colormap.ts';
import { type Heatmap, peak } from '../core/heatmap.ts';
import { blendAt, type Colour, plain, type Raster, toRgb } from '../core/raster.ts';
import { shorten } from '../core/text.ts';
import type { FittedRegion } from '../regions/region.ts';
import type { Bar } from './_captions.ts';
import { lineColour } from './_outlines.ts';
import { changeOverlay, outlineDifference, relativeHeat } from './_overlay.ts';
import { display, heatOrWords, inRow, sheets, sizeOf, type Tile, tileFor } from './_tiles.ts';

export { inPairs, inRow } from './_tiles.ts';

export interface Caption {
  readonly title?: string | undefined;
  /** A second, quieter line, for example the prediction. */
  readonly note?: string | undefined;
}

export interface MontageRequest {
  /** A line above the tiles, for example the fixture's name. */
  readonly title?: string | undefined;
  /** The picture as the model saw it (after resizing, before preprocessing). */
  readonly input: Raster;
  /** Raw maps, of one method; only their positive part is shown. */
  readonly baseline?: Heatmap | undefined;
  readonly candidate: Heatmap;
  readonly captions?: Partial<Record<TileName, Caption>> | undefined;
  /** Outlined on every tile that shows a picture, and named above the input. Of any size, in the frame of the input. */
  readonly regions?: readonly FittedRegion[] | undefined;
  /** Pixels of each picture's longer side; when not given 160, or twice that where the picture has them. */
  readonly tile?: number | undefined;
}

/**
 * The picture of one fixture: input | baseline | candidate | change; without a baseline, input | candidate.
 *
 * Baseline and candidate are densities (value / sum), each on its own scale, so that a reader sees where each looks; a bar
 * below tells how hot its hottest place is. Change is candidate minus baseline on one scale, the larger of the two, gained
 * orange and lost blue: a small drift looks small. A white line surrounds what visibly differs on that scale.
 */
export const montage = (request: MontageRequest): Raster => montages(request, [inRow])[0]!;

/** The same, once for each number of tiles per row. */
export function montages(request: MontageRequest, forms: readonly number[]): Raster[] {
  const { title, input, regions = [], tile = tileFor(input) } = request;
  const picture = toRgb(display(input, tile));
  const outlines = regions.map(({ mask }, index) => ({ mask, colour: lineColour(index) }));
  const tiles: NamedTile[] = [{ name: 'input', picture, legend: named(regions) }, ...heatTiles(picture, request)];
  const captioned = tiles.map(each => ({ ...each, title: each.name, ...given(request.captions?.[each.name]) }));
  return sheets(captioned, { title, tile, outlines }, forms);
}

/** The first two regions: there is room for no more. */
const named = (regions: readonly FittedRegion[]): NonNullable<Tile['legend']> =>
  regions.slice(0, 2).map(({ region }, index) => ({ text: shorten(region, 48), colour: lineColour(index) }));

type TileName = 'input' | 'baseline' | 'candidate' | 'change';
type NamedTile = Omit<Tile, 'title'> & { readonly name: TileName };

function given({ title, note }: Caption = {}): { title?: string; note?: string } {
  return { ...(title !== undefined && { title }), ...(note !== undefined && { note }) };
}

function heatTiles(picture: Raster, { baseline, candidate }: MontageRequest): NamedTile[] {
  const before = baseline && relativeHeat(baseline, picture);
  const after = relativeHeat(candidate, picture);
  const full = Math.max(before ? peak(before) : 0, after ? peak(after) : 0);
  const candidateTile: NamedTile = { name: 'candidate', ...heatOrWords(picture, after) };
  if (baseline === undefined) return [candidateTile];
  return [
    { name: 'baseline', ...heatOrWords(picture, before) },
    candidateTile,
    { name: 'change', ...change(picture, before, after, full) },
  ];
}

const legend = [{ text: 'white line: visible', colour: [255, 255, 255] as const }];

/** From all that there is lost to as much gained. */
const changeBar: Bar = {
  ends: [
    { text: 'lost', colour: lost },
    { text: 'gained', colour: gained },
  ],
  colour(share) {
    const { colour, strength } = changeColour(2 * share - 1);
    const pixel = plain(1, 1, [50, 50, 50]);
    blendAt(pixel, 0, 0, colour, 0.95 * strength);
    return [...pixel.data] as unknown as Colour;
  },
};

function change(
  picture: Raster,
  before: Heatmap | undefined,
  after: Heatmap | undefined,
  full: number,
): Pick<Tile, 'picture' | 'words' | 'bar' | 'legend'> {
  if (before === undefined && after === undefined) return { picture, words: 'no positive heat on either side' };
  const none: Heatmap = { ...picture, data: new Float32Array(picture.width * picture.height) };
  const result = changeOverlay(picture, before ?? none, after ?? none, full);
  outlineDifference(result, { before: before ?? none, after: after ?? none, full }, sizeOf(picture));
  return { picture: result, bar: changeBar, legend };
}
