import { CamdriftError } from '../errors.ts';
import { type Engine, type EngineName, engineNames } from './engine.ts';
import { nativeEngine } from './native.ts';
import { onnxRuntimeEngine } from './onnxruntime.ts';
import { wasmEngine } from './wasm.ts';

export const engines: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  onnxruntime: onnxRuntimeEngine,
  native: nativeEngine,
  wasm: wasmEngine,
};

export type EngineChoice = EngineName | 'auto';

/** `auto` takes the fastest engine that is installed and loads; WebAssembly is always there. */
export async function startEngine(choice: EngineChoice): Promise<Engine> {
  if (choice !== 'auto') return engines[choice]();
  for (const name of engineNames) {
    const engine = await engines[name]().catch(unlessUnavailable);
    if (engine) return engine;
  }
  return wasmEngine();
}

function unlessUnavailable(error: unknown): undefined {
  if (error instanceof CamdriftError && error.code === 'engine-unavailable') return undefined;
  throw error;
}
