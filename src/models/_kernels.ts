import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import type { Kernel } from './model.ts';

type Core = TensorFlow['core'];

/** A kernel whose axes lie as they should, or in the order given. */
export function kernelOf(core: Core, tensor: Tensor, order?: readonly number[]): Kernel {
  return {
    shape: order ? order.map(axis => tensor.shape[axis]!) : [...tensor.shape],
    values: () => numbersOf(core, () => (order ? core.transpose(tensor, [...order]) : tensor)),
  };
}

/** What is made on the way is released. */
export function numbersOf(core: Core, make: () => Tensor): Float32Array {
  let numbers = new Float32Array();
  core.tidy(() => {
    numbers = make().dataSync() as Float32Array<ArrayBuffer>;
  });
  return numbers;
}

/** Rows x columns x channels x multiplier is, number by number, a convolution with one input channel per group. */
export function depthwiseKernel(core: Core, tensor: Tensor): Kernel {
  const [height, width, channels, multiplier] = tensor.shape as [number, number, number, number];
  return { ...kernelOf(core, tensor), shape: [height, width, 1, channels * multiplier] };
}

/** The last two axes change places: a transposed convolution's from and to, or a matrix that is applied transposed. */
export function turnedKernel(core: Core, tensor: Tensor): Kernel {
  const axes = tensor.shape.map((_, axis) => axis);
  return kernelOf(core, tensor, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]);
}
