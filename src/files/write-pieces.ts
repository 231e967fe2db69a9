import { type FileHandle, open, realpath, rename, rm } from 'node:fs/promises';

/** Characters that are written at once. */
const enough = 2 ** 16;
let count = 0;

/**
 * A text in the place of what is there, or nothing of it: as write-file-atomic does, but for a text that is not in memory.
 * @param pieces joined they are the text
 */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const unfinished = `${place}.${process.pid}${count++}`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await writeAll(file, pieces);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

/** The same into what is there, which may be a pipe: nothing takes its place. */
export async function writePiecesInto(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
  try {
    await writeAll(file, pieces);
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < enough) continue;
    await file.writeFile(text);
    text = '';
  }
  await file.writeFile(text);
}
