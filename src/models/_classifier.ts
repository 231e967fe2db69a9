import type { Tensor } from '@tensorflow/tfjs-core';
import type { FeatureMaps } from '../core/feature-maps.ts';
import { cycle, random } from '../core/random.ts';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import type { Evidence } from '../methods/method.ts';
import { executionProblem } from './_execution-problem.ts';
import { type Graph, nodeTable, type Patches, shapeOf } from './_graph.ts';
import { findScores, headOf, isPooledLinear, type Scores } from './_head.ts';
import { chooseLayer, explainableLayers } from './_layers.ts';
import { mapOf, onGrid } from './_patches.ts';
import type { ExplainRequest, LayerInfo, Model, Score, TargetLayer } from './model.ts';

/** Turns a dataflow graph into a classifier that gives evidence. */
export function classifier(graph: Graph, engine: Engine): Model {
  const scores = findScores(graph);
  const units = shapeOf(graph, scores.node).reduce((product, size) => product * size, 1);
  const model: Model = {
    format: graph.format,
    input: graph.inputShape,
    classes: units === 1 ? 2 : units,
    weightBytes: graph.weightBytes,
    kernels: () => graph.kernels(),
    layers: (): LayerInfo[] => explainableLayers(graph, scores.node),
    targetLayer: (choice: string): TargetLayer =>
      chooseLayer(graph, scores.node, choice, layer => hasSlope(model, layer)),
    explain(batch, request) {
      const full = filledUp(batch, engine.smallestBatch);
      const classes = filledUp(request.classes, engine.smallestBatch);
      try {
        return explain(engine, { graph, scores, units }, full, { ...request, classes }).slice(0, batch.length);
      } catch (error) {
        dropTape(engine);
        throw executionProblem(error, engine);
      }
    },
    [Symbol.dispose]: () => graph[Symbol.dispose](),
  };
  return model;
}

interface Classifier {
  readonly graph: Graph;
  readonly scores: Scores;
  /** Number of logits: one per class, or a single one for two classes. */
  readonly units: number;
}

/** Whether the score of what the model sees in noise depends on a layer at all. */
function hasSlope(model: Model, layer: string): boolean {
  const { width, height, channels } = model.input;
  const next = random(1);
  const noise = Float32Array.from({ length: width * height * channels }, () => 2 * next() - 1);
  const [evidence] = model.explain([noise], { layer, classes: ['predicted'], score: 'logit' });
  return evidence!.gradients.data.some(slope => slope !== 0);
}

/**
 * The forward pass stops at the layer (and at whatever bypasses it); only the head behind it runs under the tape. So the
 * cost is one plain forward pass plus the head's backward pass.
 */
function explain(
  engine: Engine,
  model: Classifier,
  batch: readonly Float32Array[],
  request: ExplainRequest,
): Evidence[] {
  const { core } = engine.tf;
  const { graph, scores, units } = model;
  const { width, height, channels } = graph.inputShape;
  const head = headOf(graph, request.layer, scores.node);
  if (!head) throw new CamdriftError('layer-unknown', `The class scores do not depend on layer \`${request.layer}\`.`);
  let evidence: Evidence[] = [];
  core.tidy(() => {
    const input = core.tensor4d(concatenate(batch, width * height * channels), [batch.length, height, width, channels]);
    const fetched = graph.execute(new Map([[graph.input, input]]), [request.layer, ...head.bypasses]);
    const [activations, ...bypasses] = fetched as [Tensor, ...Tensor[]];
    const { patches } = nodeTable(graph.nodes).get(request.layer)!;
    const wiring = wiringOf(engine, activations, mapOf(patches)?.axis ?? activations.rank - 1, request.rewired);
    const sides = head.bypasses.map((name, index): [string, Tensor] => [name, bypasses[index]!]);
    let answers: Answer[] = [];
    const gradientOf = (score: Score): Tensor => {
      const gradient = core.grad(a => {
        const [scored] = graph.execute(new Map<string, Tensor>([...sides, [request.layer, a]]), [scores.node]);
        const logits = core.reshape(scored!, [batch.length, units]);
        answers = readAnswers(model, logits.dataSync() as Float32Array, request);
        return core.sum(
          core.mul(
            logits,
            core.tensor2d(
              answers.flatMap(answer => [...slope(answer, score, scores)]),
              [batch.length, units],
            ),
          ),
        );
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

type Rewired = (maps: Tensor) => Tensor;

/** Which channel of the layer feeds which input of the head, there and back. */
function wiringOf(
  { tf: { core } }: Engine,
  activations: Tensor,
  axis: number,
  seed?: number,
): { there: Rewired; back: Rewired } {
  // biome-ignore format: one line
  if (seed === undefined) return { there: maps => maps, back: maps => maps };
  const order = cycle(activations.shape[axis]!, random(seed));
  const inverse = new Int32Array(order.length);
  for (const [to, from] of order.entries()) inverse[from] = to;
  const by = (indices: Int32Array) => (maps: Tensor) => core.gather(maps, core.tensor1d(indices, 'int32'), axis);
  return { there: by(order), back: by(inverse) };
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

function concatenate(batch: readonly Float32Array[], size: number): Float32Array {
  const data = new Float32Array(batch.length * size);
  for (const [index, image] of batch.entries()) {
    if (image.length !== size)
      throw new RangeError(`image ${index} has ${image.length} values, the model takes ${size}`);
    data.set(image, index * size);
  }
  return data;
}

type Answer = Pick<Evidence, 'logits' | 'probabilities' | 'classIndex'>;

function readAnswers(model: Classifier, values: Float32Array, request: ExplainRequest): Answer[] {
  return request.classes.map((choice, index) => {
    const logits = values.slice(index * model.units, (index + 1) * model.units);
    requireScores(logits, model.scores, request.score);
    const probabilities = toProbabilities(logits, model.scores);
    return { logits, probabilities, classIndex: choice === 'predicted' ? argmax(probabilities) : choice };
  });
}

function requireScores(logits: Float32Array, scores: Scores, score: Score): void {
  if (!logits.every(Number.isFinite)) {
    throw new CamdriftError(
      'model-numbers',
      `The class scores (\`${scores.node}\`) of an ordinary image are not finite: got ${logits.find(value => !Number.isFinite(value))}.`,
    );
  }
  const total = logits.reduce((sum, value) => sum + value, 0);
  const looksLikeProbabilities = logits.length > 1 && Math.abs(total - 1) < 1e-4 && logits.every(value => value >= 0);
  if (scores.link === 'none' && score === 'logit' && looksLikeProbabilities) {
    throw new CamdriftError(
      'model-unsupported',
      `Output \`${scores.node}\` holds probabilities, but no softmax was found before it, so the pre-softmax scores are not known.`,
      {
        remedy:
          'Name the node that holds the logits with --output, or explain the probability with --score probability.',
      },
    );
  }
}

/** In float64 from float32 logits, so that no engine's softmax takes part. */
function toProbabilities(logits: Float32Array, scores: Scores): Float32Array {
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
  if (logits.length === 1) return Float32Array.of(sigmoid(-logits[0]!), sigmoid(logits[0]!));
  if (scores.link === 'sigmoid') return logits.map(sigmoid);
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const powers = Float64Array.from(logits, value => Math.exp(value - largest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return Float32Array.from(powers, value => value / total);
}

/** First index of the largest value. */
function argmax(values: Float32Array): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0);
}

/**
 * dScore / dLogits of one image, in float64: a unit vector for the logit, a row of the softmax's Jacobian,
 * p_c (1[j = c] - p_j), for the probability. A single unit speaks for class 1, its negative for class 0.
 */
function slope({ logits, probabilities, classIndex }: Answer, score: Score, { link }: Scores): Float32Array {
  const p = probabilities[classIndex]!;
  if (logits.length === 1) return Float32Array.of((classIndex === 1 ? 1 : -1) * (score === 'logit' ? 1 : p * (1 - p)));
  return logits.map((_, j) => {
    const own = j === classIndex ? 1 : 0;
    if (score === 'logit') return own;
    return link === 'sigmoid' ? own * p * (1 - p) : p * (own - probabilities[j]!);
  });
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
  const sums = new Float64Array(channels);
  for (let at = 0; at < width * height * channels; at++) sums[at % channels]! += data[at]!;
  return Float32Array.from(sums);
}
