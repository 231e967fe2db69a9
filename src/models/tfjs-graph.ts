import { CamdriftError } from '../errors.ts';
import { classifier } from './_classifier.ts';
import { disposedOnFailure } from './_disposed-on-failure.ts';
import { executionProblem } from './_execution-problem.ts';
import { frozenGraph, type GraphDef } from './_frozen-graph.ts';
import { fromMemory, readArtifacts, readModelJson, shardPaths } from './_tfjs-files.ts';
import type { ModelFormat } from './model.ts';

/** TensorFlow.js graph models: `model.json` with `"format": "graph-model"`, and its weight shards. */
export const tfjsGraph: ModelFormat = {
  name: 'tfjs-graph',
  recognises: ({ head }) =>
    /^\s*\{.*("format"\s*:\s*"graph-model|"modelTopology"\s*:\s*\{\s*"node"\s*:)/s.test(
      Buffer.from(head).toString('latin1'),
    ),
  files: async path => [path, ...(await shardPaths(path, await readModelJson(path)))],
  async load(path, engine, options) {
    const artifacts = await readArtifacts(path, await readModelJson(path));
    try {
      const model = await engine.tf.converter.loadGraphModel(fromMemory(artifacts));
      const def = artifacts.modelTopology as GraphDef;
      return disposedOnFailure(model, loaded => classifier(frozenGraph(loaded, def, engine, options), engine));
    } catch (error) {
      const cause = executionProblem(error, engine);
      if (cause instanceof CamdriftError || !(cause instanceof Error)) throw cause;
      throw new CamdriftError(
        'model-unreadable',
        `${path} cannot be loaded as a TensorFlow.js graph model: ${cause.message}`,
        { cause },
      );
    }
  },
};
