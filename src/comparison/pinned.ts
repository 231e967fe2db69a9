import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Baseline } from '../baselines/baseline.ts';
import { readBaseline } from '../baselines/directory.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import { judgeDrift, regressionIn, summariseDrift } from '../judgement/drift.ts';
import { limitsOf } from '../judgement/limits.ts';
import { driftScale } from '../judgement/method-grid.ts';
import { policyFor } from '../judgement/policy.ts';
import { summarisePredictions } from '../judgement/predictions.ts';
import type { CloserOn } from '../judgement/repairs.ts';
import { modelDigest } from '../models/index.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import type { PinnedResult } from '../results/reference.ts';
import { explainSide, type Run, type Side } from '../versions/sides.ts';
import { staleness } from '../versions/staleness.ts';
import { comparable, countedNames } from './_alike.ts';
import { closerTo } from './closer.ts';

export interface PinnedDrift {
  readonly pinned?: PinnedResult;
  /** Where the version before had drifted away from it. */
  readonly closer?: CloserOn | undefined;
  readonly reasons: readonly Reason[];
}

/**
 * How far the candidate is from the golden release, so that small accepted drifts cannot add up unseen. Whatever keeps it
 * from being known is a reason without a verdict, and does not stop the audit.
 * @param before the version that the candidate is compared with anyway
 */
export async function pinnedDrift(
  config: ModelConfig,
  candidate: Side,
  before: Baseline | undefined,
  run: Run,
): Promise<PinnedDrift> {
  if (config.pinned === undefined) return { reasons: [] };
  const title = config.shown(config.pinned);
  try {
    const stored = existsSync(join(config.pinned, 'manifest.json')) ? await readBaseline(config.pinned) : undefined;
    const digest = stored ? stored.model.digest : await modelDigest(config.pinned, config.load.within);
    if (digest === before?.model.digest) return { reasons: [{ level: 'pass', code: 'pinned-is-baseline', title }] };
    const reference = stored ? await fitting(stored, config) : await explained(config, candidate, run);
    const place = { title, kind: 'pinned' } as const;
    const closer =
      before && closerTo({ reference, before, now: candidate }, config, limitsFor(config, candidate), place);
    return { ...judged(config, title, reference, candidate), closer };
  } catch (error) {
    if (!(error instanceof CamdriftError)) throw error;
    return unavailable(title, error.message);
  }
}

const unavailable = (title: string, why: string): PinnedDrift => ({
  reasons: [{ level: 'incomplete', code: 'pinned-unavailable', title, why }],
});

async function fitting(stored: Baseline, config: ModelConfig): Promise<Baseline> {
  const stale = await staleness(stored, config);
  if (stale) throw new CamdriftError('baseline-unavailable', `Its stored maps do not fit: ${stale}.`);
  return stored;
}

/** The same classes on the same layer, so that only the weights differ. */
async function explained(config: ModelConfig, candidate: Side, run: Run): Promise<Side> {
  const request = {
    title: `pinned reference of ${config.name}`,
    path: config.pinned!,
    preprocess: config.preprocess,
    prefer: candidate.layer.name,
    classOf: ({ name }: { readonly name: string }) => candidate.seen.get(name)?.classIndex,
  };
  const side = await explainSide({ ...config, probes: [] }, request, run);
  if (side.unfinished) throw new CamdriftError('timed-out', side.unfinished.message);
  return side;
}

/**
 * Honest retrains wander around the same attention and do not move away from it, however many there were: limits are
 * those of one retrain, and half as much again because data grows over several releases.
 */
function limitsFor(config: ModelConfig, { layerFiner }: Side): Policy {
  const { thresholds, divergence } = limitsOf('retrained');
  const scale = driftScale(config.methods[0]!, layerFiner);
  const drift = Object.entries(thresholds).map(([name, limit]) => [name, limit * scale] as const);
  const wider = [...drift, ['divergence', divergence!] as const].map(([name, limit]) => [name, 1.5 * limit]);
  return policyFor({ ...config, thresholds: config.pinnedThresholds ?? Object.fromEntries(wider) }, 'retrained');
}

function judged(config: ModelConfig, title: string, pinned: Baseline, candidate: Side): PinnedDrift {
  const policy = limitsFor(config, candidate);
  const names = countedNames(config);
  const fixtures = comparable(pinned, candidate, policy.method).filter(({ name }) => names.has(name));
  const drift = summariseDrift(fixtures);
  const { flipped, divergence, change } = summarisePredictions(fixtures);
  const found = drift[policy.method];
  if (!found) return unavailable(title, 'no fixture has a map with heat of the same file and class on both sides.');
  const expected = [...pinned.seen.keys()].filter(name => names.has(name) || !candidate.seen.has(name)).length;
  if (2 * fixtures.length < expected)
    return unavailable(
      title,
      `only ${fixtures.length} of its ${expected} fixtures have maps with heat of the same file and class on both sides.`,
    );
  const { reasons } = judgeDrift(drift, divergence?.mean, policy, change);
  const limits = { ...policy.thresholds, ...(policy.divergence !== undefined && { divergence: policy.divergence }) };
  return {
    pinned: {
      title,
      fixtures: fixtures.length,
      drift: found,
      limits,
      flipped,
      ...(divergence && { divergence: divergence.mean }),
    },
    // Its limits are wider already, so what is only doubtful there is beyond them.
    reasons: reasons.flatMap((found): Reason[] => {
      if (found.code === 'calibration-small' || found.code === 'probe-regression') return [];
      const drifted = regressionIn(found);
      return [{ level: drifted.level, code: 'pinned-drift', title, fixtures: fixtures.length, found: drifted }];
    }),
  };
}
