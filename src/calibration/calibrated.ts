import type { Provenance } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import { neededFor } from '../core/conformal.ts';
import type { ModelResult } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import { type Asking, type Calibration, poolFor } from './calibration.ts';
import { settingsDigest } from './measured.ts';

export interface Calibrated {
  readonly policy: Policy;
  readonly notes: readonly Reason[];
}

/**
 * A policy together with the accepted models of the same lineage that were audited in the same way. A lineage that is not
 * known has none: what retrained models do says nothing about fine-tuned ones.
 */
export function calibrated(
  policy: Policy,
  calibration: Calibration,
  config: Pick<ModelConfig, 'layer' | 'methods' | 'falseAlarms'>,
  audited: Pick<ModelResult, 'candidate' | 'baseline' | 'fixtures'>,
): Calibrated {
  const { lineage } = policy;
  const { candidate, baseline } = audited;
  if (lineage === undefined || !candidate || !baseline || calibration.models.length === 0) return { policy, notes: [] };
  const pool = poolFor(calibration, {
    lineage,
    limits: policy,
    settings: settingsDigest(config, audited),
    against: baseline.model.digest,
    probes: probesAsked(policy, candidate),
    digest: candidate.model.digest,
  });
  const { probes, otherSettings } = pool;
  const notes = otherSettings > 0 ? [stale(otherSettings)] : [];
  if (pool.scores.length === 0) return { policy, notes };
  const rate = config.falseAlarms;
  const names = Object.keys(probes);
  // As long as too few tell of the probes too, drift is judged by all that tell of it, and probes by their limits.
  const whole = names.length > 0 && pool.whole.scores.length >= neededFor(rate);
  const { scores, otherBaselines } = whole ? pool.whole : pool;
  const told = names.some(name => probes[name]!.length > 0);
  const untold = names.length > 0 && !whole ? pool.scores.length - pool.whole.scores.length : 0;
  const found = { scores, rate, otherBaselines, ...(whole && { whole }), ...(told && { probes }) };
  return { policy: { ...policy, calibration: found }, notes: untold > 0 ? [...notes, silent(untold)] : notes };
}

/** The probes with limits of camdrift's own: those that a team writes are rules. */
function probesAsked({ probes = {}, scaledProbes = [] }: Policy, { probes: edits = [] }: Provenance): Asking['probes'] {
  const asked = scaledProbes.flatMap(name => {
    const digest = edits.find(each => each.name === name)?.digest;
    return digest === undefined || probes[name] === undefined ? [] : [[name, { limit: probes[name], digest }] as const];
  });
  return Object.fromEntries(asked);
}

const silent = (models: number): Reason => ({ level: 'warn', code: 'calibration-without-probes', models });

const stale = (models: number): Reason => ({ level: 'warn', code: 'calibration-stale', models });
