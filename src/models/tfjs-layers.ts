import { CamdriftError } from '../errors.ts';
import { metadataBeside, withLabels } from './_carried-labels.ts';
import { classifier } from './_classifier.ts';
import { disposedOnFailure } from './_disposed-on-failure.ts';
import { layersGraph } from './_layers-graph.ts';
import { requireWired } from './_layers-wiring.ts';
import { fromMemory, readArtifacts, readModelJson, shardPaths } from './_tfjs-files.ts';
import type { ModelFormat } from './model.ts';

/** TensorFlow.js layers models: `model.json` with `"format": "layers-model"`, and its weight shards. */
export const tfjsLayers: ModelFormat = {
  name: 'tfjs-layers',
  recognises: ({ head }) =>
    /^\s*\{.*"(format"\s*:\s*"layers-model|model_config"|class_name")/s.test(Buffer.from(head).toString('latin1')),
  files: async path => [path, ...(await shardPaths(path, await readModelJson(path)))],
  async load(path, engine, options) {
    const json = await readModelJson(path);
    requireWired(path, json.modelTopology);
    const artifacts = await readArtifacts(path, json);
    const beside = await metadataBeside(path);
    try {
      const model = await engine.tf.layers.loadLayersModel(fromMemory(artifacts));
      const made = disposedOnFailure(model, loaded => classifier(layersGraph(loaded, engine, options), engine));
      return withLabels(made, json.userDefinedMetadata, beside);
    } catch (cause) {
      throw explained(path, cause);
    }
  },
};

/** What TensorFlow.js says when a file is not what it expects, in words that name the part of the model. */
function explained(path: string, cause: unknown): unknown {
  if (cause instanceof CamdriftError || !(cause instanceof Error)) return cause;
  const unknown = /Unknown (layer|activation|initializer|regularizer|constraint)\w*: (\S+?)\.? /.exec(
    `${cause.message} `,
  );
  if (unknown) {
    return new CamdriftError(
      'model-unsupported',
      `${path} uses the ${unknown[1]} \`${unknown[2]}\`, which TensorFlow.js does not have.`,
      { cause },
    );
  }
  return new CamdriftError(
    'model-unreadable',
    `${path} cannot be loaded as a TensorFlow.js layers model: ${cause.message}`,
    { cause },
  );
}
