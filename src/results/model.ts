import type { Provenance } from '../baselines/baseline.ts';
import type { FixtureResult, Without } from './fixture.ts';
import type { AcceptedVersion } from './history.ts';
import type { MeanInterval } from './interval.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';
import type { LineageResult, PinnedResult, Summary } from './reference.ts';
import type { Repair } from './repair.ts';
import type { FlippedPicture, SweepResult } from './sweep.ts';
import type { Verdict } from './verdict.ts';

/** What became of one model. */
export type ModelResult = JudgedModel | UnauditedModel;

/** It was explained, and judged. */
export type JudgedModel = ComparedModel | LoneModel;

interface Named {
  readonly name: string;
  readonly path: string;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

/** What is found of a model that was explained, be it compared or not. */
interface Audited extends Named {
  readonly candidate: Provenance;
  readonly judged: Policy;
  readonly probes?: readonly ProbeSummary[] | undefined;
  readonly regions?: readonly RegionSummary[] | undefined;
  /** How sure each judged mean is. */
  readonly intervals?: readonly MeanInterval[] | undefined;
  /** Whether the explanation itself is sound. */
  readonly sanity?: readonly CheckResult[] | undefined;
  /** Drift from a golden release, which small accepted drifts add up to. */
  readonly pinned?: PinnedResult | undefined;
  /** What there is to accept: both models and the reasons that failed, as one code. */
  readonly pair?: AcceptablePair | undefined;
  /** Who accepted what failed, with which words, and where. The reasons stay. */
  readonly accepted?: Acceptance | undefined;
  readonly fixtures: readonly FixtureResult[];
  readonly error?: undefined;
}

/** It has an earlier version, and both were explained. */
export interface ComparedModel extends Audited {
  readonly baseline: Provenance & { readonly source: 'stored' | 'recomputed' };
  readonly drift: Drift;
  readonly predictions: Predictions;
  readonly score?: DriftScore | undefined;
  /** Drift per class and per tag, worst first. */
  readonly slices?: readonly Slice[] | undefined;
  readonly lineage?: LineageResult | undefined;
  /** Accepted versions of it, oldest first, where any are stored. */
  readonly history?: readonly AcceptedVersion[] | undefined;
  /** What it mends that the version before had got wrong. */
  readonly repair?: Repair | undefined;
  /** What a stock of plain edits does to the answers of both sides, where it was tried. */
  readonly sweep?: SweepResult | undefined;
  /** Pictures whose answer an edit or a probe changes, for those that stand out. */
  readonly flips?: readonly FlippedPicture[] | undefined;
}

type OfComparison =
  | 'baseline'
  | 'drift'
  | 'predictions'
  | 'score'
  | 'slices'
  | 'lineage'
  | 'history'
  | 'repair'
  | 'sweep'
  | 'flips';

/** It is compared with none: it is new, or the team wants it so. */
export interface LoneModel extends Audited, Without<OfComparison> {}

/** Something kept it from being audited: an error, or a run that says nothing of it. */
export interface UnauditedModel
  extends Named,
    Without<Exclude<keyof ComparedModel, keyof Named | 'fixtures' | 'error'>> {
  readonly error?: ModelError | undefined;
  readonly fixtures: readonly [];
}

export interface AcceptablePair {
  readonly code: string;
  /** Probes and regions that must be accepted by name. */
  readonly named: readonly string[];
}

export interface Acceptance {
  readonly by: string;
  readonly why: string;
  readonly url: string;
  readonly named: readonly string[];
  /** Where the base branch has it, when a file accepts it and no comment. */
  readonly file?: string | undefined;
}

export interface ModelError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly exitCode: number;
}

/** Per method and metric, over the fixtures that were compared. */
export type Drift = Readonly<Record<string, Readonly<Record<string, Summary>>>>;

/** How the model's own answers differ, over the fixtures that were compared. */
export interface AnswerChange {
  readonly mean: number;
  readonly max: number;
  readonly before: number;
  readonly after: number;
}

export interface Predictions {
  readonly compared: number;
  readonly flipped: number;
  /** In bits. */
  readonly divergence?: { readonly mean: number; readonly max: number } | undefined;
  /** Of a regression: how far the answers changed, and their means before and after, in their own unit. */
  readonly change?: AnswerChange | undefined;
  readonly accuracy?: { readonly labelled: number; readonly baseline: number; readonly candidate: number } | undefined;
}

/** One number for all that may drift: above 1, or rare among accepted models, is a regression. */
export interface DriftScore {
  /** Largest ratio of a drift signal to its limit. */
  readonly value: number;
  /** The signal that has it. */
  readonly signal: string;
  /** Share of accepted models, this one among them, that score as high; only when calibrated. */
  readonly p?: number | undefined;
  /** Number of accepted models it was compared with. */
  readonly accepted?: number | undefined;
}

export interface Slice {
  readonly by: 'class' | 'tag';
  readonly name: string;
  readonly fixtures: number;
  /** Mean headline drift of the judged method. */
  readonly drift: number;
  readonly flipped: number;
}

/** A check of the explanation. Its name is text here: results of other versions may have others. */
export interface CheckResult {
  readonly check: string;
  readonly outcome: 'ok' | 'trips' | 'not-run';
  readonly message: string;
}

export interface ProbeSummary {
  readonly name: string;
  /** How many fixtures it speaks for. */
  readonly fixtures: number;
  readonly candidate: ProbeMeans;
  readonly baseline?: ProbeMeans | undefined;
  /** Mean movement of the candidate less that of the baseline. */
  readonly added?: number | undefined;
  /** What adds more is worth a word. */
  readonly limit: number;
  /** What adds more fails, where that is not the limit itself. */
  readonly beyond?: number | undefined;
  /** How high that may be: on few fixtures it is not known well how many answers of the baseline the edit changes. */
  readonly beyondUpTo?: number | undefined;
  /** Why it is shown and not judged. */
  readonly unjudged?: string | undefined;
  /** On how many fixtures the edit changes the answer of one side alone. */
  readonly flippedAlone?: { readonly candidate: number; readonly baseline: number } | undefined;
  /** The class that the edit turns most more fixtures into than in the baseline, and how many on each side. */
  readonly pull?: { readonly class: string; readonly candidate: number; readonly baseline: number } | undefined;
  /** The fixture that added most. */
  readonly worst?: string | undefined;
  /** Picture of that pair, relative to the results file. */
  readonly picture?: string | undefined;
  /** The same for narrow screens, of those that are shown first. */
  readonly narrow?: string | undefined;
}

export interface ProbeMeans {
  readonly moved: number;
  readonly onMark?: number | undefined;
  readonly flipped: number;
  readonly divergence: number;
}

export interface RegionSummary {
  readonly name: string;
  readonly fixtures: number;
  readonly area: number;
  readonly candidate: RegionMeans;
  readonly baseline?: RegionMeans | undefined;
}

export interface RegionMeans {
  readonly inside: number;
  readonly pointing: number;
}
