import type { Tensor } from '@tensorflow/tfjs-core';
import { channelSums, type FeatureMaps } from '../core/feature-maps.ts';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import type { Evidence } from '../methods/method.ts';
import { type Answer, readAnswers, slope } from './_answers.ts';
import { atOnceOf, concatenated, fed, joined, parts } from './_at-once.ts';
import { type Graph, nodeTable, type Patches } from './_graph.ts';
import { type Head, headOf, isPooledLinear, type Scores } from './_head.ts';
import { mapOf, onGrid } from './_patches.ts';
import { wiringOf } from './_wiring.ts';
import type { ExplainRequest, Score } from './model.ts';

export interface Classifier {
  readonly graph: Graph;
  readonly scores: Scores;
  /** Number of logits: one per class, or a single one for two classes. */
  readonly units: number;
}

/**
 * The forward pass stops at the layer (and at whatever bypasses it); only the head behind it runs under the tape. So the
 * cost is one plain forward pass plus the head's backward pass.
 */
export function evidenceOf(
  engine: Engine,
  model: Classifier,
  batch: readonly Float32Array[],
  request: ExplainRequest,
): Evidence[] {
  const { graph, scores } = model;
  const head = headOf(graph, request.layer, scores.node);
  if (!head) throw noHead(request.layer);
  const ends = [request.layer, ...head.bypasses];
  const { trunk, head: size } = atOnceOf(engine, graph, ends);
  graph.endTrunkAt(ends);
  const classes = parts(request.classes, size);
  return parts(batch, size).flatMap((images, at) =>
    explained(engine, model, head, { ...request, classes: classes[at]! }, () =>
      joined(
        engine,
        parts(images, trunk).map(part => graph.execute(fed(engine, graph, part), ends)),
      ),
    ),
  );
}

/** @param forward makes the layer's value and what bypasses it */
function explained(
  engine: Engine,
  { graph, scores, units }: Classifier,
  head: Head,
  request: ExplainRequest,
  forward: () => Tensor[],
): Evidence[] {
  const { core } = engine.tf;
  const images = request.classes.length;
  let evidence: Evidence[] = [];
  core.tidy(() => {
    const [activations, ...bypasses] = forward() as [Tensor, ...Tensor[]];
    const { patches } = nodeTable(graph.nodes).get(request.layer)!;
    const wiring = wiringOf(engine, activations, mapOf(patches)?.axis ?? activations.rank - 1, request.rewired);
    const sides = head.bypasses.map((name, index): [string, Tensor] => [name, bypasses[index]!]);
    let answers: Answer[] = [];
    const gradientOf = (score: Score): Tensor => {
      const gradient = core.grad(a => {
        const [scored] = graph.execute(new Map<string, Tensor>([...sides, [request.layer, a]]), [scores.node]);
        const logits = core.reshape(scored!, [images, units]);
        answers = readAnswers(scores, logits.dataSync() as Float32Array, request);
        const slopes = concatenated(
          answers.map(answer => slope(answer, score, scores)),
          units,
        );
        return core.sum(core.mul(logits, core.tensor2d(slopes, [images, units])));
      });
      return wiring.back(gradient(wiring.there(activations)));
    };
    const gradients = gradientOf(request.score);
    const logitGradients = request.score === 'logit' || !isPooledLinear(head) ? gradients : gradientOf('logit');
    const [a, g, l] = [activations, gradients, logitGradients].map(value => perImage(value, patches, answers.length));
    evidence = assemble(a!, g!, isPooledLinear(head) ? l : undefined, answers);
  });
  return evidence;
}

const noHead = (layer: string): CamdriftError =>
  new CamdriftError('layer-unknown', `The class scores do not depend on layer \`${layer}\`.`);

/** Why the engine's runtime does not run what evidence of this layer takes, where there is one that does not. Foreign text. */
export function trunkProblem({ graph, scores }: Classifier, layer: string): string | undefined {
  const head = headOf(graph, layer, scores.node);
  if (!head) throw noHead(layer);
  graph.endTrunkAt([layer, ...head.bypasses]);
  return graph.trunkProblem();
}

/** The forward pass alone: one probability per class and image. */
export function answersOf(engine: Engine, model: Classifier, batch: readonly Float32Array[]): Float32Array[] {
  const { core } = engine.tf;
  const { graph, scores } = model;
  let values = new Float32Array();
  graph.endTrunkAt([scores.node]);
  core.tidy(() => {
    const [scored] = graph.execute(fed(engine, graph, batch), [scores.node]);
    values = Float32Array.from(scored!.dataSync());
  });
  // Whether the scores are those that were asked for is checked where evidence is made.
  const request = { layer: '', classes: batch.map(() => 'predicted' as const), score: 'probability' as const };
  return readAnswers(scores, values, request).map(({ probabilities }) => probabilities);
}

/** A batch of images, or of patches, as the maps of each image. */
function perImage(values: Tensor, patches: Patches | undefined, images: number): FeatureMaps[] {
  const numbers = values.dataSync() as Float32Array;
  if (patches && mapOf(patches)) return onGrid(numbers, patches, images);
  const [, height, width, channels] = values.shape as [number, number, number, number];
  const size = height * width * channels;
  return Array.from({ length: images }, (_, at) => ({
    height,
    width,
    channels,
    data: numbers.subarray(at * size, (at + 1) * size),
  }));
}

function assemble(
  activations: readonly FeatureMaps[],
  gradients: readonly FeatureMaps[],
  logitGradients: readonly FeatureMaps[] | undefined,
  answers: readonly Answer[],
): Evidence[] {
  const classWeights = logitGradients?.map(pooledWeights);
  return answers.map((answer, index) => {
    const evidence = { ...answer, activations: activations[index]!, gradients: gradients[index]! };
    return classWeights ? { ...evidence, classWeights: classWeights[index]! } : evidence;
  });
}

/**
 * Behind a global average and a linear layer, dS/dA is the class weight of the channel divided by the number of cells, at
 * every cell: so its sum over the grid is the weight, in any file format.
 */
function pooledWeights({ width, height, channels, data }: FeatureMaps): Float32Array {
  return Float32Array.from(channelSums({ width, height, channels, data }));
}
