import type { RawConfig, RawSettings } from '../config/schema.ts';
import { lineageKinds } from '../lineage/lineage.ts';
import { predecessor } from './predecessors.ts';
import { effective, identity } from './settings.ts';

/** What judges a model, as against what describes it. */
const policySettings = [
  'thresholds',
  'answer-limit',
  'lineage',
  'layer',
  'methods',
  'score',
  'fixtures',
  'truth',
  'tags',
  'probes',
  'regions',
  'false-alarms',
  'repairs',
  'checks',
  'pinned',
  'pinned-thresholds',
  'baseline',
  'baseline-model',
  'watch',
] as const satisfies readonly (keyof RawSettings)[];

/**
 * The changed configuration judged as the base branch's says: thresholds, methods, fixtures and all else that judges
 * are taken from there. What describes the model itself stays, and models that are new keep all of theirs. Where the change is the
 * stricter one of two that can be told apart, that holds (`stricter`); limits are joined where they are known (`policyFor`).
 */
export function withPolicyOf(before: RawConfig, after: RawConfig): RawConfig {
  const { models, engine, jobs, batch, out, 'run-timeout': runTimeout } = after;
  const judged = models.map(model => {
    const own = { ...identity(model), ...effective(after, model) };
    const earlier = predecessor(model, before, after);
    if (!earlier) return own;
    const judging = effective(before, earlier);
    const policy = Object.fromEntries(policySettings.map(key => [key, judging[key]])) as Partial<RawSettings>;
    return { ...own, ...policy, ...stricter(judging, own), fixtures: judging.fixtures ?? own.fixtures };
  });
  return { models: judged, engine, jobs, batch, out, 'run-timeout': runTimeout };
}

/** Where both can be weighed, the change may ask for more than the base branch does, never for less. */
function stricter(base: RawSettings, own: RawSettings): Partial<RawSettings> {
  return {
    'answer-limit': base['answer-limit'] && Math.min(base['answer-limit'], own['answer-limit'] ?? base['answer-limit']),
    'false-alarms': most([0.1, base['false-alarms']], [0.1, own['false-alarms']]),
    checks: base.checks || own.checks ? higher(base.checks, own.checks) : undefined,
    repairs: own.repairs === 'fail' ? 'fail' : base.repairs,
    lineage: sternerLineage(base.lineage, own.lineage),
    pinned: base.pinned ?? own.pinned,
    'pinned-thresholds': base.pinned === undefined ? own['pinned-thresholds'] : lowest(base, own),
    'baseline-model': base['baseline-model'] === 'none' ? own['baseline-model'] : base['baseline-model'],
    probes: base.probes === 'none' ? own.probes : moreProbes(base.probes, own.probes),
    regions: moreRegions(base.regions, own.regions),
  };
}

/** A higher rate of false alarms fails more. @param sides each with what holds when nothing is written */
function most(...sides: readonly (readonly [usual: number, written: number | undefined])[]): number | undefined {
  if (sides.every(([, written]) => written === undefined)) return undefined;
  return Math.max(...sides.map(([usual, written]) => written ?? usual));
}

const levels: readonly NonNullable<RawSettings['checks']>[] = ['none', 'basic', 'full'];

const higher = (a: RawSettings['checks'] = 'basic', b: RawSettings['checks'] = 'basic') =>
  levels.indexOf(b) > levels.indexOf(a) ? b : a;

/** Limits grow from the same weights to another architecture; what the weights show is not known yet. */
function sternerLineage(base: RawSettings['lineage'], own: RawSettings['lineage']): RawSettings['lineage'] {
  if (!base || !own || base === 'auto' || own === 'auto') return base;
  const [a, b] = [lineageKinds.indexOf(base), lineageKinds.indexOf(own)];
  return a <= b ? base : own;
}

function lowest(base: RawSettings, own: RawSettings): RawSettings['pinned-thresholds'] {
  const [was, is] = [base['pinned-thresholds'], own['pinned-thresholds']];
  if (!was || !is) return was;
  const names = Object.keys({ ...was, ...is }) as (keyof typeof was)[];
  return Object.fromEntries(names.map(name => [name, Math.min(was[name] ?? 1, is[name] ?? 1)]));
}

function moreProbes(base: RawSettings['probes'], own: RawSettings['probes']): RawSettings['probes'] {
  if (typeof base !== 'object' || typeof own !== 'object') return base;
  return [...base, ...own.filter(({ name }) => !base.some(each => each.name === name))];
}

/**
 * Rules of both for a region that both have; a region that only the change has is one more. A branch without rules gets none: a
 * rule that always holds would make a verdict where there is to be none.
 */
function moreRegions(base: RawSettings['regions'], own: RawSettings['regions']): RawSettings['regions'] {
  if (!base?.some(({ rules }) => rules.length > 0) || !own) return base;
  const joined = base.map(region => {
    const rules = own
      .filter(({ name, from }) => name === region.name && from === region.from)
      .flatMap(each => each.rules);
    const known = new Set(region.rules.map(rule => JSON.stringify(rule)));
    return { ...region, rules: [...region.rules, ...rules.filter(rule => !known.has(JSON.stringify(rule)))] };
  });
  return [...joined, ...own.filter(({ name }) => !base.some(each => each.name === name))];
}
