import type { Heatmap } from '../core/heatmap.ts';
import { methods } from '../methods/index.ts';
import { type Evidence, isRefusal, type Refusal } from '../methods/method.ts';

/** A method's map of evidence; one that is not finite is refused. */
export const mapOf = (name: string, evidence: Evidence): Heatmap | Refusal =>
  finite(methods.find(method => method.name === name)!.explain(evidence));

/** An activation or gradient that overflowed would otherwise pass for a map without heat. */
function finite(answer: Heatmap | Refusal): Heatmap | Refusal {
  if (isRefusal(answer) || answer.data.every(Number.isFinite)) return answer;
  return { refused: 'The map holds values that are not finite: activations or gradients overflowed.' };
}

/** The first of the most probable classes. */
export const likeliest = (probabilities: Float32Array): number =>
  probabilities.reduce((best, value, index) => (value > probabilities[best]! ? index : best), 0);
