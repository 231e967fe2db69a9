import type { Tensor } from '@tensorflow/tfjs-core';
import { random } from '../core/random.ts';
import type { Engine } from '../engines/engine.ts';
import type { Answer } from './_answers.ts';
import { concatenated } from './_at-once.ts';
import { nodeTable, shapeOf } from './_graph.ts';
import { type Head, headOf } from './_head.ts';
import { numbersOf } from './_kernels.ts';
import { type Classifier, TapedHead } from './_taped-head.ts';
import type { ExplainRequest } from './model.ts';

/** Numbers that are compared before steps are taken for a mean: what divides in another way rounds one of a few otherwise. */
const compared = 64;

/**
 * Gradients of logits behind a plain mean over the grid and linear steps that are the same at every cell. The tape goes back to the
 * mean only, where a class is a row of numbers whatever the image; each cell's share is that row divided by the number of cells, as
 * the tape divides it.
 *
 * @param head pooled and linear
 * @param answers of different classes
 * @returns for each, the gradient at a cell: one number per channel; nothing where steps before the mean make more of it than that
 */
export function meanRows(
  engine: Engine,
  model: Classifier,
  head: Head,
  answers: readonly Answer[],
  request: ExplainRequest,
): readonly Float32Array[] | undefined {
  const { graph, scores } = model;
  const pooled = head.nodes.find(({ kind }) => kind === 'global-average')!.name;
  if (pooled === scores.node) return undefined;
  const isPlain = model.means.get(request.layer) ?? isPlainMean(engine, model, request.layer, pooled);
  model.means.set(request.layer, isPlain);
  if (!isPlain) return undefined;
  const all = [...answers];
  while (all.length < engine.smallestBatch) all.push(answers[0]!);
  const classes = all.map(({ classIndex }) => classIndex);
  const behind = headOf(graph, pooled, scores.node)!;
  const run = new TapedHead(engine, model, behind, { ...request, layer: pooled, classes });
  run.answers = all;
  const { core } = engine.tf;
  const means = [all.length, ...shapeOf(graph, pooled)];
  const slopes = numbersOf(core, () => run.gradients('logit', [core.zeros(means)], means.length - 1));
  const [height, width, channels] = shapeOf(graph, request.layer) as [number, number, number];
  return answers.map((_, at) => shared(slopes.subarray(at * channels, (at + 1) * channels), height * width));
}

const shared = (slopes: Float32Array, cells: number): Float32Array => slopes.map(slope => slope / cells);

/** Whether the tape takes all between a layer and a node for the mean over the grid, bit by bit, with each channel where it was. */
function isPlainMean(engine: Engine, { graph }: Classifier, layer: string, pooled: string): boolean {
  const [shape, mean] = [shapeOf(graph, layer), shapeOf(graph, pooled)];
  const channels = shape.at(-1)!;
  const isKnown = nodeTable(graph.nodes).get(layer)!.patches === undefined && shape.length === 3;
  if (!isKnown || mean.reduce((product, size) => product * size, 1) !== channels) return false;
  const images = Math.max(engine.smallestBatch, Math.ceil(compared / channels));
  const next = random(1);
  const slopes = Array.from({ length: images }, () => Float32Array.from({ length: channels }, () => next() - 0.5));
  const { core } = engine.tf;
  const found = numbersOf(core, () => {
    const given = core.tensor(concatenated(slopes, channels), [images, ...mean]);
    const meanOf = (a: Tensor) => graph.execute(new Map([[layer, a]]), [pooled])[0]!;
    return core.grad(a => core.sum(core.mul(meanOf(a), given)))(core.zeros([images, ...shape]));
  });
  const cells = shape[0]! * shape[1]!;
  const expected = slopes.map(row => shared(row, cells));
  return found.every((value, at) => Object.is(value, expected[Math.floor(at / (cells * channels))]![at % channels]));
}
