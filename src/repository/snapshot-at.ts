import { join, posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { clone } from './_clone.ts';
import { byFoldedPath } from './_folded-paths.ts';
import { follow } from './_followed.ts';
import { type Listing, listing } from './_listing.ts';
import { hosted, type Objects } from './_objects.ts';
import { once, onceEach } from './_once.ts';
import { submoduleRepository } from './_submodules.ts';
import { type Entry, type PlacedEntry, type TreeReader, treeReader } from './_tree.ts';
import { gitFolder } from './git-folder.ts';
import { remedyFor, whyNot } from './no-file.ts';
import type { Repository } from './repository.ts';
import { largestBlob, type Place, type Snapshot } from './snapshot.ts';
import { refused, sizeRemedy, unavailable } from './unavailable.ts';

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

/** The files of a commit: nothing is asked before the first question. */
export const snapshotAt = (repository: Repository, commit: string, known: Known = {}): Snapshot =>
  new CommitFiles(repository, commit, known.objects ?? hosted(repository), known);

/**
 * The files of a commit that a clone on disk has; nobody else is asked.
 * @param checkout the folder that the repository is checked out in
 */
export async function snapshotInClone(checkout: string, commit: string): Promise<Snapshot> {
  return new CommitFiles(undefined, commit, clone(await gitFolder(checkout)), { checkout });
}

class CommitFiles implements Snapshot {
  readonly repository: Repository | undefined;
  readonly commit: string;
  readonly #texts: Map<string, string>;
  readonly #checkout: string | undefined;
  readonly #objects: Objects;
  readonly #trees: TreeReader;

  constructor(
    repository: Repository | undefined,
    commit: string,
    objects: Objects,
    { texts = new Map(), checkout }: Known,
  ) {
    this.repository = repository;
    this.commit = commit;
    this.#texts = texts;
    this.#checkout = checkout;
    this.#objects = objects;
    this.#trees = treeReader(this.#objects.tree);
  }

  place(path: string): string {
    return `${path} at commit ${this.commit.slice(0, 7)}`;
  }

  async locate(path: string): Promise<Place | undefined> {
    const steps = {
      entry: (at: string) => this.#entryAt(at),
      linkText: (link: Entry, at: string) => this.#linkText(link, at),
    };
    const found = await this.#listed(follow(normalised(path), steps));
    if (found?.kind !== 'submodule') return found && 'entry' in found ? { ...found, objects: this.#objects } : found;
    const answer = await this.#within(found.path, found.commit, found.rest);
    if (!answer) return found;
    return answer.inner && { ...answer.inner, path: posix.join(found.path, answer.inner.path) };
  }

  async entry(path: string): Promise<Entry | undefined> {
    const found = await this.locate(path);
    return found && 'entry' in found ? found.entry : undefined;
  }

  async file(path: string): Promise<Entry> {
    return (await this.#file(path)).entry;
  }

  async under(folder: string): Promise<readonly PlacedEntry[]> {
    const found = await this.locate(folder);
    if (found?.kind !== 'folder' || found.objects !== this.#objects) return [];
    const files = await this.#listed(this.#trees.files(this.commit, found.path));
    const [from, to] = [found.path, normalised(folder)];
    return from === to ? files : files.map(each => ({ ...each, path: `${to}${each.path.slice(from.length)}` }));
  }

  async links(): Promise<readonly PlacedEntry[] | undefined> {
    const whole = await this.#listed(this.#trees.whole(this.commit));
    if (!whole) return undefined;
    return [...whole].flatMap(([path, each]) => (each.kind === 'link' ? [{ ...each, path }] : []));
  }

  readonly list = once(async (): Promise<Listing | undefined> => {
    const found = await this.links();
    if (!found) return undefined;
    const unknown = found.filter(({ sha }) => !this.#texts.has(sha));
    for (const each of unknown.slice(0, mostLinksAsked)) await this.#linkText(each, each.path);
    const listed = listing((await this.#trees.whole(this.commit))!, this.#texts);
    return unknown.length > mostLinksAsked ? { ...listed, complete: false } : listed;
  });

  async read(path: string, mostBytes: number): Promise<Uint8Array> {
    const { entry, objects } = await this.#file(path);
    const limit = Math.min(mostBytes, largestBlob);
    if (entry.size > limit)
      throw unavailable(`${this.place(path)} has ${entry.size} bytes; at most ${limit} can be read.`, sizeRemedy);
    return this.#bytesOf(entry, path, objects);
  }

  async #file(path: string): Promise<Extract<Place, { entry: Entry }>> {
    const found = await this.locate(path);
    if (found?.kind === 'file') return found;
    throw unavailable(`There is no file ${this.place(path)}${whyNot(found)}.`, remedyFor(found));
  }

  readonly #byFoldedPath = once(async () => byFoldedPath((await this.#trees.whole(this.commit)) ?? new Map()));

  async #entryAt(path: string): Promise<PlacedEntry | undefined> {
    const entry = await this.#trees.entry(this.commit, path);
    return entry ? { ...entry, path } : (await this.#byFoldedPath()).get(path.toLowerCase());
  }

  async #linkText(link: Entry, path: string): Promise<string> {
    const known = this.#texts.get(link.sha);
    if (known !== undefined) return known;
    const text = link.size > longestLink ? '/' : new TextDecoder().decode(await this.#bytesOf(link, path));
    this.#texts.set(link.sha, text);
    return text;
  }

  /** What a submodule has at a path, from the first that has the submodule's commit. */
  async #within(path: string, at: string, rest: string): Promise<{ readonly inner: Place | undefined } | undefined> {
    for (const each of this.#objects.repository ? [this.#hostedWithin, this.#clonedWithin] : [this.#clonedWithin]) {
      const answer = await each(path, at)
        .then(async snapshot => snapshot && { inner: await snapshot.locate(rest) })
        .catch(unreadable);
      if (answer) return answer;
    }
    return undefined;
  }

  readonly #hostedWithin = onceEach(async (path, at): Promise<Snapshot | undefined> => {
    const modules = await this.#trees.entry(this.commit, '.gitmodules');
    if (modules?.kind !== 'file' || modules.size > largestModules) return undefined;
    const text = new TextDecoder().decode(await this.#bytesOf(modules, '.gitmodules'));
    const found = submoduleRepository(text, path, this.repository!);
    const checkout = this.#checkout && join(this.#checkout, path);
    return found && snapshotAt(found, at, { texts: this.#texts, checkout });
  });

  readonly #clonedWithin = onceEach(async (path, at): Promise<Snapshot | undefined> => {
    if (this.#checkout === undefined) return undefined;
    const checkout = join(this.#checkout, path);
    const objects = clone(await gitFolder(checkout));
    return new CommitFiles(this.repository, at, objects, { texts: this.#texts, checkout });
  });

  #listed<T>(answer: Promise<T>): Promise<T> {
    return orRefused(answer, `The files of commit ${this.commit.slice(0, 7)} cannot be listed`);
  }

  #bytesOf(entry: Entry, path: string, from = this.#objects): Promise<Uint8Array> {
    return orRefused(from.blob(entry), `${this.place(path)} cannot be read`);
  }
}

const orRefused = <T>(answer: Promise<T>, what: string): Promise<T> =>
  answer.catch(cause => {
    throw cause instanceof CamdriftError ? cause : refused(what, cause);
  });

/** `''` is the repository itself. */
function normalised(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  return plain === '.' ? '' : plain;
}

/** A submodule that the token does not read is none that is known. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof CamdriftError)) throw error;
}
