import { posix } from 'node:path';
import { joined } from './_followed.ts';
import type { Entry } from './_tree.ts';

/** Every path at which a checkout has a file, links followed. */
export interface Listing {
  readonly entries: ReadonlyMap<string, Entry>;
  /** False: links lead to more files than are listed. */
  readonly complete: boolean;
}

/** Links can lead to one another, and each multiplies what lies behind it. */
const mostEntries = 300_000;

/**
 * A tree as a checkout shows it: what lies behind a link lies at the link's own path as well. A folder is not entered again on
 * the way through itself. Links that lead nowhere, and submodules, are entries of their own.
 * @param texts of the links, by their hash
 */
export function listing(tree: ReadonlyMap<string, Entry>, texts: ReadonlyMap<string, string>): Listing {
  const entries = new Map<string, Entry>();
  const below = folders(tree);
  let complete = true;
  const add = (path: string, real: string, entry: Entry, through: readonly string[]): void => {
    if (entries.size >= mostEntries) complete = false;
    if (!complete) return;
    const target = entry.kind === 'link' ? targetOf(tree, real, texts) : undefined;
    if (entry.kind === 'folder') enter(path, real, through);
    else if (!target) entries.set(path, entry);
    else if (target.entry?.kind !== 'folder' && target.path !== '')
      add(path, target.path, target.entry!, [...through, target.path]);
    else if (![...through, posix.dirname(real)].some(each => isBelow(target.path, each)))
      enter(path, target.path, [...through, target.path]);
  };
  const enter = (path: string, real: string, through: readonly string[]): void => {
    for (const child of below.get(real) ?? [])
      add(path === '' ? posix.basename(child) : `${path}/${posix.basename(child)}`, child, tree.get(child)!, through);
  };
  enter('', '', []);
  return { entries, complete };
}

/** What each folder holds itself; `''` is the repository. */
function folders(tree: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of tree.keys()) {
    const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    const held = found.get(folder);
    if (held) held.push(path);
    else found.set(folder, [path]);
  }
  return found;
}

const isBelow = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

interface Target {
  readonly path: string;
  /** None of the repository itself. */
  readonly entry: Entry | undefined;
}

/** What a link leads to in the end; undefined when that is not in the tree. */
function targetOf(
  tree: ReadonlyMap<string, Entry>,
  link: string,
  texts: ReadonlyMap<string, string>,
): Target | undefined {
  let path = link;
  for (let hops = 0; hops < 40; hops++) {
    const stop = firstLink(tree, path);
    if (stop === undefined) {
      const entry = tree.get(path);
      return entry || path === '' ? { path, entry } : undefined;
    }
    const text = texts.get(tree.get(stop)!.sha);
    const folder = posix.dirname(stop) === '.' ? '' : posix.dirname(stop);
    const target = text === undefined ? undefined : joined(folder, text);
    if (target === undefined) return undefined;
    const rest = path.slice(stop.length + 1);
    path = [target, rest].filter(Boolean).join('/');
  }
  return undefined;
}

/** The first link on a path, the last step included. */
function firstLink(tree: ReadonlyMap<string, Entry>, path: string): string | undefined {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/')).find(each => tree.get(each)?.kind === 'link');
}
