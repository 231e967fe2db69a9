import type { LineageKind } from '../lineage/lineage.ts';
import type { Policy } from '../results/policy.ts';

export type DriftLimits = Required<Pick<Policy, 'thresholds' | 'divergence'>>;

/**
 * What may drift without a reason to worry, by lineage: a model derived from its baseline moves far less than an honest
 * retrain, so one number for both would cry wolf or be blind.
 *
 * One and a half to three times the largest value of any benign model of the drift benchmark, whose models they were chosen on
 * (docs/adr/0011-verdict.md); for converted models the smallest drift that a reader could see. Nobody has measured other
 * architectures: retrained models' limits stand in.
 */
const uncalibrated: Readonly<Record<LineageKind, DriftLimits>> = {
  same: { thresholds: { 'attention-shift': 0.01 }, divergence: 0.005 },
  converted: { thresholds: { 'attention-shift': 0.01 }, divergence: 0.005 },
  'fine-tuned': { thresholds: { 'attention-shift': 0.03 }, divergence: 0.015 },
  retrained: { thresholds: { 'attention-shift': 0.08 }, divergence: 0.06 },
  'other-architecture': { thresholds: { 'attention-shift': 0.08 }, divergence: 0.06 },
};

/** When the lineage is not known, the widest limits hold. */
export const limitsOf = (lineage: LineageKind | undefined): DriftLimits => uncalibrated[lineage ?? 'retrained'];

/** How many times its limit honest retrains of some network drift that nobody here has looked at. */
export const spread = 2;

/**
 * Whether the limits of a lineage are no more than where honest models of other networks begin: training anew, or on, brings a
 * spread that only a team's own models tell. A model that was merely written otherwise has none.
 */
export const isSpread = (lineage: LineageKind | undefined): boolean => lineage !== 'same' && lineage !== 'converted';
