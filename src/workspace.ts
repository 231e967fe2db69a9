import { realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { CamdriftError } from './errors.ts';

/**
 * The path as given when it lies inside the folder, by its text and after following symbolic links; else `path-outside`.
 * A path that does not exist is judged by its text alone, so that its reader's own error follows.
 */
export async function confined(folder: string, path: string, what: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (!inside(folder, path) || (real !== undefined && !inside(await realpath(folder), real))) {
    throw new CamdriftError('path-outside', `The ${what} leaves the folder ${folder}.`);
  }
  return path;
}

export function inside(folder: string, path: string): boolean {
  const step = relative(folder, path);
  return step.split(/[\\/]/)[0] !== '..' && !isAbsolute(step);
}
