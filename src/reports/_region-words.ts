import type { FixtureResult } from '../results/fixture.ts';
import type { ModelResult, RegionSummary } from '../results/model.ts';

const share = (value: number): string => `${(value * 100).toFixed(0)} %`;

const change = (before: number | undefined, now: number, arrow: string): string =>
  before === undefined ? share(now) : `${share(before)}${arrow}${share(now)}`;

/** A line per region: `heat on object 81 % -> 34 %, hottest spot there 94 % -> 56 % (18 % of the picture; rule inside >= 0.5)`. */
export function regionLines({ regions = [], judged }: ModelResult, arrow = ' -> '): string[] {
  return regions.map(({ name, area, fixtures, candidate, baseline }) => {
    const heat = `heat on ${name} ${change(baseline?.inside, candidate.inside, arrow)}`;
    const peak = `hottest spot there ${change(baseline?.pointing, candidate.pointing, arrow)}`;
    const facts = [
      `${share(area)} of the picture`,
      ruleWords(judged?.regions?.[name] ?? []),
      `${fixtures} fixture${fixtures === 1 ? '' : 's'}`,
    ];
    return `${heat}, ${peak} (${facts.filter(Boolean).join('; ')})`;
  });
}

function ruleWords(rules: NonNullable<NonNullable<ModelResult['judged']>['regions']>[string]): string {
  const said = rules.map(({ of, at, limit }) => `${of} ${at === 'least' ? '>=' : '<='} ${limit}`);
  return said.length > 0 ? `rule${said.length === 1 ? '' : 's'} ${said.join(', ')}` : '';
}

/** Regions that have a column of their own in tables of fixtures: more would push the others out of sight. */
export const columnRegions = ({ regions = [] }: ModelResult): readonly RegionSummary[] => regions.slice(0, 2);

/** `81 % -> 34 %` of one fixture, or a dash where it does not have the region or shows no heat. */
export function regionHeat({ regions = {} }: FixtureResult, name: string, arrow = ' -> '): string {
  const { baseline, candidate } = regions[name] ?? {};
  return candidate ? change(baseline?.inside, candidate.inside, arrow) : '-';
}

/** What the lines say, in a sentence each. */
export const regionMeanings: Readonly<Record<string, string>> = {
  'Heat on a region':
    'The share of the heat that lies in it, on average over the fixtures that have it; heat that is everywhere alike would give its share of the picture.',
  'Hottest spot': 'The share of the fixtures whose hottest pixel lies in the region.',
};
