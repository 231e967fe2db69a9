import { type Engine, type EngineName, engineNames } from '../../src/engines/engine.ts';
import { engines } from '../../src/engines/index.ts';
import { CamdriftError } from '../../src/errors.ts';

/** TensorFlow.js in plain JavaScript: slow, and written by other hands than the WebAssembly kernels. Not a product engine. */
export async function cpuEngine(): Promise<Engine> {
  const core = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-cpu');
  await import('@tensorflow/tfjs-layers'); // registers the gradients of the core's kernels
  await core.setBackend('cpu');
  return {
    name: 'cpu',
    version: core.version_core,
    tf: { core },
    multithreaded: false,
    batch: 4,
    smallestBatch: 1,
  };
}

/** Why tests with this engine are skipped here; `false`: they are not. Starts it, so one engine per test process. */
export async function whyNoEngine(name: EngineName): Promise<string | false> {
  try {
    await engines[name]();
    return false;
  } catch (error) {
    if (error instanceof CamdriftError && error.code === 'engine-unavailable')
      return `${error.message} \`${name === 'native' ? 'npm run setup:native' : 'npm ci'}\` installs it.`;
    throw error;
  }
}

/** Which engine the contract of model formats is checked on, in this process: `model.ENGINE.test.ts` sets it. */
export const contractEngine = (): EngineName =>
  engineNames.find(name => name === process.env.CAMDRIFT_CONTRACT_ENGINE) ?? 'wasm';
