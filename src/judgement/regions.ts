import { mean } from '../core/statistics.ts';
import type { RegionRule } from '../regions/region.ts';
import type { FixtureResult, ModelResult, Policy, Reason, RegionSummary } from '../reports/results.ts';
import { percent } from './words.ts';

type Sides = NonNullable<FixtureResult['regions']>[string];
type Side = NonNullable<Sides['candidate']>;

/** Mean heat per region over the fixtures that have it. */
export function summariseRegions(fixtures: readonly FixtureResult[], rules: Policy['regions'] = {}): RegionSummary[] {
  return Object.keys(rules).flatMap(name => {
    const seen = fixtures.flatMap(({ regions }) => {
      const found = regions?.[name];
      return found?.candidate ? [{ ...found, candidate: found.candidate }] : [];
    });
    if (seen.length === 0) return [];
    const earlier = seen.flatMap(({ baseline }) => baseline ?? []);
    return {
      name,
      fixtures: seen.length,
      area: mean(seen.map(({ area }) => area)),
      candidate: means(seen.map(({ candidate }) => candidate)),
      ...(earlier.length > 0 && { baseline: means(earlier) }),
    };
  });
}

const means = (sides: readonly Side[]): RegionSummary['candidate'] => ({
  inside: mean(sides.map(({ inside }) => inside)),
  pointing: mean(sides.map(({ pointing }) => Number(pointing))),
});

/** A rule of a region needs no baseline; where there is one, its value is told. */
export function judgeRegions(summaries: readonly RegionSummary[], rules: Policy['regions'] = {}): Reason[] {
  return Object.entries(rules).flatMap(([name, ofRegion]) => {
    const found = summaries.find(summary => summary.name === name);
    if (!found && ofRegion.length > 0) {
      const message = `No fixture shows heat in the region \`${name}\`, so its rules were not judged.`;
      return [{ level: 'incomplete', code: 'region-unseen', message } as const];
    }
    return ofRegion.flatMap(rule => (found ? broken(found, rule) : []));
  });
}

function broken({ name, candidate, baseline, fixtures }: RegionSummary, rule: RegionRule): Reason[] {
  const value = valueUnder(candidate, rule);
  if (rule.at === 'least' ? value >= rule.limit : value <= rule.limit) return [];
  const before = baseline ? `${percent(valueUnder(baseline, rule))} -> ` : '';
  const wanted = `rule: ${rule.of} ${rule.at === 'least' ? '>=' : '<='} ${rule.limit}`;
  const message = `${subject(rule, name)} ${before}${percent(value)} on ${fixtures} fixtures (${wanted}).`;
  return [{ level: 'fail', code: 'region-rule', message }];
}

const valueUnder = ({ inside, pointing }: RegionSummary['candidate'], { of }: RegionRule): number =>
  of === 'pointing' ? pointing : of === 'inside' ? inside : 1 - inside;

function subject({ of, at }: RegionRule, name: string): string {
  if (of === 'pointing') return `The hottest spot lies in the region \`${name}\`:`;
  const where = of === 'inside' ? 'on' : 'outside';
  return `${at === 'least' ? 'Too little' : 'Too much'} heat ${where} the region \`${name}\`:`;
}

/** Heat that a region with `inside >=` lost, by which attention counts as having left the object. */
const noticeableLoss = 0.1;

/** The pattern that accuracy cannot see, named as such. */
export function leftTheObject(
  summaries: readonly RegionSummary[],
  predictions: ModelResult['predictions'],
  rules: Policy['regions'] = {},
): Reason[] {
  const accuracy = predictions?.accuracy;
  if (!accuracy || accuracy.candidate < accuracy.baseline) return [];
  const objects = summaries.filter(({ name }) => rules[name]?.some(({ of, at }) => of === 'inside' && at === 'least'));
  return objects.flatMap(({ name, candidate, baseline }): Reason[] => {
    if (!baseline || baseline.inside - candidate.inside < noticeableLoss) return [];
    const message = `Accuracy is the same or better (${percent(accuracy.baseline)} -> ${percent(accuracy.candidate)}), and attention left the object: heat in \`${name}\` ${percent(baseline.inside)} -> ${percent(candidate.inside)}. That is what learning a shortcut looks like.`;
    return [{ level: 'warn', code: 'attention-left', message }];
  });
}
