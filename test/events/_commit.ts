import { posix } from 'node:path';
import { CamdriftError } from '../../src/errors.ts';
import { blobName } from '../../src/repository/blob-name.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';

/** The name that Git gives a text. */
export const sha = (text: string): string => blobName(Buffer.from(text), '1'.repeat(40));

/** A commit of text files, in memory; what is read of it is told. */
export function commitOf(files: Readonly<Record<string, string>>, read: string[] = []): Snapshot {
  const below = (folder: string) => Object.keys(files).filter(path => folder === '.' || path.startsWith(`${folder}/`));
  const locate = async (given: string) => {
    const path = posix.normalize(given).replace(/\/$/, '');
    const text = files[path];
    if (text !== undefined) return { kind: 'file', path, entry: { kind: 'file', sha: sha(text), size: text.length } };
    return below(path).length > 0 ? { kind: 'folder', path, entry: { kind: 'folder', sha: '', size: 0 } } : undefined;
  };
  const file = async (path: string) => {
    const found = await locate(path);
    if (found?.kind === 'file') return found.entry;
    throw new CamdriftError('baseline-unavailable', `There is no file ${path}.`);
  };
  const snapshot = {
    ...{ commit: 'c'.repeat(40), place: (path: string) => `${path} at commit ccccccc`, locate, file },
    entry: async (path: string) => (await locate(path))?.entry,
    under: async (folder: string) =>
      below(folder).map(path => ({ kind: 'file', path, sha: sha(files[path]!), size: files[path]!.length })),
    read: async (path: string) => {
      await file(path);
      read.push(path);
      return Buffer.from(files[path]!);
    },
    list: async () => ({
      entries: new Map(
        Object.entries(files).map(([path, text]) => [path, { kind: 'file', sha: sha(text), size: text.length }]),
      ),
      complete: true,
    }),
  };
  return snapshot as unknown as Snapshot;
}
