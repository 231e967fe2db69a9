import type { RegionRule } from '../regions/region.ts';
import type { ReasonOf } from '../results/reason.ts';
import { percent } from './figures.ts';

/** What a broken rule of a region says: what is wrong, how it was, what is asked for, and whether it was so before. */
export function brokenRegion(reason: ReasonOf<'region-rule' | 'region-broken-before'>): string {
  const { region, rule, before, now, fixtures } = reason;
  const change = `${before === undefined ? '' : `${percent(before)} -> `}${percent(now)}`;
  const of = rule.of === 'pointing' ? 'of' : 'on average over';
  const first = `${whatIsWrong(rule, region)} ${change} ${of} ${fixtures} fixtures (rule: ${ruleWords(rule)}).`;
  return [first, ...beforeWords(reason)].join(' ');
}

/** `inside >= 0.5`, as the team writes it. */
export const ruleWords = ({ of, at, limit }: RegionRule): string => `${of} ${at === 'least' ? '>=' : '<='} ${limit}`;

function whatIsWrong({ of, at }: RegionRule, region: string): string {
  if (of === 'pointing')
    return `The hottest spot is too ${at === 'least' ? 'rarely' : 'often'} in the region \`${region}\`:`;
  const where = of === 'inside' ? 'on' : 'outside';
  return `Too ${at === 'least' ? 'little' : 'much'} heat ${where} the region \`${region}\`:`;
}

function beforeWords({ code, already, fixtures }: ReasonOf<'region-rule' | 'region-broken-before'>): string[] {
  if (!already) return [];
  const { broken, newly, again } = already;
  const moved = newly + again === 0 ? 'as many as now' : `${newly} more do now and ${again} no more`;
  const seen = `${broken} of ${fixtures} fixtures broke it by themselves, ${moved}`;
  const found =
    code === 'region-rule' ? 'and this change makes it worse' : 'and this change makes it not noticeably worse';
  return [`The baseline breaks this rule as well, ${found}: ${seen}.`];
}
