import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { confined } from '../files/workspace.ts';
import { downloadLfs, type LfsObject } from '../lfs/download.ts';
import { longestLfsPointer, readLfsPointer } from '../lfs/pointer.ts';
import { several } from './several.ts';
import { largestBlob, type Snapshot } from './snapshot.ts';
import { unavailable } from './unavailable.ts';

/** What is written at most. A workflow's token has a thousand requests an hour, and each file costs one. */
export interface CopyLimits {
  readonly files: number;
  readonly bytes: number;
}

const mostAtOnce = 4;

/**
 * Writes files of a commit below a folder, as data: links become the files that they lead to inside the commit, nothing becomes
 * executable, Git LFS objects take the place of their pointers.
 * @param paths relative to the repository
 * @throws CamdriftError `baseline-unavailable` beyond the limits, and when something cannot be had; `path-outside`
 */
export async function copyFiles(
  snapshot: Snapshot,
  paths: readonly string[],
  folder: string,
  limits: CopyLimits,
): Promise<void> {
  const sizes = await Promise.all(paths.map(async path => (await snapshot.file(path)).size));
  const plain = sizes.reduce((sum, size) => sum + size, 0);
  if (paths.length > limits.files || plain > limits.bytes) throw tooMuch(snapshot, paths, plain, limits);
  const objects: LfsObject[] = [];
  await several(mostAtOnce, paths, async path => {
    const to = await confined(folder, join(folder, path), `file ${path}`);
    const bytes = await snapshot.read(path, largestBlob);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, bytes);
    const pointer = bytes.length <= longestLfsPointer ? readLfsPointer(bytes) : undefined;
    if (pointer) objects.push({ pointer, place: snapshot.place(path), to });
  });
  if (objects.length > 0) await downloadLfs(snapshot.repository!, objects, limits.bytes - plain);
}

const tooMuch = (snapshot: Snapshot, [first = '']: readonly string[], bytes: number, limits: CopyLimits) =>
  unavailable(
    `${snapshot.place(first)} and the files with it are more than ${limits.files} files or ${limits.bytes} bytes (${bytes}).`,
    'Judge by fewer or smaller files.',
  );
