import type { Reason } from '../../src/results/reason.ts';
import type { Judged } from './audit.ts';
import { countsOf } from './counts.ts';
import { isBad, isHonest } from './signals.ts';
import { table } from './table.ts';

interface Rule {
  readonly words: string;
  fails(model: Judged): boolean;
  /** Which edits of the sweep its reasons may name; none unless said. */
  readonly names?: 'plain' | 'all';
}

const failed = (model: Judged, which: (reason: Reason) => boolean) =>
  model.result.reasons.some(reason => reason.level === 'fail' && which(reason));
const coded =
  (...codes: string[]) =>
  (reason: Reason) =>
    codes.includes(reason.code);

/** Over its limit, however far. */
const overAny = ({ result }: Judged) =>
  (result.score?.value ?? 0) > 1 ||
  (result.probes ?? []).some(({ added = 0, limit, unjudged }) => !unjudged && added > limit);

const drifted = (model: Judged) => failed(model, coded('attention-regression', 'prediction-regression'));
const probed = (model: Judged) => failed(model, coded('probe-regression'));
const accurate = (model: Judged) => failed(model, coded('accuracy-regression', 'tag-regression'));

/** A class that loses a third and at least three of its right answers. */
const counted = (model: Judged) =>
  failed(model, reason => {
    if (reason.code !== 'class-regression') return false;
    const lost = reason.right.before - reason.right.now;
    return lost >= 3 && lost >= reason.fixtures / 3;
  });
/** Whether it fails by right answers, which have no limit to choose. */
export const byCounts = (model: Judged): boolean => accurate(model) || counted(model);
const ruined = (model: Judged) => failed(model, coded('class-regression'));

const rules: readonly Rule[] = [
  { words: 'the limits alone, each failing', fails: overAny },
  { words: 'drift that fails beyond its range', fails: drifted },
  { words: '+ probes by the baseline’s own answers', fails: model => drifted(model) || probed(model) },
  {
    words: '+ right answers, in counts',
    fails: model => drifted(model) || probed(model) || byCounts(model),
  },
  {
    words: '+ the probability of a class',
    fails: model => drifted(model) || probed(model) || accurate(model) || ruined(model),
  },
  { words: '+ the sweep of plain edits', fails: model => model.result.verdict === 'fail', names: 'plain' },
  { words: '+ surroundings of other fixtures', fails: model => model.result.verdict === 'fail', names: 'all' },
];

/**
 * What each rule adds to those above it. The sweep fails nothing by itself: it names.
 * @param plain the same models, swept without surroundings of other fixtures
 */
export function ablation(models: readonly Judged[], plain: readonly Judged[]): string {
  const share = (list: readonly Judged[], { fails }: Rule) => `${list.filter(fails).length} of ${list.length}`;
  const seenBy = ({ names }: Rule) => (names === 'all' ? models : names === 'plain' ? plain : models.map(withoutSweep));
  const rows = rules.map(rule => {
    const seen = seenBy(rule);
    const { pointed, shortcuts } = countsOf(seen);
    return [
      rule.words,
      share(seen.filter(isHonest), rule),
      share(seen.filter(isBad), rule),
      `${pointed} of ${shortcuts}`,
    ];
  });
  return table(['rules', 'benign failed', 'regressions failed', 'shortcuts whose edit is named'], rows);
}

const withoutSweep = (model: Judged): Judged => {
  const reasons = model.result.reasons.filter(({ code }) => code !== 'edit-pull');
  return { ...model, result: { ...model.result, reasons } as Judged['result'] };
};
