import type { Baseline } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import { type Lineage, lineageOf } from '../lineage/lineage.ts';
import type { ModelResult } from '../results/model.ts';
import type { Side } from '../versions/sides.ts';

/** How the candidate descends from the baseline: as the configuration says, else as the weights do, where both are known. */
export function lineageFor(
  config: Pick<ModelConfig, 'lineage'>,
  baseline: Baseline,
  candidate: Side,
): ModelResult['lineage'] {
  const seen = seenIn(baseline, candidate);
  if (config.lineage === 'auto') return seen && { kind: seen.kind, words: seen.words, source: 'detected' };
  const words = seen
    ? `The weights say ${seen.kind}: ${seen.words}`
    : 'There are no weights to compare; a new baseline would keep them.';
  return { kind: config.lineage, words, source: 'configured' };
}

/** A model in which no kernel was found says nothing about its descent. */
function seenIn({ weights: before }: Baseline, { weights: after }: Side): Lineage | undefined {
  return before && after && before.count > 0 && after.count > 0 ? lineageOf(before, after) : undefined;
}
