import { type Heatmap, peak } from '../core/heatmap.ts';

/** Where most of the heat is, in words for a picture: thirds of its width and height. */
export type Place = (typeof places)[number];

const places = [
  'upper left corner',
  'upper edge',
  'upper right corner',
  'left edge',
  'middle',
  'right edge',
  'lower left corner',
  'lower edge',
  'lower right corner',
] as const;

/**
 * The ninth of the picture that the hottest cell lies in; of equally hot cells the first one counts.
 * @returns `undefined` without positive heat, and for a map of fewer than three cells a side, which has no such places
 */
export function hottestPlace(map: Heatmap): Place | undefined {
  const { width, height, data } = map;
  const most = peak(map);
  if (most === 0 || width < 3 || height < 3) return undefined;
  const at = data.indexOf(most);
  const third = (cell: number, cells: number) => Math.min(2, Math.floor((3 * (cell + 0.5)) / cells));
  return places[3 * third(Math.floor(at / width), height) + third(at % width, width)];
}
