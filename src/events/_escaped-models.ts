import { posix } from 'node:path';
import type { WrittenConfig } from '../config/schema.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { isAddress } from '../sources/address.ts';

interface Sides {
  readonly head: Snapshot;
  readonly base: Snapshot;
}

/**
 * A model that the pull request takes out of the configuration, and whose files stay, is judged all the same: else it could be
 * replaced in the same breath. So is one that the configuration points elsewhere while its files change where they are, and one of
 * several layers is explained at all of them.
 * @param placed turns a path as the configuration writes it into one of the repository
 * @returns undefined where there is none
 */
export async function withEscaped(
  after: WrittenConfig,
  before: WrittenConfig,
  sides: Sides,
  placed: (path: string) => string,
): Promise<WrittenConfig | undefined> {
  const places = new Set(after.models.map(({ path }) => placed(path)));
  const names = new Set(after.models.map(({ name }) => name));
  const kept: WrittenConfig['models'] = [];
  for (const model of modelsOf(before)) {
    const place = placed(model.path);
    if (isAddress(model.path) || places.has(place)) continue;
    const isGone = !names.has(model.name);
    if (isGone ? await sides.head.locate(place) : await isReplaced(place, sides))
      kept.push(isGone ? model : { ...model, name: free(names, model.name) });
  }
  const own = modelsOf(after);
  const layered = own.map(model => atAllLayers(model, modelsOf(before), placed));
  if (kept.length === 0 && layered.every((model, at) => model === own[at])) return undefined;
  const { engine, jobs, batch, out, 'run-timeout': runTimeout } = after;
  return { engine, jobs, batch, out, 'run-timeout': runTimeout, models: [...layered, ...kept] };
}

type WrittenModel = WrittenConfig['models'][number];

/** Each layer has a verdict of its own: one that is left out would not be looked at. */
function atAllLayers(
  model: WrittenModel,
  before: readonly WrittenModel[],
  placed: (path: string) => string,
): WrittenModel {
  const was =
    before.find(({ name }) => name === model.name) ?? before.find(({ path }) => placed(path) === placed(model.path));
  const asked = new Set([model.layer ?? []].flat());
  return Array.isArray(was?.layer) && was.layer.some(each => !asked.has(each)) ? { ...model, layer: was.layer } : model;
}

/** Each with what its configuration says for all: what the other one says is not meant for it. */
function modelsOf(config: WrittenConfig): WrittenConfig['models'] {
  const { models, engine: _e, jobs: _j, batch: _b, out: _o, 'run-timeout': _r, ...shared } = config;
  return models.map(model => ({ ...shared, ...model }));
}

/** Whether what lies there is another model, or another part of one. What is new beside it is none of its files. */
async function isReplaced(place: string, { head, base }: Sides): Promise<boolean> {
  if (!(await head.locate(place))) return false;
  const folder = (await base.entry(place))?.kind === 'folder' ? place : posix.dirname(place);
  const stem = folder === '.' ? posix.parse(place).name : '';
  const isPart = (path: string) => folder !== '.' || (!path.includes('/') && path.startsWith(stem));
  const now = new Map((await head.under(folder)).map(({ path, sha }) => [path, sha]));
  return (await base.under(folder)).some(({ path, sha }) => isPart(path) && now.get(path) !== sha);
}

/** A name that no model has. */
function free(names: ReadonlySet<string>, name: string): string {
  const wanted = `${name.slice(0, 80)}-at-its-old-path`;
  const counted = Array.from({ length: names.size }, (_, at) => `${wanted}-${at + 2}`);
  return [wanted, ...counted].find(each => !names.has(each))!;
}
