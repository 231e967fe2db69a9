import type { LineageKind } from '../lineage/lineage.ts';

/** An accepted version, and how far its attention had moved, on the fixtures and settings of this audit. */
export interface AcceptedVersion {
  /** Path of the model when it was audited, or where in the history it lies. */
  readonly name: string;
  /** Mean attention shift, 0 to 1, from the version that it was compared with. */
  readonly shift: number;
  readonly lineage: LineageKind;
  /** `before`: it is one of those that led to this baseline, each compared with the one ahead of it; `beside`: it is another accepted model. */
  readonly place: 'before' | 'beside';
}
