import { metadataBeside, withLabels } from './_carried-labels.ts';
import { artifactsOf } from './_frozen-artifacts.ts';
import { frozenClassifier } from './_frozen-classifier.ts';
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
    const json = await readModelJson(path);
    const artifacts = artifactsOf(json, await readWeights(path, json, options.within));
    const beside = await metadataBeside(path);
    const source = { format: 'tfjs-graph', path, kind: 'TensorFlow.js graph model' };
    return withLabels(await frozenClassifier(source, artifacts, engine, options), json.userDefinedMetadata, beside);
  },
};
