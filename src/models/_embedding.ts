import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import type { Evidence } from '../methods/method.ts';
import { looksLikeProbabilities } from './_answers.ts';
import type { Graph } from './_graph.ts';
import type { Scores } from './_head.ts';
import { noise, scoresOf } from './_trial.ts';

/** Of a length, as float32 and a small number in the denominator leave it. */
const tolerance = 1e-4;

/**
 * That the answers are not all of length one, as an encoder's are that are compared by their angle: no single number of
 * such a vector speaks for anything. Pictures of noise are asked where the first answers are.
 * @throws CamdriftError `model-unsupported`
 */
export function requireNoEmbedding(engine: Engine, graph: Graph, scores: Scores, first: readonly Evidence[]): void {
  if (scores.link !== 'none' || !first.every(({ logits }) => isUnit(logits))) return;
  const rows = [1, 2, 3].map(seed => scoresOf(engine, graph, scores.node, noise(graph.inputShape, seed)));
  if (!rows.every(isUnit) || !rows.slice(1).some(row => differ(row, rows[0]!))) return;
  throw new CamdriftError(
    'model-unsupported',
    `The output \`${graph.output}\` is ${rows[0]!.length} numbers of length one together, whatever the image: an embedding, not scores of classes.`,
    {
      remedy:
        'camdrift explains classifiers: export the model with the layer that scores the classes, or name that output with --output.',
    },
  );
}

const isUnit = (values: Float32Array): boolean =>
  values.length > 1 &&
  !looksLikeProbabilities(values) &&
  Math.abs(Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0)) - 1) < tolerance;

/** By so much that a length which is free to change would have changed. */
const differ = (a: Float32Array, b: Float32Array): boolean =>
  a.some((value, at) => Math.abs(value - b[at]!) > 100 * tolerance);
