import { blurred } from '../core/blur.ts';
import type { Heatmap } from '../core/heatmap.ts';
import { heat } from '../core/heatmap.ts';
import { random, shuffled } from '../core/random.ts';
import type { Raster } from '../core/raster.ts';
import { resizeBilinear } from '../core/resize.ts';
import type { RemovalAreas } from './sanity.ts';

/** Steps from no pixel to all of them. */
const steps = 16;

/** The probability of the explained class, one per picture. */
export type ProbabilityOf = (pictures: readonly Raster[]) => readonly number[];

/**
 * Deletion and insertion of one picture: the area under the class's probability while pixels go, in the given order, to the
 * picture's mean colour, and while they come back to a blurred picture. Petsiuk, Das and Saenko, "RISE: Randomized
 * Input Sampling for Explanation of Black-box Models", BMVC 2018, section 4.2. The blur has theirs 5 pixels of 224.
 * @param orders of pixels, first gone or first back first; the ends of all curves are asked for once
 */
export function removalAreas(
  picture: Raster,
  orders: readonly Int32Array[],
  probabilityOf: ProbabilityOf,
): RemovalAreas[] {
  const radius = Math.max(1, Math.round((5 / 224) * Math.max(picture.width, picture.height)));
  const [grey, soft] = [meanColour(picture), blurred(picture, radius)];
  const [whole = 0, none = 0, start = 0] = probabilityOf([picture, grey, soft]);
  return orders.map(order => {
    const inner = (from: Raster, to: Raster) =>
      Array.from({ length: steps - 1 }, (_, at) => mixed(from, to, order, (at + 1) / steps));
    return {
      deletion: areaUnder([whole, ...probabilityOf(inner(picture, grey)), none]),
      insertion: areaUnder([start, ...probabilityOf(inner(soft, picture)), whole]),
    };
  });
}

/** The area under evenly spaced values from 0 to 1, by trapezoids. At least two values. */
export function areaUnder(values: readonly number[]): number {
  const inner = values.slice(1, -1).reduce((sum, value) => sum + value, 0);
  return (inner + (values[0]! + values.at(-1)!) / 2) / (values.length - 1);
}

/**
 * Pixels from the hottest to the coldest of a map interpolated to the picture's size. Equal ones, such as all without heat,
 * come in random order: their own order would remove the picture from the top.
 */
export function hottestFirst(map: Heatmap, { width, height }: Raster, seed: number): Int32Array {
  const { data } = resizeBilinear(heat(map), width, height);
  return randomOrder(width * height, seed).sort((a, b) => data[b]! - data[a]!);
}

/** Every pixel once. */
export const randomOrder = (pixels: number, seed: number): Int32Array => shuffled(pixels, random(seed));

/** The first of the order from one picture, all others from the other. */
function mixed(rest: Raster, first: Raster, order: Int32Array, share: number): Raster {
  const data = rest.data.slice();
  const { channels } = rest;
  for (const pixel of order.subarray(0, Math.round(order.length * share)))
    data.set(first.data.subarray(pixel * channels, (pixel + 1) * channels), pixel * channels);
  return { ...rest, data };
}

function meanColour(picture: Raster): Raster {
  const { channels, data } = picture;
  const sums = new Float64Array(channels);
  for (let at = 0; at < data.length; at++) sums[at % channels]! += data[at]!;
  const mean = sums.map(sum => Math.round(sum / (data.length / channels)));
  return { ...picture, data: data.map((_, at) => mean[at % channels]!) };
}
