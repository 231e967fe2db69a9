import { readFile, stat } from 'node:fs/promises';
import { CamdriftError } from '../errors.ts';
import { isLfsPointer } from '../lfs-pointer.ts';

/** Reads a file of an untrusted model: only when it is one, is not too large, and is not a stand-in for the real one. */
export async function readLimited(path: string, limit: number): Promise<Buffer> {
  const found = await stat(path).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no file ${path}.`, { cause });
  });
  if (!found.isFile() || found.size > limit) {
    throw new CamdriftError(
      'model-unreadable',
      `${path} is not a file of at most ${limit} bytes (found ${found.isFile() ? `${found.size} bytes` : 'a folder'}).`,
    );
  }
  const bytes = await readFile(path);
  if (isLfsPointer(bytes))
    throw new CamdriftError('model-lfs-pointer', `${path} is a Git LFS pointer, not the file itself.`);
  return bytes;
}
