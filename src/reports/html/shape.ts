import type { Level, Verdict } from '../../results/verdict.ts';
import type { Piece } from '../marked.ts';

/** What the page of `report.html` is given of the results: words and numbers, ready to be shown as text. */
export interface ReportResults {
  readonly verdict: Verdict;
  readonly tool: string;
  readonly engine: string;
  /** When the audit began, as ISO 8601. */
  readonly started: string;
  readonly change?: { readonly head: string; readonly baseRef: string } | undefined;
  readonly models: readonly ReportModel[];
  readonly terms: readonly Term[];
}

export type Term = readonly [term: string, meaning: string];

export interface ReportModel {
  readonly name: string;
  readonly path: string;
  readonly verdict: Verdict;
  readonly words: string;
  /** What changed, in one sentence without figures. */
  readonly plain?: string | undefined;
  readonly reasons: readonly { readonly level: Level; readonly pieces: readonly Piece[] }[];
  readonly remedy?: string | undefined;
  readonly accepted?: string | undefined;
  /** Figures of the whole model, a line each. */
  readonly lines: readonly string[];
  readonly layer?: string | undefined;
  /** In the order of their keys. */
  readonly methods: readonly { readonly name: string; readonly title: string }[];
  /** Whose drift is judged. */
  readonly judged: string;
  /** Whether there is a version before. */
  readonly compared: boolean;
  /** Largest accepted mean of the headline drift. */
  readonly limit?: number | undefined;
  /** Accepted versions, oldest first, and this one last; absent where none are stored. */
  readonly history?: readonly ReportVersion[] | undefined;
  readonly slices: readonly ReportSlice[];
  readonly probes: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly fixtures: readonly ReportFixture[];
}

export interface ReportVersion {
  readonly name: string;
  readonly shift: number;
  readonly lineage: string;
  readonly place: 'before' | 'beside' | 'now';
}

export interface ReportSlice {
  readonly by: 'class' | 'tag';
  readonly name: string;
  readonly fixtures: number;
  readonly drift: number;
  readonly flipped: number;
}

export type FixtureStatus = 'moved' | 'flipped' | 'steady' | 'new' | 'lost' | 'failed';

export interface ReportFixture {
  readonly name: string;
  readonly status: FixtureStatus;
  /** True class, else the one that is explained. */
  readonly group: string;
  readonly truth?: string | undefined;
  readonly tags: readonly string[];
  /** Headline drift of each method, in the model's order; null where there is none. */
  readonly shifts: readonly (number | null)[];
  readonly overlap?: string | undefined;
  readonly towards?: string | undefined;
  /** What each side answers. */
  readonly before?: string | undefined;
  readonly now?: string | undefined;
  readonly explained?: string | undefined;
  readonly note?: string | undefined;
  readonly probes: readonly ReportProbe[];
}

export interface ReportProbe {
  readonly name: string;
  /** Share of the heat that the edit moves, on each side. */
  readonly moved: { readonly before?: number | undefined; readonly now: number };
  readonly flipped: boolean;
  readonly became?: string | undefined;
}

/** What the page draws of a fixture: its picture, and a pair of maps per method. */
export interface FixtureEvidence {
  /** A data address. */
  readonly picture?: string | undefined;
  readonly width: number;
  readonly height: number;
  /** In the order of the model's methods. */
  readonly maps: readonly MapPair[];
}

export interface MapPair {
  readonly before?: StoredMap | undefined;
  readonly now?: StoredMap | undefined;
  /** Why there is no map of this method. */
  readonly refused?: string | undefined;
}

/** The heat of a map as a density relative to an even spread (1 = the average share of heat). */
export interface StoredMap {
  readonly width: number;
  readonly height: number;
  /** The largest value; 0: there is no heat. */
  readonly peak: number;
  /** Base64, a byte per cell, row-major: 255 is the largest value. */
  readonly cells: string;
}
