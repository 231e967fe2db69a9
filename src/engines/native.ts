import { createRequire } from 'node:module';
import util from 'node:util';
import { addGradients } from './_added-gradients.ts';
import { countAxesFromTheStart } from './_composed-kernels.ts';
import { addDilatedGradient } from './_dilated-gradient.ts';
import { shortenSums } from './_shorter-sums.ts';
import { unavailable } from './_unavailable.ts';
import type { Engine, TensorFlow } from './engine.ts';

type TfjsNode = TensorFlow['core'] & { version: { 'tfjs-node'?: string } };

/**
 * TensorFlow's C library through `@tensorflow/tfjs-node`: several times faster, all cores, not for every machine.
 * It is looked up from camdrift's own installation only, never from the workspace, whose files are untrusted.
 */
export async function nativeEngine(): Promise<Engine> {
  const tfjs = loadTfjsNode();
  tfjs.enableProdMode();
  await tfjs.setBackend('tensorflow');
  countAxesFromTheStart(tfjs, 'tensorflow', 'GatherV2');
  addDilatedGradient(tfjs);
  addGradients(tfjs);
  shortenSums(tfjs);
  return {
    name: 'native',
    version: `tfjs-node ${tfjs.version['tfjs-node'] ?? tfjs.version_core}`,
    tf: { core: tfjs },
    multithreaded: true,
    batch: 16,
    smallestBatch: 2,
  };
}

function loadTfjsNode(): TfjsNode {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  restoreIsNullOrUndefined();
  try {
    return createRequire(import.meta.url)('@tensorflow/tfjs-node') as TfjsNode;
  } catch (cause) {
    throw unavailable('The native engine', '@tensorflow/tfjs-node', cause);
  }
}

/** tfjs-node 4.22 calls a function that Node 23 removed; the fix is merged upstream and was never released. */
function restoreIsNullOrUndefined(): void {
  if ('isNullOrUndefined' in util) return;
  Object.assign(util, { isNullOrUndefined: (value: unknown) => value === null || value === undefined });
}
