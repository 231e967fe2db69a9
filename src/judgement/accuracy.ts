import { signTest } from '../core/sign-test.ts';
import { mean } from '../core/statistics.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason, ReasonOf } from '../results/reason.ts';
import { isRight } from './predictions.ts';

type AccuracyReason = ReasonOf<'class-regression' | 'class-doubtful' | 'tag-regression' | 'accuracy-regression'>;
type Judging = Pick<Policy, 'accuracy'>;

/** A group of fixtures (class or tag) that loses so many right answers, and such a share of its fixtures, is ruined. */
const mostLost = { count: 3, share: 1 / 3 };

/**
 * Probability that a class may lose on its own fixtures: the sum over them of the true class's probability before less that
 * of now, over one fixture more than there are. Honest retrains of three families lose at most 0.27 (0.2 in nineteen of twenty,
 * 0.4 once in a thousand draws of 12 fixtures); what learned a shortcut for a class, 0.3 to 0.8 (docs/benchmark.md). One fixture
 * is no verdict on a class: what is ruined is so without the fixture that fell farthest, and of two fixtures both are lost; what is
 * doubtful by that fixture alone is told, and warns only where none is answered right any more.
 */
const mostUnlikely = { doubtful: 0.2, ruined: 0.3 };

/** An overall fall that chance alone makes as often is within its interval (95 %, both sides). */
const chance = 0.025;

/**
 * Whether the right answers stayed, over all labelled fixtures and per class and tag: a class that is ruined hides in every
 * mean. The team's own limits (`accuracy-loss`, `class-loss`, as shares) are taken as they are.
 */
export function judgeAccuracy(fixtures: readonly FixtureResult[], policy: Judging): AccuracyReason[] {
  const labelled = fixtures.filter(({ truth, flipped }) => truth !== undefined && flipped !== undefined);
  if (labelled.length === 0) return [];
  const groups = (named: (fixture: FixtureResult) => readonly string[]) =>
    [...new Set(labelled.flatMap(named))].map(group => ({
      group,
      ...tally(labelled.filter(fixture => named(fixture).includes(group))),
    }));
  return [
    ...groups(({ truth }) => [truth!]).flatMap(found => judgeClass(found, policy)),
    ...groups(({ tags = [] }) => tags).flatMap(found => judgeTag(found, policy)),
    ...overall(labelled, policy),
  ];
}

/** The classes of which these reasons say that they are being lost: one fixture alone says that of none. */
export const lostClasses = (reasons: readonly Reason[]): ReadonlySet<string> =>
  new Set(
    reasons.flatMap(reason =>
      reason.level !== 'pass' && (reason.code === 'class-regression' || reason.code === 'class-doubtful')
        ? [reason.group]
        : [],
    ),
  );

/** What became of the right answers on some labelled fixtures. */
interface Tally {
  readonly fixtures: number;
  readonly right: { readonly before: number; readonly now: number };
  readonly lost: number;
  readonly gained: number;
  readonly probability: { readonly before: number; readonly now: number } | undefined;
  /** What the fixtures lose of it on average without the one that loses most; 0 of a single one. */
  readonly lossOfOthers: number;
}
type Group = Tally & { readonly group: string };

function judgeClass(found: Group, { accuracy }: Judging): AccuracyReason[] {
  const { group, fixtures, right, probability, lost, lossOfOthers } = found;
  const limit = accuracy?.class;
  const told = { group, fixtures, right, probability };
  const unlikely = probability ? ((probability.before - probability.now) * fixtures) / (fixtures + 1) : 0;
  const judged = limit === undefined ? unlikely : 0;
  const several = lossOfOthers > mostUnlikely.ruined && (fixtures > 2 || lost === 2);
  if (isRuined(found, limit) || (several && judged > mostUnlikely.ruined))
    return [{ level: 'fail', code: 'class-regression', ...told, limit }];
  const stands = lossOfOthers <= mostUnlikely.doubtful && (right.now > 0 || right.before === 0);
  return judged > mostUnlikely.doubtful ? [{ level: stands ? 'pass' : 'warn', code: 'class-doubtful', ...told }] : [];
}

function judgeTag(found: Group, { accuracy }: Judging): AccuracyReason[] {
  const { group, fixtures, right, probability } = found;
  const limit = accuracy?.class;
  if (!isRuined(found, limit)) return [];
  return [{ level: 'fail', code: 'tag-regression', group, fixtures, right, probability, limit }];
}

function isRuined({ fixtures, lost, gained }: Tally, limit: number | undefined): boolean {
  const net = lost - gained;
  return limit === undefined ? net >= mostLost.count && net >= mostLost.share * fixtures : net > limit * fixtures;
}

function overall(labelled: readonly FixtureResult[], { accuracy }: Judging): AccuracyReason[] {
  const { fixtures, lost, gained, right } = tally(labelled);
  const limit = accuracy?.overall;
  const fell = limit === undefined ? signTest(lost, gained) < chance : lost - gained > limit * fixtures;
  if (!fell) return [];
  const share = { before: right.before / fixtures, now: right.now / fixtures };
  return [{ level: 'fail', code: 'accuracy-regression', accuracy: share, lost, gained, fixtures, limit }];
}

function tally(fixtures: readonly FixtureResult[]): Tally {
  const right = (side: SideName) => fixtures.filter(fixture => isRight(fixture, fixture[side]));
  const [before, now] = [right('baseline'), right('candidate')];
  return {
    fixtures: fixtures.length,
    right: { before: before.length, now: now.length },
    lost: before.filter(fixture => !now.includes(fixture)).length,
    gained: now.filter(fixture => !before.includes(fixture)).length,
    ...probabilityOf(fixtures),
  };
}

type SideName = 'baseline' | 'candidate';

/** Of the true class, which is the one that is explained; nothing unless both sides tell it of all of them. */
function probabilityOf(fixtures: readonly FixtureResult[]): Pick<Tally, 'probability' | 'lossOfOthers'> {
  const told = (side: SideName) =>
    fixtures.flatMap(fixture => {
      const { explained } = fixture[side] ?? {};
      return explained?.label === fixture.truth ? (explained?.probability ?? []) : [];
    });
  const [before, now] = [told('baseline'), told('candidate')];
  if (before.length < fixtures.length || now.length < fixtures.length)
    return { probability: undefined, lossOfOthers: 0 };
  const losses = before.map((value, at) => value - now[at]!).sort((a, b) => b - a);
  return {
    probability: { before: mean(before), now: mean(now) },
    lossOfOthers: losses.length > 1 ? mean(losses.slice(1)) : 0,
  };
}
