import type { Grid, Heatmap } from './heatmap.ts';
import { heat, mass } from './heatmap.ts';
import { resizeBilinear } from './resize.ts';

/** Which pixels of a picture belong to something: 1 = yes, 0 = no; row-major, pixel (x, y) at `y * width + x`. */
export interface Mask extends Grid {
  readonly data: Uint8Array;
}

/** The share of the pixels that a mask covers, 0 to 1. */
export const area = ({ data }: Mask): number => data.reduce((sum, value) => sum + value, 0) / data.length;

/**
 * The share of a map's heat that lies in a mask, 0 to 1; `undefined` when the map has no heat. The map is enlarged to the
 * mask's size first, as it is drawn. It is the energy-based pointing game of Wang et al., "Score-CAM", CVPR Workshops
 * 2020, section 4.3.
 */
export function heatInside(map: Heatmap, mask: Mask): number | undefined {
  const drawn = resizeBilinear(heat(map), mask.width, mask.height);
  const total = mass(drawn);
  if (!(total > 0)) return undefined;
  const inside = drawn.data.reduce((sum, value, pixel) => sum + value * mask.data[pixel]!, 0);
  return Math.min(1, inside / total);
}

/**
 * Whether the hottest pixel of the enlarged map lies in a mask; `undefined` when the map has no heat. The pointing game of
 * Zhang et al., "Top-down Neural Attention by Excitation Backprop", IJCV 2018, without its tolerance of 15 pixels.
 */
export function peakInside(map: Heatmap, mask: Mask): boolean | undefined {
  const drawn = resizeBilinear(heat(map), mask.width, mask.height);
  const hottest = drawn.data.reduce((best, value, pixel) => (value > drawn.data[best]! ? pixel : best), 0);
  return drawn.data[hottest]! > 0 ? mask.data[hottest] === 1 : undefined;
}
