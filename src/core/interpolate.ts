import type { Filter } from './_kernels.ts';
import type { Raster } from './raster.ts';

/** Values that are not rounded: 0 to 255 and, of `bicubic`, a little beyond; laid out as a raster's. */
export interface FineRaster extends Omit<Raster, 'data'> {
  readonly data: Float32Array;
}

/** Filters that TensorFlow has without smoothing. */
export type PlainFilter = Exclude<Filter, 'lanczos'>;

/**
 * Resizes a picture as `tf.image.resize(picture, size, method)` does with its default `antialias=False`, and OpenCV before it
 * rounds: each new pixel is read from between its neighbours, however much the picture shrinks, and nothing is rounded.
 * Pixel centres lie at i + 0.5; `area` is the mean of what a new pixel covers.
 *
 * Source: tensorflow/core/kernels/image: resize_bilinear_op, resize_nearest_neighbor_op, resize_bicubic_op (Keys, a = -0.5,
 * from a table of 1024 steps; weights beyond the border are left out and the others made to add up to 1), resize_area_op.
 */
export function interpolate(raster: Raster, width: number, height: number, filter: PlainFilter): FineRaster {
  const rows = spread(raster, width, tapsOf(raster.width, width, filter));
  return {
    width,
    height,
    channels: raster.channels,
    data: stack(rows, width * raster.channels, tapsOf(raster.height, height, filter)),
  };
}

/** For a new cell: old cells and their weights. */
type Taps = readonly (readonly { readonly at: number; readonly weight: number }[])[];

function tapsOf(from: number, to: number, filter: PlainFilter): Taps {
  const scale = Math.fround(from / to);
  const rule = rules[filter];
  return Array.from({ length: to }, (_, cell) => rule(cell, scale, from));
}

type Rule = (cell: number, scale: number, size: number) => Taps[number];

const clamped = (at: number, size: number): number => Math.max(0, Math.min(size - 1, at));
const { fround } = Math;

/** Where the centre of a new cell lies, counted in old cells from the first one's corner. */
const centre = (cell: number, scale: number): number => fround(fround(cell + 0.5) * scale);

const rules: Readonly<Record<PlainFilter, Rule>> = {
  nearest: (cell, scale, size) => [{ at: clamped(Math.floor(centre(cell, scale)), size), weight: 1 }],
  bilinear(cell, scale, size) {
    const place = fround(centre(cell, scale) - 0.5);
    const share = fround(place - Math.floor(place));
    return [
      { at: clamped(Math.floor(place), size), weight: 1 - share },
      { at: clamped(Math.ceil(place), size), weight: share },
    ];
  },
  bicubic(cell, scale, size) {
    const place = fround(centre(cell, scale) - 0.5);
    const first = Math.floor(place);
    const step = Math.round(fround(place - first) * steps);
    const taps = [1 + step / steps, step / steps, 1 - step / steps, 2 - step / steps]
      .map((distance, at) => ({ at: first - 1 + at, weight: fround(keys(distance)) }))
      .filter(({ at }) => at >= 0 && at < size);
    const total = taps.reduce((sum, { weight }) => sum + weight, 0);
    return taps.map(({ at, weight }) => ({ at, weight: weight / total }));
  },
  area(cell, scale, size) {
    const [start, end] = [fround(cell * scale), fround((cell + 1) * scale)];
    const first = Math.floor(start);
    return Array.from({ length: Math.ceil(end) - first }, (_, step) => {
      const at = first + step;
      const share = Math.min(at + 1, end) - Math.max(at, start);
      return { at: clamped(at, size), weight: share / scale };
    });
  },
};

/** TensorFlow looks its weights up at so many places between two cells. */
const steps = 1024;

function keys(distance: number): number {
  const a = -0.5;
  if (distance <= 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  return ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a;
}

function spread({ data, width: from, height, channels }: Raster, width: number, taps: Taps): Float32Array {
  const result = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++)
    for (const [x, cells] of taps.entries())
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (const { at, weight } of cells) sum += weight * data[(y * from + at) * channels + c]!;
        result[(y * width + x) * channels + c] = sum;
      }
  return result;
}

function stack(rows: Float32Array, length: number, taps: Taps): Float32Array {
  const result = new Float32Array(taps.length * length);
  for (const [y, cells] of taps.entries())
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (const { at, weight } of cells) sum += weight * rows[at * length + i]!;
      result[y * length + i] = sum;
    }
  return result;
}
