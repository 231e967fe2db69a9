import type { Heatmap } from '../core/heatmap.ts';
import { area, heatInside, peakInside } from '../core/mask.ts';
import { isRefusal, type Refusal } from '../methods/method.ts';
import type { FittedRegion, RegionHeat, RegionSeen } from './region.ts';

/**
 * How much of a map's heat lies in each region.
 * @param earlier the baseline's map of the same fixture, in the same frame, when there is one
 */
export function regionsSeen(
  map: Heatmap | Refusal,
  regions: readonly FittedRegion[],
  earlier?: Heatmap | Refusal,
): Readonly<Record<string, RegionSeen>> {
  const seen = regions.map(region => [region.region, seenIn(region, map, earlier)] as const);
  return Object.fromEntries(seen);
}

function seenIn(region: FittedRegion, map: Heatmap | Refusal, earlier: Heatmap | Refusal | undefined): RegionSeen {
  const [now, before] = [heatIn(map, region), earlier && heatIn(earlier, region)];
  return { area: area(region.mask), ...(now && { heat: now }), ...(before && { earlier: before }) };
}

function heatIn(map: Heatmap | Refusal, { mask }: FittedRegion): RegionHeat | undefined {
  if (isRefusal(map) || area(mask) === 0) return undefined;
  const [inside, pointing] = [heatInside(map, mask), peakInside(map, mask)];
  return inside === undefined || pointing === undefined ? undefined : { inside, pointing };
}
