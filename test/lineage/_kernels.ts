import { sketchOf, type WeightSketch } from '../../src/lineage/sketch.ts';
import type { Constant, Kernel } from '../../src/models/model.ts';
import { random } from '../core/_numbers.ts';

export const kernel = (shape: readonly number[], values: ArrayLike<number>): Kernel => ({
  shape,
  values: () => Float32Array.from(values),
});

/** Normally distributed, the same numbers for the same seed. */
export function randomKernel(seed: number, shape: readonly number[]): Kernel {
  const next = random(seed + 1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const count = shape.reduce((product, size) => product * size, 1);
  return kernel(shape, Float32Array.from({ length: count }, normal));
}

/** A first convolution, a pointwise one, a head. */
export const network = (seed = 0): Kernel[] => [
  randomKernel(seed, [3, 3, 3, 16]),
  randomKernel(seed + 1, [1, 1, 16, 32]),
  randomKernel(seed + 2, [3, 3, 32, 64]),
  randomKernel(seed + 3, [64, 10]),
];

/** The same kernel with every number changed. */
export function changed(
  { shape, values }: Kernel,
  change: (value: number, channel: number, input: number) => number,
): Kernel {
  const to = shape.at(-1)!;
  return kernel(
    shape,
    values().map((value, at) => change(value, at % to, Math.floor(at / to))),
  );
}

export const sketchOfAll = (kernels: readonly Kernel[], others: readonly Constant[] = []): WeightSketch =>
  sketchOf({ kernels, others });

/** Weights that are no kernel. */
export const constant = (...numbers: readonly number[]): Constant => ({
  size: numbers.length,
  values: () => Float32Array.from(numbers),
});

/** The same kernel with a factor and an addend per output channel behind it. */
export function withAffine(
  kernel: Kernel,
  factor: (channel: number) => number,
  addend: (channel: number) => number,
): Kernel {
  const channels = Array.from({ length: kernel.shape.at(-1)! }, (_, at) => at);
  const affine = () => ({
    factors: Float32Array.from(channels, factor),
    addends: Float32Array.from(channels, addend),
  });
  return { ...kernel, affine };
}
