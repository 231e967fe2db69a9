import type { ModelConfig } from './config/config.ts';
import { limitsOf } from './limits.ts';
import type { LineageKind } from './lineage/lineage.ts';
import { metrics } from './metrics/index.ts';
import type { Probe } from './probes/probe.ts';
import type { Policy } from './reports/results.ts';

/** What of a configuration judges. */
export interface Judging
  extends Pick<ModelConfig, 'methods' | 'thresholds' | 'regions' | 'falseAlarms' | 'baselineModel'> {
  readonly probes: readonly Pick<Probe, 'name' | 'limit' | 'asked' | 'ownLimit'>[];
}

/**
 * How a model of a lineage is judged. Limits that the team names hold for every lineage; where it names none, the lineage's
 * own do.
 */
export function policyFor(
  { methods, thresholds, probes, regions, baselineModel }: Judging,
  lineage: LineageKind | undefined,
): Policy {
  const own = limitsOf(lineage);
  const { divergence, ...drift } = thresholds ?? {};
  const named = Object.fromEntries(Object.entries(drift).filter(([name]) => metrics.some(each => each.name === name)));
  const required = probes.filter(({ asked }) => asked).map(({ name }) => name);
  const scaled = probes.filter(({ ownLimit }) => ownLimit).map(({ name }) => name);
  const anyNamed = Object.keys(named).length > 0;
  return {
    method: methods[0]!,
    thresholds: anyNamed ? named : { ...own.thresholds },
    divergence: divergence ?? own.divergence,
    ...(divergence !== undefined && { requiredDivergence: true }),
    limits: anyNamed ? 'configured' : 'uncalibrated',
    ...(lineage && { lineage }),
    ...(probes.length > 0 && { probes: Object.fromEntries(probes.map(({ name, limit }) => [name, limit])) }),
    ...(required.length > 0 && { requiredProbes: required }),
    ...(scaled.length > 0 && { scaledProbes: scaled }),
    ...(regions.length > 0 && { regions: Object.fromEntries(regions.map(({ name, rules }) => [name, [...rules]])) }),
    ...(baselineModel === 'none' && { baseline: 'none' }),
  };
}
