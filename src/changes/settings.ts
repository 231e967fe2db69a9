import type { RawConfig, RawSettings } from '../config/schema.ts';
import type { Change } from '../results/change.ts';
import { excerpts } from './_setting-words.ts';
import { predecessor } from './predecessors.ts';

/**
 * Settings that differ from those of the base branch, as they are written, for models that are in both. `default` stands
 * for one that is not written; a metric without a threshold is judged by `none`.
 */
export function settingChanges(before: RawConfig | undefined, after: RawConfig): Change['settings'] {
  if (!before) return [];
  return after.models.flatMap(model => {
    const earlier = predecessor(model, before, after);
    if (!earlier) return [];
    const [was, is] = [effective(before, earlier), effective(after, model)];
    const names = Object.keys(plainSettings) as (keyof typeof plainSettings)[];
    const rows = [
      { setting: 'name', before: earlier.name, after: model.name },
      ...thresholdChanges(was.thresholds, is.thresholds),
      ...names.map(setting => ({ setting, ...excerpts(was[setting], is[setting]) })),
    ];
    return rows.filter(row => row.before !== row.after).map(row => ({ model: model.name, ...row }));
  });
}

/** Complete because the type wants every key. */
const plainSettings: Record<Exclude<keyof RawSettings, 'thresholds'>, true> = {
  methods: true,
  lineage: true,
  layer: true,
  score: true,
  preprocess: true,
  recipe: true,
  fit: true,
  resample: true,
  antialias: true,
  'resize-to': true,
  crop: true,
  orientation: true,
  colour: true,
  fixtures: true,
  labels: true,
  task: true,
  'answer-limit': true,
  truth: true,
  baseline: true,
  'baseline-model': true,
  'baseline-preprocess': true,
  size: true,
  output: true,
  signature: true,
  inputs: true,
  probes: true,
  regions: true,
  tags: true,
  checks: true,
  watch: true,
  pinned: true,
  'pinned-thresholds': true,
  'false-alarms': true,
  repairs: true,
  timeout: true,
};

function thresholdChanges(was: RawSettings['thresholds'], is: RawSettings['thresholds']) {
  const metrics = Object.keys({ ...was, ...is }).filter(metric => was?.[metric] !== is?.[metric]);
  const said = (given: RawSettings['thresholds'], metric: string) =>
    given === undefined ? 'default' : String(given[metric] ?? 'none');
  return metrics.map(metric => ({
    setting: `thresholds.${metric}`,
    before: said(was, metric),
    after: said(is, metric),
  }));
}

/** Which model it is, as against how it is judged. */
export const identity = ({ name, path, sha256, files, 'token-env': tokenEnv }: RawConfig['models'][number]) => ({
  name,
  path,
  sha256,
  files,
  'token-env': tokenEnv,
});

/** Whether two configurations differ in nothing but where models lie and what their digests are. */
export function isJudgedAlike(before: RawConfig | undefined, after: RawConfig): boolean {
  const rules = ({ models, ...shared }: RawConfig) => {
    const own = models.map(({ name, path: _p, sha256: _s, files: _f, ...rest }) => ({ name, ...rest }));
    return JSON.stringify({ ...shared, models: own });
  };
  const places = ({ models }: RawConfig) => JSON.stringify(models.map(identity));
  return before !== undefined && rules(before) === rules(after) && places(before) !== places(after);
}

/** What holds for a model: its own settings before those for all. */
export function effective(
  { models: _m, engine: _e, jobs: _j, batch: _b, out: _o, 'run-timeout': _r, ...shared }: RawConfig,
  model: RawConfig['models'][number],
) {
  const { name: _n, path: _p, sha256: _s, files: _f, 'token-env': _t, ...own } = model;
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...shared, ...Object.fromEntries(given) } as RawSettings;
}
