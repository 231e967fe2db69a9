import { random } from '../core/_numbers.ts';

/**
 * A classifier small enough to be written down naively, in float64, and in every model format:
 *
 *     image -> conv0 -> relu0 -> conv1 -> relu1 -> conv2 -> add -> relu2 -> mean -> scores -> softmax
 *                         |________________________________^
 *
 * All convolutions are 3x3, stride 1, same padding. The skip path goes round relu1, the layer that is explained.
 */
export const tiny = { height: 6, width: 7, channels: 2, layer: 'relu1', classes: 3 } as const;

export interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export type Weights = Readonly<Record<'conv0' | 'conv1' | 'conv2' | 'scores', { kernel: Weight; bias: Weight }>>;

export const weights: Weights = {
  conv0: { kernel: filled(1, 0.9, [3, 3, 2, 4]), bias: filled(2, 0.3, [4]) },
  conv1: { kernel: filled(3, 0.6, [3, 3, 4, 5]), bias: filled(4, 0.3, [5]) },
  conv2: { kernel: filled(5, 0.6, [3, 3, 5, 4]), bias: filled(6, 0.3, [4]) },
  scores: { kernel: filled(7, 2, [4, 3]), bias: filled(8, 0.5, [3]) },
};

/** Numbers between -range and range, the same ones for the same seed. */
export function filled(seed: number, range: number, shape: readonly number[]): Weight {
  const next = random(seed);
  const count = shape.reduce((product, size) => product * size, 1);
  return { shape, data: Float32Array.from({ length: count }, () => (2 * next() - 1) * range) };
}

export const picture = (seed: number): Float32Array =>
  filled(100 + seed, 1, [tiny.height, tiny.width, tiny.channels]).data;

type Values = ArrayLike<number>;

/** What the network makes of an image, in float64: the layer that is explained, what goes round it, and the logits. */
export function forward(image: Values): { activations: Float64Array; bypass: Float64Array; logits: number[] } {
  const bypass = relu(convolve(image, weights.conv0));
  const activations = relu(convolve(bypass, weights.conv1));
  return { activations, bypass, logits: head(activations, bypass) };
}

export function head(activations: Values, bypass: Values): number[] {
  const features = relu(convolve(activations, weights.conv2).map((value, at) => value + bypass[at]!));
  const { kernel, bias } = weights.scores;
  const cells = tiny.height * tiny.width;
  return [...bias.data].map((start, unit) =>
    features.reduce((sum, value, at) => sum + (value / cells) * kernel.data[(at % 4) * tiny.classes + unit]!, start),
  );
}

export function softmax(logits: readonly number[]): number[] {
  const powers = logits.map(Math.exp);
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map(value => value / total);
}

/** d score / d step along a direction in the space of the activations, by central differences in float64. */
export function slopeAlong(direction: Values, image: Values, score: (logits: readonly number[]) => number): number {
  const { activations, bypass } = forward(image);
  const at = (step: number) =>
    score(
      head(
        activations.map((value, i) => value + step * direction[i]!),
        bypass,
      ),
    );
  return (at(1e-6) - at(-1e-6)) / 2e-6;
}

const relu = (values: Float64Array) => values.map(value => Math.max(0, value));

function convolve(input: Values, { kernel, bias }: { kernel: Weight; bias: Weight }): Float64Array {
  const { height, width } = tiny;
  const [, , from, to] = kernel.shape as [number, number, number, number];
  const output = new Float64Array(height * width * to);
  for (let cell = 0; cell < height * width; cell++) {
    for (let k = 0; k < to; k++) output[cell * to + k] = bias.data[k]! + window(input, kernel.data, cell, from, to, k);
  }
  return output;
}

function window(input: Values, kernel: Values, cell: number, from: number, to: number, k: number): number {
  const { height, width } = tiny;
  let sum = 0;
  for (let tap = 0; tap < 9; tap++) {
    const y = Math.floor(cell / width) + Math.floor(tap / 3) - 1;
    const x = (cell % width) + (tap % 3) - 1;
    if (y < 0 || y >= height || x < 0 || x >= width) continue;
    for (let c = 0; c < from; c++) sum += input[(y * width + x) * from + c]! * kernel[(tap * from + c) * to + k]!;
  }
  return sum;
}
