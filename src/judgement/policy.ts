import type { ModelConfig, Reference } from '../config/config.ts';
import type { LineageKind } from '../lineage/lineage.ts';
import { metrics } from '../metrics/index.ts';
import type { Probe } from '../probes/probe.ts';
import type { Policy } from '../results/policy.ts';
import { isSpread, limitsOf } from './limits.ts';
import { driftScale } from './method-grid.ts';

/** What of a configuration judges. */
export interface Judging
  extends Pick<ModelConfig, 'methods' | 'thresholds' | 'regions' | 'falseAlarms' | 'answerLimit'> {
  readonly reference: Pick<Reference, 'kind'>;
  readonly probes: readonly Pick<Probe, 'name' | 'limit' | 'asked' | 'ownLimit'>[];
  /** Limits of somebody else, which hold as well: of two the lower one. */
  readonly alsoThresholds?: ModelConfig['thresholds'];
}

/** The team's limits on right answers; of two the lower one. */
function accuracyLimits(...written: readonly ModelConfig['thresholds'][]): Policy['accuracy'] {
  const lowest = (name: string) => written.flatMap(each => each?.[name] ?? []).sort((a, b) => a - b)[0];
  const [ofClass, overall] = [lowest('class-loss'), lowest('accuracy-loss')];
  if (ofClass === undefined && overall === undefined) return undefined;
  return { ...(ofClass !== undefined && { class: ofClass }), ...(overall !== undefined && { overall }) };
}

interface Limits {
  readonly thresholds: Readonly<Record<string, number>>;
  readonly divergence: Policy['divergence'];
  readonly named: boolean;
  readonly divergenceNamed: boolean;
}

function limitsBy(written: ModelConfig['thresholds'], lineage: LineageKind | undefined, scale: number): Limits {
  const own = limitsOf(lineage);
  const scaled = Object.entries(own.thresholds).map(([name, limit]) => [name, limit * scale] as const);
  const { divergence, ...drift } = written ?? {};
  const known = Object.fromEntries(Object.entries(drift).filter(([name]) => metrics.some(each => each.name === name)));
  const named = Object.keys(known).length > 0;
  return {
    thresholds: named ? known : Object.fromEntries(scaled),
    divergence: divergence ?? own.divergence,
    named,
    divergenceNamed: divergence !== undefined,
  };
}

/** Whatever either limits, by the lower limit. */
function both(a: Limits, b: Limits): Limits {
  const names = Object.keys({ ...a.thresholds, ...b.thresholds });
  const lower = (name: string) => Math.min(...[a, b].flatMap(({ thresholds }) => thresholds[name] ?? []));
  return {
    thresholds: Object.fromEntries(names.map(name => [name, lower(name)])),
    divergence: [a.divergence, b.divergence].filter(each => each !== undefined).sort((x, y) => x - y)[0],
    named: a.named || b.named,
    divergenceNamed: a.divergenceNamed || b.divergenceNamed,
  };
}

/**
 * How a model of a lineage is judged. Limits that the team names hold for every lineage; where it names none, the lineage's
 * own do, for the method and the grid that it judges by: how much finer that is than the last layer's.
 */
export function policyFor(
  { methods, thresholds, alsoThresholds, probes, regions, reference, answerLimit }: Judging,
  lineage: LineageKind | undefined,
  finer = 1,
): Policy {
  const scale = isSpread(lineage) ? driftScale(methods[0]!, finer) : 1;
  const own = limitsBy(thresholds, lineage, scale);
  const limits = alsoThresholds ? both(own, limitsBy(alsoThresholds, lineage, scale)) : own;
  const accuracy = accuracyLimits(thresholds, alsoThresholds);
  const required = probes.filter(({ asked }) => asked).map(({ name }) => name);
  const scaled = probes.filter(({ ownLimit }) => ownLimit).map(({ name }) => name);
  return {
    method: methods[0]!,
    thresholds: { ...limits.thresholds },
    divergence: limits.divergence,
    ...(limits.divergenceNamed && { requiredDivergence: true }),
    ...(answerLimit !== undefined && { answer: answerLimit }),
    limits: limits.named ? 'configured' : 'uncalibrated',
    ...(finer !== 1 && { finer }),
    ...(lineage && { lineage }),
    ...(probes.length > 0 && { probes: Object.fromEntries(probes.map(({ name, limit }) => [name, limit])) }),
    ...(required.length > 0 && { requiredProbes: required }),
    ...(scaled.length > 0 && { scaledProbes: scaled }),
    ...(regions.length > 0 && { regions: Object.fromEntries(regions.map(({ name, rules }) => [name, [...rules]])) }),
    ...(accuracy && { accuracy }),
    ...(reference.kind === 'none' && { baseline: 'none' }),
  };
}
