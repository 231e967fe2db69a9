import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { confined } from '../workspace.ts';

/** Where settings come from: their paths are relative to `base`, and a file's must stay inside `workspace`. */
export interface Source {
  readonly base: string;
  /** Not given for options typed on the command line: those are the user's own. */
  readonly workspace?: string | undefined;
}

/** The absolute path; `path-outside` when a file's own path leaves the workspace. */
export async function locate(path: string, { base, workspace }: Source, what: string): Promise<string> {
  const absolute = resolve(base, path);
  return workspace === undefined ? absolute : confined(workspace, absolute, `${what} (${path})`);
}

/** A name for a model that was given on the command line: its file's, or its folder's when every such file is called the same. */
export function nameFor(path: string): string {
  const stem = basename(path, extname(path));
  const name = stem === 'model' || stem === 'saved_model' ? basename(dirname(resolve(path))) : stem;
  return name.replace(/[^\w.-]+/g, '-') || 'model';
}

/** A path as reports show it: relative, with `/`. */
export const shown = (base: string, path: string): string => relative(base, path).split(sep).join('/') || '.';
