import { evidenceOf } from '../../judgement/fixture-set.ts';
import { isRight } from '../../judgement/predictions.ts';
import { type ComparedFixture, isCompared } from '../../results/fixture.ts';
import type { ModelResult, ProbeSummary } from '../../results/model.ts';
import { type Reason, type ReasonCode, says } from '../../results/reason.ts';
import { isFollowed } from '../words.ts';
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

/** Whether that sentence tells what an edit does. */
export function isAboutEdit(model: ModelResult): boolean {
  const said = plainly(model);
  return said !== undefined && said === followed(model);
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

/** What an edit does that should not matter: to answers, else to attention. */
function followed({ probes = [] }: ModelResult): string | undefined {
  const worst = probes.filter(isFollowed).toSorted((a, b) => turned(b) - turned(a))[0];
  if (!worst) return undefined;
  const { name, candidate, baseline, fixtures } = worst;
  const edit = `The edit **${text(name, 40)}**, which should not matter,`;
  if (turned(worst) > 0)
    return `${edit} changes the new model's answer on ${candidate.flipped} of ${count(fixtures, 'picture')}${baseline ? `; before it did on ${baseline.flipped}` : ''}.`;
  return `${edit} draws the new model's attention away from what it looked at, more than it did before.`;
}

const turned = ({ candidate, baseline }: ProbeSummary): number => candidate.flipped - (baseline?.flipped ?? 0);

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
  const groups = grouped(compared(model), groupOf).map(([name, all]) => ({
    name,
    size: all.length,
    before: all.filter(fixture => isRight(fixture, fixture.baseline)).length,
    now: all.filter(fixture => isRight(fixture, fixture.candidate)).length,
  }));
  const worst = groups.toSorted((a, b) => b.before - b.now - (a.before - a.now))[0];
  if (!worst || worst.before <= worst.now) return undefined;
  return `The new model no longer recognises **${text(worst.name, 40)}** as well: it is right on ${worst.now} of ${count(worst.size, 'picture')}, before on ${worst.before}.`;
}

function lessRight({ predictions }: ModelResult): string | undefined {
  const accuracy = predictions?.accuracy;
  if (!accuracy) return undefined;
  const right = (share: number) => Math.round(share * accuracy.labelled);
  return `The new model is right less often: on ${right(accuracy.candidate)} of ${count(accuracy.labelled, 'picture')}, before on ${right(accuracy.baseline)}.`;
}

function otherAnswers({ predictions }: ModelResult): string | undefined {
  if (!predictions) return undefined;
  const { flipped, compared: all } = predictions;
  return flipped > 0
    ? `The new model gives another answer on ${flipped} of ${count(all, 'picture')}.`
    : `The new model gives the same answers on all of ${count(all, 'picture')}, and is sure of them to another degree.`;
}
