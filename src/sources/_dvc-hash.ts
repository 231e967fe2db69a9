import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { DvcObject } from './_dvc-pointer.ts';

/** Longer files are no text. */
const mostTextBytes = 64 * 2 ** 20;
/** How much of a file DVC looks at to tell text. */
const headBytes = 512;

/** Whether a file is the object that DVC names; false when there is no readable file. */
export async function isObject(path: string, { md5, size, legacy }: DvcObject): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  if (size !== undefined && size !== found.size) return false;
  if ((await md5Of(path)) === md5) return true;
  return legacy && found.size <= mostTextBytes && textMd5(await readFile(path)) === md5;
}

export async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** As DVC before version 3 hashed it: the line ends of text are those of Unix. */
export function textMd5(bytes: Buffer): string {
  const text = isText(bytes) ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
  return createHash('md5').update(text).digest('hex');
}

/** No zeros at its start, and few bytes that are no text. */
function isText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, headBytes);
  if (head.includes(0)) return false;
  const odd = head.filter(byte => (byte < 32 && ![8, 9, 10, 12, 13].includes(byte)) || byte === 127).length;
  return odd <= 0.3 * head.length;
}
