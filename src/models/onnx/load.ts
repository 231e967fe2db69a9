import { stat } from 'node:fs/promises';
import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import { withLabels } from '../_carried-labels.ts';
import { classifier } from '../_classifier.ts';
import { executionProblem } from '../_execution-problem.ts';
import { requireClassification } from '../_stated-task.ts';
import type { LoadOptions, Model } from '../model.ts';
import { locationsIn } from './locations.ts';
import { onnxGraph } from './onnx-graph.ts';
import { small } from './outline.ts';
import { externalData, externalFiles, externalLocations, readOnnx } from './read-model.ts';

export async function onnxFiles(path: string, within?: string): Promise<readonly string[]> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  const walked = size < small ? undefined : await locationsIn(path);
  const locations = walked ?? externalLocations((await readOnnx(path)).graph);
  return [path, ...(await externalFiles(path, locations, within)).values()];
}

export async function loadOnnx(path: string, engine: Engine, options: LoadOptions): Promise<Model> {
  const { graph, opset, metadata } = await readOnnx(path, options.read);
  requireClassification(path, metadata);
  const external = await externalData(path, graph, options.within);
  try {
    const made = onnxGraph(graph, opset, external, engine, options);
    try {
      return withLabels(classifier(made, engine, options.task), metadata);
    } catch (error) {
      made[Symbol.dispose]();
      throw error;
    }
  } catch (error) {
    const cause = executionProblem(error, engine);
    if (cause instanceof CamdriftError || !(cause instanceof Error)) throw cause;
    throw new CamdriftError('model-unreadable', `${path} cannot be run: ${cause.message}`, { cause });
  }
}
