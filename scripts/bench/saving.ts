import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../../src/engines/engine.ts';
import { layersOf } from '../tfjs-layers.ts';
import { type NetworkName, networks } from './networks.ts';
import { fillRandom } from './random.ts';

/** Writes a network with random weights as a layers model: model.json and weights.bin, as `tensorflowjs_converter` does. */
export async function saveNetwork(tf: TensorFlow, name: NetworkName, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const model = networks[name](await layersOf(tf));
  await model.save(tf.core.io.withSaveHandler(artifacts => write(artifacts, folder)));
  model.dispose();
}

async function write(artifacts: io.ModelArtifacts, folder: string): Promise<io.SaveResult> {
  const weights = artifacts.weightSpecs!;
  const json = {
    format: 'layers-model',
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  };
  const data = artifacts.weightData as ArrayBuffer;
  randomise(data, weights);
  await writeFile(join(folder, 'model.json'), JSON.stringify(json));
  await writeFile(join(folder, 'weights.bin'), new Uint8Array(data));
  return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
}

/** Kernels get the variance 1 / fan-in, so that values neither vanish nor explode; the rest stays as initialised. */
function randomise(data: ArrayBuffer, weights: readonly io.WeightsManifestEntry[]): void {
  let offset = 0;
  for (const [index, { name, shape }] of weights.entries()) {
    const size = shape.reduce((product, length) => product * length, 1);
    const fanIn = name.includes('depthwise') ? 9 : size / shape.at(-1)!;
    if (name.endsWith('kernel')) fillRandom(new Float32Array(data, offset, size), index, Math.sqrt(6 / fanIn));
    offset += 4 * size;
  }
}
