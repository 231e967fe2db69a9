import { posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { readBlob } from './_blob.ts';
import { type Entry, type PlacedEntry, treeReader } from './_tree.ts';
import { refused, unavailable } from './_unavailable.ts';
import type { Repository } from './repository.ts';

/**
 * The files of one commit, read without a clone. Paths are relative to the repository. Nothing is asked before the first
 * question, and no tree twice. Every method throws CamdriftError `baseline-unavailable` when GitHub does not answer.
 */
export interface Snapshot {
  readonly repository: Repository;
  readonly commit: string;
  entry(path: string): Promise<Entry | undefined>;
  /** The file at a path; `baseline-unavailable` when there is none. */
  file(path: string): Promise<Entry>;
  /** Every file below a folder; none when there is no such folder. */
  under(folder: string): Promise<readonly PlacedEntry[]>;
  /** Content of the file at a path, of at most `mostBytes`. */
  read(path: string, mostBytes: number): Promise<Uint8Array>;
  /** `models/a.onnx at commit 1a2b3c4`, for messages. */
  place(path: string): string;
}

/** What GitHub gives out by its hash; more cannot be pushed without Git LFS either. */
export const largestBlob = 100 * 2 ** 20;

export function snapshotAt(repository: Repository, commit: string): Snapshot {
  const trees = treeReader(repository);
  const short = commit.slice(0, 7);
  const place = (path: string) => `${path} at commit ${short}`;
  const readable = <T>(answer: Promise<T>) =>
    answer.catch(cause => {
      throw refused(`The files of commit ${short} cannot be listed`, cause);
    });
  const entry = (path: string): Promise<Entry | undefined> => {
    const plain = normalised(path);
    if (plain === '') return Promise.resolve({ kind: 'folder', sha: commit, size: 0 });
    return readable(trees.entry(commit, plain));
  };
  const file = async (path: string) => {
    const found = await entry(path);
    if (found?.kind === 'file') return found;
    throw unavailable(`There is no file ${place(path)}${await whyNot(path, entry)}.`, missingRemedy);
  };
  return {
    repository,
    commit,
    entry,
    file,
    place,
    under: folder => readable(trees.files(commit, normalised(folder))),
    read: async (path, mostBytes) => {
      const found = await file(path);
      const limit = Math.min(mostBytes, largestBlob);
      if (found.size > limit)
        throw unavailable(`${place(path)} has ${found.size} bytes; at most ${limit} can be read.`, sizeRemedy);
      return readBlob(repository, found).catch(cause => {
        throw cause instanceof CamdriftError ? cause : refused(`${place(path)} cannot be read`, cause);
      });
    },
  };
}

const missingRemedy =
  'Check the path; where the earlier version is gone for good, commit a baseline made with `camdrift baseline`.';
const sizeRemedy = 'Keep large files in Git LFS, or commit a baseline made with `camdrift baseline`.';

/** `''` is the repository itself. */
function normalised(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  return plain === '.' ? '' : plain;
}

/** What stands in the way at a path or above it, if that is the reason. */
async function whyNot(path: string, entry: (path: string) => Promise<Entry | undefined>): Promise<string> {
  const steps = normalised(path).split('/');
  for (const count of steps.keys()) {
    const above = steps.slice(0, count + 1).join('/');
    const found = await entry(above);
    if (found?.kind === 'other') return `: ${above} is a symbolic link or a submodule, and those are not followed`;
    if (found?.kind === 'folder' && count === steps.length - 1) return ': it is a folder';
  }
  return '';
}
