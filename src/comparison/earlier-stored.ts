import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Baseline } from '../baselines/baseline.ts';
import { readBaseline } from '../baselines/directory.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import { policyFor } from '../judgement/policy.ts';
import type { CloserOn } from '../judgement/repairs.ts';
import type { ChosenBaseline } from '../versions/choose-baseline.ts';

import { staleness } from '../versions/staleness.ts';
import { closerTo } from './closer.ts';

/** The stored baseline of an earlier version than the one that is compared with, where the candidate is back at that one. */
export async function closerToStored(
  config: ModelConfig,
  { baseline: before, source }: ChosenBaseline,
  now: Baseline,
): Promise<CloserOn | undefined> {
  const { baseline: folder } = config;
  if (source === 'stored' || folder === undefined || !existsSync(join(folder, 'manifest.json'))) return undefined;
  try {
    const reference = await readBaseline(folder);
    if (reference.model.digest === before.model.digest || (await staleness(reference, config))) return undefined;
    const place = { title: config.shown(folder), kind: 'stored' } as const;
    return closerTo({ reference, before, now }, config, policyFor(config, 'retrained'), place);
  } catch (error) {
    if (!(error instanceof CamdriftError)) throw error;
    return undefined;
  }
}
