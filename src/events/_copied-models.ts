import { posix } from 'node:path';
import { effective } from '../changes/settings.ts';
import { arraysIn } from '../config/given.ts';
import type { RawConfig } from '../config/schema.ts';
import { CamdriftError } from '../errors.ts';
import { baseModel } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { type CopyLimits, copyFiles } from '../repository/working-copy.ts';
import { isAddress } from '../sources/address.ts';
import { dvcPointer } from '../sources/dvc.ts';
import { tolerate } from './_known.ts';
import { textFilesOf } from './_moved-by-dvc.ts';

/**
 * Writes the models of a configuration, and the arrays that they are given, as a commit has them.
 * @param placed turns a path as the configuration writes it into one of the repository
 * @param limits of the arrays; models have their own
 * @returns why models could not be had, by their names
 */
export async function copyModels(
  at: Snapshot,
  raw: RawConfig,
  placed: (path: string) => string,
  workspace: string,
  limits: CopyLimits,
): Promise<Map<string, CamdriftError>> {
  const troubles = new Map<string, CamdriftError>();
  for (const model of raw.models) {
    const place = placed(model.path);
    const arrays = arraysIn(effective(raw, model).inputs).map(placed);
    try {
      await copyFiles(at, await held(at, arrays), workspace, limits);
      if (isAddress(model.path)) continue;
      const found = await at.locate(place);
      if (!found) throw await notHeld(at, place);
      if (found.kind === 'submodule') throw outOfReach(at, place, found.path);
      await baseModel(at, place, workspace).path();
    } catch (error) {
      if (!(error instanceof CamdriftError)) throw error;
      troubles.set(model.name, error);
    }
  }
  return troubles;
}

async function held(at: Snapshot, paths: readonly string[]): Promise<string[]> {
  const places = await Promise.all(paths.map(path => at.locate(path)));
  return paths.filter((_, index) => places[index]);
}

/** Nothing is checked out here. */
const outOfReach = (at: Snapshot, place: string, submodule: string): CamdriftError =>
  new CamdriftError('model-untracked', `${at.place(place)} lies in the submodule ${submodule}, which cannot be read.`, {
    remedy:
      'Give the job that judges a `github-token` that reads the submodule; only one of the same owner is read. Else open the change of the model as a pull request of this repository, whose own job checks the submodule out.',
  });

/** No step runs here that could bring it. */
async function notHeld(at: Snapshot, place: string): Promise<CamdriftError> {
  const isPointed = (await at.locate(`${place}.dvc`)) !== undefined;
  const pointer = isPointed ? undefined : await dvcPointer(posix.normalize(place), textFilesOf(at)).catch(tolerate);
  const why = isPointed ? ', only its DVC pointer' : pointer ? `, only its DVC pointer in ${pointer.file}` : '';
  return new CamdriftError('model-untracked', `Git does not hold ${place} at commit ${at.commit.slice(0, 7)}${why}.`, {
    remedy:
      'A model is judged here when Git, Git LFS or an address with its SHA-256 (`path: https://…`) has it. Else review it by the claim of its own run.',
  });
}
