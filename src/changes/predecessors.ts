import type { RawConfig } from '../config/schema.ts';
import { folderModels } from '../models/model.ts';
import type { ChangedFile, ChangedFiles } from '../repository/changed-files.ts';
import type { Change } from '../results/change.ts';

type RawModel = RawConfig['models'][number];
/** Turns a path as a configuration writes it into one relative to the repository. */
type Written = (path: string) => string;

/** Where a model's earlier version lies. */
export interface Origin {
  /** Likeliest first. */
  readonly paths: readonly string[];
  /** The configuration before tells that there is one, so that the model is not new. */
  readonly known: boolean;
  /** The models that went away, when it may be any of several. */
  readonly unclear: readonly string[];
}

/**
 * Where the configuration before has the model of that name; where its file was renamed from; where the one model that
 * went away was; where it is now. It was renamed when it is found at another path than its own.
 * @param model as the changed configuration has it
 */
export function originOf(
  model: RawModel,
  { files }: ChangedFiles,
  before: RawConfig | undefined,
  after: RawConfig,
  written: Written,
): Origin {
  const path = written(model.path);
  const named = before?.models.filter(({ name }) => name === model.name).map(each => written(each.path)) ?? [];
  const likely = [...new Set([...named, ...files.flatMap(file => movedFrom(file, path))])];
  if (named.length > 0 || !before) return { paths: withOwn(likely, path, named), known: named.length > 0, unclear: [] };
  const isThere = before.models.some(each => folderOf(written(each.path)) === folderOf(path));
  if (likely.length > 0 || isThere) return { paths: [...likely, path], known: isThere, unclear: [] };
  const gone = goneModels(before, after, { files, complete: true }, written);
  if (gone.length === 1) return { paths: [written(gone[0]!.path)], known: true, unclear: [] };
  return { paths: gone.length > 1 ? [] : [path], known: false, unclear: gone.map(({ name }) => name) };
}

/** A name says where the model was, and then it was not where it is now. */
const withOwn = (likely: readonly string[], path: string, named: readonly string[]): readonly string[] =>
  named.length > 0 ? likely : [...likely, path];

/** Where a file or folder was before, if this file's rename says so. */
function movedFrom({ path: file, previous }: ChangedFile, path: string): string[] {
  if (previous === undefined) return [];
  if (file === path) return [previous];
  return folderModels.some(name => file === `${path}/${name}`) ? [folderOf(previous)] : [];
}

/**
 * The configuration before with its models where the change has moved them, so that one which got another name on the way
 * is still known for what it was, and keeps its policy: one whose files moved, and the only one that went away.
 */
export function followed(before: RawConfig, after: RawConfig, files: ChangedFiles, written: Written): RawConfig {
  const moved = moving(before, after, files, written);
  const gone = moved.models.filter(model => !isLeft(model, moved, after));
  const fresh = after.models.filter(model => !predecessor(model, moved, after));
  const [only] = gone;
  if (!only || gone.length > 1 || fresh.length === 0) return moved;
  const models = moved.models.flatMap(model =>
    model === only ? fresh.map(({ path }) => ({ ...model, path })) : [model],
  );
  return { ...before, models };
}

function moving(before: RawConfig, after: RawConfig, { files }: ChangedFiles, written: Written): RawConfig {
  const cameFrom = (path: string) => files.flatMap(file => movedFrom(file, written(path))).map(folderOf);
  const models = before.models.map(model => {
    const now = after.models.find(({ path }) => cameFrom(path).includes(folderOf(written(model.path))));
    return now ? { ...model, path: now.path } : model;
  });
  return { ...before, models };
}

/** Models before that the change leaves neither by name nor by place, nor has moved; as they are written. */
function goneModels(before: RawConfig, after: RawConfig, files: ChangedFiles, written: Written): RawModel[] {
  const moved = moving(before, after, files, written);
  return before.models.filter((_, index) => !isLeft(moved.models[index]!, moved, after));
}

const isLeft = ({ name }: RawModel, before: RawConfig, after: RawConfig): boolean =>
  after.models.some(model => predecessor(model, before, after)?.name === name);

/** A folder and the file in it that makes it a model are one model. */
export function folderOf(path: string): string {
  const name = folderModels.find(each => path.endsWith(`/${each}`));
  return name === undefined ? path : path.slice(0, -name.length - 1);
}

/**
 * Models of the configuration before that are in the changed one neither by name nor by path.
 * @param renamed where models that moved came from; those are not gone
 */
export function removedModels(
  before: RawConfig | undefined,
  after: RawConfig,
  renamed: Change['renamed'],
  written: Written = bare,
): Change['removed'] {
  const gone = before?.models.filter(model => !isLeft(model, before, after)) ?? [];
  return gone
    .map(({ name, path }) => ({ name, path: written(path) }))
    .filter(({ path }) => !renamed.some(({ from }) => from === path));
}

/** The same model in the configuration before: of that name, or, when it got another name, of that path, and of its layer where several are explained. */
export function predecessor(model: RawModel, before: RawConfig, after: RawConfig): RawModel | undefined {
  const isGone = ({ name }: RawModel) => !after.models.some(each => each.name === name);
  const named = before.models.find(({ name }) => name === model.name);
  if (named) return named;
  const there = before.models.filter(each => bare(each.path) === bare(model.path) && isGone(each));
  return there.find(({ layer }) => layer === model.layer) ?? there[0];
}

const bare = (path: string): string => path.replace(/^\.\//, '').replace(/\/$/, '');
