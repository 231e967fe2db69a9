import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file is called while it is written: its own name and a number. */
const unfinished = /\.(?:html|json|md|webp)\.\d+$/;

/** Removes the files that a run which was killed had not finished; a folder that is not there has none. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (unfinished.test(name)) await rm(join(folder, name), { force: true });
}
