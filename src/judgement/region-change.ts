import { signTest } from '../core/sign-test.ts';
import { mean } from '../core/statistics.ts';
import type { RegionHeat, RegionRule } from '../regions/region.ts';
import type { RegionMeans } from '../results/model.ts';
import type { RuleImages } from '../results/reason.ts';

/** Heat in a region of one fixture, of both sides. */
export interface HeatPair {
  readonly before: RegionHeat;
  readonly now: RegionHeat;
}

/** What a change did to a rule that was broken before it. */
export interface RegionChange {
  /** What the rule measures, over the pairs. */
  readonly before: number;
  readonly now: number;
  readonly fixtures: number;
  readonly already: RuleImages;
  readonly isWorse: boolean;
}

/** Heat that a region won or lost, by which attention counts as having moved: honest retrains of two families move 0.03. */
export const noticeable = 0.1;

/** Sums of decimal fractions are not exact to the last bit, and a value on its limit keeps it. */
export const rounding = 1e-9;

/** That as many pictures break a rule newly, less those that keep it again, by chance alone (95 %, both sides). */
const chance = 0.025;

/** One picture decides nothing. */
const fewest = 3;

/**
 * What became of a rule that the baseline breaks on the same pictures, `undefined` where it keeps it. It is worse when the mean
 * is noticeably further from the limit, over all pictures or those that broke the rule already (a share of hottest spots by
 * three pictures at least), or when more pictures break it newly than chance explains.
 */
export function changeOf(pairs: readonly HeatPair[], rule: RegionRule): RegionChange | undefined {
  if (pairs.length === 0) return undefined;
  const values = pairs.map(({ before, now }) => ({
    before: measured(asMeans(before), rule),
    now: measured(asMeans(now), rule),
  }));
  const [before, now] = [mean(values.map(each => each.before)), mean(values.map(each => each.now))];
  if (keeps(before, rule)) return undefined;
  const broken = values.filter(each => !keeps(each.before, rule));
  const newly = values.filter(each => keeps(each.before, rule) && !keeps(each.now, rule)).length;
  const again = broken.filter(each => keeps(each.now, rule)).length;
  const further = Math.max(fall(values, rule), broken.length < fewest ? 0 : fall(broken, rule));
  const isFar = further >= noticeable - rounding && (rule.of !== 'pointing' || newly - again >= fewest);
  const isWorse = isFar || signTest(newly, again) < chance;
  return { before, now, fixtures: pairs.length, already: { broken: broken.length, newly, again }, isWorse };
}

/** How much further the mean is on the wrong side; negative where it is better. */
function fall(values: readonly { readonly before: number; readonly now: number }[], { at }: RegionRule): number {
  const risen = mean(values.map(({ before, now }) => now - before));
  return at === 'least' ? -risen : risen;
}

const asMeans = ({ inside, pointing }: RegionHeat): RegionMeans => ({ inside, pointing: Number(pointing) });

export const measured = ({ inside, pointing }: RegionMeans, { of }: RegionRule): number =>
  of === 'pointing' ? pointing : of === 'inside' ? inside : 1 - inside;

/** Of a mean, or of one picture; a hottest spot is there or not, whatever share of them the rule asks for. */
export const keeps = (value: number, { at, limit }: RegionRule): boolean =>
  at === 'least' ? value >= limit - rounding : value <= limit + rounding;
