import { createHash } from 'node:crypto';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { confined } from '../files/workspace.ts';
import { folderModels } from '../models/model.ts';

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

/** The same for a model or a folder of stored maps, whose main file may be a link of its own. */
export async function locateModel(path: string, source: Source, what: string): Promise<string> {
  const absolute = await locate(path, source, what);
  if (source.workspace === undefined) return absolute;
  for (const name of folderModels) await confined(source.workspace, join(absolute, name), `${what} (${path}/${name})`);
  return absolute;
}

/** A name for a model that was given on the command line: its file's, or its folder's when every such file is called the same. */
export function nameFor(path: string): string {
  const stem = basename(path, extname(path));
  const name = stem === 'model' || stem === 'saved_model' ? basename(dirname(resolve(path))) : stem;
  return fileNameOf(name.replace(/[^\w.-]+/g, '-') || 'model');
}

/** Bytes of a file's name, less than any file system takes, so that endings fit too. */
const mostLetters = 100;

/** The text where it is short enough for the name of a file; else its end, and a hash of the whole so that it stays unique. */
export function fileNameOf(text: string): string {
  if (text.length <= mostLetters) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${text.slice(-mostLetters + hash.length + 1).replace(/^[^a-zA-Z0-9]+/, '')}-${hash}`;
}

/** A path as reports show it: relative, with `/`. */
export const shown = (base: string, path: string): string => relative(base, path).split(sep).join('/') || '.';
