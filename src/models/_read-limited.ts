import { open, stat } from 'node:fs/promises';
import { CamdriftError } from '../errors.ts';
import { isLfsPointer } from '../lfs/pointer.ts';
import type { Read } from './model.ts';

/**
 * The bytes of a file that has to be there, be no longer than that many bytes, and be no Git LFS pointer.
 * @param read told of them
 */
export async function readLimited(path: string, limit: number, read?: Read): Promise<Buffer> {
  const found = await stat(path).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no file ${path}.`, { cause });
  });
  if (!found.isFile() || found.size > limit) {
    throw new CamdriftError(
      'model-unreadable',
      `${path} is not a file of at most ${limit} bytes (found ${found.isFile() ? `${found.size} bytes` : 'a folder'}).`,
    );
  }
  const bytes = await inOneGo(path, found.size);
  if (isLfsPointer(bytes))
    throw new CamdriftError('model-lfs-pointer', `${path} is a Git LFS pointer, not the file itself.`);
  read?.(path, bytes);
  return bytes;
}

/** Bytes of one read: no system takes more than two gigabytes. */
const longest = 2 ** 30;

/** Read in small pieces it would wait for this thread after each of them. */
async function inOneGo(path: string, size: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.allocUnsafeSlow(size);
    let at = 0;
    for (let read = 1; read > 0 && at < size; at += read)
      read = (await file.read(bytes, at, Math.min(longest, size - at), at)).bytesRead;
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}
