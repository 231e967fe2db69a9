import { detectable, meanInterval } from '../core/bootstrap.ts';
import { mean } from '../core/statistics.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { MeanInterval } from '../results/interval.ts';
import type { Policy } from '../results/policy.ts';
import { addedBy } from './probe-summaries.ts';

type Measured = Pick<FixtureResult, 'maps' | 'divergence' | 'flipped' | 'baseline' | 'candidate'>;
type Drifting = Pick<Policy, 'method' | 'thresholds' | 'divergence' | 'answer'>;

/**
 * An interval for every mean over fixtures that the policy judges. What is judged by counts (right answers, a class) has tests
 * of its own, and none here; nor has a mean of fewer than three fixtures.
 */
export function intervalsOf(fixtures: readonly FixtureResult[], policy: Policy): MeanInterval[] {
  const { method, probes = {}, regions = {} } = policy;
  const ofProbes = Object.keys(probes).flatMap(name => interval('probe', name, addedBy(fixtures, name, method)));
  const ruled = Object.keys(regions).filter(name => regions[name]!.length > 0);
  const ofRegions = ruled.flatMap(name => interval('region', name, heatIn(fixtures, name)));
  return [...driftIntervals(fixtures, policy), ...ofProbes, ...ofRegions];
}

/** Those of what may drift. */
export function driftIntervals(fixtures: readonly Measured[], policy: Drifting): MeanInterval[] {
  const { method, thresholds, divergence, answer } = policy;
  const drifts = Object.keys(thresholds).flatMap(metric => {
    const values = fixtures.flatMap(({ maps }) => {
      const map = maps?.[method];
      return map && 'drift' in map ? (map.drift[metric] ?? []) : [];
    });
    return interval('drift', metric, values);
  });
  const compared = fixtures.filter(({ flipped }) => flipped !== undefined);
  const changes = answer === undefined ? [] : compared.flatMap(changeOf);
  const bits = divergence === undefined ? [] : compared.flatMap(each => each.divergence ?? []);
  return [...drifts, ...interval('divergence', 'divergence', bits), ...interval('answer', 'answer', changes)];
}

const changeOf = ({ baseline, candidate }: Measured): number[] =>
  baseline?.value === undefined || candidate?.value === undefined ? [] : [Math.abs(candidate.value - baseline.value)];

const heatIn = (fixtures: readonly FixtureResult[], name: string): number[] =>
  fixtures.flatMap(({ regions }) => {
    const found = regions && Object.hasOwn(regions, name) ? regions[name] : undefined;
    return found?.candidate ? [found.candidate.inside] : [];
  });

/** In rising order, so that no figure knows in which order the fixtures came. */
function interval(of: MeanInterval['of'], name: string, found: readonly number[]): MeanInterval[] {
  const values = found.toSorted((a, b) => a - b);
  const range = meanInterval(values);
  if (!range) return [];
  return [{ of, name, fixtures: values.length, mean: mean(values), ...range, sees: detectable(values) }];
}
