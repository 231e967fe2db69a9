import type { Raster } from './raster.ts';

/**
 * A picture under a Gaussian of `radius` pixels standard deviation that is cut off at `radius`, the edge repeated
 * outwards: with radius 5, the blur of the insertion metric of RISE (Petsiuk, Das and Saenko 2018).
 */
export function blurred(picture: Raster, radius: number): Raster {
  const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * radius ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kernel = weights.map(weight => weight / total);
  const { width, height, channels } = picture;
  const across = { lines: height, length: width, line: width * channels, step: channels };
  const down = { lines: width, length: height, line: channels, step: width * channels };
  const values = pass(pass(Float64Array.from(picture.data), kernel, channels, across), kernel, channels, down);
  return { width, height, channels, data: Uint8Array.from(values, Math.round) };
}

/** One direction: so many lines of so many pixels, and how far apart lines and pixels lie. */
interface Direction {
  readonly lines: number;
  readonly length: number;
  readonly line: number;
  readonly step: number;
}

function pass(values: Float64Array, kernel: Float64Array, channels: number, direction: Direction): Float64Array {
  const { lines, length, line, step } = direction;
  const radius = kernel.length >> 1;
  const result = new Float64Array(values.length);
  for (let at = 0; at < lines * length * channels; at++) {
    const [channel, pixel] = [at % channels, Math.floor(at / channels) % length];
    const start = Math.floor(at / (channels * length)) * line + channel;
    let sum = 0;
    for (let i = 0; i < kernel.length; i++) {
      const near = Math.min(length - 1, Math.max(0, pixel + i - radius));
      sum += kernel[i]! * values[start + near * step]!;
    }
    result[start + pixel * step] = sum;
  }
  return result;
}
