import type { Baseline } from './baselines/baseline.ts';
import type { ModelConfig } from './config/config.ts';
import type { LineageKind } from './limits.ts';
import type { Side } from './sides.ts';

/** How the candidate descends from the baseline, where that is known: as the configuration says. */
export function lineageFor(
  config: ModelConfig,
  _baseline: Baseline,
  _candidate: Side,
): { readonly kind: LineageKind } | undefined {
  return config.lineage === 'auto' ? undefined : { kind: config.lineage };
}
