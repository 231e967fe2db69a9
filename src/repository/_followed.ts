import { posix } from 'node:path';
import type { Entry, PlacedEntry } from './_tree.ts';

/** Where a path of a commit leads once its symbolic links are followed. */
export type Place =
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly entry: Entry }
  /** At `path` lies a submodule, and the way goes on inside it. */
  | { readonly kind: 'submodule'; readonly path: string; readonly commit: string; readonly rest: string }
  /** The link at `path` leads out of the repository, or in a circle. */
  | { readonly kind: 'away'; readonly path: string };

export interface Following {
  /** What lies at a path itself, and the path as Git has it. */
  entry(path: string): Promise<PlacedEntry | undefined>;
  /** The text of a link: the path that it leads to. */
  linkText(link: Entry, path: string): Promise<string>;
}

const mostHops = 40;

/**
 * Walks a path as a file system would, step by step.
 * @param path relative to the repository, normalised; `''` is the repository itself
 */
export async function follow(path: string, tree: Following): Promise<Place | undefined> {
  let way = path;
  for (let hops = 0; hops <= mostHops; hops++) {
    const stop = await straight(way, tree);
    if (stop?.entry.kind !== 'link') return stop && placeOf(stop);
    const target = joined(folderOf(stop.path), await tree.linkText(stop.entry, stop.path));
    if (target === undefined) return { kind: 'away', path: stop.path };
    way = [target, stop.rest].filter(Boolean).join('/');
  }
  return { kind: 'away', path };
}

interface Stop {
  readonly path: string;
  readonly entry: Entry;
  /** Steps that are left. */
  readonly rest: string;
}

/** Goes on until the end, a link or a submodule; undefined when there is no way. */
async function straight(path: string, tree: Following): Promise<Stop | undefined> {
  const steps = path.split('/').filter(Boolean);
  let stop: Stop = { path: '', entry: root, rest: '' };
  for (const [index, step] of steps.entries()) {
    const found = await tree.entry(stop.path === '' ? step : `${stop.path}/${step}`);
    if (!found) return undefined;
    const { path: at, ...entry } = found;
    stop = { path: at, entry, rest: steps.slice(index + 1).join('/') };
    if (entry.kind !== 'folder') break;
  }
  return stop;
}

function placeOf({ path, entry, rest }: Stop): Place | undefined {
  if (entry.kind === 'submodule') return { kind: 'submodule', path, commit: entry.sha, rest };
  if (entry.kind === 'file' && rest !== '') return undefined;
  return { kind: entry.kind === 'file' ? 'file' : 'folder', path, entry };
}

const root: Entry = { kind: 'folder', sha: '', size: 0 };
const folderOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');

/** Where a link in a folder leads, as a path of the repository; undefined when that is outside. */
export function joined(folder: string, target: string): string | undefined {
  if (target.startsWith('/') || /^[A-Za-z]:|\\/.test(target) || target.includes('\0')) return undefined;
  const path = posix.normalize(posix.join(folder, target)).replace(/\/$/, '');
  if (path === '..' || path.startsWith('../')) return undefined;
  return path === '.' ? '' : path;
}
