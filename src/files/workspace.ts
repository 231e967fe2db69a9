import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { CamdriftError, systemWords } from '../errors.ts';

/**
 * The path as given when it lies inside the folder, by its text and after following symbolic links, and nowhere in `.git`. Of a path that
 * does not exist the links above it are followed, and one that leads nowhere yet: what is written there would follow them.
 * @throws CamdriftError `path-outside`
 */
export async function confined(folder: string, path: string, what: string): Promise<string> {
  const [home, real] = await Promise.all([whereItLeads(folder, what), whereItLeads(path, what)]);
  if (!inside(folder, path) || !inside(home, real))
    throw new CamdriftError('path-outside', `The ${what} leaves the folder ${folder}.`);
  if (inGit(relative(folder, path)) || inGit(relative(home, real)))
    throw new CamdriftError('path-outside', `The ${what} lies in .git, which is not read.`, {
      remedy: "Name a file outside of .git: a clone's own files can hold credentials.",
    });
  return path;
}

/**
 * For what nobody who writes in the folder may put there.
 * @throws CamdriftError `path-outside` where the path lies in it, by its text or behind links
 */
export async function requireOutside(folder: string, path: string, what: string): Promise<void> {
  const [home, real] = await Promise.all([whereItLeads(folder, what), whereItLeads(path, what)]);
  if (!inside(folder, path) && !inside(home, real)) return;
  throw new CamdriftError('path-outside', `The ${what} lies in ${folder}, where a pull request can put files.`, {
    remedy: 'Name a folder outside of it, such as one of the runner or of the user.',
  });
}

/**
 * The path of a file that a model names as a part of itself: by its text in the model's own folder, and behind links nowhere outside `within`.
 * @param within the workspace; the model's own folder when there is none, or when the model does not lie in it
 * @throws CamdriftError `path-outside`
 */
export async function confinedPart(folder: string, name: string, what: string, within?: string): Promise<string> {
  const path = join(folder, name);
  if (!inside(folder, path)) throw new CamdriftError('path-outside', `The ${what} leaves the folder ${folder}.`);
  return confined(within !== undefined && inside(within, folder) ? within : folder, path, what);
}

export function inside(folder: string, path: string): boolean {
  const step = relative(folder, path);
  return step.split(/[\\/]/)[0] !== '..' && !isAbsolute(step);
}

/** Whether a step of the path is a `.git`, under any name that some file system takes for it. */
export const inGit = (path: string): boolean => path.split(/[\\/]/).some(step => /^(\.git[. ]*|git~\d)$/i.test(step));

const mostLinks = 40;

/** The real path; where it ends in nothing, that of the nearest parent that is there, and the rest. */
async function whereItLeads(path: string, what: string, links = 0): Promise<string> {
  const found = await realpath(path).catch((error: NodeJS.ErrnoException) => error);
  if (typeof found === 'string') return found;
  if (found.code === 'ELOOP' || found.code === 'ENAMETOOLONG' || links > mostLinks)
    throw new CamdriftError('path-outside', `The ${what} cannot be followed: ${systemWords(found)}.`, { cause: found });
  const above = dirname(path);
  if (above === path) return path;
  const parent = await whereItLeads(above, what, links);
  const target = await linkAt(join(parent, basename(path)));
  return target === undefined ? join(parent, basename(path)) : whereItLeads(resolve(parent, target), what, links + 1);
}

const linkAt = async (path: string): Promise<string | undefined> => {
  const found = await lstat(path).catch(() => undefined);
  return found?.isSymbolicLink() ? readlink(path) : undefined;
};
