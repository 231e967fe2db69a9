import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { unavailable } from './_unavailable.ts';
import type { Engine, Numbers, Runtime, Session } from './engine.ts';
import { wasmEngine } from './wasm.ts';

/** The only one whose inner parts are known to be as they are used here. */
export const runtimeVersion = '1.30.0';

/**
 * ONNX Runtime through `onnxruntime-node` on all cores for what is not differentiated, TensorFlow.js on WebAssembly for the rest.
 * It is looked up from camdrift's own installation only, never from the workspace, whose files are untrusted.
 * @throws CamdriftError `engine-unavailable`
 */
export async function onnxRuntimeEngine(): Promise<Engine> {
  const runtime = loadRuntime();
  const { tf, name, version } = await wasmEngine();
  return {
    name: 'onnxruntime',
    version: `onnxruntime ${runtimeVersion}, ${version}`,
    tf,
    runtime,
    without: { name, version },
    multithreaded: true,
    batch: 8,
    smallestBatch: 1,
    sizesDiffer: true,
  };
}

/** The package's own binding, as its promises hide it: calls that are over when they return. */
interface Binding {
  readonly binding: { readonly InferenceSession: new () => NativeSession };
  initOrt(): void;
}

interface NativeSession {
  loadModel(model: ArrayBufferLike, start: number, length: number, options: InferenceSession.SessionOptions): void;
  run(feeds: Record<string, Tensor>, fetches: Record<string, null>, options: object): Record<string, Tensor>;
  readonly outputMetadata: readonly { readonly name: string }[];
  dispose(): void;
}

type Common = Pick<typeof import('onnxruntime-node'), 'Tensor' | 'env'>;

function loadRuntime(): Runtime {
  try {
    const require = createRequire(import.meta.url);
    const home = dirname(require.resolve('onnxruntime-node/package.json'));
    const found: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
    if (found !== runtimeVersion) throw new Error(`it is version ${found}; expected ${runtimeVersion}`);
    const inside = createRequire(join(home, 'dist/index.js'));
    const common = inside('onnxruntime-common') as Common;
    common.env.logLevel = 'fatal';
    const native = inside('./binding.js') as Binding;
    native.initOrt();
    return { session: model => new OnnxSession(native, common, model) };
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
  // Between two runs it is the turn of others: threads that wait do not spin.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
};

class OnnxSession implements Session {
  readonly #session: NativeSession;
  readonly #common: Common;
  readonly #outputs: readonly string[];

  constructor({ binding }: Binding, common: Common, model: Uint8Array) {
    this.#common = common;
    this.#session = new binding.InferenceSession();
    this.#session.loadModel(model.buffer, model.byteOffset, model.byteLength, options);
    this.#outputs = this.#session.outputMetadata.map(({ name }) => name);
  }

  run({ data, shape }: Numbers): Numbers[] {
    const input = new this.#common.Tensor('float32', data, shape);
    const fetches = Object.fromEntries(this.#outputs.map(name => [name, null]));
    const found = this.#session.run({ input }, fetches, {});
    return this.#outputs.map(name => {
      const { type, data: values, dims } = found[name]!;
      if (type !== 'float32') throw new TypeError(`the value ${name} is of type ${type}`);
      return { data: values as Float32Array, shape: dims };
    });
  }

  [Symbol.dispose](): void {
    this.#session.dispose();
  }
}
