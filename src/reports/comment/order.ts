import type { Change } from '../../results/change.ts';
import type { FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { byDrift, judgedDrift } from '../words.ts';
import { setsLimits } from './limits.ts';
import { isAlone, standsOut, status, statuses } from './words.ts';

/** Fixtures that are shown in pictures, worst first: in sight as far as there is room, and those that are always behind a click. */
export interface PictureOrder {
  readonly sight: readonly FixtureResult[];
  readonly folded: readonly FixtureResult[];
}

/** Of a model in which nothing stands out, so many are shown, so that a pass need not be believed blindly. */
const ofQuiet = 3;

/**
 * A fixture of a model that failed goes before one that moved further in a model that passed; of one model the worst of each class goes
 * before the second worst of any, since twelve pictures of one class show one thing twelve times. What a model shows in which
 * nothing stands out is folded, unless the change itself sets the limits: then it is what there is to look at.
 */
export function pictureOrder(models: readonly ModelResult[], change: Change | undefined): PictureOrder {
  const moved = models.flatMap(model => ranked(model, byDrift(model).filter(standsOut)));
  const quiet = models.flatMap(model =>
    isQuiet(model) ? ranked(model, byDrift(model).filter(isCompared)).slice(0, ofQuiet) : [],
  );
  const fresh = models.flatMap(({ fixtures }) => fixtures.filter(isFresh));
  const sight = setsLimits(change) ? [...moved, ...quiet] : moved;
  return {
    sight: inOrder(sight),
    folded: [...(setsLimits(change) ? [] : inOrder(quiet)), ...fresh],
  };
}

interface Ranked {
  readonly fixture: FixtureResult;
  /** How many of its class go before it. */
  readonly round: number;
  /** Of the model. */
  readonly rank: number;
  readonly drift: number;
}

/** Nothing in it stands out. */
export const isQuiet = (model: ModelResult): boolean =>
  model.candidate !== undefined && !isAlone(model) && !model.fixtures.some(standsOut);

const isCompared = ({ status, touched }: FixtureResult): boolean => status === 'steady' && touched === undefined;

const isFresh = ({ status, touched }: FixtureResult): boolean => status === 'new' || touched !== undefined;

/** By drift: the worst of each class before the second worst of any. */
function ranked(model: ModelResult, fixtures: readonly FixtureResult[]): Ranked[] {
  const seen = new Map<string, number>();
  const all = fixtures.map((fixture): Ranked => {
    const group = groupOf(fixture);
    const round = seen.get(group) ?? 0;
    seen.set(group, round + 1);
    return { fixture, round, rank: statuses.indexOf(status(model)), drift: judgedDrift(model, fixture) ?? -1 };
  });
  return all.toSorted((a, b) => a.round - b.round || b.drift - a.drift);
}

const inOrder = (all: readonly Ranked[]): FixtureResult[] =>
  all.toSorted((a, b) => a.rank - b.rank || a.round - b.round || b.drift - a.drift).map(({ fixture }) => fixture);

const groupOf = ({ truth, candidate }: FixtureResult): string =>
  truth ?? candidate?.explained.label ?? String(candidate?.explained.index);
