import type { Place as Followed } from './_followed.ts';
import type { Listing } from './_listing.ts';
import type { Objects } from './_objects.ts';
import type { Entry, PlacedEntry } from './_tree.ts';
import type { Repository } from './repository.ts';

export type { Listing } from './_listing.ts';
export type { Entry, PlacedEntry } from './_tree.ts';

/** What GitHub gives out by its hash; more cannot be pushed without Git LFS either. */
export const largestBlob = 100 * 2 ** 20;

/** Where a path leads. Of a submodule that cannot be read only its commit is known. */
export type Place =
  | Exclude<Followed, { kind: 'file' | 'folder' }>
  | (Extract<Followed, { kind: 'file' | 'folder' }> & {
      /** What has it: of a submodule's files, the submodule's. */
      readonly objects: Objects;
    });

/**
 * The files of one commit, read without a clone. Paths are relative to the repository; symbolic links are followed as a
 * checkout would, submodules are entered when they have the same owner or their clone on disk has the commit, and letters are taken as Git has them when a path has others. Nothing is asked
 * before the first question, and no tree twice. Every method throws CamdriftError `baseline-unavailable` when GitHub does not
 * answer.
 */
export interface Snapshot {
  /** On GitHub; undefined of a commit that a clone on disk alone tells of. */
  readonly repository: Repository | undefined;
  readonly commit: string;
  /** Where a path leads; undefined when it leads nowhere. */
  locate(path: string): Promise<Place | undefined>;
  /** The file or folder at a path. */
  entry(path: string): Promise<Entry | undefined>;
  /** The file at a path; `baseline-unavailable` when there is none. */
  file(path: string): Promise<Entry>;
  /** Every file below a folder; none when there is no such folder. */
  under(folder: string): Promise<readonly PlacedEntry[]>;
  /** Every symbolic link, by the path of the link itself; undefined when the commit is too large to be listed. */
  links(): Promise<readonly PlacedEntry[] | undefined>;
  /** Every path of the commit, what lies behind links included; undefined when it is too large to be listed. */
  list(): Promise<Listing | undefined>;
  /** Content of the file at a path, of at most `mostBytes`. */
  read(path: string, mostBytes: number): Promise<Uint8Array>;
  /** `models/a.onnx at commit 1a2b3c4`, for messages. */
  place(path: string): string;
}
