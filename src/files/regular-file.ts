import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { systemWords } from '../errors.ts';

/** Makes an error of why a file is not read, in words: `it has 9 bytes; at most 4 are read`. */
export type Refuse = (why: string, cause?: unknown) => Error;

/**
 * The bytes of a stranger's file. Pipes, sockets and devices are never opened: they would make a reader wait, or feed it for ever.
 * @param most bytes
 */
export async function readRegular(path: string, most: number, refuse: Refuse): Promise<Buffer> {
  await requireRegular(path, most, refuse);
  const handle = await opened(path, refuse);
  try {
    return await bounded(handle, most, refuse);
  } finally {
    await handle.close();
  }
}

/** @throws what `refuse` makes, unless it is a file of at most that many bytes */
export async function requireRegular(path: string, most: number, refuse: Refuse): Promise<void> {
  const found = await stat(path).catch(cause => {
    throw refuse(systemWords(cause), cause);
  });
  if (found.isDirectory()) throw refuse('it is a folder');
  if (!found.isFile()) throw refuse('it is a pipe, a socket or a device');
  if (found.size > most) throw refuse(`it has ${found.size} bytes; at most ${most} are read`);
}

/** Without waiting, should a pipe have taken the file's place. */
const opened = (path: string, refuse: Refuse): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(cause => {
    throw refuse(systemWords(cause), cause);
  });

async function bounded(handle: FileHandle, most: number, refuse: Refuse): Promise<Buffer> {
  const found = await handle.stat();
  if (!found.isFile() || found.size > most) throw refuse('it changed while it was read');
  return handle.readFile().catch(cause => {
    throw refuse(systemWords(cause), cause);
  });
}
