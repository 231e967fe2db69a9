import { join } from 'node:path';
import { folderOf } from '../changes/predecessors.ts';
import { effective } from '../changes/settings.ts';
import { touchesPlace } from '../changes/touched.ts';
import type { ModelConfig } from '../config/config.ts';
import { arraysIn, givenAt } from '../config/given.ts';
import { picturesMeant } from '../config/pictures.ts';
import type { RawSettings } from '../config/schema.ts';
import { confined } from '../files/workspace.ts';
import { mostInputBytes } from '../models/model.ts';
import { copyFiles } from '../repository/working-copy.ts';
import type { BeforeChange } from './_before-change.ts';

/**
 * How pictures become its input, what it is given beside them, and which of its numbers count, belongs to a model: the earlier version
 * is used as its own configuration says, whatever it was called.
 * @param folder for files of the commit before
 * @throws CamdriftError `baseline-unavailable`, `path-outside`
 */
export async function usedAsBefore(
  side: BeforeChange,
  model: Pick<ModelConfig, 'name' | 'load'>,
  path: string,
  folder: string,
): Promise<Pick<ModelConfig, 'baselineUse'> & Partial<Pick<ModelConfig, 'baselinePreprocess'>>> {
  const { written: raw, project } = side;
  const before =
    raw?.models.find(({ name }) => name === model.name) ??
    raw?.models.find(each => folderOf(project.written(each.path)) === folderOf(path));
  if (!raw || !before) return {};
  const settings = effective(raw, before);
  const { preprocess, fit, pixels } = picturesMeant(settings);
  const { output, signature, size } = settings;
  const inputs = await givenBefore(side, settings.inputs, folder);
  return {
    baselinePreprocess: preprocess,
    baselineUse: { fit, pixels, load: { ...model.load, output, signature, size, inputs } },
  };
}

/** Arrays that the change edits are fetched as they were. */
async function givenBefore(
  { project, comparison: { files, sides } }: BeforeChange,
  inputs: RawSettings['inputs'],
  folder: string,
): Promise<ModelConfig['load']['inputs']> {
  const { root, workspace, written } = project;
  const edited = arraysIn(inputs)
    .map(written)
    .filter(path => touchesPlace(files, path));
  const held = await Promise.all(edited.map(path => sides!.before.locate(path)));
  const fetched = edited.filter((_, at) => held[at]);
  await copyFiles(sides!.before, fetched, folder, { files: mostArrays, bytes: mostInputBytes });
  return givenAt(inputs, (given, name) => {
    const path = written(given);
    const [within, from] = fetched.includes(path) ? [folder, folder] : [workspace, root];
    return confined(within, join(from, path), `input ${name}`);
  });
}

const mostArrays = 16;
