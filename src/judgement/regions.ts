import { mean } from '../core/statistics.ts';
import type { RegionHeat, RegionRule } from '../regions/region.ts';
import type { FixtureResult, RegionResult } from '../results/fixture.ts';
import type { Predictions, RegionMeans, RegionSummary } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import { changeOf, type HeatPair, keeps, measured, noticeable, rounding } from './region-change.ts';

/**
 * Mean heat per region over the fixtures that have it and show heat. The baseline's is told where it has all of these
 * fixtures: means over different pictures are no before and after.
 */
export function summariseRegions(fixtures: readonly FixtureResult[], rules: Policy['regions'] = {}): RegionSummary[] {
  return Object.keys(rules).flatMap(name => {
    const seen = withRegion(fixtures, name).flatMap(({ found: { candidate, ...found } }) =>
      candidate ? [{ ...found, candidate }] : [],
    );
    if (seen.length === 0) return [];
    const earlier = seen.flatMap(({ baseline }) => baseline ?? []);
    return {
      name,
      fixtures: seen.length,
      area: mean(seen.map(({ area }) => area)),
      candidate: means(seen.map(({ candidate }) => candidate)),
      ...(earlier.length === seen.length && { baseline: means(earlier) }),
    };
  });
}

/** The fixtures that have a region. */
export const withRegion = (
  fixtures: readonly FixtureResult[],
  name: string,
): { fixture: string; found: RegionResult }[] =>
  fixtures.flatMap(({ name: fixture, regions }) => {
    const found = regions && Object.hasOwn(regions, name) ? regions[name] : undefined;
    return found ? [{ fixture, found }] : [];
  });

/** Both sides' heat, where both have some. */
const pairsOf = (fixtures: readonly FixtureResult[], name: string): HeatPair[] =>
  withRegion(fixtures, name).flatMap(({ found: { baseline, candidate } }) =>
    baseline && candidate ? [{ before: baseline, now: candidate }] : [],
  );

const means = (sides: readonly RegionHeat[]): RegionMeans => ({
  inside: mean(sides.map(({ inside }) => inside)),
  pointing: mean(sides.map(({ pointing }) => Number(pointing))),
});

/**
 * A rule of a region needs no baseline. One that the baseline breaks as well is no fault of the change, which is judged by what
 * it makes worse.
 */
export function judgeRegions(
  fixtures: readonly FixtureResult[],
  summaries: readonly RegionSummary[],
  rules: Policy['regions'] = {},
): Reason[] {
  return Object.entries(rules).flatMap(([name, ofRegion]) => {
    const found = summaries.find(summary => summary.name === name);
    if (!found && ofRegion.length > 0) return [{ level: 'incomplete', code: 'region-unseen', region: name } as const];
    return ofRegion.flatMap(rule => (found ? broken(found, rule, pairsOf(fixtures, name)) : []));
  });
}

function broken(
  { name, candidate, baseline, fixtures }: RegionSummary,
  rule: RegionRule,
  pairs: readonly HeatPair[],
): Reason[] {
  const now = measured(candidate, rule);
  if (keeps(now, rule)) return [];
  const told = { region: name, rule, fixtures } as const;
  const change = 2 * pairs.length >= fixtures ? changeOf(pairs, rule) : undefined;
  if (!change)
    return [{ level: 'fail', code: 'region-rule', ...told, before: baseline && measured(baseline, rule), now }];
  const { isWorse, ...seen } = change;
  if (isWorse) return [{ level: 'fail', code: 'region-rule', ...told, ...seen }];
  return [{ level: 'warn', code: 'region-broken-before', ...told, ...seen }];
}

/** Fixtures that have a region and say nothing about it. */
export function mutedRegions(fixtures: readonly FixtureResult[], rules: Policy['regions'] = {}): Reason[] {
  return Object.keys(rules).flatMap(name => {
    const found = withRegion(fixtures, name);
    const silent = found.filter(each => !each.found.candidate);
    const named = (muted: typeof silent) => muted.map(({ fixture }) => fixture);
    const heatless = named(silent.filter(each => each.found.area > 0));
    const unseen = named(silent.filter(each => each.found.area === 0));
    const reasons: Reason[] = [
      { level: 'warn', code: 'region-heatless', region: name, fixtures: heatless, of: found.length },
      { level: 'warn', code: 'region-invisible', region: name, fixtures: unseen, of: found.length },
    ];
    return reasons.filter((_, index) => [heatless, unseen][index]!.length > 0);
  });
}

/** The pattern that accuracy cannot see, named as such: over the fixtures that show heat on both sides. */
export function leftTheObject(
  fixtures: readonly FixtureResult[],
  predictions: Predictions | undefined,
  rules: Policy['regions'] = {},
): Reason[] {
  const accuracy = predictions?.accuracy;
  if (!accuracy || accuracy.candidate < accuracy.baseline) return [];
  const objects = Object.keys(rules).filter(name =>
    rules[name]!.some(({ of, at }) => of === 'inside' && at === 'least'),
  );
  return objects.flatMap((name): Reason[] => {
    const pairs = pairsOf(fixtures, name);
    if (pairs.length === 0) return [];
    const [before, now] = [mean(pairs.map(pair => pair.before.inside)), mean(pairs.map(pair => pair.now.inside))];
    if (before - now < noticeable - rounding) return [];
    const answers = { before: accuracy.baseline, now: accuracy.candidate };
    return [{ level: 'warn', code: 'attention-left', region: name, heat: { before, now }, accuracy: answers }];
  });
}
