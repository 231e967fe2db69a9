import type { Seen } from '../baselines/baseline.ts';
import { isRefusal } from '../methods/method.ts';
import type { FixtureResult, Policy, Reason } from '../results/results.ts';

/** What the verdict should rest on and does not. */
export function unjudged(fixtures: readonly FixtureResult[], policy: Policy): Reason[] {
  return [
    ...unreadable(fixtures),
    ...withoutMap(fixtures, policy.method),
    ...unmeasured(fixtures, policy.method),
    ...withoutLimit(policy),
    ...withoutAnswers(fixtures, policy),
    ...withoutAnswerLimit(fixtures, policy),
  ];
}

/** A reason per fixture that could not be read. */
export function unreadable(fixtures: readonly FixtureResult[]): Reason[] {
  return fixtures
    .filter(fixture => fixture.status === 'failed')
    .map(({ name, reason }) => ({
      level: 'incomplete',
      code: 'fixture-failed',
      message: reason ?? `${name} could not be read.`,
    }));
}

/** A new model that the judged method cannot explain would be found out by the next change only. */
export function unexplained(seen: ReadonlyMap<string, Pick<Seen, 'maps'>>, method: string): Reason[] {
  const refused = [...seen.values()].flatMap(({ maps }) => {
    const map = maps[method];
    return map && isRefusal(map) ? [map.refused] : [];
  });
  return refused.length === 0 ? [] : [methodRefused(method, refused, seen.size)];
}

function methodRefused(method: string, refusals: readonly string[], fixtures: number): Reason {
  const message = `${method} is judged, and has no map for ${refusals.length} of ${fixtures} fixtures: ${refusals[0]}`;
  return { level: 'incomplete', code: 'method-refused', message };
}

function withoutMap(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const compared = fixtures.flatMap(({ maps }) => (maps ? [maps] : []));
  const reasons: Reason[] = [];
  const refusals = compared.flatMap(maps => {
    const map = maps[method];
    return map && 'refused' in map ? [map.refused] : [];
  });
  if (refusals.length > 0) reasons.push(methodRefused(method, refusals, fixtures.length));
  const missing = compared.filter(maps => !maps[method]).length;
  if (missing > 0) {
    const message = `${method} is judged, and ${missing} of ${compared.length} compared fixtures have no map of it.`;
    reasons.push({ level: 'incomplete', code: 'method-missing', message });
  }
  return reasons;
}

type MapResult = NonNullable<FixtureResult['maps']>[string];

const mapsOf = (fixtures: readonly FixtureResult[], method: string): MapResult[] =>
  fixtures.flatMap(({ maps }) => maps?.[method] ?? []).filter(map => !('refused' in map));

/** How many maps have no positive heat on that side alone, or on both. */
const countEmpty = (maps: readonly MapResult[], side: 'both' | 'candidate' | 'baseline'): number =>
  maps.filter(map => 'empty' in map && map.empty === side).length;

/** Attention is measured where both maps have heat. On fewer than half of the fixtures it stands for none of the others. */
function unmeasured(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const maps = mapsOf(fixtures, method);
  const measured = maps.filter(map => !('empty' in map && map.empty)).length;
  if (maps.length === 0 || (measured > 0 && 2 * measured >= maps.length)) return [];
  const message = `${measured === 0 ? 'No fixture has' : `Only ${measured} of ${maps.length} fixtures have`} heat in the ${method} maps of both sides, and at least half of them must: what attention does was not measured. Explain another \`layer\` or class, or take fixtures that show the classes.`;
  return [{ level: 'incomplete', code: 'heat-missing', message }];
}

/** Numbers that nothing is held to are no verdict. */
function withoutLimit({ method, thresholds }: Policy): Reason[] {
  if (Object.keys(thresholds).length > 0) return [];
  const message = `No metric has a limit, so the drift of ${method} was not judged.`;
  return [{ level: 'incomplete', code: 'limits-none', message }];
}

/** How far a number may move depends on its unit, which nobody but the team knows. */
function withoutAnswerLimit(fixtures: readonly FixtureResult[], { answer }: Policy): Reason[] {
  if (answer !== undefined || !fixtures.some(({ baseline, candidate }) => baseline?.value !== undefined && candidate?.value !== undefined)) return []; // biome-ignore format: one line
  const message = 'The model answers a number, and how far it may move is not said, so that was not judged. Give `answer-limit`, the largest accepted mean change in the unit of the output.'; // biome-ignore format: one line
  return [{ level: 'incomplete', code: 'answer-limit-none', message }];
}

/** A limit that the team wrote, on something that cannot be had. */
function withoutAnswers(fixtures: readonly FixtureResult[], { divergence, requiredDivergence }: Policy): Reason[] {
  const compared = fixtures.filter(({ maps }) => maps);
  if (!requiredDivergence || compared.length === 0 || compared.some(each => each.divergence !== undefined)) return [];
  const message = `The divergence of the answers has the limit ${divergence}, and was measured on no fixture: the models have different numbers of classes.`;
  return [{ level: 'incomplete', code: 'answers-unmeasured', message }];
}

/** Maps without positive heat. */
export function emptyMaps(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const maps = mapsOf(fixtures, method);
  const [both, candidate] = [countEmpty(maps, 'both'), countEmpty(maps, 'candidate')];
  const reasons: Reason[] = [];
  if (candidate > 0)
    reasons.push({
      level: 'warn',
      code: 'attention-lost',
      message: `On ${candidate} fixtures nothing speaks for the class any more: the candidate's map has no positive heat.`,
    });
  if (both > 0)
    reasons.push({
      level: 'warn',
      code: 'maps-empty',
      message: `On ${both} of ${maps.length} fixtures neither map has positive heat; they say nothing about drift and were left out of it.`,
    });
  return reasons;
}
