import { posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { readBlob } from './_blob.ts';
import { follow, type Place } from './_followed.ts';
import { type Listing, listing } from './_listing.ts';
import { type Entry, type PlacedEntry, treeReader } from './_tree.ts';
import { refused, sizeRemedy, unavailable } from './_unavailable.ts';
import type { Repository } from './repository.ts';

export type { Place } from './_followed.ts';
export type { Listing } from './_listing.ts';
export type { Entry, PlacedEntry } from './_tree.ts';

/**
 * The files of one commit, read without a clone. Paths are relative to the repository, and symbolic links are followed as a
 * checkout would. Nothing is asked before the first question, and no tree twice. Every method throws CamdriftError
 * `baseline-unavailable` when GitHub does not answer.
 */
export interface Snapshot {
  readonly repository: Repository;
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

/** What GitHub gives out by its hash; more cannot be pushed without Git LFS either. */
export const largestBlob = 100 * 2 ** 20;
/** Longer texts are no paths. */
const longestLink = 4096;
/** Links whose texts are asked for one by one; those that are checked out need no question. */
const mostLinksAsked = 50;

/**
 * @param texts where links lead, by the hash of the link: what is known already, and what is learnt
 */
export function snapshotAt(
  repository: Repository,
  commit: string,
  texts: Map<string, string> = new Map<string, string>(),
): Snapshot {
  const trees = treeReader(repository);
  const short = commit.slice(0, 7);
  const place = (path: string) => `${path} at commit ${short}`;
  const readable = <T>(answer: Promise<T>) =>
    answer.catch(cause => {
      throw cause instanceof CamdriftError ? cause : refused(`The files of commit ${short} cannot be listed`, cause);
    });
  const bytesOf = (entry: Entry, path: string) =>
    readBlob(repository, entry).catch(cause => {
      throw cause instanceof CamdriftError ? cause : refused(`${place(path)} cannot be read`, cause);
    });
  const linkText = async (link: Entry, path: string): Promise<string> => {
    const known = texts.get(link.sha);
    if (known !== undefined) return known;
    const text = link.size > longestLink ? '/' : new TextDecoder().decode(await bytesOf(link, path));
    texts.set(link.sha, text);
    return text;
  };
  const locate = (path: string) =>
    readable(follow(normalised(path), { entry: at => trees.entry(commit, at), linkText }));
  const entry = async (path: string): Promise<Entry | undefined> => {
    const found = await locate(path);
    return found && 'entry' in found ? found.entry : undefined;
  };
  const file = async (path: string) => {
    const found = await locate(path);
    if (found?.kind === 'file') return found.entry;
    throw unavailable(`There is no file ${place(path)}${whyNot(found)}.`, remedyFor(found));
  };
  const links = async () => {
    const whole = await readable(trees.whole(commit));
    if (!whole) return undefined;
    return [...whole].flatMap(([path, each]) => (each.kind === 'link' ? [{ ...each, path }] : []));
  };
  return {
    repository,
    commit,
    locate,
    entry,
    file,
    place,
    links,
    list: once(async () => {
      const found = await links();
      if (!found) return undefined;
      const unknown = found.filter(({ sha }) => !texts.has(sha));
      for (const each of unknown.slice(0, mostLinksAsked)) await linkText(each, each.path);
      const listed = listing((await trees.whole(commit))!, texts);
      return unknown.length > mostLinksAsked ? { ...listed, complete: false } : listed;
    }),
    under: async folder => {
      const found = await locate(folder);
      if (found?.kind !== 'folder') return [];
      const files = await readable(trees.files(commit, found.path));
      const [from, to] = [found.path, normalised(folder)];
      return from === to ? files : files.map(each => ({ ...each, path: `${to}${each.path.slice(from.length)}` }));
    },
    read: async (path, mostBytes) => {
      const found = await file(path);
      const limit = Math.min(mostBytes, largestBlob);
      if (found.size > limit)
        throw unavailable(`${place(path)} has ${found.size} bytes; at most ${limit} can be read.`, sizeRemedy);
      return bytesOf(found, path);
    },
  };
}

const missingRemedy =
  'Check the path; where the earlier version is gone for good, commit a baseline made with `camdrift baseline`.';
const awayRemedy = 'Let the link lead to a file of the repository, or commit a baseline made with `camdrift baseline`.';

/** `''` is the repository itself. */
function normalised(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  return plain === '.' ? '' : plain;
}

/** What stands in the way of a file, if that is the reason. */
function whyNot(found: Place | undefined): string {
  if (found?.kind === 'folder') return ': it is a folder';
  if (found?.kind === 'away') return `: the symbolic link ${found.path} leads out of the repository`;
  return found?.kind === 'submodule' ? `: ${found.path} is a submodule` : '';
}

const remedyFor = (found: Place | undefined): string => (found?.kind === 'away' ? awayRemedy : missingRemedy);

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
