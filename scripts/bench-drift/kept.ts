import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const source = resolve(import.meta.dirname, '../../src');

export async function kept<T>(path: string): Promise<T | undefined> {
  const found = await readFile(path).catch(() => undefined);
  return found && (deserialize(found) as T);
}

export async function keep(path: string, value: unknown): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(`${path}.new`, serialize(value));
  await rename(`${path}.new`, path);
}

export async function remembered<T>(path: string, make: () => Promise<T>): Promise<T> {
  const found = await kept<T>(path);
  if (found) return found;
  const made = await make();
  await keep(path, made);
  return made;
}

/** Of what a value says, arrays and files by their content: where a family lies makes no difference. */
export function digest(value: unknown): string {
  const text = JSON.stringify(value, (name, each) => {
    if (ArrayBuffer.isView(each)) return hashed(new Uint8Array(each.buffer, each.byteOffset, each.byteLength));
    return (name === 'path' || name === 'mask') && typeof each === 'string' ? fileDigest(each) : each;
  });
  return hashed(text);
}

const hashed = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const files = new Map<string, string>();

function fileDigest(path: string): string {
  const found = files.get(path) ?? hashed(readFileSync(path));
  files.set(path, found);
  return found;
}

/** Of files and folders below the sources, without those that are called so. */
export function codeDigest(places: readonly string[], except: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) {
    const all = place.endsWith('.ts') ? [place] : readdirSync(join(source, place)).map(file => join(place, file));
    for (const file of all.filter(each => !except.some(name => each.endsWith(name))).sort())
      hash.update(readFileSync(join(source, file)));
  }
  return hash.digest('hex');
}
