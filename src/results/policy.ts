import type { LineageKind } from '../lineage/lineage.ts';
import type { RegionRule } from '../regions/region.ts';
import type { LimitKind } from './reason.ts';

/** How a model is judged: enough to judge the same numbers again. */
export interface Policy {
  /** The method whose drift is judged; the others are shown. */
  readonly method: string;
  /** Largest accepted mean drift per metric. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Largest accepted mean divergence of the probabilities, in bits. */
  readonly divergence?: number | undefined;
  /** The team wrote the limit of the divergence: where none can be had, the verdict is incomplete. */
  readonly requiredDivergence?: true | undefined;
  /** The team's own limits: shares of labelled fixtures that may be lost, of any class or tag and of all. */
  readonly accuracy?: { readonly class?: number | undefined; readonly overall?: number | undefined } | undefined;
  /** Largest accepted mean change of the answer of a regression, in its own unit. */
  readonly answer?: number | undefined;
  readonly limits?: LimitKind;
  /** Whose limits and accepted models judge; absent when unknown. */
  readonly lineage?: LineageKind | undefined;
  /** How much finer the judged maps are than those of the model's last layer, where camdrift's own limits are wider for it. */
  readonly finer?: number | undefined;
  /** Largest accepted extra movement per probe. */
  readonly probes?: Readonly<Record<string, number>> | undefined;
  /** Probes that the team asked for: one that says nothing leaves the verdict incomplete. */
  readonly requiredProbes?: readonly string[] | undefined;
  /** Probes with camdrift's own limit, which grows with what moves in the baseline. */
  readonly scaledProbes?: readonly string[] | undefined;
  readonly regions?: Readonly<Record<string, readonly RegionRule[]>> | undefined;
  /** No baseline was asked for: drift is not judged. */
  readonly baseline?: 'none' | undefined;
  readonly calibration?: PolicyCalibration | undefined;
}

export interface PolicyCalibration {
  /** Scores of the accepted models of this lineage: of drift, or of the whole. */
  readonly scores: readonly number[];
  /** Whether the scores have the probes with camdrift's own limits in them, which then are judged by them alone. */
  readonly whole?: true | undefined;
  /** What each of these probes does to the accepted models that tell of it. */
  readonly probes?: Readonly<Record<string, readonly ProbeOfAccepted[]>> | undefined;
  /** Chosen rate of false alarms. */
  readonly rate: number;
  /** How many of them were audited against another baseline. */
  readonly otherBaselines?: number | undefined;
}

export interface ProbeOfAccepted {
  /** In parts of what honest models of such a baseline add. */
  readonly ratio: number;
  /** Share of fixtures, more than in the baseline, that the edit turns into one class. */
  readonly pulled: number;
}
