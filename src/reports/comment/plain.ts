import { evidenceOf } from '../../judgement/fixture-set.ts';
import { isRight } from '../../judgement/predictions.ts';
import { type ComparedFixture, isCompared } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { type Reason, type ReasonCode, says } from '../../results/reason.ts';
import { followed, mayFollow, takenFor, takerOf } from './followed.ts';
import { count, text } from './markup.ts';
import { areAnswersInDoubt } from './words.ts';

/**
 * What changed, in one sentence for whoever reads such a comment for the first time: no figure but counts of pictures, no word of
 * the trade. `undefined` where the reason itself is the plainest word.
 */
export function plainly(model: ModelResult): string | undefined {
  const weighty = model.reasons.filter(({ level }) => level === model.verdict || model.verdict === 'accepted');
  const kind = kinds.find(({ codes }) => weighty.some(reason => says(reason, ...codes)));
  return kind?.say(model, weighty);
}

/** Which edit that sentence is about: its name, or none where it is a probe that attention follows; `undefined` where it is about no edit. */
export function editToldOf(model: ModelResult): { readonly name: string | undefined } | undefined {
  const said = plainly(model);
  if (said === undefined) return undefined;
  if (said === followed(model)) return { name: undefined };
  const lost = lostIn(model);
  const name = lost && said === lostClass(model) ? takerOf(model, lost.name) : undefined;
  return name === undefined ? undefined : { name };
}

interface Kind {
  readonly codes: readonly ReasonCode[];
  say(model: ModelResult, reasons: readonly Reason[]): string | undefined;
}

/** The first one that a model's weighty reasons are of says it. */
const kinds: readonly Kind[] = [
  { codes: ['class-regression', 'class-doubtful', 'tag-regression'], say: lostClass },
  { codes: ['accuracy-regression'], say: lessRight },
  {
    codes: [
      'attention-regression',
      'region-rule',
      'region-broken-before',
      'attention-left',
      'drift-doubtful',
      'cannot-tell',
      'attention-lost',
    ],
    say: (model, reasons) =>
      elsewhere(model) ??
      followed(model) ??
      brokenRegion(reasons) ??
      (reasons.some(isOfMaps) ? undefined : mayFollow(model)) ??
      (!reasons.some(isOfMaps) && areAnswersInDoubt(model) ? otherAnswers(model) : movedAway(model)),
  },
  { codes: ['probe-regression', 'probe-doubtful', 'probe-pull'], say: model => elsewhere(model) ?? followed(model) },
  { codes: ['prediction-regression', 'prediction-drift', 'label-regression'], say: otherAnswers },
];

/** What certainly is of the maps, and not of the answers. */
const isOfMaps = (reason: Reason): boolean => says(reason, 'attention-regression', 'attention-lost');

const compared = ({ fixtures }: ModelResult): ComparedFixture[] => evidenceOf(fixtures).filter(isCompared);

/** Class of a fixture: the true one, else the one that is explained. */
const groupOf = ({ truth, candidate }: ComparedFixture): string =>
  truth ?? candidate.explained.label ?? `class ${candidate.explained.index}`;

/** `The new model looks at the **lower right corner** instead of the **object** on 8 of 8 **house** pictures.` */
function elsewhere(model: ModelResult): string | undefined {
  const all = compared(model);
  const moved = all.flatMap(fixture => {
    const map = fixture.maps[model.judged?.method ?? ''];
    const hottest = map && 'hottest' in map ? map.hottest : undefined;
    return hottest && hottest.before !== hottest.now ? [{ fixture, ...hottest, group: groupOf(fixture) }] : [];
  });
  const alike = grouped(moved, ({ group, now }) => JSON.stringify([group, now])).map(([, all]) => all);
  const most = alike.toSorted((a, b) => b.length - a.length)[0];
  if (!most) return undefined;
  const [{ group, now }] = most as [(typeof moved)[number]];
  const size = all.filter(fixture => groupOf(fixture) === group).length;
  if (2 * most.length <= size || (most.length < 2 && size > 1)) return undefined;
  const before = leftRegion(most.map(({ fixture }) => fixture)) ?? onePlace(most.map(each => each.before));
  return `The new model looks at the **${now}** instead of ${before} on ${most.length} of ${pictures(size, group)}.`;
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): [key: string, all: T[]][] {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return [...groups];
}

/** The region that the hottest spot was in before and is in no more, on every one of them. */
function leftRegion(fixtures: readonly ComparedFixture[]): string | undefined {
  const [first] = fixtures;
  const names = Object.keys(first?.regions ?? {});
  const left = names.find(name =>
    fixtures.every(({ regions }) => {
      const { baseline, candidate } = regions?.[name] ?? {};
      return baseline?.pointing === true && candidate?.pointing === false;
    }),
  );
  return left && `the **${text(left, 40)}**`;
}

const onePlace = (places: readonly string[]): string =>
  new Set(places).size === 1 ? `the **${places[0]}**` : 'where it looked before';

const pictures = (size: number, group: string): string =>
  `${size} **${text(group, 40)}** picture${size === 1 ? '' : 's'}`;

/** Where nothing else is known to have drawn it away: too much or too little, as the first broken rule says. */
function brokenRegion(reasons: readonly Reason[]): string | undefined {
  if (reasons.some(reason => says(reason, 'attention-regression'))) return undefined;
  const broken = reasons.find(({ code }) => code === 'region-rule' || code === 'region-broken-before');
  if (broken?.code !== 'region-rule' && broken?.code !== 'region-broken-before') return undefined;
  const { region, rule, already } = broken;
  const much = rule.at === 'least' ? 'little' : 'much';
  const before = already ? `, as the one before did${broken.code === 'region-rule' ? ', and more so' : ''}` : '';
  return `The new model looks too ${much} ${rule.of === 'outside' ? 'past' : 'at'} the **${text(region, 40)}**${before}.`;
}

function movedAway(model: ModelResult): string | undefined {
  const all = compared(model);
  if (all.length === 0) return undefined;
  const moved = all.filter(({ status }) => status === 'moved').length;
  if (moved === 0) return 'The new model looks a little elsewhere on many pictures, and far on none.';
  return `The new model looks at other parts of the picture on ${moved} of ${count(all.length, 'picture')}.`;
}

function lostClass(model: ModelResult): string | undefined {
  const lost = lostIn(model);
  if (!lost) return undefined;
  const { name, size, before, now } = lost;
  const first = `The new model no longer recognises **${text(name, 40)}** as well: it is right on ${now} of ${count(size, 'picture')}, before on ${before}.`;
  return [first, takenFor(model, name)].filter(Boolean).join(' ');
}

/** The class that lost most right answers. */
function lostIn(model: ModelResult) {
  const groups = grouped(compared(model), groupOf).map(([name, all]) => ({
    name,
    size: all.length,
    before: all.filter(fixture => isRight(fixture, fixture.baseline)).length,
    now: all.filter(fixture => isRight(fixture, fixture.candidate)).length,
  }));
  const worst = groups.toSorted((a, b) => b.before - b.now - (a.before - a.now))[0];
  return worst && worst.before > worst.now ? worst : undefined;
}

function lessRight({ predictions }: ModelResult): string | undefined {
  const accuracy = predictions?.accuracy;
  if (!accuracy) return undefined;
  const right = (share: number) => Math.round(share * accuracy.labelled);
  return `The new model is right less often: on ${right(accuracy.candidate)} of ${count(accuracy.labelled, 'picture')}, before on ${right(accuracy.baseline)}.`;
}

function otherAnswers(model: ModelResult): string | undefined {
  const { predictions } = model;
  if (!predictions) return undefined;
  const { flipped, compared: all } = predictions;
  return flipped > 0
    ? `The new model gives another answer on ${flipped} of ${count(all, 'picture')}${whichAnswer(model)}.`
    : `The new model gives the same answers on all of ${count(all, 'picture')}, and is sure of them to another degree.`;
}

/** Where one class for another makes more than half of them. */
function whichAnswer(model: ModelResult): string {
  const turns = compared(model).flatMap(({ flipped, baseline, candidate }) => {
    const [before, now] = [baseline.predicted, candidate.predicted].map(
      ({ label, index }) => label ?? `class ${index}`,
    );
    return flipped && before !== now ? [`**${text(now!, 40)}** instead of **${text(before!, 40)}**`] : [];
  });
  const [most] = grouped(turns, turn => turn).toSorted((a, b) => b[1].length - a[1].length);
  if (!most || 2 * most[1].length <= turns.length) return '';
  return `, ${turns.length > most[1].length ? 'mostly ' : ''}${most[0]}`;
}
