import type { Baseline } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import { judgeDrift, summariseDrift } from '../judgement/drift.ts';
import { summarisePredictions } from '../judgement/predictions.ts';
import type { CloserOn } from '../judgement/repairs.ts';
import { metrics } from '../metrics/index.ts';
import type { Policy } from '../results/policy.ts';
import type { Closer } from '../results/repair.ts';
import { type Compared, comparable, countedNames } from './_alike.ts';

type Shown = Pick<Baseline, 'seen' | 'task'>;

interface Versions {
  readonly reference: Shown;
  readonly before: Shown;
  readonly now: Shown;
}

/** How many times as far the version before must be: less may be chance. */
const farther = 2;

/**
 * Whether the candidate is back at a reference that the version before had drifted away from: that one beyond a limit, the candidate
 * within all of them and at most half as far, on the same fixtures.
 */
export function closerTo(
  { reference, before, now }: Versions,
  config: Pick<ModelConfig, 'fixtures'>,
  policy: Policy,
  place: Pick<Closer, 'title' | 'kind'>,
): CloserOn | undefined {
  const counted = countedNames(config);
  const onBoth = (side: Shown) =>
    comparable(reference, side, policy.method).filter(each => counted.has(each.name) && hasHeat(each, policy.method));
  const [earlier, later] = [onBoth(before), onBoth(now)];
  const names = new Set(later.filter(({ name }) => earlier.some(each => each.name === name)).map(({ name }) => name));
  if (names.size === 0 || 2 * names.size < [...reference.seen.keys()].filter(name => counted.has(name)).length)
    return undefined;
  const measure = (side: readonly Compared[]) =>
    measured(
      side.filter(({ name }) => names.has(name)),
      policy,
    );
  const [was, is] = [measure(earlier), measure(later)];
  if (!(was.score > 1 && is.score <= 1 && farther * is.score <= was.score && is.shift < was.shift)) return undefined;
  return { ...place, fixtures: names.size, before: was.shift, now: is.shift, names };
}

/** A map without heat says nothing about where it was. */
function hasHeat({ maps }: Compared, method: string): boolean {
  const map = maps[method];
  return map !== undefined && 'drift' in map && map.empty === undefined;
}

function measured(fixtures: readonly Compared[], policy: Policy): { readonly score: number; readonly shift: number } {
  const drift = summariseDrift(fixtures);
  const { divergence, change } = summarisePredictions(fixtures);
  const { score } = judgeDrift(drift, divergence?.mean, policy, change);
  return { score: score?.value ?? 0, shift: drift[policy.method]?.[metrics[0]!.name]?.mean ?? 0 };
}
