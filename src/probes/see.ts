import { jensenShannon } from '../core/divergence.ts';
import { type Heatmap, heat, peak } from '../core/heatmap.ts';
import { heatInside, type Mask } from '../core/mask.ts';
import { isRefusal, type Refusal } from '../methods/method.ts';
import { overlap } from '../metrics/overlap.ts';
import type { ProbeRefusal, ProbeSeen } from './probe.ts';

/** One model's answer to a fixture, edited or not. */
export interface Answer {
  /** The judged method's map of the same class. */
  readonly map: Heatmap | Refusal;
  readonly predicted: number;
  /** Sum 1. */
  readonly probabilities: Float64Array;
}

/** How far an edit moved one model's attention. Heat that is lost, or appears from nothing, has moved as far as it can. */
export function probeSeen(plain: Answer, edited: Answer, mark: Mask | undefined): ProbeSeen | ProbeRefusal {
  const [before, after] = [plain.map, edited.map];
  if (isRefusal(before)) return before;
  if (isRefusal(after)) return after;
  const onMark = mark && heatInside(after, mark);
  return {
    moved: movement(heat(before), heat(after)),
    ...(onMark !== undefined && { onMark }),
    predicted: edited.predicted,
    divergence: jensenShannon(plain.probabilities, edited.probabilities),
    map: after,
  };
}

function movement(before: Heatmap, after: Heatmap): number {
  if (peak(before) === 0 || peak(after) === 0) return peak(before) === peak(after) ? 0 : 1;
  return overlap.drift(before, after);
}
