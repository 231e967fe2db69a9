import { posix } from 'node:path';
import type { RawConfig } from '../config/schema.ts';
import { baseText } from '../repository/base-model.ts';
import type { ChangedFile } from '../repository/changed-files.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { isAddress } from '../sources/address.ts';
import { dvcPointer, isSamePointer, type TextFiles } from '../sources/dvc.ts';
import { tolerate } from './_known.ts';

/** A commit, and the one that the change set out from. */
export interface Sides {
  readonly head: Snapshot;
  readonly before: Snapshot;
}

/**
 * The models that a change gives another content by DVC's word alone, by name: a `dvc.lock`, or a pointer that lies elsewhere. No file of theirs
 * changes. One that is in no commit, and of which no pointer is found, may be what such a file tells of.
 * @param written turns a path as the configuration writes it into one of the repository
 */
export async function movedByDvc(
  files: readonly ChangedFile[],
  raw: RawConfig,
  written: (path: string) => string,
  { head, before }: Sides,
): Promise<ReadonlySet<string>> {
  const moved = new Set<string>();
  if (!files.some(({ path, previous = path }) => [path, previous].some(isOfDvc))) return moved;
  for (const { name, path } of raw.models)
    if (!isAddress(path) && (await isMoved(posix.normalize(written(path)), head, before))) moved.add(name);
  return moved;
}

const isOfDvc = (path: string): boolean => /(?:^|\/)dvc\.lock$|\.dvc$/i.test(path);

async function isMoved(path: string, head: Snapshot, before: Snapshot): Promise<boolean> {
  try {
    if ((await before.locate(path)) ?? (await head.locate(path))) return false;
    const [is, was] = await Promise.all([head, before].map(side => dvcPointer(path, textFilesOf(side))));
    return !is || !was || !isSamePointer(is, was);
  } catch (error) {
    tolerate(error);
    return true;
  }
}

/** Text files of a commit, as DVC's pointers are read from them. */
export const textFilesOf = (at: Snapshot): TextFiles => ({
  text: async (path, mostBytes) => ((await at.entry(path)) ? baseText(at, path, mostBytes) : undefined),
  place: path => at.place(path),
});
