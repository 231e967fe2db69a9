import type { Heatmap } from './heatmap.ts';

/**
 * K maps of one layer for one fixture: activations A, or gradients dS/dA.
 *
 * Channel-last, as TensorFlow stores them: value (x, y, k) at `(y * width + x) * channels + k`.
 */
export interface FeatureMaps {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** `sum over cells of A_k`: one float64 per channel. */
export function channelSums({ channels, data }: FeatureMaps): Float64Array {
  const sums = new Float64Array(channels);
  for (let start = 0; start < data.length; start += channels) {
    for (let k = 0; k < channels; k++) sums[k]! += data[start + k]!;
  }
  return sums;
}

/** `mean over cells of A_k`: one float64 per channel. */
export function channelMeans(maps: FeatureMaps): Float64Array {
  const cells = maps.width * maps.height;
  return channelSums(maps).map(sum => sum / cells);
}

/** `sum over k of weights_k A_k(x, y)` on the layer's grid, summed in float64; weights: one per channel, any sign. */
export function weightedChannelSum(maps: FeatureMaps, weights: ArrayLike<number>): Heatmap {
  const { width, height, channels, data } = maps;
  if (weights.length !== channels) {
    throw new RangeError(`${weights.length} channel weights do not fit ${channels} channels.`);
  }
  const map = new Float32Array(width * height);
  for (let cell = 0; cell < map.length; cell++) {
    const start = cell * channels;
    let sum = 0;
    for (let k = 0; k < channels; k++) sum += weights[k]! * data[start + k]!;
    map[cell] = sum;
  }
  return { width, height, data: map };
}

/** Throws unless both have the same grid and the same number of channels. */
export function requireSameShape(a: FeatureMaps, b: FeatureMaps): void {
  const shapes = [a, b].map(maps => `${maps.height}x${maps.width}x${maps.channels}`);
  if (shapes[0] !== shapes[1] || a.data.length !== b.data.length) {
    throw new RangeError(`Feature maps of shape ${shapes[0]} do not fit those of shape ${shapes[1]}.`);
  }
}
