import type { RegionRule } from '../regions/region.ts';

/** What a model mends that the version before had got wrong. */
export interface Repair {
  /** What becomes of attention that moved: not too far anyway, not failed for that, or failed because `repairs` says so. */
  readonly drift: 'within' | 'excused' | 'held';
  readonly rules: readonly RepairedRule[];
  readonly closer: readonly Closer[];
}

/** A rule that the version before broke. */
export interface RepairedRule {
  readonly region: string;
  readonly rule: RegionRule;
  readonly before: number;
  readonly now: number;
  readonly fixtures: number;
}

/** A reference that the version before had drifted away from. */
export interface Closer {
  /** Where it lies. */
  readonly title: string;
  /** The golden release, or the stored baseline of an earlier version. */
  readonly kind: 'pinned' | 'stored';
  readonly fixtures: number;
  /** Mean attention shift from it. */
  readonly before: number;
  readonly now: number;
}
