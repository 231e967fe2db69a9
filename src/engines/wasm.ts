import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CamdriftError } from '../errors.ts';
import { addGradients } from './_added-gradients.ts';
import { composeKernels, countAxesFromTheStart } from './_composed-kernels.ts';
import { addDilatedGradient } from './_dilated-gradient.ts';
import { hastenConvolutions } from './_fast-convolution.ts';
import { hastenNormalization } from './_fast-normalization.ts';
import { hastenHeads } from './_head-kernels.ts';
import { addUpExactly } from './_long-sums.ts';
import { repairKernels } from './_wasm-kernels.ts';
import type { Engine } from './engine.ts';

/**
 * TensorFlow.js on WebAssembly: runs anywhere Node runs, one thread.
 *
 * Its kernels are repaired first: as shipped it differentiates max pooling wrongly and cannot differentiate
 * depthwise convolutions at all (`_wasm-kernels.ts` and `_composed-kernels.ts` say what and why).
 */
export async function wasmEngine(): Promise<Engine> {
  const { core, setWasmPaths } = await import('./tfjs.ts');
  setWasmPaths(`${wasmFolder()}/`);
  core.enableProdMode();
  if (!(await core.setBackend('wasm'))) {
    throw new CamdriftError('engine-unavailable', `The WebAssembly engine did not start (files in ${wasmFolder()}).`);
  }
  repairKernels(core);
  composeKernels(core);
  countAxesFromTheStart(core, 'wasm', 'Cumsum', 'Cumprod');
  addDilatedGradient(core);
  addGradients(core);
  addUpExactly(core);
  const rounding = hastenConvolutions(core);
  hastenHeads(core);
  hastenNormalization(core);
  return {
    name: 'wasm',
    version: `tfjs ${core.version_core}, wasm${rounding ? ` ${rounding}` : ''}`,
    tf: { core },
    multithreaded: false,
    batch: 2,
    smallestBatch: 1,
  };
}

/** The `.wasm` files lie beside the bundle in `dist`, and in the package when running from source. */
function wasmFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  if (existsSync(join(here, 'tfjs-backend-wasm-simd.wasm'))) return here;
  return dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
}
