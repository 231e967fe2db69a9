import type { Tensor } from '@tensorflow/tfjs-core';

interface Disposable {
  dispose(): unknown;
  readonly weights: unknown;
}

/** What `use` makes of a model it takes over; when it throws, the model's weights are let go of. */
export function disposedOnFailure<M extends Disposable, T>(model: M, use: (model: M) => T): T {
  try {
    return use(model);
  } catch (error) {
    disposeWhole(model);
    throw error;
  }
}

/** TensorFlow.js forgets the weights of a layer that is called more than once. */
export function disposeWhole(model: Disposable): void {
  const { weights } = model;
  const tensors = Array.isArray(weights) ? weights.map(weight => (weight as { read(): Tensor }).read()) : [];
  model.dispose();
  for (const tensor of tensors) if (!tensor.isDisposed) tensor.dispose();
}
