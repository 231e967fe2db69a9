import type * as core from '@tensorflow/tfjs-core';

/** A package's named exports; only one of its two builds has a default. */
type Named<T> = Omit<T, 'default'>;

/**
 * TensorFlow.js as one engine carries it. An engine brings its own copy, because its state (backend, kernels,
 * gradients) is global to the process: nothing else may import it as a value.
 */
export interface TensorFlow {
  readonly core: Named<typeof core>;
}

export type EngineName = 'wasm' | 'native';

/** Something that executes and differentiates TensorFlow.js models. One engine per thread. */
export interface Engine {
  readonly name: string;
  /** Versions that can change a number, for provenance: `tfjs 4.22.0, wasm simd`. */
  readonly version: string;
  readonly tf: TensorFlow;
  /** Whether one forward pass already uses every core; a single-threaded engine gains from workers instead. */
  readonly multithreaded: boolean;
  /** Images per batch when memory allows. */
  readonly batch: number;
  /** Smaller batches are filled up, because below this size the engine's sums run in another order (last bits differ). */
  readonly smallestBatch: number;
}
