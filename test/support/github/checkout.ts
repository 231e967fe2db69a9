import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitIn, initialise } from './git.ts';
import { commitOf, entries } from './git-objects.ts';
import { oidIn } from './lfs.ts';
import type { World } from './world.ts';

export interface How {
  readonly lfs?: boolean;
  readonly submodules?: boolean;
  /** `fetch-depth: 0`, which holds for submodules too. */
  readonly history?: boolean;
}

/**
 * What `actions/checkout` leaves in a folder: one commit without its history, and `origin` where GitHub is.
 *
 * @param lfs whether files kept in Git LFS are there, instead of their pointers
 */
export async function checkOut(
  world: World,
  server: string,
  folder: string,
  commit: string,
  { lfs = false, submodules = false, history = false }: How = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const git = gitIn(folder);
  await initialise(join(folder, '.git'));
  const origin = `${server}/${world.owner}/${world.name}`;
  const branches = '+refs/heads/*:refs/remotes/origin/*';
  await appendFile(join(folder, '.git/config'), `[remote "origin"]\n\turl = ${origin}\n\tfetch = ${branches}\n`);
  const depth = history ? [] : ['--depth=1'];
  await git.run(['fetch', '--quiet', '--no-tags', ...depth, pathToFileURL(world.git.folder).href, commit]);
  await git.run(['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
  if (submodules) await checkOutSubmodules(world, folder, history);
  if (lfs) await fetchObjects(world, folder);
}

/** As Git leaves them: their own clones lie in `.git/modules`. */
async function checkOutSubmodules(world: World, folder: string, history: boolean): Promise<void> {
  for (const { mode, sha, path } of await entries(gitIn(folder), 'HEAD', true)) {
    if (mode !== '160000') continue;
    for (const { git } of world.others.values()) {
      if (!(await commitOf(git, sha))) continue;
      const inner = gitIn(join(folder, path));
      await mkdir(inner.folder, { recursive: true });
      await mkdir(join(folder, '.git/modules'), { recursive: true });
      await inner.run(['init', '--quiet', '--template=', `--separate-git-dir=${join(folder, '.git/modules', path)}`]);
      const depth = history ? [] : ['--depth=1'];
      await inner.run(['fetch', '--quiet', ...depth, pathToFileURL(git.folder).href, sha]);
      await inner.run(['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
    }
  }
}

async function fetchObjects(world: World, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.startsWith(join(folder, '.git/'))) continue;
    const oid = oidIn(await readFile(path));
    if (oid === undefined) continue;
    const bytes = world.lfs.get(oid);
    if (!bytes) throw new Error(`Git LFS has no object ${oid} for ${path}.`);
    await writeFile(path, bytes);
  }
}
