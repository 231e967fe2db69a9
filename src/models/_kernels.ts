import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';

type Core = TensorFlow['core'];

/** What is made on the way is released. */
export function numbersOf(core: Core, make: () => Tensor): Float32Array {
  let numbers = new Float32Array();
  core.tidy(() => {
    numbers = make().dataSync() as Float32Array<ArrayBuffer>;
  });
  return numbers;
}
