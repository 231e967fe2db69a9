import type { Heatmap } from '../../core/heatmap.ts';
import { density, heat } from '../../core/heatmap.ts';
import { resizeArea } from '../../core/resize.ts';
import { isRefusal, type Refusal } from '../../methods/method.ts';
import type { MapPair, StoredMap } from './shape.ts';

/** Cells of a map's longer side on the page: more cannot be told apart under a picture. */
const mostCells = 32;

/** The maps of one fixture and method, as the page draws them. */
export function mapPair(before: Heatmap | Refusal | undefined, now: Heatmap | Refusal | undefined): MapPair {
  const refusal = [now, before].find(map => map !== undefined && isRefusal(map));
  if (refusal) return { refused: (refusal as Refusal).refused };
  return { before: before && storedMap(before as Heatmap), now: now && storedMap(now as Heatmap) };
}

/** A map of any size -> its heat relative to an even spread, a byte per cell. */
export function storedMap(map: Heatmap): StoredMap {
  const positive = heat(map);
  const shrink = Math.min(1, mostCells / Math.max(map.width, map.height));
  const [width, height] = [map.width, map.height].map(side => Math.max(1, Math.round(side * shrink))) as [
    number,
    number,
  ];
  const seen = shrink < 1 ? resizeArea(positive, width, height) : positive;
  const shares = density(seen);
  if (!shares) return { width, height, peak: 0, cells: '' };
  const most = shares.reduce((largest, share) => Math.max(largest, share), 0);
  const bytes = Uint8Array.from(shares, share => Math.round((255 * share) / most));
  return { width, height, peak: most * shares.length, cells: btoa(String.fromCharCode(...bytes)) };
}
