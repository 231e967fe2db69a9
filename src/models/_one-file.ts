import { readFile, stat } from 'node:fs/promises';
import { CamdriftError } from '../errors.ts';
import { isLfsPointer } from '../lfs/pointer.ts';
import type { Read } from './model.ts';

const maxBytes = 2 * 2 ** 30;

/** The bytes of a model that is a single file. */
export async function readModelFile(path: string, read?: Read): Promise<Uint8Array> {
  const found = await stat(path).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no file ${path}.`, { cause });
  });
  if (!found.isFile() || found.size > maxBytes)
    throw new CamdriftError('model-unreadable', `${path} is not a file of at most ${maxBytes} bytes.`);
  const bytes = await readFile(path);
  if (isLfsPointer(bytes))
    throw new CamdriftError('model-lfs-pointer', `${path} is a Git LFS pointer, not the file itself.`);
  read?.(path, bytes);
  return bytes;
}
