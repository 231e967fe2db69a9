import { createHash } from 'node:crypto';
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

/**
 * The lines of a stranger's file, without their ends, one at a time: the file need not fit into memory.
 * @param most bytes of the file, and of a line
 */
export async function* regularLines(
  path: string,
  most: { readonly file: number; readonly line: number },
  refuse: Refuse,
): AsyncGenerator<string> {
  await requireRegular(path, most.file, refuse);
  yield* linesOf(piecesOf(path, most.file, refuse), most.line, refuse);
}

/**
 * SHA-256 of a stranger's file, in hex. However many files are asked for one after another, no more than a piece of one is in memory: what
 * was read and let go is there until it is collected, and that is late.
 * @param most bytes
 */
export async function regularDigest(path: string, most: number, refuse: Refuse): Promise<string> {
  await requireRegular(path, most, refuse);
  const hash = createHash('sha256');
  for await (const piece of piecesOf(path, most, refuse)) hash.update(piece);
  return hash.digest('hex');
}

/** Each piece is there until the next one is asked for. */
async function* piecesOf(path: string, most: number, refuse: Refuse): AsyncGenerator<Buffer> {
  const handle = await opened(path, refuse);
  const place = idle.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
  try {
    await requireSame(handle, most, refuse);
    for (let at = 0; at <= most; ) {
      const { bytesRead } = await handle.read(place, 0, pieceBytes, at).catch(cause => {
        throw refuse(systemWords(cause), cause);
      });
      if (bytesRead === 0) return;
      at += bytesRead;
      yield place.subarray(0, bytesRead);
    }
    throw refuse(changed);
  } finally {
    if (idle.length === 0) idle.push(place);
    await handle.close();
  }
}

const pieceBytes = 2 ** 18;
/** What was read into before, for the next file. */
const idle: Buffer[] = [];

async function* linesOf(pieces: AsyncIterable<Buffer>, most: number, refuse: Refuse): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  let waiting = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, end)]).toString('utf8');
      [begun, waiting, from] = [[], 0, end + 1];
    }
    begun.push(Buffer.from(piece.subarray(from)));
    waiting += piece.length - from;
    if (waiting > most) throw refuse(`it has a line of more than ${most} bytes`);
  }
  if (waiting > 0) yield Buffer.concat(begun).toString('utf8');
}

const newline = 10;

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
  await requireSame(handle, most, refuse);
  return handle.readFile().catch(cause => {
    throw refuse(systemWords(cause), cause);
  });
}

const changed = 'it changed while it was read';

async function requireSame(handle: FileHandle, most: number, refuse: Refuse): Promise<void> {
  const found = await handle.stat();
  if (!found.isFile() || found.size > most) throw refuse(changed);
}
