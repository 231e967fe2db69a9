import type { Seen } from '../baselines/baseline.ts';
import { isRefusal } from '../methods/method.ts';
import type { FixtureResult, MapDrift } from '../results/fixture.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';

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
    .map(({ name, reason }) => ({ level: 'incomplete', code: 'fixture-failed', fixture: name, why: reason }));
}

/** A new model that the judged method cannot explain would be found out by the next change only. */
export function unexplained(seen: ReadonlyMap<string, Pick<Seen, 'maps'>>, method: string): Reason[] {
  const refused: string[] = [];
  for (const { maps } of seen.values()) {
    const map = maps[method];
    if (map && isRefusal(map)) refused.push(map.refused);
  }
  return refused.length === 0 ? [] : [methodRefused(method, refused, seen.size)];
}

const methodRefused = (method: string, refusals: readonly string[], fixtures: number): Reason => ({
  level: 'incomplete',
  code: 'method-refused',
  method,
  refused: refusals.length,
  fixtures,
  why: refusals[0]!,
});

/** A label that only the candidate names has an answer to be compared, and no map. */
const isOnlyNamed = (maps: NonNullable<FixtureResult['maps']>, candidate: FixtureResult['candidate']): boolean =>
  candidate?.present !== undefined && Object.keys(maps).length === 0;

function withoutMap(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const compared = fixtures.flatMap(({ maps, candidate }) => (maps && !isOnlyNamed(maps, candidate) ? [maps] : []));
  const reasons: Reason[] = [];
  const refusals = compared.flatMap(maps => {
    const map = maps[method];
    return map && 'refused' in map ? [map.refused] : [];
  });
  if (refusals.length > 0) reasons.push(methodRefused(method, refusals, fixtures.length));
  const missing = compared.filter(maps => !maps[method]).length;
  if (missing > 0)
    reasons.push({ level: 'incomplete', code: 'method-missing', method, missing, compared: compared.length });
  return reasons;
}

const mapsOf = (fixtures: readonly FixtureResult[], method: string): MapDrift[] =>
  fixtures.flatMap(({ maps }) => maps?.[method] ?? []).filter(map => !('refused' in map));

/** How many maps have no positive heat on that side alone, or on both. */
const countEmpty = (maps: readonly MapDrift[], side: 'both' | 'candidate' | 'baseline'): number =>
  maps.filter(map => 'empty' in map && map.empty === side).length;

/** Attention is measured where both maps have heat. On fewer than half of the fixtures it stands for none of the others. */
function unmeasured(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const maps = mapsOf(fixtures, method);
  const measured = maps.filter(map => !('empty' in map && map.empty)).length;
  if (maps.length === 0 || (measured > 0 && 2 * measured >= maps.length)) return [];
  return [{ level: 'incomplete', code: 'heat-missing', method, measured, of: maps.length }];
}

/** Numbers that nothing is held to are no verdict. */
function withoutLimit({ method, thresholds }: Policy): Reason[] {
  if (Object.keys(thresholds).length > 0) return [];
  return [{ level: 'incomplete', code: 'limits-none', method }];
}

/** How far a number may move depends on its unit, which nobody but the team knows. */
function withoutAnswerLimit(fixtures: readonly FixtureResult[], { answer }: Policy): Reason[] {
  if (
    answer !== undefined ||
    !fixtures.some(({ baseline, candidate }) => baseline?.value !== undefined && candidate?.value !== undefined)
  )
    return [];
  return [{ level: 'incomplete', code: 'answer-limit-none' }];
}

/** A limit that the team wrote, on something that cannot be had. */
function withoutAnswers(fixtures: readonly FixtureResult[], { divergence, requiredDivergence }: Policy): Reason[] {
  const compared = fixtures.filter(({ maps }) => maps);
  if (!requiredDivergence || compared.length === 0 || compared.some(each => each.divergence !== undefined)) return [];
  return [{ level: 'incomplete', code: 'answers-unmeasured', limit: divergence }];
}

/** Maps without positive heat. */
export function emptyMaps(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const maps = mapsOf(fixtures, method);
  const [both, candidate] = [countEmpty(maps, 'both'), countEmpty(maps, 'candidate')];
  const reasons: Reason[] = [];
  if (candidate > 0) reasons.push({ level: 'warn', code: 'attention-lost', fixtures: candidate });
  if (both > 0) reasons.push({ level: 'warn', code: 'maps-empty', empty: both, of: maps.length });
  return reasons;
}
