import { evidenceOf } from '../../judgement/fixture-set.ts';
import type { Change } from '../../results/change.ts';
import type { ModelResult } from '../../results/model.ts';
import { type Reason, type ReasonCode, says } from '../../results/reason.ts';
import { prose } from '../marked.ts';
import { sentenceOf } from '../reasons.ts';
import { changeWords, judgedDrift, reading } from '../words.ts';
import { acceptance } from './accepted.ts';
import { anchored } from './anchors.ts';
import { withExplained } from './glossary.ts';
import { setsLimits } from './limits.ts';
import { blocks, count, list, text } from './markup.ts';
import { plainly } from './plain.ts';
import { repairedLines, repairedPlainly } from './repaired.ts';
import type { Scene } from './scene.ts';
import { isPulled } from './what-next.ts';
import {
  areAnswersInDoubt,
  decisive,
  editsInDoubt,
  icons,
  isAlone,
  isDoubt,
  judgedSummary,
  limit,
  remarks,
  type Status,
  status,
  statuses,
} from './words.ts';

/** Verdict, and what it is about: the one line that everybody reads. */
export function headline({ request: { results }, models }: Pick<Scene, 'request' | 'models'>): Headline {
  const [first] = models;
  const found: Status = first && models.every(isFresh) ? 'new' : results.verdict;
  const same = models.filter(model => status(model) === found).length;
  const which = models.length === 1 ? text(first!.name) : `${same} of ${models.length} models`;
  const words = {
    ...{ fail: headlineWords('fail', which, failing(models)), accepted: headlineWords('accepted', which) },
    incomplete: headlineWords('incomplete', which),
    warn: models.some(({ repair }) => repair) ? `a repair of ${which}` : warned(models, which, results.change),
    new: `nothing to compare ${models.length === 1 ? which : count(models.length, 'model')} with yet`,
    pass: passedWords(models, which, results.change),
  }[found];
  return { status: found, words };
}

/** What an acceptance can make of a heading. */
export function headlineWords(found: Status, which: string, phrase = ''): string {
  if (found === 'fail') return `${phrase} in ${which}`;
  return found === 'accepted' ? `an intended change of ${which}` : `no verdict on ${which}`;
}

export interface Headline {
  readonly status: Status;
  /** As Markdown. */
  readonly words: string;
}

/** In icon and word. A pass that somebody else vouches for must not look like ours. */
export function verdictMark({ status: found, claimed }: { readonly status: Status; readonly claimed: boolean }) {
  const icon = claimed && found === 'pass' ? icons.incomplete : icons[found];
  return { icon, word: `${claimed ? 'claimed ' : ''}${found}` };
}

/** Below the heading: why, or with several models how each of them ended; their own sections say why. */
export function lead(models: readonly ModelResult[]): string {
  const [first, ...others] = models;
  if (!first || others.length === 0) return first ? why(first) : '';
  if (others.length > 7) return `Models: ${tally(models)}.`;
  return models.map(model => `${icons[status(model)]} **${text(model.name)}** ${status(model)}`).join(' · ');
}

const isFailed = ({ verdict }: ModelResult): boolean => verdict === 'fail';

/** What is said of models that fail, or would: true to the reasons, and attention where it is among several kinds. */
export function failing(models: readonly ModelResult[]): string {
  const failed = models.filter(model => isFailed(model) || model.accepted);
  const reasons = failed.flatMap(({ reasons }) => reasons.filter(({ level }) => level === 'fail'));
  const only = (...codes: readonly ReasonCode[]) => reasons.every(reason => says(reason, ...codes));
  if (only('region-rule')) return 'heat is not where it must be';
  if (only('probe-regression')) return changesAnswers(reasons) ? 'answers follow an edit' : 'attention follows an edit';
  return only(...ofAnswers, 'probe-regression') ? 'answers changed' : 'attention moved';
}

const ofAnswers = [
  'prediction-regression',
  'answer-regression',
  'label-regression',
  'accuracy-regression',
  'class-regression',
  'tag-regression',
] as const;

/** Whether an edit that should not matter changes more answers than before. */
const changesAnswers = (reasons: readonly Reason[]): boolean =>
  reasons.some(reason => reason.code === 'probe-regression' && reason.flipped.now > reason.flipped.before);

/** Nothing is said to have stayed by limits that the change itself has set, nor where it is in doubt. */
function warned(models: readonly ModelResult[], which: string, change: Change | undefined): string {
  if (models.every(isAlone)) return `warnings on ${which}`;
  if (setsLimits(change)) return `by limits that this change sets, warnings on ${which}`;
  const doubted = models.filter(model => isPulled(model) || model.reasons.some(isDoubt));
  if (doubted.length > 0 && doubted.every(isPulled)) return `answers may follow an edit in ${which}`;
  if (doubted.length === 0) return `attention stayed, warnings on ${which}`;
  if (doubted.every(model => editsInDoubt(model).length > 0)) return `attention may follow an edit in ${which}`;
  return `${doubted.every(areAnswersInDoubt) ? 'answers may have changed' : 'attention may have moved'} in ${which}`;
}

function passedWords(models: readonly ModelResult[], which: string, change: Change | undefined): string {
  if (models.length === 0) return 'no model to compare';
  if (models.every(isAlone)) return `nothing against ${which}`;
  return setsLimits(change) ? `within limits that this change sets in ${which}` : `attention stayed in ${which}`;
}

const isFresh = (model: ModelResult): boolean => status(model) === 'new';

/** How many models ended how: `1 fail, 3 pass`. */
export function tally(models: readonly ModelResult[]): string {
  return statuses
    .map(each => ({ each, number: models.filter(model => status(model) === each).length }))
    .filter(({ number }) => number > 0)
    .map(({ each, number }) => `${number} ${each}`)
    .join(', ');
}

/** What there is to say of a model in a sentence or two, and what to do about it. The numbers behind it are `grounds`. */
export function why(model: ModelResult): string {
  const [first] = shortReasons(model);
  const beside = remarks(model).map(message => text(message, 400));
  const plain = plainWords(model);
  if (model.verdict === 'accepted') return blocks(plain, repairedLines(model), acceptance(model), ...beside);
  if (model.verdict === 'pass')
    return blocks(repairedPlainly(model), repairedLines(model), ...passedFirst(model, first), ...beside);
  const remedy = model.error && `**To do**: ${text(prose(model.error.remedy), 400)}`;
  const accuracy = model.verdict === 'fail' ? accuracyWords(model) : undefined;
  if (!isAnchored(model))
    return blocks(
      [plain ?? first, accuracy].filter(Boolean).join(' '),
      repairedLines(model),
      remedy,
      acceptance(model),
      ...beside,
    );
  const [one, ...more] = shortReasons(model);
  const told = anchored(`why ${model.pair!.code}`, blocks(one, list(more, 3)));
  return blocks(plain, repairedLines(model), accuracy, told, remedy, ...beside);
}

/** A repair is told before what moved by it. */
function plainWords(model: ModelResult): string | undefined {
  const repaired = repairedPlainly(model);
  if (repaired === undefined) return plainly(model);
  const reasons = model.reasons.filter(reason => !says(reason, 'attention-regression', 'drift-doubtful'));
  return [repaired, plainly({ ...model, reasons })].filter(Boolean).join(' ');
}

/** Its reasons stand where an acceptance can strike them. */
const isAnchored = ({ pair, verdict }: ModelResult): boolean => pair !== undefined && verdict === 'fail';

/** The reasons in numbers, as far as `why` has not said them. */
export function grounds(model: ModelResult): string {
  if (model.verdict === 'pass' || model.verdict === 'accepted' || isAnchored(model)) return '';
  const reasons = shortReasons(model);
  return list(withExplained(plainly(model) === undefined ? reasons.slice(1) : reasons), 6);
}

const shortReasons = (model: ModelResult): string[] => decisive(model).map(message => text(message, 400));

/** A model that was compared passed by its numbers, whatever else there is to note of it. */
const passedFirst = (model: ModelResult, note: string | undefined): (string | undefined)[] =>
  model.drift === undefined ? [note ?? passed(model)] : [passed(model), sameness(model)];

const sameness = ({ reasons }: ModelResult): string | undefined => {
  const same = reasons.find(reason => says(reason, 'same-model'));
  return same && text(prose(sentenceOf(same)), 400);
};

function passed(model: ModelResult): string {
  const shift = judgedSummary(model);
  const words = shift && [`Attention shift ${reading('attention-shift', shift.mean)} on average`, limit(model)];
  return `${words?.filter(Boolean).join(', ') ?? 'Nothing moved'}; ${facts(model)}`;
}

/** A regression that the answers may not show. */
const isHidden = (reason: Reason): boolean => says(reason, 'attention-regression', 'probe-regression');

/** Accuracy that hides what the maps show is the reason this comment exists. */
function accuracyWords({ predictions, reasons }: ModelResult): string | undefined {
  if (!predictions || !reasons.some(isHidden)) return undefined;
  const { accuracy, flipped, compared } = predictions;
  if (!accuracy) {
    return flipped === 0 && compared > 0
      ? '**No prediction flipped**, so predictions alone would not have shown this.'
      : undefined;
  }
  const { baseline, candidate, labelled } = accuracy;
  if (candidate < baseline) return undefined;
  const how = candidate > baseline ? `rose from ${share(baseline)} to` : 'stayed at';
  return `**Accuracy ${how} ${share(candidate)}** on ${count(labelled, 'labelled fixture')}, so accuracy alone would not have shown this.`;
}

/** How many moved, and what the predictions did. */
export function facts(model: ModelResult): string {
  const { predictions, fixtures, verdict } = model;
  const measured = evidenceOf(fixtures).filter(fixture => judgedDrift(model, fixture) !== undefined);
  const moved = measured.filter(fixture => fixture.status === 'moved').length;
  const shift = judgedSummary(model);
  const accuracy = predictions?.accuracy;
  const isLabels = fixtures.some(({ candidate }) => candidate?.present !== undefined);
  const words = [
    `${moved} of ${count(measured.length, isLabels ? 'label' : 'fixture')} moved`,
    shift && `at most ${reading('attention-shift', shift.max)}`,
    predictions?.change
      ? changeWords(predictions.change)
      : `${count(predictions?.flipped ?? 0, isLabels ? 'label' : 'prediction')} ${isLabels ? 'appeared or vanished' : 'flipped'}`,
    accuracy && (accuracy.baseline !== accuracy.candidate || verdict !== 'fail') && accuracyChange(accuracy),
  ];
  return `${words.filter(Boolean).join(', ')}.`;
}

function accuracyChange({ baseline, candidate }: { readonly baseline: number; readonly candidate: number }): string {
  return baseline === candidate
    ? `accuracy still ${share(candidate)}`
    : `accuracy ${share(baseline)} → ${share(candidate)}`;
}

/** One decimal only where it says something. */
const share = (value: number): string => `${(value * 100).toFixed(1).replace(/\.0$/, '')} %`;
