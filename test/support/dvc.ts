import { createHash } from 'node:crypto';
import { posix } from 'node:path';

export const md5 = (bytes: Uint8Array | string): string => createHash('md5').update(bytes).digest('hex');

type Bytes = Readonly<Record<string, Uint8Array>>;

/** What `dvc add` leaves: the pointer in Git, and its objects by their paths in a cache or a remote. */
export interface Added {
  /** Text of the `.dvc` file. */
  readonly pointer: string;
  readonly md5: string;
  readonly objects: Bytes;
}

/** @param version 3: `files/md5/ab/...`, and `hash: md5`; 2: `ab/...` */
export function addedFile(name: string, bytes: Uint8Array, version: 2 | 3 = 3): Added {
  const hash = md5(bytes);
  const out = { md5: hash, size: bytes.length, ...(version === 3 && { hash: 'md5' }), path: name };
  return { pointer: pointerText(out), md5: hash, objects: { [objectPath(hash, version)]: bytes } };
}

/** @param files by their paths in the folder */
export function addedFolder(name: string, files: Bytes, version: 2 | 3 = 3): Added {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = entries.map(([path, bytes]) => `{"md5": "${md5(bytes)}", "relpath": ${JSON.stringify(path)}}`);
  const list = Buffer.from(`[${listed.join(', ')}]`);
  const size = entries.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const hash = `${md5(list)}.dir`;
  const out = { md5: hash, size, nfiles: entries.length, ...(version === 3 && { hash: 'md5' }), path: name };
  const objects = entries.map(([, bytes]) => [objectPath(md5(bytes), version), bytes]);
  return {
    pointer: pointerText(out),
    md5: hash,
    objects: { [objectPath(hash, version)]: list, ...Object.fromEntries(objects) },
  };
}

const objectPath = (hash: string, version: 2 | 3): string =>
  `${version === 3 ? 'files/md5/' : ''}${hash.slice(0, 2)}/${hash.slice(2)}`;

const pointerText = (out: object): string =>
  `outs:\n${Object.entries(out)
    .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('')}`;

/** Files below another folder. */
export const below = <T>(folder: string, files: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [posix.join(folder, path), content]));

/** Files of a folder, relative to it. */
export const within = <T>(folder: string, files: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, content]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), content]] : [],
    ),
  );
