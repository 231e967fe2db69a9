import { policyOf, within } from './_policy-edits.ts';
import { excerpts } from './_setting-words.ts';
import type { RawConfig, RawSettings } from './config/schema.ts';
import { folderModels } from './models/model.ts';
import type { Change } from './reports/results.ts';
import type { ChangedFile, ChangedFiles } from './repository/changed-files.ts';

export { policyEdits } from './_policy-edits.ts';

/** The files that decide one model's verdict. Paths are relative to the repository, with `/`. */
export interface Watched {
  readonly name: string;
  /** Every file of the model as it is checked out. */
  readonly files: readonly string[];
  readonly labels?: string;
  readonly truth?: string;
  /** Where regions come from: annotation files, and folders of masks. */
  readonly regions?: readonly string[];
  /** Pictures that probes paste. */
  readonly probes?: readonly string[];
  readonly fixtures: {
    /** A leading `!` excludes. They tell fixtures that are gone, or were not there before. */
    readonly globs: readonly string[];
    readonly paths: readonly string[];
  };
  /** Pictures that probes paste. */
  readonly marks?: readonly string[];
  /** Where baselines lie: the folder of stored maps, the file or folder of the model to compare with. */
  readonly baselines?: readonly string[];
}

/** What of a model a change touches. */
export interface Touched {
  readonly model: boolean;
  readonly configuration: boolean;
  readonly labels: boolean;
  readonly truth: boolean;
  readonly regions: boolean;
  readonly probes: boolean;
  readonly fixtures: boolean;
  readonly baseline: boolean;
}

/**
 * A renamed file counts where it was and where it is. When the list of files is not complete, everything may be touched.
 * @param configuration path of the configuration file
 */
export function touched({ files, complete }: ChangedFiles, watched: Watched, configuration: string): Touched {
  const paths = files.flatMap(({ path, previous }) => (previous === undefined ? [path] : [path, previous]));
  const parts = new Set(watched.files);
  const policy = policyOf(watched, configuration);
  const any = (matches: (path: string) => boolean) => !complete || paths.some(matches);
  return {
    model: any(path => parts.has(path)),
    configuration: any(policy.configuration),
    labels: watched.labels !== undefined && any(policy.labels),
    truth: watched.truth !== undefined && any(policy.truth),
    regions: watched.regions !== undefined && any(policy.region),
    probes: watched.probes !== undefined && any(policy.probe),
    fixtures: any(policy.fixture),
    baseline: watched.baselines !== undefined && any(policy.baseline),
  };
}

type RawModel = RawConfig['models'][number];

/**
 * Where a model's earlier version may lie, likeliest first: where the base branch's configuration has the model of that
 * name, where its file was renamed from, where it is now. It was renamed when it is found at another path than its own.
 * @param model its path relative to the repository: the file, or the folder that holds one of `folderModels`
 * @param written turns a path as a configuration writes it into one relative to the repository
 */
export function earlierPath(
  { name, path }: { readonly name: string; readonly path: string },
  { files }: ChangedFiles,
  before: RawConfig | undefined,
  written: (path: string) => string,
): readonly string[] {
  const named = before?.models.filter(model => model.name === name).map(model => written(model.path)) ?? [];
  return [...new Set([...named, ...files.flatMap(file => movedFrom(file, path)), path])];
}

/** Where a file or folder was before, if this file's rename says so. */
function movedFrom({ path: file, previous }: ChangedFile, path: string): string[] {
  if (previous === undefined) return [];
  if (file === path) return [previous];
  return folderModels.some(name => file === `${path}/${name}`) ? [folderOf(previous)] : [];
}

/**
 * The base branch's configuration with its models where their files were moved to, so that one which got another name on
 * the way is still known for what it was, and keeps its policy.
 */
export function followed(
  before: RawConfig,
  after: RawConfig,
  { files }: ChangedFiles,
  written: (path: string) => string,
): RawConfig {
  const cameFrom = (path: string) => files.flatMap(file => movedFrom(file, written(path))).map(folderOf);
  const models = before.models.map(model => {
    const now = after.models.find(({ path }) => cameFrom(path).includes(folderOf(written(model.path))));
    return now ? { ...model, path: now.path } : model;
  });
  return { ...before, models };
}

/** Whether a change may have touched what lies at a place. */
export const touchesPlace = ({ files, complete }: ChangedFiles, place: string): boolean =>
  !complete || files.some(({ path, previous }) => within(place, path) || within(place, previous ?? path));

/** A folder and the file in it that makes it a model are one model. */
export function folderOf(path: string): string {
  const name = folderModels.find(each => path.endsWith(`/${each}`));
  return name === undefined ? path : path.slice(0, -name.length - 1);
}

/**
 * Models of the base branch's configuration that are in the changed one neither by name nor by path.
 * @param renamed where models that moved came from; those are not gone
 */
export function removedModels(
  before: RawConfig | undefined,
  after: RawConfig,
  renamed: Change['renamed'],
  written: (path: string) => string = bare,
): Change['removed'] {
  const kept = new Set(before && after.models.map(model => predecessor(model, before, after)?.name));
  const gone = before?.models.filter(({ name }) => !kept.has(name)) ?? [];
  return gone
    .map(({ name, path }) => ({ name, path: written(path) }))
    .filter(({ path }) => !renamed.some(({ from }) => from === path));
}

/** The same model in the base branch's configuration: of that name, or, when it got another name, of that path. */
function predecessor(model: RawModel, before: RawConfig, after: RawConfig): RawModel | undefined {
  const isGone = ({ name }: RawModel) => !after.models.some(each => each.name === name);
  return (
    before.models.find(({ name }) => name === model.name) ??
    before.models.find(each => bare(each.path) === bare(model.path) && isGone(each))
  );
}

const bare = (path: string): string => path.replace(/^\.\//, '').replace(/\/$/, '');

/** What holds for a model: its own settings before those for all. */
function effective({ models: _m, engine: _e, jobs: _j, batch: _b, out: _o, ...shared }: RawConfig, model: RawModel) {
  const { name: _n, path: _p, ...own } = model;
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...shared, ...Object.fromEntries(given) } as RawSettings;
}

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
] as const satisfies readonly (keyof RawSettings)[];

/**
 * The changed configuration judged as the base branch's says: thresholds, methods, fixtures and all else that judges
 * are taken from there. What describes the model itself stays, and models that are new keep all of theirs.
 */
export function withPolicyOf(before: RawConfig, after: RawConfig): RawConfig {
  const { models, engine, jobs, batch, out } = after;
  const judged = models.map(model => {
    const own = { name: model.name, path: model.path, ...effective(after, model) };
    const earlier = predecessor(model, before, after);
    if (!earlier) return own;
    const judging = effective(before, earlier);
    const policy = Object.fromEntries(policySettings.map(key => [key, judging[key]])) as Partial<RawSettings>;
    return { ...own, ...policy, fixtures: judging.fixtures ?? own.fixtures };
  });
  return { models: judged, engine, jobs, batch, out };
}

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
  fit: true,
  orientation: true,
  colour: true,
  fixtures: true,
  labels: true,
  truth: true,
  baseline: true,
  'baseline-model': true,
  'baseline-preprocess': true,
  size: true,
  output: true,
  probes: true,
  regions: true,
  tags: true,
  checks: true,
  pinned: true,
  'pinned-thresholds': true,
  'false-alarms': true,
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
