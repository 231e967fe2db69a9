import type { Tensor } from '@tensorflow/tfjs-core';
import { channelSums, type FeatureMaps } from '../core/feature-maps.ts';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import type { Evidence } from '../methods/method.ts';
import { type Answer, readAnswers } from './_answers.ts';
import { atOnceOf, fed, joined, parts } from './_at-once.ts';
import { nodeTable, type Patches } from './_graph.ts';
import { type Head, headOf, isPooledLinear } from './_head.ts';
import { meanRows } from './_mean-head.ts';
import { mapOf, onGrid } from './_patches.ts';
import { type Classifier, TapedHead } from './_taped-head.ts';
import type { ExplainRequest, Score } from './model.ts';

/**
 * The forward pass stops at the layer (and at whatever bypasses it); only the head behind it runs under the tape. So the
 * cost is one plain forward pass plus the head's backward pass, and where the head is linear that one once for each class.
 */
export function evidenceOf(
  engine: Engine,
  model: Classifier,
  batch: readonly Float32Array[],
  request: ExplainRequest,
): Evidence[] {
  const { graph } = model;
  const head = headAt(model, request.layer);
  const ends = endsOf(model, request.layer, head);
  const { trunk, head: size } = atOnceOf(engine, graph, [request.layer, ...head.bypasses]);
  graph.endTrunkAt(ends);
  const classes = parts(request.classes, size);
  return parts(batch, size).flatMap((images, at) => {
    let evidence: Evidence[] = [];
    engine.tf.core.tidy(() => {
      const made = parts(images, trunk).map(part => ({
        images: part.length,
        values: graph.execute(fed(engine, graph, part), ends),
      }));
      evidence = explained(engine, model, head, { ...request, classes: classes[at]! }, made);
    });
    return evidence;
  });
}

function headAt({ graph, scores }: Classifier, layer: string): Head {
  const head = headOf(graph, layer, scores.node);
  if (head) return head;
  throw new CamdriftError('layer-unknown', `The class scores do not depend on layer \`${layer}\`.`);
}

/** The layer and what bypasses it; where the head is linear nothing does, and the forward pass goes on to the scores. */
const endsOf = ({ scores }: Classifier, layer: string, head: Head): string[] =>
  isPooledLinear(head) ? [layer, scores.node] : [layer, ...head.bypasses];

/** What a forward pass made of the ends for some images. */
interface Made {
  readonly images: number;
  readonly values: readonly Tensor[];
}

function explained(
  engine: Engine,
  model: Classifier,
  head: Head,
  request: ExplainRequest,
  made: readonly Made[],
): Evidence[] {
  const { layer, score, classes, rewired } = request;
  const { patches } = nodeTable(model.graph.nodes).get(layer)!;
  const linear = isPooledLinear(head);
  const run = new TapedHead(engine, model, head, request);
  const taped = (of: Score) => {
    const ends = made.map(({ values }) => values.slice(0, 1 + head.bypasses.length));
    const entering = joined(engine, ends) as [Tensor, ...Tensor[]];
    const channels = mapOf(patches)?.axis ?? entering[0].rank - 1;
    return perImage(run.gradients(of, entering, channels), patches, classes.length);
  };
  const activations = made.flatMap(({ images, values: [value] }) => perImage(value!, patches, images));
  let logits: readonly FeatureMaps[] | undefined = linear && rewired !== undefined ? taped('logit') : undefined;
  if (linear && rewired === undefined) {
    run.answers = readAnswers(model.scores, inARow(made.map(({ values }) => values[1]!)), request);
    const rows = (answers: readonly Answer[]) => meanRows(engine, model, head, answers, request);
    logits = model.constant.of(layer, run.answers, activations, { rows, taped: () => taped('logit') });
  }
  const gradients = score === 'logit' && logits ? logits : taped(score);
  return assemble(activations, gradients, logits, run.answers!);
}

function inARow(values: readonly Tensor[]): Float32Array {
  const numbers = new Float32Array(values.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const value of values) {
    numbers.set(value.dataSync(), at);
    at += value.size;
  }
  return numbers;
}

/** Why the engine's runtime does not run what evidence of this layer takes, where there is one that does not. Foreign text. */
export function trunkProblem(model: Classifier, layer: string): string | undefined {
  model.graph.endTrunkAt(endsOf(model, layer, headAt(model, layer)));
  return model.graph.trunkProblem();
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
