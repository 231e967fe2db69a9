import { CamdriftError } from '../errors.ts';
import type { Repository } from '../repository/repository.ts';
import { several } from '../repository/several.ts';
import { againRemedy, unavailable } from '../repository/unavailable.ts';
import { Passing, tried } from '../sources/tries.ts';
import { type Download, downloadsOf } from './_batch.ts';
import { requireRoom } from './_room.ts';
import { saveVerified } from './_save-verified.ts';
import type { LfsPointer } from './pointer.ts';

/** One object to fetch. */
export interface LfsObject {
  readonly pointer: LfsPointer;
  /** What messages call it: `models/a.onnx at commit 1a2b3c4`. */
  readonly place: string;
  /** The file to write; its folder exists. */
  readonly to: string;
}

const mostAtOnce = 4;
/** Objects per request, as Git LFS itself asks for. */
const batch = 100;

/**
 * Fetches objects from the repository's Git LFS storage, four at a time. A file appears only when it is whole and of the
 * length and hash that its pointer says. What fails on the way is tried three times.
 * @param mostBytes of all objects together
 * @throws CamdriftError `baseline-unavailable`
 */
export async function downloadLfs(
  repository: Repository,
  objects: readonly LfsObject[],
  mostBytes: number,
): Promise<void> {
  requireRoom(objects, mostBytes);
  for (let start = 0; start < objects.length; start += batch) {
    const part = objects.slice(start, start + batch);
    const downloads = await downloadsOf(repository, part);
    await several(mostAtOnce, part, object => download(repository, object, downloads.get(object.pointer.oid)!));
  }
}

async function download(repository: Repository, object: LfsObject, { href, headers }: Download): Promise<void> {
  try {
    await tried(async () => {
      const response = await repository.fetch(href, { headers }).catch(cause => {
        throw new Passing(networkWords(cause), { cause });
      });
      if (!response.ok) await response.body?.cancel();
      if (response.status >= 500 || response.status === 429)
        throw new Passing(`the storage answered with status ${response.status}`);
      if (!response.ok || !response.body)
        throw unavailable(
          `${object.place} could not be fetched from Git LFS: the storage answered with status ${response.status}.`,
          againRemedy,
        );
      await saveVerified(response.body, object);
    }, repository.second);
  } catch (cause) {
    if (cause instanceof Passing)
      throw unavailable(`${object.place} could not be fetched from Git LFS: ${cause.message}.`, againRemedy, cause);
    throw cause instanceof CamdriftError
      ? cause
      : unavailable(`${object.place} could not be written.`, againRemedy, cause);
  }
}

/** `fetch` says only that it failed; why stands in the cause. */
const networkWords = (error: Error): string =>
  error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
