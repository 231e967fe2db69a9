import type { ModelConfig } from '../config/config.ts';
import type { ModelResult } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import { type Calibration, poolFor } from './calibration.ts';
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
  const { scores, otherBaselines, otherSettings } = poolFor(calibration, {
    lineage,
    limits: policy,
    settings: settingsDigest(config, audited),
    against: baseline.model.digest,
    digest: candidate.model.digest,
  });
  const notes = otherSettings > 0 ? [stale(otherSettings)] : [];
  if (scores.length === 0) return { policy, notes };
  return {
    policy: { ...policy, calibration: { scores: [...scores], rate: config.falseAlarms, otherBaselines } },
    notes,
  };
}

const stale = (models: number): Reason => ({ level: 'warn', code: 'calibration-stale', models });
