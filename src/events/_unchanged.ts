import type { DecidingFiles } from '../changes/deciding-files.ts';
import { settingChanges } from '../changes/settings.ts';
import { type Touched, touched } from '../changes/touched.ts';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import { modelDigest } from '../models/index.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import type { Before, BeforeChange } from './_before-change.ts';
import { isSameSaid, requireSaid, type Said, saidNow } from './_elsewhere.ts';
import { known, tolerate } from './_known.ts';
import { isSameInGit, type Standing, standingOf } from './_standing.ts';
import { storedDigest } from './_stored-maps.ts';

/** Proven by content: what would be loaded now is what would have been loaded before, and is judged as before. */
export async function isUnchanged(
  found: Before | CamdriftError | undefined,
  standing: Standing | Elsewhere,
  model: Pick<ModelConfig, 'obtain' | 'path' | 'load' | 'reference'>,
  stored: () => Promise<ModelConfig>,
  snapshot: Snapshot,
  stands: boolean,
): Promise<boolean> {
  if (!stands || !found) return false;
  if (!(found instanceof CamdriftError)) {
    if (standing.kind === 'elsewhere' && found.said && isSameSaid(standing.said, found.said)) return true;
    const isTracked = standing.kind === 'tracked' && !found.said;
    if (isTracked && (await isSameInGit(standing.files, snapshot, found.path))) return true;
    if (!found.trouble) return same(found.model, model);
  }
  const trouble = found instanceof CamdriftError ? found : found.trouble;
  if (trouble?.code !== 'model-untracked') return false;
  return isSameOnDisk(model, stored);
}

/** As the version that the configuration names, or as stored maps say that it was. */
async function isSameOnDisk(
  model: Pick<ModelConfig, 'reference' | 'obtain' | 'path' | 'load'>,
  stored: () => Promise<ModelConfig>,
): Promise<boolean> {
  const { reference } = model;
  if (reference.kind === 'model') return same(reference.model, model);
  const before = await storedDigest(await stored());
  return before !== undefined && before === (await digestOf(model).catch(tolerate));
}

/** By content. A version that cannot be had is not the same. */
async function same(before: BaselineModel, model: Pick<ModelConfig, 'obtain' | 'path' | 'load'>): Promise<boolean> {
  const digests = await Promise.all([before.digest(), digestOf(model)]).catch(tolerate);
  return digests !== undefined && digests[0] === digests[1];
}

async function digestOf(model: Pick<ModelConfig, 'obtain' | 'path' | 'load'>): Promise<string> {
  await model.obtain?.();
  return modelDigest(model.path, model.load.within);
}

/** Where DVC or an address is to hold it, that is what it is held against. */
export async function standingNow(
  model: Pick<ModelConfig, 'address' | 'path'>,
  { project, comparison }: BeforeChange,
): Promise<Standing | Elsewhere> {
  try {
    const said = await saidNow(model, project);
    if (!said) return await standingOf(model.path, project, comparison.sides?.candidate);
    await requireSaid(said, project);
    return { kind: 'elsewhere', said };
  } catch (error) {
    return { kind: 'unusable', trouble: known(error) };
  }
}

interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly said: Said;
}

/**
 * Whether the change leaves alone how the model is judged, so that its files decide. Where not everything that changed is
 * known, the files that are and the settings as they are written tell.
 */
export function policyStands(
  { project, comparison, raw }: BeforeChange,
  touches: Touched,
  watched: DecidingFiles,
): boolean {
  const { files, complete } = comparison.files;
  if (complete) return onlyFiles(touches);
  const settings = raw && settingChanges(raw, project.raw).filter(({ model }) => model === watched.name);
  return settings?.length === 0 && onlyFiles(touched({ files, complete: true }, watched, project.configuration));
}

const onlyFiles = ({ model: _, ...policy }: Touched): boolean => !Object.values(policy).some(Boolean);
