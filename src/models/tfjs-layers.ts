import { metadataBeside, withLabels } from './_carried-labels.ts';
import { requireClassification } from './_stated-task.ts';
import { readModelJson, readWeights, shardPaths } from './_tfjs-files.ts';
import type { ModelFormat } from './model.ts';

/** TensorFlow.js layers models: `model.json` with `"format": "layers-model"`, and its weight shards. */
export const tfjsLayers: ModelFormat = {
  name: 'tfjs-layers',
  recognises: ({ head }) =>
    /^\s*\{.*"(format"\s*:\s*"layers-model|model_config"|class_name")/s.test(Buffer.from(head).toString('latin1')),
  files: async (path, within) => [path, ...(await shardPaths(path, await readModelJson(path), within))],
  async load(path, engine, options) {
    const json = await readModelJson(path, options.read);
    const beside = await metadataBeside(path);
    requireClassification(path, json.userDefinedMetadata, beside);
    const weights = await readWeights(path, json, options);
    const { loadTfjsLayers } = await import('./keras/tfjs.ts');
    const model = loadTfjsLayers({ path, topology: json.modelTopology, weights }, engine, options);
    return withLabels(model, json.userDefinedMetadata, beside);
  },
};
