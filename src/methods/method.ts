import type { FeatureMaps } from '../core/feature-maps.ts';
import type { Heatmap } from '../core/heatmap.ts';

/** All that any method needs, from one forward pass and one head-only backward pass of one fixture. */
export interface Evidence {
  /** Pre-softmax scores, one per output unit (a one-logit model has one). */
  readonly logits: Float32Array;
  /** Probability per class (a one-logit model has two: 1 - p, p). */
  readonly probabilities: Float32Array;
  /** The class explained. */
  readonly classIndex: number;
  readonly activations: FeatureMaps;
  /** dS/dA, same shape as the activations; S is the score of `classIndex`. */
  readonly gradients: FeatureMaps;
  /** Weight of each channel's mean in the class logit; only when the head is global average pooling and then linear. */
  readonly classWeights?: Float32Array;
}

/** Why a method has no map for this evidence; the reason is a full sentence for the reader. */
export interface Refusal {
  readonly refused: string;
}

/** Evidence -> raw signed map on the layer's grid. Pure: no tensors, no I/O, no state. */
export interface CamMethod {
  /** As written in configuration and results, for example `grad-cam`. */
  readonly name: string;
  readonly title: string;
  readonly paper: string;
  /** The map is of the activations alone, whatever class is asked for. */
  readonly sameForEveryClass?: true;
  explain(evidence: Evidence): Heatmap | Refusal;
}

export function isRefusal(answer: Heatmap | Refusal): answer is Refusal {
  return 'refused' in answer;
}
