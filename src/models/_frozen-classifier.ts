import type { io } from '@tensorflow/tfjs-core';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { classifier } from './_classifier.ts';
import { disposedOnFailure } from './_disposed-on-failure.ts';
import { executionProblem } from './_execution-problem.ts';
import { fromMemory } from './_frozen-artifacts.ts';
import { frozenGraph, type GraphDef } from './_frozen-graph.ts';
import type { LoadOptions, Model } from './model.ts';

interface Source {
  readonly format: string;
  readonly path: string;
  /** For messages. */
  readonly kind: string;
}

/** A frozen graph with its weights, in TensorFlow.js's form, as a classifier. */
export async function frozenClassifier(
  { format, path, kind }: Source,
  artifacts: io.ModelArtifacts,
  engine: Engine,
  options: LoadOptions,
): Promise<Model> {
  try {
    const model = await engine.tf.converter.loadGraphModel(fromMemory(artifacts));
    const def = artifacts.modelTopology as GraphDef;
    return disposedOnFailure(model, loaded => classifier(frozenGraph(format, loaded, def, engine, options), engine));
  } catch (error) {
    const cause = executionProblem(error, engine);
    if (cause instanceof CamdriftError || !(cause instanceof Error)) throw cause;
    throw new CamdriftError('model-unreadable', `${path} cannot be loaded as a ${kind}: ${cause.message}`, { cause });
  }
}
