import type { ReadableStream } from 'node:stream/web';
import { Passing, tried } from '../sources/tries.ts';
import type { Entry } from './_tree.ts';
import { blobName } from './blob-name.ts';
import { coordinates, type Repository } from './repository.ts';
import { unbroken } from './unbroken.ts';

/** A file of a commit, whole and as its hash says. A connection that breaks off is tried again. */
export function readBlob(repository: Repository, entry: Entry): Promise<Uint8Array> {
  if (entry.size === 0) return Promise.resolve(new Uint8Array());
  return tried(async () => {
    const bytes = await collect(await openBlob(repository, entry), entry.size);
    if (blobName(bytes, entry.sha) !== entry.sha) throw new Passing(`its bytes are not those of blob ${entry.sha}`);
    return bytes;
  }, repository.second);
}

async function openBlob(repository: Repository, { sha }: Entry): Promise<ReadableStream<Uint8Array>> {
  const { data } = await repository.api.rest.git.getBlob({
    ...coordinates(repository),
    file_sha: sha,
    headers: { accept: 'application/vnd.github.raw+json' },
    // GitHub calls raw bytes UTF-8, and the client would decode them as such.
    request: { parseSuccessResponseBody: false },
  });
  return data as unknown as ReadableStream<Uint8Array>;
}

async function collect(body: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of unbroken(body)) {
    if (length + chunk.length > size) throw new Passing(`expected ${size} bytes, got more`);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  if (length < size) throw new Passing(`expected ${size} bytes, got ${length}`);
  return bytes;
}
