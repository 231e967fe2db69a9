import type { RawConfig, RawSettings } from '../config/schema.ts';
import { predecessor } from './predecessors.ts';
import { effective, identity } from './settings.ts';

/** What judges a model, as against what describes it. */
const policySettings = [
  'thresholds',
  'lineage',
  'methods',
  'score',
  'fixtures',
  'truth',
  'tags',
  'probes',
  'regions',
  'false-alarms',
  'checks',
  'pinned',
  'pinned-thresholds',
  'baseline',
  'baseline-model',
  'watch',
] as const satisfies readonly (keyof RawSettings)[];

/**
 * The changed configuration judged as the base branch's says: thresholds, methods, fixtures and all else that judges
 * are taken from there. What describes the model itself stays, and models that are new keep all of theirs.
 */
export function withPolicyOf(before: RawConfig, after: RawConfig): RawConfig {
  const { models, engine, jobs, batch, out } = after;
  const judged = models.map(model => {
    const own = { ...identity(model), ...effective(after, model) };
    const earlier = predecessor(model, before, after);
    if (!earlier) return own;
    const judging = effective(before, earlier);
    const policy = Object.fromEntries(policySettings.map(key => [key, judging[key]])) as Partial<RawSettings>;
    return { ...own, ...policy, fixtures: judging.fixtures ?? own.fixtures };
  });
  return { models: judged, engine, jobs, batch, out };
}
