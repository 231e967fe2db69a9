import { join } from 'node:path';
import type { DecidingFiles } from '../changes/deciding-files.ts';
import { followed } from '../changes/predecessors.ts';
import { type Touched, touchesPlace } from '../changes/touched.ts';
import type { ModelConfig } from '../config/config.ts';
import { parseConfig } from '../config/read.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { baseText } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import type { Change } from '../results/change.ts';
import { isAddress } from '../sources/address.ts';
import { locatedModel } from '../sources/located.ts';
import { believedCalibration } from './_base-calibration.ts';
import { type BeforeChange, named, notInGit, versionBefore } from './_before-change.ts';
import type { Comparison } from './_comparison.ts';
import { trustedHosts } from './_elsewhere.ts';
import { withFixtureChanges } from './_fixtures.ts';
import { known } from './_known.ts';
import type { Project } from './_project.ts';
import { asStored, onDiskOr, reached, refused } from './_stored-maps.ts';
import { isUnchanged, policyStands, standingNow } from './_unchanged.ts';
import { usedAsBefore } from './_used-before.ts';
import type { ActionWorld } from './world.ts';

/** Who made a change, as far as that says what of it is believed. */
export interface Origin {
  /** Whether somebody without a right to write made it. */
  readonly stranger?: boolean;
  /** Whether the fixtures on disk are the base branch's, so that the change has touched none of them. */
  readonly baseFixtures?: boolean;
}

/** The version before the change, as far as it is needed. */
export interface BaseSide {
  /** Its configuration, with models where the change has moved them; undefined when it has none. */
  readonly raw: RawConfig | undefined;
  /** The configuration that the base branch has now. */
  policy(): Promise<RawConfig | undefined>;
  earlier(model: ModelConfig, touches: Touched, watched: DecidingFiles): Promise<Earlier>;
}

export interface Earlier {
  /** With the version to compare with; undefined when nothing about the model has changed. */
  readonly model: ModelConfig | undefined;
  readonly renamed?: Change['renamed'][number] | undefined;
}

/**
 * @param folder for files of earlier versions
 */
export async function baseSide(
  world: ActionWorld,
  project: Project,
  comparison: Comparison,
  folder: string,
  { stranger = false, baseFixtures: trusted = false }: Origin,
): Promise<BaseSide> {
  const { files, sides } = comparison;
  const moved = (raw: RawConfig | undefined) => raw && followed(raw, project.raw, files, project.written);
  const isEdited = touchesPlace(files, project.configuration);
  const written = isEdited ? await rawAt(world, project, sides?.before) : project.raw;
  const atTip = async () => (sides?.tip === sides?.before ? written : rawAt(world, project, sides?.tip));
  const someAddress = project.raw.models.some(({ path }) => isAddress(path));
  const only = stranger ? trustedHosts(someAddress ? await atTip() : undefined) : undefined;
  const network = { ...project.network, only };
  const side: BeforeChange = { project, comparison, written, raw: moved(written), network, warn: world.runner.warning };
  return {
    raw: side.raw,
    policy: async () => moved(await atTip()),
    earlier: async (model, touches, watched) => {
      const found = await earlierOf(side, model, touches, watched, join(folder, model.name));
      return found.model && !trusted
        ? { ...found, model: await withFixtureChanges(found.model, project, comparison, side.raw) }
        : found;
    },
  };
}

async function earlierOf(
  side: BeforeChange,
  given: ModelConfig,
  touches: Touched,
  watched: DecidingFiles,
  folder: string,
): Promise<Earlier> {
  const { project, comparison } = side;
  const model = locatedModel(given, side.network);
  const standing = await standingNow(model, side);
  if (standing.kind === 'unusable') return { model: refused(model, standing.trouble) };
  const calibration = believedCalibration(model.calibration, project, comparison.files, comparison.sides?.before);
  const trusted = { ...model, calibration, ...(touches.baseline && { baseline: undefined }) };
  const stands = policyStands(side, touches, watched);
  if (!comparison.sides) return { model: refused(trusted, comparison.trouble!) };
  const found =
    standing.kind === 'untracked'
      ? notInGit(standing.path)
      : await versionBefore(side, watched.name, folder).catch(known);
  // Nobody else may have made maps that a model outside of Git is compared with.
  const stored = () => (touches.baseline ? asStored(model, side, folder) : Promise.resolve(trusted));
  if (await isUnchanged(found, standing, trusted, stored, comparison.sides.before, stands)) return { model: undefined };
  // Before the earlier version, so that this address is the one that was asked.
  const away = await model.obtain?.().then(() => undefined, known);
  if (away) return { model: refused(model, away) };
  if (model.reference.kind === 'none') return { model: trusted };
  // A version that the configuration names, such as a golden one, goes before the base branch's.
  const golden = await named(comparison, project, model, folder);
  if (golden) return { model: { ...trusted, reference: { kind: 'model', model: golden } } };
  const trouble = found instanceof CamdriftError ? found : found?.trouble;
  if (trouble) return { model: await onDiskOr(trouble, trusted, stored) };
  if (found instanceof CamdriftError || !found)
    return { model: { ...trusted, baseline: undefined, reference: { kind: 'absent' } } };
  const used = await usedAsBefore(side, model, found.path, join(folder, 'given')).catch(known);
  if (used instanceof CamdriftError) return { model: refused(model, used) };
  const earlier: ModelConfig = { ...trusted, ...used, reference: { kind: 'model', model: found.model } };
  return { model: found.said ? await reached(earlier, stored, side.warn) : earlier, renamed: found.renamed };
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
