import { posix } from 'node:path';
import { effective } from '../changes/settings.ts';
import { arraysIn } from '../config/given.ts';
import type { RawConfig } from '../config/schema.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import type { ModelResult } from '../results/model.ts';
import type { Reason, ReasonOf } from '../results/reason.ts';
import type { Results } from '../results/results.ts';

/**
 * The models that a change touches and a stranger's results leave out: nobody passes by keeping quiet.
 * @param raw the base branch's configuration
 * @param configuration where that lies in the repository
 * @param elsewhere models that it gives another content in no file of theirs, by name
 */
export function unreported(
  { files, complete }: ChangedFiles,
  raw: RawConfig,
  configuration: string,
  { models, change }: Results,
  elsewhere: ReadonlySet<string> = new Set(),
): ModelResult[] {
  const told = new Set(models.map(({ name }) => name));
  // A model that is said to be gone is named in the comment, so that is no silence.
  const removed = new Set(change?.removed.map(({ name }) => name));
  const concerning = (belongs: (path: string | undefined) => boolean) =>
    files.filter(file => [file.path, file.previous].some(belongs));
  const reconfigured = concerning(path => path === configuration).length > 0;
  const placed = (path: string) => posix.join(posix.dirname(configuration), path);
  return raw.models.flatMap(model => {
    const { name, path } = model;
    if (told.has(name)) return [];
    const given = new Set(arraysIn(effective(raw, model).inputs).map(placed));
    const isPart = belongsTo(placed(path));
    const touched = concerning(file => isPart(file) || given.has(file ?? ''));
    // A model that loses some of its files, or all while the configuration still names it, is not gone.
    if (elsewhere.has(name) || touched.some(({ status }) => status !== 'removed' || !removed.has(name)))
      return [withoutResult(name, path, 'touches its files')];
    if (removed.has(name)) return [];
    if (reconfigured) return [withoutResult(name, path, 'edits the configuration')];
    return complete ? [] : [withoutResult(name, path, 'is too long to know')];
  });
}

/**
 * A model owns its folder, since weights lie beside it; in the repository's own folder only the file is its. What has the name of a
 * folder above it is the submodule, or the link, that it lies in; DVC's pointer stands for it or for such a folder.
 */
function belongsTo(model: string): (path: string | undefined) => boolean {
  const folder = ['.json', '.pb'].includes(posix.extname(model)) ? posix.dirname(model) : model;
  const steps = model.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'));
  const places = new Set(steps.flatMap(step => [step, `${step}.dvc`]));
  return path => path !== undefined && (places.has(path) || (folder !== '.' && path.startsWith(`${folder}/`)));
}

function withoutResult(name: string, path: string, change: ReasonOf<'model-untold'>['change']): ModelResult {
  const reasons: Reason[] = [{ level: 'incomplete', code: 'model-untold', change }];
  return { name, path, verdict: 'incomplete', reasons, fixtures: [] };
}
