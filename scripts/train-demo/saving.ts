/// <reference lib="esnext.float16" />
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../../src/engines/engine.ts';

/** Writes model.json and weights.bin into a folder: no dates in it, weights rounded to float16 to halve their size. */
export async function saveModel(tf: TensorFlow, model: LayersModel, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await model.save(tf.core.io.withSaveHandler(artifacts => write(artifacts, folder)));
}

async function write(artifacts: io.ModelArtifacts, folder: string): Promise<io.SaveResult> {
  const weights = artifacts.weightSpecs!.map(spec => ({
    ...spec,
    quantization: { dtype: 'float16', original_dtype: 'float32' },
  }));
  const json = {
    format: 'layers-model',
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  };
  await writeFile(join(folder, 'model.json'), `${JSON.stringify(json)}\n`);
  await writeFile(join(folder, 'weights.bin'), halves(artifacts.weightData as ArrayBuffer));
  return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
}

function halves(singles: ArrayBuffer): Uint8Array {
  return new Uint8Array(Float16Array.from(new Float32Array(singles)).buffer);
}
