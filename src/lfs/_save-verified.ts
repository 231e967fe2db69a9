import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { unavailable } from '../repository/unavailable.ts';
import { unbroken } from '../repository/unbroken.ts';
import { Passing } from '../sources/tries.ts';
import type { LfsPointer } from './pointer.ts';

/**
 * Writes a body to a file that exists only once it is known to be what the pointer says. Reads no byte more than that.
 * @throws Passing when it ends early; CamdriftError `baseline-unavailable` when it is something else
 */
export async function saveVerified(
  body: ReadableStream<Uint8Array>,
  { pointer, place, to }: { pointer: LfsPointer; place: string; to: string },
): Promise<void> {
  const wrong = (found: string) =>
    unavailable(
      `What Git LFS holds for ${place} is not the file: expected ${pointer.size} bytes with SHA-256 ${pointer.oid}, got ${found}.`,
      'Upload the object again with `git lfs push --all`, or commit a baseline made with `camdrift baseline`.',
    );
  const hash = createHash('sha256');
  let length = 0;
  const checked = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of unbroken(body)) {
      length += chunk.length;
      if (length > pointer.size) throw wrong('more');
      hash.update(chunk);
      yield chunk;
    }
    if (length < pointer.size) throw new Passing(`it ended after ${length} of ${pointer.size} bytes`);
    const found = hash.digest('hex');
    if (found !== pointer.oid) throw wrong(`SHA-256 ${found}`);
  };
  const partial = `${to}.part`;
  try {
    await pipeline(checked(), createWriteStream(partial));
    await rename(partial, to);
  } finally {
    await rm(partial, { force: true });
  }
}
