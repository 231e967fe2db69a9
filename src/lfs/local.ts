import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { unavailable } from '../repository/unavailable.ts';
import { requireRoom } from './_room.ts';
import { saveVerified } from './_save-verified.ts';
import type { LfsObject } from './download.ts';
import type { LfsPointer } from './pointer.ts';

/**
 * Takes objects from a clone that has fetched them, and believes none that is not what its pointer says.
 * @param mostBytes of all objects together
 * @param find the file that holds an object; undefined when it is not here
 * @throws CamdriftError `baseline-unavailable`
 */
export async function copyLfs(
  objects: readonly LfsObject[],
  mostBytes: number,
  find: (pointer: LfsPointer) => Promise<string | undefined>,
): Promise<void> {
  requireRoom(objects, mostBytes);
  for (const object of objects) {
    const path = await find(object.pointer);
    if (path === undefined)
      throw unavailable(
        `${object.place} is kept in Git LFS, and its clone on disk has but the pointer.`,
        'Fetch it with `git lfs fetch --all`, or commit a baseline made with `camdrift baseline`.',
      );
    await saveVerified(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, object);
  }
}
