import { posix } from 'node:path';
import type { RawConfig } from '../config/schema.ts';
import type { ModelResult, Results } from '../reports/results.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';

/**
 * The models that a change touches and a stranger's results leave out: nobody passes by keeping quiet.
 * @param raw the base branch's configuration
 * @param folder where that lies in the repository
 */
export function untold({ files }: ChangedFiles, raw: RawConfig, folder: string, results: Results): ModelResult[] {
  const told = new Set(results.models.map(({ name }) => name));
  return raw.models.flatMap(({ name, path }) => {
    const belongs = belongsTo(posix.join(folder, path));
    const touched = files.filter(file => [file.path, file.previous].some(belongs));
    const gone = touched.length > 0 && touched.every(({ status }) => status === 'removed');
    return told.has(name) || touched.length === 0 || gone ? [] : [withoutResult(name, path)];
  });
}

/** A model owns its folder, since weights lie beside it; in the repository's own folder only the file is its. */
function belongsTo(model: string): (path: string | undefined) => boolean {
  const folder = posix.extname(model) === '' ? model : posix.dirname(model);
  return path => path === model || (folder !== '.' && (path?.startsWith(`${folder}/`) ?? false));
}

function withoutResult(name: string, path: string): ModelResult {
  const message = 'The change touches files of this model, and the run says nothing about it.';
  const reasons = [{ level: 'incomplete' as const, code: 'model-untold', message }];
  return { name, path, verdict: 'incomplete', reasons, fixtures: [] };
}
