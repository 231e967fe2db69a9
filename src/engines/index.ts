import { CamdriftError } from '../errors.ts';
import { type Engine, type EngineName, engineNames, type PassedOver } from './engine.ts';
import { nativeEngine } from './native.ts';
import { onnxRuntimeEngine } from './onnxruntime.ts';
import { wasmEngine } from './wasm.ts';

export const engines: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  onnxruntime: onnxRuntimeEngine,
  native: nativeEngine,
  wasm: wasmEngine,
};

export type EngineChoice = EngineName | 'auto';

/** `auto` takes the fastest engine that is installed and loads, and says why it is none that is faster; WebAssembly is always there. */
export async function startEngine(choice: EngineChoice): Promise<Engine> {
  if (choice !== 'auto') return engines[choice]();
  const passedOver: PassedOver[] = [];
  for (const name of engineNames) {
    const engine = await engines[name]().catch(unlessUnavailable);
    if (!(engine instanceof CamdriftError)) return { ...engine, passedOver };
    passedOver.push({ name, why: engine.message });
  }
  return wasmEngine();
}

function unlessUnavailable(error: unknown): CamdriftError {
  if (error instanceof CamdriftError && error.code === 'engine-unavailable') return error;
  throw error;
}
