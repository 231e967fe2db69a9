import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LfsPointer } from '../lfs/pointer.ts';
import type { Objects } from './_objects.ts';

/** Where Git LFS keeps what it has fetched, beside the objects of a clone. @param folder of Git's own files */
export function localLfs(folder: string): NonNullable<Objects['lfs']> {
  return async ({ oid, size }: LfsPointer) => {
    const path = join(await sharedFolder(folder), 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
    const found = await stat(path).catch(() => undefined);
    return found?.isFile() && found.size === size ? path : undefined;
  };
}

/** A worktree's own folder names the one that it shares with the others. */
async function sharedFolder(folder: string): Promise<string> {
  const named = await readFile(join(folder, 'commondir'), 'utf8').catch(() => '');
  return named === '' ? folder : resolve(folder, named.trim());
}
