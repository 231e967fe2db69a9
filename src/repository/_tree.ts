import { coordinates, type Repository } from './repository.ts';

/** What lies at a path of a commit. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'submodule';
  /** Of a submodule it is a commit of another repository. */
  readonly sha: string;
  /** Bytes of a file, or of the text that a link is; 0 of anything else. */
  readonly size: number;
}

export interface PlacedEntry extends Entry {
  readonly path: string;
}

/** One folder of a commit: all that is below it, or, when that is too much for one answer, what it holds itself. */
export interface Tree {
  readonly whole: boolean;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface TreeReader {
  /** @param path relative to the tree, normalised */
  entry(tree: string, path: string): Promise<Entry | undefined>;
  /** All of a tree, however deep; undefined when it is too much for one answer. */
  whole(tree: string): Promise<ReadonlyMap<string, Entry> | undefined>;
  /** Every file below a folder of a tree, `''` being the tree itself; paths are relative to the tree. */
  files(tree: string, folder: string): Promise<readonly PlacedEntry[]>;
}

/** Trees by their hash, each asked for once. */
export function treeReader(fetch: (sha: string) => Promise<Tree>): TreeReader {
  const known = new Map<string, Promise<Tree>>();
  const treeOf = (sha: string) => {
    const found = known.get(sha) ?? fetch(sha);
    known.set(sha, found);
    return found;
  };
  const entry = async (sha: string, path: string): Promise<Entry | undefined> => {
    const { whole, entries } = await treeOf(sha);
    const [first = '', ...rest] = path.split('/');
    if (whole || rest.length === 0) return entries.get(path);
    const folder = entries.get(first);
    return folder?.kind === 'folder' ? entry(folder.sha, rest.join('/')) : undefined;
  };
  const files = async (sha: string, folder: string): Promise<readonly PlacedEntry[]> => {
    const { whole, entries } = await treeOf(sha);
    const [first = '', ...rest] = folder.split('/');
    const inside = ([path]: readonly [string, Entry]) =>
      folder === '' || (whole ? path.startsWith(`${folder}/`) : path === first);
    const found: PlacedEntry[] = [];
    for (const [path, each] of [...entries].filter(inside)) {
      if (each.kind === 'file' && (whole || folder === '')) found.push({ ...each, path });
      if (each.kind === 'folder' && !whole) found.push(...within(path, await files(each.sha, rest.join('/'))));
    }
    return found;
  };
  const whole = async (sha: string) => {
    const tree = await treeOf(sha);
    return tree.whole ? tree.entries : undefined;
  };
  return { entry, whole, files };
}

const within = (folder: string, files: readonly PlacedEntry[]): PlacedEntry[] =>
  files.map(file => ({ ...file, path: `${folder}/${file.path}` }));

/** One request, two when GitHub cuts the recursive answer short (100,000 entries or 7 MB). */
export async function fetchTree(repository: Repository, sha: string): Promise<Tree> {
  const { git } = repository.api.rest;
  const request = { ...coordinates(repository), tree_sha: sha };
  const { data } = await git.getTree({ ...request, recursive: '1' });
  if (!data.truncated) return { whole: true, entries: entriesOf(data.tree) };
  const { data: folder } = await git.getTree(request);
  if (folder.truncated) throw new Error('a folder of it holds more entries than GitHub lists');
  return { whole: false, entries: entriesOf(folder.tree) };
}

interface ListedEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
  readonly size?: number;
}

export const entriesOf = (listed: readonly ListedEntry[]): ReadonlyMap<string, Entry> =>
  new Map(
    listed
      .filter(({ path }) => isPlain(path))
      .map(({ path, mode, sha, size = 0 }) => [path, { kind: kindOf(mode), sha, size }]),
  );

/** A tree can be made by hand: a path that a checkout would not write either must not lead anywhere. */
const isPlain = (path: string): boolean =>
  !path.includes('\\') &&
  path.split('/').every(step => !['', '.', '..'].includes(step) && step.toLowerCase() !== '.git');

const kinds: Readonly<Record<string, Entry['kind']>> = {
  '040000': 'folder',
  '120000': 'link',
  '160000': 'submodule',
};
const kindOf = (mode: string): Entry['kind'] => kinds[mode] ?? 'file';
