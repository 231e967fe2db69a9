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

/** The fastest first. */
export const engineNames = ['onnxruntime', 'native', 'wasm'] as const;

export type EngineName = (typeof engineNames)[number];

export type EngineFacts = Pick<Engine, 'name' | 'version'>;

export interface PassedOver {
  readonly name: EngineName;
  readonly why: string;
}

/** Something that executes and differentiates models. One engine per thread. */
export interface Engine {
  readonly name: string;
  /** Versions that can change a number, for provenance: `tfjs 4.22.0, wasm fma`. */
  readonly version: string;
  readonly tf: TensorFlow;
  /** What runs the part of a network that is not differentiated; without it `tf` runs everything. */
  readonly runtime?: Runtime;
  /** Of an engine with a runtime: what runs all of a network that the runtime cannot. */
  readonly without?: EngineFacts;
  /** Faster engines that `auto` asked in vain, and why, in half a sentence each. */
  readonly passedOver?: readonly PassedOver[];
  /** Whether one forward pass already uses every core; a single-threaded engine gains from workers instead. */
  readonly multithreaded: boolean;
  /** Images per batch when memory allows. */
  readonly batch: number;
  /** Smaller batches are filled up, because below this size the engine's sums run in another order (last bits differ). */
  readonly smallestBatch: number;
  /** Whether the same image has other last bits in batches of other sizes, whatever they are: then images run one by one. */
  readonly sizesDiffer?: boolean;
}

/** Runs networks forward, and nothing else. */
export interface Runtime {
  /**
   * @param model an ONNX file that camdrift wrote, never one of the workspace: one input
   * @param apart the bytes of constants that it keeps in other files, by the names that it gives these, which are no files of a disk; unchanged
   *   as long as the session lives
   * @throws Error what the runtime says when it cannot run it
   */
  session(model: Uint8Array, apart?: ReadonlyMap<string, Uint8Array>): Session;
}

export interface Session extends Disposable {
  /** @returns one array per output of the file, in their order; row-major float32 */
  run(input: Numbers): readonly Numbers[];
}

export interface Numbers {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}
