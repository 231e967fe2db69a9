import { join, posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { clone } from './_clone.ts';
import { type Place as Followed, follow } from './_followed.ts';
import { type Listing, listing } from './_listing.ts';
import { hosted, type Objects } from './_objects.ts';
import { submoduleRepository } from './_submodules.ts';
import { type Entry, type PlacedEntry, treeReader } from './_tree.ts';
import { gitFolder } from './git-folder.ts';
import type { Repository } from './repository.ts';
import { refused, sizeRemedy, unavailable } from './unavailable.ts';

export type { Listing } from './_listing.ts';
export type { Entry, PlacedEntry } from './_tree.ts';

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
const largestModules = 2 ** 16;

export interface Known {
  /** Where links lead, by the hash of the link: what is known already, and what is learnt. */
  readonly texts?: Map<string, string>;
  /** The folder that the repository, at this commit or another one, is checked out in. */
  readonly checkout?: string | undefined;
  /** If not GitHub's. */
  readonly objects?: Objects;
}

export function snapshotAt(
  repository: Repository,
  commit: string,
  { texts = new Map(), checkout, objects = hosted(repository) }: Known = {},
): Snapshot {
  const trees = treeReader(objects.tree);
  const short = commit.slice(0, 7);
  const place = (path: string) => `${path} at commit ${short}`;
  const readable = <T>(answer: Promise<T>) =>
    answer.catch(cause => {
      throw cause instanceof CamdriftError ? cause : refused(`The files of commit ${short} cannot be listed`, cause);
    });
  const bytesOf = (entry: Entry, path: string, from = objects) =>
    from.blob(entry).catch(cause => {
      throw cause instanceof CamdriftError ? cause : refused(`${place(path)} cannot be read`, cause);
    });
  const linkText = async (link: Entry, path: string): Promise<string> => {
    const known = texts.get(link.sha);
    if (known !== undefined) return known;
    const text = link.size > longestLink ? '/' : new TextDecoder().decode(await bytesOf(link, path));
    texts.set(link.sha, text);
    return text;
  };
  const folded = once(async () => byFoldedPath((await trees.whole(commit)) ?? new Map()));
  const entryAt = async (path: string): Promise<PlacedEntry | undefined> => {
    const entry = await trees.entry(commit, path);
    return entry ? { ...entry, path } : (await folded()).get(path.toLowerCase());
  };
  const hostedWithin = remembered(async (path: string, at: string): Promise<Snapshot | undefined> => {
    const modules = await trees.entry(commit, '.gitmodules');
    if (modules?.kind !== 'file' || modules.size > largestModules) return undefined;
    const text = new TextDecoder().decode(await bytesOf(modules, '.gitmodules'));
    const found = submoduleRepository(text, path, repository);
    return found && snapshotAt(found, at, { texts, checkout: checkout && join(checkout, path) });
  });
  const clonedWithin = remembered(async (path: string, at: string): Promise<Snapshot | undefined> => {
    if (checkout === undefined) return undefined;
    const folder = join(checkout, path);
    return snapshotAt(repository, at, { texts, checkout: folder, objects: clone(await gitFolder(folder)) });
  });
  const within = async (path: string, at: string, rest: string) => {
    for (const each of objects.repository ? [hostedWithin, clonedWithin] : [clonedWithin]) {
      const answer = await each(path, at)
        .then(async snapshot => snapshot && { inner: await snapshot.locate(rest) })
        .catch(unreadable);
      if (answer) return answer;
    }
    return undefined;
  };
  const locate = async (path: string): Promise<Place | undefined> => {
    const found = await readable(follow(normalised(path), { entry: entryAt, linkText }));
    if (found?.kind !== 'submodule') return found && 'entry' in found ? { ...found, objects } : found;
    const answer = await within(found.path, found.commit, found.rest);
    if (!answer) return found;
    return answer.inner && { ...answer.inner, path: posix.join(found.path, answer.inner.path) };
  };
  const entry = async (path: string): Promise<Entry | undefined> => {
    const found = await locate(path);
    return found && 'entry' in found ? found.entry : undefined;
  };
  const file = async (path: string) => {
    const found = await locate(path);
    if (found?.kind === 'file') return found;
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
    file: async path => (await file(path)).entry,
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
      if (found?.kind !== 'folder' || found.objects !== objects) return [];
      const files = await readable(trees.files(commit, found.path));
      const [from, to] = [found.path, normalised(folder)];
      return from === to ? files : files.map(each => ({ ...each, path: `${to}${each.path.slice(from.length)}` }));
    },
    read: async (path, mostBytes) => {
      const found = await file(path);
      const { size } = found.entry;
      const limit = Math.min(mostBytes, largestBlob);
      if (size > limit)
        throw unavailable(`${place(path)} has ${size} bytes; at most ${limit} can be read.`, sizeRemedy);
      return bytesOf(found.entry, path, found.objects);
    },
  };
}

const missingRemedy =
  'Check the path; where the earlier version is gone for good, commit a baseline made with `camdrift baseline`.';
const remedies: Partial<Readonly<Record<Place['kind'], string>>> = {
  away: 'Let the link lead to a file of the repository, or commit a baseline made with `camdrift baseline`.',
  submodule:
    'Give the input `github-token` one that reads the submodule, which must belong to the same owner; or let actions/checkout bring its history (`submodules: true`, `fetch-depth: 0`); or commit a baseline made with `camdrift baseline`.',
};

/** `''` is the repository itself. */
function normalised(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  return plain === '.' ? '' : plain;
}

/** What stands in the way of a file, if that is the reason. */
export function whyNot(found: Place | undefined): string {
  if (found?.kind === 'folder') return ': it is a folder';
  if (found?.kind === 'away') return `: the symbolic link ${found.path} leads out of the repository`;
  return found?.kind === 'submodule' ? `: the submodule ${found.path} cannot be read` : '';
}

export const remedyFor = (found: Place | undefined): string => (found && remedies[found.kind]) ?? missingRemedy;

/** Paths without their letters' case, where that tells them from all others. */
function byFoldedPath(tree: ReadonlyMap<string, Entry>): ReadonlyMap<string, PlacedEntry> {
  const found = new Map<string, PlacedEntry>();
  const twice = new Set<string>();
  for (const [path, entry] of tree) {
    const key = path.toLowerCase();
    if (found.has(key)) twice.add(key);
    found.set(key, { ...entry, path });
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** A submodule that the token does not read is none that is known. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof CamdriftError)) throw error;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}

/** Asked twice for the same, the work is done once. */
function remembered<T>(work: (path: string, at: string) => Promise<T>): (path: string, at: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path, at) => {
    const key = `${path}@${at}`;
    const found = known.get(key) ?? work(path, at);
    known.set(key, found);
    return found;
  };
}
