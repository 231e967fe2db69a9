import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitIn } from './git.ts';
import { oidIn } from './lfs.ts';
import type { World } from './world.ts';

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
  { lfs = false }: { lfs?: boolean } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const git = gitIn(folder);
  await git.run(['init', '--quiet', '--template=']);
  await git.run(['remote', 'add', 'origin', `${server}/${world.owner}/${world.name}`]);
  await git.run(['fetch', '--quiet', '--no-tags', '--depth=1', pathToFileURL(world.git.folder).href, commit]);
  await git.run(['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
  if (lfs) await fetchObjects(world, folder);
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
