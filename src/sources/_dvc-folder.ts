import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { md5Of, textMd5 } from './_dvc-hash.ts';
import type { DvcObject } from './_dvc-pointer.ts';
import { unavailable } from './_unavailable.ts';

/** MD5 of each file in a folder that DVC holds, by its path within. */
export type FolderList = ReadonlyMap<string, string>;

const mostListBytes = 64 * 2 ** 20;
const mostFiles = 50_000;

const listSchema = z.array(
  z.looseObject({ md5: z.string().regex(/^[0-9a-f]{32}$/), relpath: z.string().min(1).max(4096) }),
);

/** @throws CamdriftError `model-unavailable` when the file is no list of DVC's */
export async function readFolderList(path: string, place: string): Promise<FolderList> {
  try {
    const { size } = await stat(path);
    if (size > mostListBytes) throw new RangeError(`it has ${size} bytes`);
    const entries = listSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return new Map(entries.map(({ md5, relpath }) => [relpath, md5]));
  } catch (cause) {
    throw unavailable(
      `The list of files that ${place} names cannot be read.`,
      'Fetch it again with `dvc fetch`.',
      cause,
    );
  }
}

/** Whether a folder on disk holds just the files that DVC names: the MD5 of the list that DVC would write for it. */
export async function isFolderObject(folder: string, { md5, legacy }: DvcObject): Promise<boolean> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name));
  if (paths.length === 0 || paths.length > mostFiles) return false;
  const entries: [name: string, path: string][] = paths.map(path => [
    relative(folder, path).split(sep).join('/'),
    path,
  ]);
  entries.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const ways = legacy ? [md5Of, async (path: string) => textMd5(await readFile(path))] : [md5Of];
  for (const way of ways) {
    const listed = [];
    for (const [name, path] of entries) listed.push([name, await way(path).catch(() => '')] as const);
    if (createHash('md5').update(listText(listed)).digest('hex') === md5) return true;
  }
  return false;
}

/** Byte for byte what DVC writes, which is what it hashes. */
export function listText(entries: readonly (readonly [name: string, md5: string])[]): string {
  const texts = entries.map(([name, md5]) => `{"md5": "${md5}", "relpath": ${ascii(name)}}`);
  return `[${texts.join(', ')}]`;
}

const ascii = (text: string): string =>
  JSON.stringify(text).replace(/[\x7f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
