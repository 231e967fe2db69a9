import { metrics } from '../../metrics/index.ts';
import type { FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { type Reason, type ReasonOf, says } from '../../results/reason.ts';
import type { Verdict } from '../../results/verdict.ts';
import { columnRegions, regionHeat } from '../_region-words.ts';
import { prose } from '../marked.ts';
import { sentenceOf } from '../reasons.ts';
import { directionWords, judgedDrift, predictionWords, reading } from '../words.ts';

export type Status = 'fail' | 'incomplete' | 'accepted' | 'warn' | 'new' | 'pass';

/** In the order in which models are shown. */
export const statuses: readonly Status[] = ['fail', 'incomplete', 'accepted', 'warn', 'new', 'pass'];

export const icons: Readonly<Record<Status, string>> = {
  fail: '❌',
  incomplete: '❔',
  accepted: '☑️',
  warn: '⚠️',
  new: '🆕',
  pass: '✅',
};

/** A model without an earlier version passes by itself; it is told apart from one that was compared, or is not to be. */
export function status(model: ModelResult): Status {
  return model.verdict === 'pass' && isNew(model) ? 'new' : model.verdict;
}

/** Nothing to compare with yet. */
export const isNew = (model: ModelResult): boolean => isAlone(model) && model.judged?.baseline !== 'none';

/** Compared with nothing, be it new or so wanted. */
export const isAlone = (model: ModelResult): boolean => model.candidate !== undefined && model.baseline === undefined;

export function worstFirst(models: readonly ModelResult[]): ModelResult[] {
  const rank = (model: ModelResult) => statuses.indexOf(status(model));
  return models.toSorted((a, b) => rank(a) - rank(b) || (meanShift(b) ?? -1) - (meanShift(a) ?? -1));
}

export const meanShift = (model: ModelResult): number | undefined => judgedSummary(model)?.mean;

export const judgedSummary = ({ judged, drift }: ModelResult) => drift?.[judged?.method ?? '']?.[metrics[0]!.name];

/** Fixtures that a reader should look at: past the limit by themselves, or predicted otherwise. */
export const standsOut = ({ status, flipped, touched }: FixtureResult): boolean =>
  !touched && (status === 'moved' || (status === 'steady' && flipped === true));

/** Compared, judged, and where it was: a fixture with a reason of its own is not. */
export const isSteady = (fixture: FixtureResult): boolean =>
  fixture.status === 'steady' && fixture.reason === undefined && !standsOut(fixture);

/** Fixtures without a judgement, and those that went; of a model by itself only what should have been readable. */
export function uncompared(model: ModelResult): FixtureResult[] {
  if (isAlone(model)) return model.fixtures.filter(({ status }) => status === 'failed');
  return model.fixtures.filter(fixture => !standsOut(fixture) && !isSteady(fixture));
}

/** `13.4 %, limit 8.0 %` belongs together everywhere. */
export function limit({ judged }: ModelResult, metric = metrics[0]!.name): string | undefined {
  const threshold = judged?.thresholds[metric];
  return threshold === undefined ? undefined : `limit ${reading(metric, threshold)}`;
}

export const arrow = ' → ';

/** The numbers of one fixture as a sentence part, not escaped: captions and `alt` say the same. */
export function numbers(model: ModelResult, fixture: FixtureResult): string {
  const shift = judgedDrift(model, fixture);
  const towards = directionWords(model, fixture);
  const prediction = `predicted ${predictionWords(fixture, arrow)}`;
  const regions = columnRegions(model).flatMap(({ name }) => heatWords(fixture, name));
  if (shift === undefined) return [...regions, prediction].join(', ');
  const where = towards === '-' ? '' : ` (${towards})`;
  return [
    `attention shift ${reading('attention-shift', shift)}${where}`,
    `overlap ${reading('overlap', judgedDrift(model, fixture, 'overlap'))}`,
    ...regions,
    prediction,
  ].join(', ');
}

function heatWords(fixture: FixtureResult, region: string): string[] {
  const heat = regionHeat(fixture, region, arrow);
  return heat === '-' ? [] : [`heat on ${region} ${heat}`];
}

const told = (reason: Reason): string => prose(sentenceOf(reason));

/** The reasons that made the verdict what it is. */
export const decisive = ({ reasons, verdict, repair }: ModelResult): string[] =>
  reasons
    .filter(reason => reason.level === verdict && !isAside(reason) && !isNote(reason) && !isOfRepair(reason, repair))
    .map(told);

/** A repair has lines of its own, and so has the attention that it excuses. */
const isOfRepair = (reason: Reason, repair: ModelResult['repair']): boolean =>
  repair !== undefined &&
  (says(reason, 'repair') || (repair.drift === 'excused' && says(reason, 'attention-regression')));

/** What tells where the numbers come from: it stands beside them, whatever the verdict, and never in their place. */
export const remarks = ({ reasons }: ModelResult): string[] => reasons.filter(isAside).map(told);

const isAside = (reason: Reason): boolean =>
  says(reason, 'baseline-stale', 'fixtures-touched', 'acceptance-refused', 'acceptance-void', 'repair-unproven');

/** What is worth a line where there is room for it. */
export const notes = ({ reasons }: ModelResult): string[] =>
  reasons.filter(reason => isNote(reason) && !isFigure(reason)).map(told);

/** What waits behind a click: figures of no weight, and what a model that passed by its numbers is said to be besides. */
export const footnotes = (model: ModelResult): string[] => [
  ...model.reasons.filter(isFigure).map(told),
  ...(model.verdict === 'pass' && model.drift !== undefined
    ? decisive({ ...model, reasons: model.reasons.filter(reason => !says(reason, 'same-model')) })
    : []),
];

const isFigure = (reason: Reason): boolean =>
  reason.level === 'pass' && says(reason, 'prediction-drift', 'class-doubtful');

const isNote = (reason: Reason): boolean =>
  says(reason, 'fixtures-copied', 'fixtures-linked', 'fixtures-left-out', 'engine-fallback') || isFigure(reason);

/** Whether what may have drifted, and is in doubt, are the answers: they are what is farthest out. */
export const areAnswersInDoubt = ({ reasons, score }: ModelResult): boolean =>
  (score?.signal === 'divergence' || score?.signal === 'answer') && reasons.some(isDoubt);

/** A drift that may be none. */
export const isDoubt = (reason: Reason): boolean => says(reason, 'drift-doubtful', 'cannot-tell');

/** What attention may follow, where nothing else of it is in doubt. */
export function editsInDoubt({ reasons }: Pick<ModelResult, 'reasons'>): readonly EditInDoubt[] {
  const doubts = reasons.filter(isDoubt);
  const ofEdits = doubts.filter((each): each is EditInDoubt => each.code === 'cannot-tell' && 'probe' in each.found);
  return ofEdits.length === doubts.length ? ofEdits : [];
}

type EditInDoubt = ReasonOf<'cannot-tell'> & { readonly found: { readonly probe: string } };

/** Those that weigh less. */
export function lesser({ reasons, verdict, accepted }: ModelResult): string[] {
  const order: readonly Verdict[] = ['fail', 'incomplete', 'warn'];
  return order
    .filter(level => level !== verdict && !(accepted && level === 'fail'))
    .flatMap(level => reasons.filter(reason => reason.level === level).map(told));
}

/** A model that failed may be incomplete as well, which is more than a warning. */
export const lesserNoun = ({ reasons, verdict }: ModelResult): string =>
  verdict === 'fail' && reasons.some(({ level }) => level === 'incomplete') ? 'further reason' : 'warning';
