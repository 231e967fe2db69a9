import type { Heatmap } from '../core/heatmap.ts';
import { area, heatInside, peakInside } from '../core/mask.ts';
import { isRefusal, type Refusal } from '../methods/method.ts';
import type { FittedRegion, RegionSeen } from './region.ts';

/** How much of a map's heat lies in each region. A map without heat, and a region that lies outside the picture, say nothing. */
export function regionsSeen(
  map: Heatmap | Refusal,
  regions: readonly FittedRegion[],
): Readonly<Record<string, RegionSeen>> {
  if (isRefusal(map)) return {};
  const seen = regions.flatMap(({ region, mask }) => {
    const [inside, pointing, share] = [heatInside(map, mask), peakInside(map, mask), area(mask)];
    return inside === undefined || pointing === undefined || share === 0
      ? []
      : [[region, { area: share, inside, pointing }] as const];
  });
  return Object.fromEntries(seen);
}
