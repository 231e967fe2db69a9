import type { LfsPointer } from '../lfs/pointer.ts';
import { readBlob } from './_blob.ts';
import { type Entry, fetchTree, type Tree } from './_tree.ts';
import type { Repository } from './repository.ts';

/** Where trees and files of commits are read from, by their hashes. */
export interface Objects {
  tree(sha: string): Promise<Tree>;
  blob(entry: Entry): Promise<Uint8Array>;
  /** The repository on GitHub, which has the Git LFS objects too; undefined of a clone whose origin is not ours to ask. */
  readonly repository: Repository | undefined;
  /** The file that holds a Git LFS object on this machine; undefined when it is not here. Its bytes are not looked at. */
  lfs?(pointer: LfsPointer): Promise<string | undefined>;
}

/** As GitHub has them. */
export const hosted = (repository: Repository): Objects => ({
  repository,
  tree: sha => fetchTree(repository, sha),
  blob: entry => readBlob(repository, entry),
});
