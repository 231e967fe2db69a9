import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CamdriftError } from '../errors.ts';
import type { Snapshot } from '../repository/snapshot.ts';

const mostFiles = 500;
const mostBytes = 16 * 2 ** 20;
const mostAtOnce = 8;

/**
 * The stored maps that an earlier commit has, written to a folder: a change that brings its own is compared with those.
 * @param path their folder, relative to the repository
 * @returns undefined when there are none
 * @throws CamdriftError `baseline-unavailable`
 */
export async function storedBefore(before: Snapshot, path: string, folder: string): Promise<string | undefined> {
  const files = (await before.under(path)).filter(file => file.path.endsWith('.json'));
  if (!files.some(file => file.path === `${path}/manifest.json`)) return undefined;
  if (files.length > mostFiles)
    throw new CamdriftError(
      'baseline-unavailable',
      `The stored maps ${before.place(path)} are ${files.length} files; at most ${mostFiles} are fetched.`,
      {
        remedy:
          'Change the model and its stored maps in two pull requests, or name the earlier version with `baseline-model`.',
      },
    );
  const waiting = [...files];
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const target = join(folder, file.path.slice(path.length + 1));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await before.read(file.path, mostBytes));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, lane));
  return folder;
}
