import { join } from 'node:path';
import {
  earlierPath,
  folderOf,
  settingChanges,
  type Touched,
  touched,
  touchesPlace,
  type Watched,
} from '../changes.ts';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import { parseConfig } from '../config/read.ts';
import { preprocessOf } from '../config/resolve.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { modelDigest } from '../models/index.ts';
import type { Change } from '../reports/results.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { baseModel, baseText } from '../repository/base-model.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import { type Snapshot, snapshotAt } from '../repository/snapshot.ts';
import { placeOf } from '../watched.ts';
import { believedCalibration } from './_base-calibration.ts';
import type { Project } from './_project.ts';
import type { Subject } from './check.ts';
import type { ActionWorld } from './world.ts';

/** The version before the change, as far as it is needed. */
export interface BaseSide {
  readonly commit: string;
  /** Its configuration; the candidate's own when the change does not touch it, undefined when it has none. */
  readonly raw: RawConfig | undefined;
  earlier(model: ModelConfig, touches: Touched, watched: Watched): Promise<Earlier>;
}

export interface Earlier {
  /** With the version to compare with; undefined when nothing about the model has changed. */
  readonly model: ModelConfig | undefined;
  readonly renamed?: Change['renamed'][number] | undefined;
}

export async function baseSide(
  world: ActionWorld,
  project: Project,
  subject: Subject,
  files: ChangedFiles,
  folder: string,
): Promise<BaseSide> {
  const found = await snapshot(world, subject);
  const raw = await rawBefore(world, project, files, found.snapshot);
  return {
    commit: found.commit,
    raw,
    earlier: async (model, touches, watched) => {
      const needless = withoutEarlier(model, touches);
      if (needless) return needless;
      const calibration = believedCalibration(model.calibration, project, files, found.snapshot);
      const trusted = { ...model, calibration, ...(touches.baseline && { baseline: undefined }) };
      // A version that the configuration names, such as a golden one, goes before the base branch's.
      const golden = await named(found, project, files, model, join(folder, model.name));
      if (golden) return { model: { ...trusted, baselineModel: golden } };
      const before = found.snapshot
        ? await versionBefore(found.snapshot, project, files, raw, watched, join(folder, model.name)).catch(known)
        : found.trouble;
      if (before instanceof CamdriftError) return { model: { ...trusted, baselineModel: unavailable(before) } };
      if (!before) return { model: { ...trusted, baseline: undefined, baselineModel: 'absent' } };
      const settled = policyStands(project, files, touches, raw, watched);
      if (settled && (await same(before.model, model.path))) return { model: undefined };
      return {
        model: { ...trusted, ...fedAsBefore(raw, model, before.path, project), baselineModel: before.model },
        renamed: before.renamed,
      };
    },
  };
}

/** A model that nothing has touched is not audited, and one that the team compares with none is audited by itself. */
function withoutEarlier(model: ModelConfig, touches: Touched): Earlier | undefined {
  if (!Object.values(touches).some(Boolean)) return { model: undefined };
  return model.baselineModel === 'none' ? { model } : undefined;
}

/** The version that the configuration names; as the base branch has it when the change touches it. */
async function named(
  { snapshot, trouble }: Found,
  project: Project,
  files: ChangedFiles,
  { baselineModel }: ModelConfig,
  folder: string,
): Promise<BaselineModel | undefined> {
  if (typeof baselineModel !== 'object') return undefined;
  const path = project.inRepository(await baselineModel.path());
  if (!touchesPlace(files, placeOf(path))) return baselineModel;
  if (!snapshot) return unavailable(trouble!);
  // When this cannot be answered, whoever reads the model is told so.
  const there = await snapshot.entry(path).catch(() => 'unknown');
  if (!there) return baselineModel;
  return { ...baseModel(snapshot, path, folder), origin: snapshot.place(path) };
}

interface Found {
  readonly commit: string;
  readonly snapshot: Snapshot | undefined;
  /** Why there is no snapshot. */
  readonly trouble?: CamdriftError;
}

async function snapshot({ repository, runner }: ActionWorld, { mergeBase, base }: Subject): Promise<Found> {
  try {
    const commit = await mergeBase();
    return { commit, snapshot: snapshotAt(repository, commit) };
  } catch (error) {
    const why = `The merge base could not be had (${apiWords(error)}).`;
    runner.warning(why);
    const remedy = isForbidden(error) ? 'Give the job `permissions: contents: read`.' : 'Run the job again.';
    const trouble = new CamdriftError('baseline-unavailable', why, { remedy, cause: error });
    return { commit: base.sha, snapshot: undefined, trouble };
  }
}

/** A base branch without a readable configuration has no policy and no names; its model files may be there all the same. */
async function rawBefore(
  { runner }: ActionWorld,
  { raw, configuration }: Project,
  { files, complete }: ChangedFiles,
  found: Snapshot | undefined,
): Promise<RawConfig | undefined> {
  if (complete && !files.some(({ path, previous }) => path === configuration || previous === configuration)) return raw;
  if (!found) return undefined;
  const previous = files.find(({ path }) => path === configuration)?.previous ?? configuration;
  try {
    const text = await baseText(found, previous, 2 ** 20);
    return text === undefined ? undefined : parseConfig(text, `${previous} of the base branch`);
  } catch (error) {
    runner.warning(`The base branch's configuration is not taken into account: ${(error as Error).message}`);
    return undefined;
  }
}

interface Before {
  readonly model: BaselineModel;
  /** Relative to the repository. */
  readonly path: string;
  readonly renamed: Change['renamed'][number] | undefined;
}

async function versionBefore(
  found: Snapshot,
  project: Project,
  files: ChangedFiles,
  raw: RawConfig | undefined,
  watched: Watched,
  folder: string,
): Promise<Before | undefined> {
  const here = project.raw.models.find(({ name }) => name === watched.name)!;
  const path = project.written(here.path);
  for (const candidate of earlierPath({ name: watched.name, path }, files, raw, project.written)) {
    if (!(await found.entry(candidate))) continue;
    const renamed = candidate === path ? undefined : { name: watched.name, from: candidate, to: path };
    return {
      model: { ...baseModel(found, candidate, folder), origin: found.place(candidate) },
      path: candidate,
      renamed,
    };
  }
  return undefined;
}

/**
 * Whether the change leaves alone how the model is judged, so that its files decide. Where GitHub's list of changed files
 * ends before the change does, the files that it names and the settings as they are written tell.
 */
function policyStands(
  project: Project,
  { files, complete }: ChangedFiles,
  touches: Touched,
  raw: RawConfig | undefined,
  watched: Watched,
): boolean {
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
function fedAsBefore(
  raw: RawConfig | undefined,
  model: ModelConfig,
  path: string,
  { written }: Project,
): Partial<ModelConfig> {
  const before =
    raw?.models.find(({ name }) => name === model.name) ??
    raw?.models.find(each => folderOf(written(each.path)) === folderOf(path));
  if (!raw || !before) return {};
  return { baselinePreprocess: preprocessOf(before.preprocess ?? raw.preprocess ?? 'unit') };
}

/** One model without its earlier version does not stop the others. */
function unavailable(trouble: CamdriftError): BaselineModel {
  const fail = async () => {
    throw trouble;
  };
  return { digest: fail, path: fail };
}

function known(error: unknown): CamdriftError {
  if (error instanceof CamdriftError) return error;
  throw error;
}

function tolerate(error: unknown): undefined {
  known(error);
}
