import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { sweep } from '../files/leftovers.ts';

/** Where a baseline is written first. Its manifest comes last, so with a manifest it is whole. */
const staging = 'pending';
const last = 'manifest.json';

/**
 * Replaces all files of a folder that `ours` recognises, as one step for whoever reads with `wholeFolder`: they are written
 * beside the old ones, and only when all of them are there do they take their places. Killed at any moment it leaves the old ones
 * or the new ones; the next call puts the folder in order.
 * @param files names and texts, all but the manifest; one at a time, so that all of them need not be in memory
 */
export async function replaceAll(
  folder: string,
  files: Iterable<readonly [name: string, text: string]>,
  manifest: string,
  ours: (name: string) => boolean,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await settle(folder, ours);
  const staged = join(folder, staging);
  try {
    await mkdir(staged);
    for (const [name, text] of files) await writeFileAtomic(join(staged, name), text);
    await writeFileAtomic(join(staged, last), manifest);
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
  await settle(folder, ours);
}

/** The folder to read from: the one that is being replaced, unless what replaces it is whole already. */
export async function wholeFolder(folder: string): Promise<string> {
  const staged = join(folder, staging);
  return (await isWhole(staged)) ? staged : folder;
}

/** Puts what is whole in its place, removes what is not, and what was there before. */
async function settle(folder: string, ours: (name: string) => boolean): Promise<void> {
  const staged = join(folder, staging);
  await sweep(folder);
  if (await isWhole(staged)) {
    const names = (await filesIn(staged)).filter(name => ours(name) && name !== last);
    for (const name of [...names, last]) await writeFileAtomic(join(folder, name), await readFile(join(staged, name)));
    const kept = new Set(names);
    for (const name of await readdir(folder))
      if (ours(name) && name !== last && !kept.has(name)) await rm(join(folder, name));
    await rm(join(staged, last));
  }
  await rm(staged, { recursive: true, force: true });
}

/** A link is not followed: it would make a baseline of what lies elsewhere. */
async function isWhole(staged: string): Promise<boolean> {
  const [folder, manifest] = await Promise.all(
    [staged, join(staged, last)].map(path => lstat(path).catch(() => undefined)),
  );
  return Boolean(folder?.isDirectory() && manifest?.isFile());
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true })).filter(entry => entry.isFile()).map(({ name }) => name);
