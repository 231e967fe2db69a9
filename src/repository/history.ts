import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git } from './_git.ts';
import { gitFolder } from './git-folder.ts';

/** The commits of a branch that changed something. */
export interface History {
  /** `origin/main`: the branch, as Git shortens it. */
  readonly branch: string;
  /** Newest first. */
  readonly commits: readonly string[];
  /** Whether the clone ends before the branch does. */
  readonly shallow: boolean;
}

/** The default branch, as far as a clone knows it; in the end what is checked out. */
const likely = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
  'HEAD',
];

const longestAnswer = 2 ** 20;

/** The nearest folder from here on upwards that is a clone; undefined when there is none. */
export function checkoutAround(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : checkoutAround(dirname(folder));
}

/**
 * Which commits of the default branch changed one of these paths: of a merge what it brought, not how it came about.
 * @param checkout the folder that the repository is checked out in
 * @param paths of files or folders, relative to it
 * @param most commits
 * @param branch instead of the default one
 * @returns undefined when there is no such branch
 */
export async function historyOf(
  checkout: string,
  paths: readonly string[],
  most: number,
  branch?: string,
): Promise<History | undefined> {
  const folder = await gitFolder(checkout);
  const ask = async (...args: string[]) => (await git(folder, args, longestAnswer)).toString('utf8').trim();
  const commitOf = (ref: string) =>
    ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch(() => undefined);
  for (const ref of branch === undefined ? likely : [`refs/remotes/origin/${branch}`, branch]) {
    const tip = await commitOf(ref);
    if (tip === undefined) continue;
    const found = await ask('rev-list', '--first-parent', `--max-count=${most}`, tip, '--', ...paths);
    return {
      branch: (await ask('rev-parse', '--abbrev-ref', ref)) || ref,
      commits: found.split('\n').filter(Boolean),
      shallow: (await ask('rev-parse', '--is-shallow-repository')) === 'true',
    };
  }
  return undefined;
}
