import type { Engine } from '../engines/engine.ts';
import { requireClassScores, requireOneEach } from './_answer.ts';
import { parts, trunkAtOnce } from './_at-once.ts';
import { ConstantGradients } from './_constant-gradients.ts';
import { requireNoEmbedding } from './_embedding.ts';
import { answersOf, evidenceOf, trunkProblem } from './_evidence.ts';
import { executionProblem } from './_execution-problem.ts';
import { type Graph, shapeOf } from './_graph.ts';
import { findScores } from './_head.ts';
import { chooseLayer, explainableLayers } from './_layers.ts';
import { takesOf } from './_takes.ts';
import type { Classifier } from './_taped-head.ts';
import { linkUnder, taskOf } from './_task.ts';
import { noise, scoresOf } from './_trial.ts';
import type { LayerInfo, Model, TargetLayer, TaskKind } from './model.ts';

/**
 * Turns a dataflow graph into a classifier that gives evidence.
 * @param said what the team says its answers are
 * @throws CamdriftError `model-unsupported` where its answer cannot be class scores, `config-invalid` where they cannot be what is said
 */
export function classifier(graph: Graph, engine: Engine, said?: TaskKind): Model {
  const found = findScores(graph);
  requireClassScores(graph, found);
  const units = shapeOf(graph, found.node).reduce((product, size) => product * size, 1);
  if (units === 1) requireOneEach(graph, scoresOf(engine, graph, found.node, noise(graph.inputShape, 1)).length);
  const task = taskOf(found, units, said);
  const scores = { ...found, link: linkUnder(found.link, task.kind) };
  const whole: Classifier = { graph, scores, units, constant: new ConstantGradients(), means: new Map() };
  let known = false;
  const model: Model = {
    format: graph.format,
    input: graph.inputShape,
    classes: units === 1 && task.kind !== 'regression' ? 2 : units,
    task,
    takes: () => takesOf(engine, graph),
    weightBytes: graph.weightBytes,
    weights: () => graph.weights(),
    layers: (): LayerInfo[] => explainableLayers(graph, scores.node),
    targetLayer: (choice: string): TargetLayer =>
      chooseLayer(graph, scores.node, choice, layer => hasSlope(model, layer)),
    fallback: layer => trunkProblem(whole, layer),
    answers(batch) {
      try {
        const full = filledUp(batch, engine.smallestBatch);
        return parts(full, trunkAtOnce(engine, graph))
          .flatMap(part => answersOf(engine, whole, part))
          .slice(0, batch.length);
      } catch (error) {
        throw executionProblem(error, engine);
      }
    },
    explain(batch, request) {
      const full = filledUp(batch, engine.smallestBatch);
      const classes = filledUp(request.classes, engine.smallestBatch);
      try {
        const evidence = evidenceOf(engine, whole, full, { ...request, classes }).slice(0, batch.length);
        if (!known) requireNoEmbedding(engine, graph, scores, evidence);
        known = true;
        return evidence;
      } catch (error) {
        dropTape(engine);
        throw executionProblem(error, engine);
      }
    },
    [Symbol.dispose]: () => graph[Symbol.dispose](),
  };
  return model;
}

/** Whether the score of what the model sees in noise depends on a layer at all. */
function hasSlope(model: Model, layer: string): boolean {
  const [evidence] = model.explain([noise(model.input, 1)], { layer, classes: ['predicted'], score: 'logit' });
  return evidence!.gradients.data.some(slope => slope !== 0);
}

/** What a gradient saved on its way stays alive when it throws; TensorFlow.js lets go of it only at the end. */
function dropTape({ tf: { core } }: Engine): void {
  const { state } = core.engine();
  const saved = (state.activeTape ?? []).flatMap(node => node.saved ?? []);
  core.dispose(saved);
  Object.assign(state, { activeTape: null });
}

/** Repeats the last item until there are enough: a batch of one gives other last bits than the same image among others. */
function filledUp<T>(items: readonly T[], size: number): readonly T[] {
  return items.length >= size ? items : [...items, ...Array.from({ length: size - items.length }, () => items.at(-1)!)];
}
