import { readFile, stat } from 'node:fs/promises';
import { CamdriftError } from '../errors.ts';
import { isLfsPointer } from '../lfs/pointer.ts';

/** The bytes of a file that has to be there, be no longer than that many bytes, and be no Git LFS pointer. */
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
