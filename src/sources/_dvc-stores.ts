import { constants, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { confined } from '../files/workspace.ts';
import type { DvcConfig } from './_dvc-config.ts';
import { isObject } from './_dvc-hash.ts';
import type { DvcObject } from './_dvc-pointer.ts';
import { isAllowed, type Network } from './network.ts';

/** A place where DVC keeps objects. */
export interface DvcStore {
  /** For messages. */
  readonly name: string;
  /** Writes an object to a file when it is there and is what its hash says. */
  fetch(object: DvcObject, to: string): Promise<boolean>;
}

/** Paths of an object: as DVC 3 has them, and as the versions before did. */
function placesOf({ md5, isFolder, legacy }: DvcObject): string[] {
  const plain = `${md5.slice(0, 2)}/${md5.slice(2)}${isFolder ? '.dir' : ''}`;
  const places = [`files/md5/${plain}`, plain];
  return legacy ? places.reverse() : places;
}

/**
 * The cache on disk; none when it lies outside the workspace.
 * @param repository where it is checked out
 */
export async function cacheStore(
  { root, cache }: DvcConfig,
  repository: string,
  workspace: string,
): Promise<DvcStore | undefined> {
  const folder = resolve(repository, root, '.dvc', cache ?? 'cache');
  const own = await confined(workspace, folder, 'DVC cache').catch(() => undefined);
  if (own === undefined) return undefined;
  const name = `the DVC cache ${join(root, '.dvc', cache ?? 'cache')}`;
  const fetch = async (object: DvcObject, to: string) => {
    for (const place of placesOf(object)) {
      const from = join(own, place);
      const there = await confined(workspace, from, 'DVC object').catch(() => undefined);
      if (there === undefined || !(await stat(there).catch(() => undefined))) continue;
      if (!(await isObject(there, object))) continue;
      await mkdir(dirname(to), { recursive: true });
      await copyFile(there, to, constants.COPYFILE_FICLONE);
      return true;
    }
    return false;
  };
  return { name, fetch };
}

/** A remote that is a plain web server; undefined for what takes a client of its own. */
export function webStore({ remote }: DvcConfig, network: Network): DvcStore | undefined {
  if (remote === undefined || !/^https?:\/\//.test(remote) || !URL.canParse(remote)) return undefined;
  const base = remote.replace(/\/*$/, '/');
  const open = isAllowed(new URL(remote), network);
  const fetch = async (object: DvcObject, to: string) => {
    const { download } = await import('./_download.ts');
    for (const place of placesOf(object)) {
      const wanted = { url: new URL(place, base), open, hash: { algorithm: 'md5', hex: object.md5 }, to } as const;
      const found = await download({ ...wanted, size: object.size }, network).then(() => true, absent);
      if (found) return true;
    }
    await rm(to, { force: true });
    return false;
  };
  return { name: `the remote ${new URL(remote).host}`, fetch };
}

function absent(error: unknown): false {
  if (error instanceof Error && / answered with status 404\./.test(error.message)) return false;
  throw error;
}
