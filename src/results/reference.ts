import type { LineageKind } from '../lineage/lineage.ts';

export interface Summary {
  readonly mean: number;
  readonly p90: number;
  readonly max: number;
}

/** How the candidate descends from the baseline. */
export interface LineageResult {
  readonly kind: LineageKind;
  /** What the weights show. */
  readonly words: string;
  readonly source: 'detected' | 'configured';
}

/** How far the candidate is from a golden release. */
export interface PinnedResult {
  /** Where the pinned reference lies. */
  readonly title: string;
  /** How many fixtures both explain for the same class. */
  readonly fixtures: number;
  /** Per metric, of the judged method. */
  readonly drift: Readonly<Record<string, Summary>>;
  /** Largest accepted mean per metric, and `divergence` in bits. */
  readonly limits: Readonly<Record<string, number>>;
  readonly flipped: number;
  /** Mean, in bits. */
  readonly divergence?: number | undefined;
}
