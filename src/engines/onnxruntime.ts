import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { InferenceSession } from 'onnxruntime-node';
import { pins } from './_pins.ts';
import { verifiedPrograms } from './_programs.ts';
import { unavailable } from './_unavailable.ts';
import type { Engine, Numbers, Runtime, Session } from './engine.ts';
import { engineFolder } from './folder.ts';
import { wasmEngine } from './wasm.ts';

/**
 * ONNX Runtime through `onnxruntime-node` on all cores for what is not differentiated, TensorFlow.js on WebAssembly for the rest.
 * Its program is looked up beside camdrift and in the tool's own folder only, never in the workspace, whose files are untrusted.
 * @throws CamdriftError `engine-unavailable`
 */
export async function onnxRuntimeEngine(): Promise<Engine> {
  const runtime = loadRuntime();
  const { tf, name, version } = await wasmEngine();
  return {
    name: 'onnxruntime',
    version: `onnxruntime ${pins.version}, ${version}`,
    tf,
    runtime,
    without: { name, version },
    multithreaded: true,
    batch: 8,
    smallestBatch: 1,
    sizesDiffer: true,
  };
}

/** The package's program, as its promises hide it: calls that are over when they return. */
interface Binding {
  readonly InferenceSession: new () => NativeSession;
  initOrtOnce(logLevel: number, tensor: typeof Tensor, isMainThread: boolean): void;
}

interface NativeSession {
  loadModel(model: ArrayBufferLike, start: number, length: number, options: InferenceSession.SessionOptions): void;
  run(feeds: Record<string, Tensor>, fetches: Record<string, null>, options: object): Record<string, Tensor>;
  readonly outputMetadata: readonly { readonly name: string }[];
  dispose(): void;
}

/** What the program reads of a value, and makes of its answers. */
class Tensor {
  readonly type: string;
  readonly data: Float32Array;
  readonly dims: readonly number[];
  readonly location = 'cpu';

  constructor(type: string, data: Float32Array, dims: readonly number[]) {
    this.type = type;
    this.data = data;
    this.dims = dims;
  }
}

/** Of its log: only what ends the process. */
const fatal = 4;
let started: Binding | undefined;

function loadRuntime(): Runtime {
  try {
    const file = join(verifiedPrograms(engineFolder(process.env)), 'onnxruntime_binding.node');
    const native: Binding = createRequire(import.meta.url)(file);
    if (!started) native.initOrtOnce(fatal, Tensor, isMainThread);
    started = native;
    return { session: (model, apart) => new OnnxSession(native, model, apart) };
  } catch (cause) {
    throw unavailable('ONNX Runtime', 'onnxruntime-node', cause);
  }
}

const options: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  graphOptimizationLevel: 'all',
  executionMode: 'sequential',
  intraOpNumThreads: availableParallelism(),
  interOpNumThreads: 1,
  logSeverityLevel: 4,
  extra: {
    // Between two runs it is the turn of others: threads that wait do not spin.
    session: { intra_op: { allow_spinning: '0' } },
    // It makes of zeros that are laid around an image before max pooling the padding of the pooling, which is lower than any number.
    optimization: { disable_specified_optimizers: 'Pad_Fusion' },
  },
};

class OnnxSession implements Session {
  readonly #session: NativeSession;
  readonly #outputs: readonly string[];

  /** It may read them as long as it lives. */
  readonly #apart: readonly { readonly path: string; readonly data: Uint8Array }[];

  constructor({ InferenceSession }: Binding, model: Uint8Array, apart: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#session = new InferenceSession();
    this.#apart = [...apart].map(([path, data]) => ({ path, data }));
    const externalData = this.#apart.length > 0 ? { externalData: this.#apart } : {};
    this.#session.loadModel(model.buffer, model.byteOffset, model.byteLength, { ...options, ...externalData });
    this.#outputs = this.#session.outputMetadata.map(({ name }) => name);
  }

  run({ data, shape }: Numbers): Numbers[] {
    const input = new Tensor('float32', data, shape);
    const fetches = Object.fromEntries(this.#outputs.map(name => [name, null]));
    const found = this.#session.run({ input }, fetches, {});
    return this.#outputs.map(name => {
      const { type, data: values, dims } = found[name]!;
      if (type !== 'float32') throw new TypeError(`the value ${name} is of type ${type}`);
      return { data: values, shape: dims };
    });
  }

  [Symbol.dispose](): void {
    this.#session.dispose();
  }
}
