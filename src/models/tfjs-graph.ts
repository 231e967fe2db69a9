import { metadataBeside, withLabels } from './_carried-labels.ts';
import { requireClassification } from './_stated-task.ts';
import { readModelJson, readWeights, shardPaths } from './_tfjs-files.ts';
import type { ModelFormat } from './model.ts';

/** TensorFlow.js graph models: `model.json` with `"format": "graph-model"`, and its weight shards. */
export const tfjsGraph: ModelFormat = {
  name: 'tfjs-graph',
  recognises: ({ head }) =>
    /^\s*\{.*("format"\s*:\s*"graph-model|"modelTopology"\s*:\s*\{\s*"node"\s*:)/s.test(
      Buffer.from(head).toString('latin1'),
    ),
  files: async (path, within) => [path, ...(await shardPaths(path, await readModelJson(path), within))],
  async load(path, engine, options) {
    const json = await readModelJson(path, options.read);
    const beside = await metadataBeside(path);
    requireClassification(path, json.userDefinedMetadata, beside);
    const weights = await readWeights(path, json, options);
    const { loadTfjsGraph } = await import('./tensorflow/tfjs.ts');
    const { modelTopology: topology, signature = json.userDefinedMetadata } = json;
    const model = await loadTfjsGraph({ path, topology, signature, weights }, engine, options);
    return withLabels(model, json.userDefinedMetadata, beside);
  },
};
