import { signTest } from '../core/sign-test.ts';
import type { FixtureResult, Policy, Reason } from '../results/results.ts';
import { percent } from './words.ts';

/** What became of the right answers on some labelled fixtures. */
interface Tally {
  readonly fixtures: number;
  readonly before: number;
  readonly now: number;
  /** Right before and wrong now, and the other way round. */
  readonly lost: number;
  readonly gained: number;
}

/** A group of fixtures (class or tag) that loses so many right answers, and such a share of its fixtures, is ruined. */
const mostLost = { count: 3, share: 1 / 3 };
/** An overall fall that chance alone makes as often is within its interval (95 %, both sides). */
const chance = 0.025;

/**
 * Whether the right answers stayed, over all labelled fixtures and per class and tag: a class that is ruined hides in every
 * mean. The team's own limits (`accuracy-loss`, `class-loss`, as shares) are taken as they are.
 */
export function judgeAccuracy(fixtures: readonly FixtureResult[], policy: Pick<Policy, 'accuracy'>): Reason[] {
  const labelled = fixtures.filter(({ truth, flipped }) => truth !== undefined && flipped !== undefined);
  if (labelled.length === 0) return [];
  return [...groups(labelled, policy), ...overall(labelled, policy)];
}

function groups(labelled: readonly FixtureResult[], { accuracy }: Pick<Policy, 'accuracy'>): Reason[] {
  const limit = accuracy?.class;
  const of = (code: string, what: string, named: (fixture: FixtureResult) => readonly string[]) =>
    [...new Set(labelled.flatMap(named))].flatMap((name): Reason[] => {
      const found = tally(labelled.filter(fixture => named(fixture).includes(name)));
      const net = found.lost - found.gained;
      const ruined =
        limit === undefined
          ? net >= mostLost.count && net >= mostLost.share * found.fixtures
          : net > limit * found.fixtures;
      if (!ruined) return [];
      const rule = limit === undefined ? '' : ` (limit ${percent(limit)} of them)`;
      const message = `${what} \`${name}\` is lost: ${found.now} of its ${found.fixtures} fixtures are answered right, where the baseline had ${found.before}${rule}.`;
      return [{ level: 'fail', code, message }];
    });
  return [
    ...of('class-regression', 'Class', ({ truth }) => [truth!]),
    ...of('tag-regression', 'Tag', ({ tags = [] }) => tags),
  ];
}

function overall(labelled: readonly FixtureResult[], { accuracy }: Pick<Policy, 'accuracy'>): Reason[] {
  const found = tally(labelled);
  const { fixtures, lost, gained, before, now } = found;
  const limit = accuracy?.overall;
  const fell = limit === undefined ? signTest(lost, gained) < chance : lost - gained > limit * fixtures;
  if (!fell) return [];
  const why =
    limit === undefined
      ? `${lost} of ${fixtures} fixtures lost, ${gained} won; chance alone does that less than once in ${Math.round(1 / chance)} times`
      : `limit ${percent(limit)} lost`;
  const message = `Accuracy on the fixtures fell from ${percent(before / fixtures)} to ${percent(now / fixtures)} (${why}).`;
  return [{ level: 'fail', code: 'accuracy-regression', message }];
}

function tally(fixtures: readonly FixtureResult[]): Tally {
  const right = (side: 'baseline' | 'candidate') => (fixture: FixtureResult) =>
    fixture[side]?.predicted.label === fixture.truth;
  const [before, now] = [fixtures.filter(right('baseline')), fixtures.filter(right('candidate'))];
  return {
    fixtures: fixtures.length,
    before: before.length,
    now: now.length,
    lost: before.filter(fixture => !now.includes(fixture)).length,
    gained: now.filter(fixture => !before.includes(fixture)).length,
  };
}
