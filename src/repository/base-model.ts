import type { BaselineModel } from '../config/config.ts';
import { readLfsPointer } from '../lfs/pointer.ts';
import { modelCopy } from './_model-copy.ts';
import { once } from './_once.ts';
import type { Snapshot } from './snapshot.ts';
import { unavailable } from './unavailable.ts';

/**
 * The model at a path of an earlier commit, fetched when it is asked for and only as far as the question needs: its digest
 * takes the hashes that Git LFS pointers hold, so large files come only with `path()`.
 * @param path a file, or a folder that holds one of `folderModels`; relative to the repository
 * @param folder to write to; files lie in it as they lie in the repository
 */
export function baseModel(snapshot: Snapshot, path: string, folder: string): BaselineModel {
  const listed = once(async () => {
    const copy = await modelCopy(snapshot, path, folder);
    return { copy, digest: copy.digest() };
  });
  return {
    digest: async () => (await listed()).digest,
    path: once(async () => (await listed()).copy.complete()),
  };
}

/**
 * Text of a file of an earlier commit, such as its configuration; undefined when there is nothing at that path.
 * @throws CamdriftError `baseline-unavailable` when there is something that cannot be read as text
 */
export async function baseText(snapshot: Snapshot, path: string, mostBytes: number): Promise<string | undefined> {
  if (!(await snapshot.locate(path))) return undefined;
  const bytes = await snapshot.read(path, mostBytes);
  if (readLfsPointer(bytes))
    throw unavailable(`${snapshot.place(path)} is a Git LFS pointer.`, 'Keep text files out of Git LFS.');
  return new TextDecoder().decode(bytes);
}
