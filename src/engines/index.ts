import { CamdriftError } from '../errors.ts';
import type { Engine, EngineName } from './engine.ts';
import { nativeEngine } from './native.ts';
import { wasmEngine } from './wasm.ts';

export const engines: Readonly<Record<EngineName, () => Promise<Engine>>> = { wasm: wasmEngine, native: nativeEngine };

export type EngineChoice = EngineName | 'auto';

/** `auto` takes the native engine when it is installed and loads, else WebAssembly. */
export async function startEngine(choice: EngineChoice): Promise<Engine> {
  if (choice !== 'auto') return engines[choice]();
  try {
    return await nativeEngine();
  } catch (error) {
    if (error instanceof CamdriftError && error.code === 'engine-unavailable') return wasmEngine();
    throw error;
  }
}
