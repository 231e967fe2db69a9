import { CamdriftError } from '../errors.ts';
import type { Evidence } from '../methods/method.ts';
import type { Scores } from './_head.ts';
import type { ExplainRequest, Score } from './model.ts';

/** What the model says of one image. */
export type Answer = Pick<Evidence, 'logits' | 'probabilities' | 'classIndex'>;

/**
 * The answers of a batch, from the scores of all its images in a row.
 * @throws CamdriftError `model-numbers` where a score is not finite, `model-unsupported` where logits are asked for and not known
 */
export function readAnswers(scores: Scores, values: Float32Array, request: ExplainRequest): Answer[] {
  const units = values.length / request.classes.length;
  return request.classes.map((choice, index) => {
    const logits = values.slice(index * units, (index + 1) * units);
    requireScores(logits, scores, request.score);
    const probabilities = toProbabilities(logits, scores);
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
  if (scores.link === 'none' && score === 'logit' && looksLikeProbabilities(logits)) {
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

export function looksLikeProbabilities(values: Float32Array): boolean {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.length > 1 && Math.abs(total - 1) < 1e-4 && values.every(value => value >= 0);
}

/** In float64 from float32 logits, so that no engine's softmax takes part. */
function toProbabilities(logits: Float32Array, scores: Scores): Float32Array {
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
  if (scores.link === 'value') return Float32Array.of(1);
  if (logits.length === 1) return Float32Array.of(sigmoid(-logits[0]!), sigmoid(logits[0]!));
  if (scores.link === 'sigmoid') return logits.map(sigmoid);
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const powers = new Float64Array(logits).map(value => Math.exp(value - largest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return new Float32Array(powers.map(value => value / total));
}

/** First index of the largest value. */
function argmax(values: Float32Array): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0);
}

/**
 * dScore / dLogits of one image, in float64: a unit vector for the logit, a row of the softmax's Jacobian,
 * p_c (1[j = c] - p_j), for the probability. A value is explained itself. A single unit speaks for class 1, its negative for class 0.
 */
export function slope({ logits, probabilities, classIndex }: Answer, score: Score, { link }: Scores): Float32Array {
  const p = probabilities[classIndex]!;
  if (link === 'value') return Float32Array.of(1);
  if (logits.length === 1) return Float32Array.of((classIndex === 1 ? 1 : -1) * (score === 'logit' ? 1 : p * (1 - p)));
  return logits.map((_, j) => {
    const own = j === classIndex ? 1 : 0;
    if (score === 'logit') return own;
    return link === 'sigmoid' ? own * p * (1 - p) : p * (own - probabilities[j]!);
  });
}
