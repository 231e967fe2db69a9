import type { ProblemCode } from '../errors.ts';
import type { LineageKind } from '../lineage/lineage.ts';
import type { Takes } from '../models/model.ts';
import type { RegionRule } from '../regions/region.ts';
import type { CheckName } from '../sanity/sanity.ts';
import type { Refusal } from './refusal.ts';
import type { Repair } from './repair.ts';
import type { EditPull } from './sweep.ts';
import type { Level, Verdict } from './verdict.ts';

/**
 * What a verdict has to say, as data: a code, and the facts that its sentence needs. The sentences stand in
 * `reports/reasons.ts`, one per code.
 */
interface Facts extends Regressions, Rules, SanityFacts {
  // Limits and the models that a drift is compared with.
  'calibration-small': { readonly accepted: number; readonly lineage: LineageKind | undefined } & {
    readonly rate: number;
    /** How many more it takes. */
    readonly missing: number;
    readonly limits: LimitKind;
  };
  'calibration-stale': { readonly models: number };
  /** Accepted models that were measured before probes were stored, or with other edits. */
  'calibration-without-probes': { readonly models: number };
  'calibration-edited': { readonly path: string /** Whether the base branch's judges. */; readonly baseRead: boolean };
  'limits-none': { readonly method: string };

  /** Over a limit of camdrift's own, and no farther than honest models of other networks. */
  'drift-doubtful': { readonly found: Regression };
  /** The limit that would decide lies where the mean may be. */
  'cannot-tell': { readonly found: Regression | Told<Rules>['probe-regression'] } & Undecided;

  // What became of the right answers.
  'class-regression': Lost & { readonly limit: number | undefined };
  /** A class that became less likely on its own fixtures, and whose answers may stand. */
  'class-doubtful': Lost;
  'tag-regression': Lost & { readonly limit: number | undefined };
  'accuracy-regression': {
    readonly accuracy: Change;
    readonly lost: number;
    readonly gained: number;
    readonly fixtures: number;
    /** The team's own; without it chance is. */
    readonly limit: number | undefined;
  };

  // Rules, which need no statistics.
  'probe-doubtful': Followed & { /** What honest models of such networks add at most. */ readonly beyond: number };
  'probe-pull': {
    readonly probe: string;
    readonly to: string;
    /** Fixtures that the edit turns into that class. */
    readonly turned: Change;
    readonly fixtures: number;
    /** Whether that class is being lost on its own fixtures. */
    readonly lost: boolean;
  };
  /** An edit of the sweep that turns pictures into one class. */
  'edit-pull': EditPull;
  /** Which edit it follows was asked, and not answered. */
  'sweep-unfinished': { readonly why: string };
  'sweep-no-baseline': object;
  /** The model is large, and not every fixture was edited. */
  'sweep-sampled': { readonly edits: number; readonly fixtures: number; readonly of: number };
  'probe-unseen': {
    readonly probe: string /** In a sentence, where a picture refuses it. */;
    readonly why: string | undefined;
  };
  'probe-too-strong': { readonly words: string };
  'probe-no-baseline': { readonly probes: Names };
  'probe-missing': { readonly probe: string; readonly without: number; readonly compared: number };
  'region-rule': BrokenRule & {
    readonly before: number | undefined;
    /** Where the baseline breaks the rule as well, and the change makes it noticeably worse. */
    readonly already?: RuleImages;
  };
  /** The baseline breaks the rule as well, and the change makes it not noticeably worse. */
  'region-broken-before': BrokenRule & { readonly before: number; readonly already: RuleImages };
  'region-unseen': { readonly region: string };
  'region-heatless': { readonly region: string; readonly fixtures: Names; readonly of: number };
  'region-invisible': { readonly region: string; readonly fixtures: Names; readonly of: number };
  'attention-left': { readonly region: string; readonly heat: Change; readonly accuracy: Change };

  // What was not measured.
  'fixture-failed': { readonly fixture: string; readonly why: string | undefined };
  'method-refused': {
    readonly method: string;
    readonly refused: number;
    readonly fixtures: number;
    readonly why: string;
  };
  'method-missing': { readonly method: string; readonly missing: number; readonly compared: number };
  'heat-missing': { readonly method: string; readonly measured: number; readonly of: number };
  'answers-unmeasured': { readonly limit: number | undefined };
  'answer-limit-none': object;
  'attention-lost': { readonly fixtures: number };
  'maps-empty': { readonly empty: number; readonly of: number };

  // The set of fixtures.
  'fixtures-missing': { readonly left: number; readonly before: number };
  'nothing-compared': { /** Whether all that could be compared is of the change. */ readonly touched: boolean };
  'fixtures-new': { readonly added: number; readonly of: number };
  'fixtures-touched': { readonly touched: number; readonly of: number };
  'fixtures-lost': { readonly lost: number };
  'fixtures-copied': { readonly copies: Names };
  'fixtures-linked': { readonly links: number };
  'fixtures-left-out': { readonly pictures: number };
  'files-left-out': { readonly others: readonly { readonly ending: string; readonly files: number }[] };

  // How the two sides were made.
  'prediction-drift': {
    /** `labels`: each of them is a label of a fixture. */
    readonly flipped: { readonly names: Names; readonly of: number; readonly labels: boolean } | undefined;
    /** In bits, where it is worth a word. */
    readonly divergence: number | undefined;
    /** Where it fell. */
    readonly accuracy: Change | undefined;
  };
  'layer-of-several': { readonly layer: string; readonly layers: Names };
  'layer-part': { readonly layer: string /** What the scores read past it. */; readonly beside: Names };
  'task-multi-label': { /** Whether the team says so. */ readonly said: boolean };
  'task-regression': object;
  'task-assumed': object;
  'preprocess-assumed': { readonly note: string };
  'preprocess-contradicts': {
    readonly takes: Takes /** What black and white are fed as. */;
    readonly fed: readonly [number, number];
  };
  'preprocess-differs': Made;
  'fit-differs': Made;
  'pixels-differs': Made;
  'output-differs': Made;
  'input-differs': Made;
  'classes-differ': Made;
  'layer-differs': Made;
  'grid-differs': Made;
  /** An engine could not run the model, and another did. */
  'engine-fallback': { readonly asked: string; readonly ran: string; readonly why: string } & {
    readonly side: 'candidate' | 'baseline';
  };
  'same-model': object;
  'orientation-ignored': { readonly fixtures: Names };
  'profile-ignored': { readonly fixtures: Names; readonly profiles: Names };

  /** A label by itself, of a model of several. */
  'label-regression': { readonly label: string; readonly fixtures: number; readonly found: Regression };

  // Whom the candidate is compared with.
  'model-new': object;
  'baseline-none': { /** Whether regions have rules, which judge nevertheless. */ readonly ruled: boolean };
  'baseline-stale': { readonly why: string };
  'pinned-is-baseline': { readonly title: string };
  'pinned-unavailable': { readonly title: string; readonly why: string };
  'pinned-drift': { readonly title: string; readonly fixtures: number; readonly found: Regression };

  // What is mended.
  repair: Repair;
  /** It would be one by rules that the change itself edits. */
  'repair-unproven': object;

  // Who has accepted what.
  'acceptance-refused': { readonly by: string; readonly refusal: Refusal };
  'acceptance-void': { readonly by: string; readonly pair: string };

  // What a stranger's run says of itself.
  'model-untold': { readonly change: 'touches its files' | 'edits the configuration' | 'is too long to know' };
  'claimed-verdict': { readonly verdict: Verdict };
}

interface Rules {
  'probe-regression': Followed & {
    /** The accepted models that judge it; without them the limit does. */ readonly among?: Among | undefined;
  };
}

/** A mean, and a limit that its interval does not tell it from. */
export interface Undecided {
  /** 95 % confidence interval of the mean. */
  readonly low: number;
  readonly high: number;
  readonly fixtures: number;
  /** The limit that would decide. */
  readonly limit: number;
  /** Where that is an estimate itself: how high it may be (95 %). */
  readonly limitUpTo?: number | undefined;
  /** How many fixtures would tell, where somebody may have so many. */
  readonly settledBy: number | undefined;
}

/** A probe that attention follows. */
interface Followed {
  readonly probe: string;
  /** Mean movement of the candidate less that of the baseline. */
  readonly added: number;
  readonly limit: number;
  readonly onMark: Change | undefined;
  /** On how many fixtures the edit changes the answer. */
  readonly flipped: Change;
  readonly fixtures: number;
}

/** A class or tag that is answered worse. */
interface Lost {
  readonly group: string;
  readonly fixtures: number;
  /** How many of them are answered right. */
  readonly right: Change;
  /** Mean probability of the true class, where both sides tell it. */
  readonly probability: Change | undefined;
}

/** Of a region, what the rule measures on so many fixtures. */
interface BrokenRule {
  readonly region: string;
  readonly rule: RegionRule;
  readonly now: number;
  readonly fixtures: number;
}

/** How many fixtures broke a rule in the baseline, and how many of the others do now, or of these no more. */
export interface RuleImages {
  readonly broken: number;
  readonly newly: number;
  readonly again: number;
}

/** What drifted further than it may. */
interface Regressions {
  'attention-regression': Drifted & { readonly metric: string; readonly method: string };
  'prediction-regression': Drifted;
  /** A number moved: all in its own unit. */
  'answer-regression': Drifted & { readonly before: number; readonly now: number };
}

interface Drifted {
  readonly value: number;
  readonly limit: number;
  readonly limits: LimitKind;
  /** The accepted models that judge it; without them the limit does. */
  readonly among: Among | undefined;
}

/** The accepted models that a candidate is compared with. */
export interface Among {
  readonly accepted: number;
  readonly lineage: LineageKind | undefined;
  /** How many of them drifted as far. */
  readonly asFar: number;
  readonly p: number;
  readonly rate: number;
  readonly otherBaselines: number;
  /** Whether what edits do to them is in their scores. */
  readonly whole?: true | undefined;
}

/** Whether limits are camdrift's own for the lineage, or the team's. */
export type LimitKind = 'uncalibrated' | 'configured' | undefined;

type SanityFacts = { [C in CheckName as `sanity-${C}`]: { readonly message: string } };
type Names = readonly string[];

/** How something differs between the two sides, as each of them says it. */
interface Made {
  readonly baseline: string;
  readonly candidate: string;
}

interface Change {
  readonly before: number;
  readonly now: number;
}

type Told<F> = { readonly [C in keyof F & string]: { readonly level: Level; readonly code: C } & F[C] };

/** An error in the place of a verdict: its sentence is its own. */
export interface ProblemReason {
  readonly level: Level;
  readonly code: ProblemCode;
  readonly message: string;
}

/** A reason read from `results.json`: the facts stayed with whoever wrote it. */
export interface ReadReason {
  readonly level: Level;
  readonly code: 'as-written';
  /** The code there: of an earlier or later version perhaps. */
  readonly written: string;
  readonly message: string;
}

export type FactCode = keyof Facts;
export type ReasonCode = FactCode | ProblemCode;
/** A reason of this code. */
export type ReasonOf<C extends FactCode> = Told<Facts>[C];
export type Regression = Told<Regressions>[keyof Regressions];

/** Something that makes the verdict what it is, or that its reader should know. `level`: what it alone would make the verdict. */
export type Reason = ReasonOf<FactCode> | ProblemReason | ReadReason;

/** The code as `results.json` has it. */
export const codeOf = (reason: Reason): string => (reason.code === 'as-written' ? reason.written : reason.code);

/** Whether a reason has one of these codes, be it made here or read. */
export const says = (reason: Reason, ...codes: readonly ReasonCode[]): boolean =>
  (codes as readonly string[]).includes(codeOf(reason));
