import { join } from 'node:path';
import { readBaseline } from '../baselines/directory.ts';
import { folderOf, followed, originOf } from '../changes/predecessors.ts';
import { placeOf } from '../changes/rules.ts';
import { settingChanges } from '../changes/settings.ts';
import { type Touched, touched, touchesPlace } from '../changes/touched.ts';
import type { Watched } from '../changes/watched.ts';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import { parseConfig } from '../config/read.ts';
import { preprocessOf } from '../config/resolve.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { modelDigest } from '../models/index.ts';
import type { Change } from '../reports/results.ts';
import { baseModel, baseText } from '../repository/base-model.ts';
import { type Place, remedyFor, type Snapshot, whyNot } from '../repository/snapshot.ts';
import { believedCalibration } from './_base-calibration.ts';
import type { Comparison } from './_comparison.ts';
import type { Project } from './_project.ts';
import { isSameInGit, type Standing, standingOf } from './_standing.ts';
import type { ActionWorld } from './world.ts';

/** The version before the change, as far as it is needed. */
export interface BaseSide {
  /** Its configuration, with models where the change has moved them; undefined when it has none. */
  readonly raw: RawConfig | undefined;
  /** The configuration that the base branch has now. */
  policy(): Promise<RawConfig | undefined>;
  earlier(model: ModelConfig, touches: Touched, watched: Watched): Promise<Earlier>;
}

export interface Earlier {
  /** With the version to compare with; undefined when nothing about the model has changed. */
  readonly model: ModelConfig | undefined;
  readonly renamed?: Change['renamed'][number] | undefined;
}

/** @param folder for files of earlier versions */
export async function baseSide(
  world: ActionWorld,
  project: Project,
  comparison: Comparison,
  folder: string,
): Promise<BaseSide> {
  const { files, sides } = comparison;
  const moved = (raw: RawConfig | undefined) => raw && followed(raw, project.raw, files, project.written);
  const isEdited = touchesPlace(files, project.configuration);
  const written = isEdited ? await rawAt(world, project, sides?.before) : project.raw;
  const side: Side = { project, comparison, written, raw: moved(written) };
  return {
    raw: side.raw,
    policy: async () => (sides?.tip === sides?.before ? side.raw : moved(await rawAt(world, project, sides?.tip))),
    earlier: (model, touches, watched) => earlierOf(side, model, touches, watched, join(folder, model.name)),
  };
}

interface Side {
  readonly project: Project;
  readonly comparison: Comparison;
  /** The configuration before, as it is written. */
  readonly written: RawConfig | undefined;
  readonly raw: RawConfig | undefined;
}

async function earlierOf(
  side: Side,
  model: ModelConfig,
  touches: Touched,
  watched: Watched,
  folder: string,
): Promise<Earlier> {
  const { project, comparison } = side;
  const standing = await standingOf(model.path, project, comparison.sides?.candidate);
  if (standing.kind === 'unusable') return { model: refused(model, standing.trouble) };
  const calibration = believedCalibration(model.calibration, project, comparison.files, comparison.sides?.before);
  const trusted = { ...model, calibration, ...(touches.baseline && { baseline: undefined }) };
  const stands = policyStands(side, touches, watched);
  if (!comparison.sides) return { model: refused(trusted, comparison.trouble!) };
  const found =
    standing.kind === 'tracked' ? await before(side, watched, folder).catch(known) : notInGit(standing.path);
  if (await isUnchanged(found, standing, trusted, comparison.sides.before, stands)) return { model: undefined };
  if (model.baselineModel === 'none') return { model: trusted };
  // A version that the configuration names, such as a golden one, goes before the base branch's.
  const golden = await named(comparison, project, model, folder);
  if (golden) return { model: { ...trusted, baselineModel: golden } };
  const trouble = found instanceof CamdriftError ? found : found?.trouble;
  if (trouble) return { model: await onDiskOr(trouble, trusted) };
  if (found instanceof CamdriftError || !found)
    return { model: { ...trusted, baseline: undefined, baselineModel: 'absent' } };
  return {
    model: { ...trusted, ...fedAsBefore(side, model, found.path), baselineModel: found.model },
    renamed: found.renamed,
  };
}

/** Proven by content: what would be loaded now is what would have been loaded before, and is judged as before. */
async function isUnchanged(
  found: Before | CamdriftError | undefined,
  standing: Standing,
  model: ModelConfig,
  before: Snapshot,
  stands: boolean,
): Promise<boolean> {
  if (!stands || !found) return false;
  if (standing.kind === 'tracked' && !(found instanceof CamdriftError)) {
    if (await isSameInGit(standing.files, before, found.path)) return true;
    if (!found.trouble) return same(found.model, model.path);
  }
  const trouble = found instanceof CamdriftError ? found : found.trouble;
  if (trouble?.code !== 'model-untracked') return false;
  const { baselineModel, path } = model;
  if (typeof baselineModel === 'object') return same(baselineModel, path);
  return (await storedDigest(model)) === (await modelDigest(path).catch(tolerate));
}

const notInGit = (path: string): CamdriftError =>
  new CamdriftError(
    'model-untracked',
    `Git does not hold ${path}, so nothing tells whether this change changes the model.`,
  );

/** Where Git has no earlier version, stored maps are one, whoever put the model there. */
async function onDiskOr(trouble: CamdriftError, model: ModelConfig): Promise<ModelConfig> {
  const isStored = trouble.code === 'model-untracked' && (await storedDigest(model)) !== undefined;
  return isStored ? { ...model, baselineModel: undefined } : refused(model, trouble);
}

/** The model that stored maps were made from; undefined without such maps. */
async function storedDigest({ baseline }: ModelConfig): Promise<string | undefined> {
  if (baseline === undefined) return undefined;
  return (await readBaseline(baseline).catch(tolerate))?.model.digest;
}

/** The version that the configuration names; as it was before when the change touches it. */
async function named(
  { files, sides }: Comparison,
  project: Project,
  { baselineModel }: ModelConfig,
  folder: string,
): Promise<BaselineModel | undefined> {
  if (typeof baselineModel !== 'object') return undefined;
  const path = project.inRepository(await baselineModel.path());
  if (!touchesPlace(files, placeOf(path))) return baselineModel;
  const { before } = sides!;
  // When this cannot be answered, whoever reads the model is told so.
  const there = await before.locate(path).catch(() => 'unknown');
  if (!there) return baselineModel;
  return { ...baseModel(before, path, folder), origin: before.place(path) };
}

/** A branch without a readable configuration has no policy and no names; its model files may be there all the same. */
async function rawAt(
  { runner }: ActionWorld,
  { configuration }: Project,
  at: Snapshot | undefined,
): Promise<RawConfig | undefined> {
  if (!at) return undefined;
  try {
    const text = await baseText(at, configuration, 2 ** 20);
    return text === undefined ? undefined : parseConfig(text, `${configuration} of the base branch`);
  } catch (error) {
    runner.warning(`The base branch's configuration is not taken into account: ${(error as Error).message}`);
    return undefined;
  }
}

interface Before {
  readonly model: BaselineModel;
  /** Relative to the repository. */
  readonly path: string;
  /** Why Git's word for its content is all that there is of it. */
  readonly trouble: CamdriftError | undefined;
  readonly renamed: Change['renamed'][number] | undefined;
}

/** The version before the change; undefined when there was none. */
async function before(
  { project, comparison, written }: Side,
  { name }: Watched,
  folder: string,
): Promise<Before | CamdriftError | undefined> {
  const { files, sides } = comparison;
  const found = sides!.before;
  const here = project.raw.models.find(each => each.name === name)!;
  const path = project.written(here.path);
  const origin = originOf(here, files, written, project.raw, project.written);
  if (origin.unclear.length > 1) throw unclear(name, origin.unclear);
  for (const candidate of origin.paths) {
    const place = await found.locate(candidate);
    if (!place) continue;
    const renamed = candidate === path ? undefined : { name, from: candidate, to: path };
    return {
      model: { ...baseModel(found, candidate, folder), origin: found.place(candidate) },
      path: candidate,
      trouble: 'entry' in place ? undefined : outOfReach(candidate, place, found),
      renamed,
    };
  }
  if (!origin.known) return undefined;
  throw notInGit(found.place(origin.paths[0]!));
}

const outOfReach = (path: string, place: Place, { place: named }: Snapshot): CamdriftError =>
  new CamdriftError('model-untracked', `The model ${named(path)} cannot be compared with${whyNot(place)}.`, {
    remedy: remedyFor(place),
  });

const unclear = (name: string, gone: readonly string[]): CamdriftError =>
  new CamdriftError(
    'baseline-unavailable',
    `The model ${name} may have been any of ${gone.join(', ')}, which went away: it is not clear what to compare it with.`,
    { remedy: 'Let a model keep its name when it moves, or move one model at a time.' },
  );

/**
 * Whether the change leaves alone how the model is judged, so that its files decide. Where not everything that changed is
 * known, the files that are and the settings as they are written tell.
 */
function policyStands({ project, comparison, raw }: Side, touches: Touched, watched: Watched): boolean {
  const { files, complete } = comparison.files;
  if (complete) return onlyFiles(touches);
  const settings = raw && settingChanges(raw, project.raw).filter(({ model }) => model === watched.name);
  return settings?.length === 0 && onlyFiles(touched({ files, complete: true }, watched, project.configuration));
}

const onlyFiles = ({ model: _, ...policy }: Touched): boolean => !Object.values(policy).some(Boolean);

/** By content. A version that cannot be had is not the same. */
async function same(before: BaselineModel, path: string): Promise<boolean> {
  const digests = await Promise.all([before.digest(), modelDigest(path)]).catch(tolerate);
  return digests !== undefined && digests[0] === digests[1];
}

/** Preprocessing belongs to a model: the earlier version is fed as its own configuration says, whatever it was called. */
function fedAsBefore({ written: raw, project: { written } }: Side, model: ModelConfig, path: string) {
  const before =
    raw?.models.find(({ name }) => name === model.name) ??
    raw?.models.find(each => folderOf(written(each.path)) === folderOf(path));
  if (!raw || !before) return {};
  return { baselinePreprocess: preprocessOf(before.preprocess ?? raw.preprocess ?? 'unit') };
}

/** One model that cannot be judged does not stop the others: whoever asks for its earlier version is told why. */
function refused(model: ModelConfig, trouble: CamdriftError): ModelConfig {
  const fail = async () => {
    throw trouble;
  };
  return { ...model, baseline: undefined, baselineModel: { digest: fail, path: fail } };
}

function known(error: unknown): CamdriftError {
  if (error instanceof CamdriftError) return error;
  throw error;
}

function tolerate(error: unknown): undefined {
  known(error);
}
