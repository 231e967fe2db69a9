import { createHash } from 'node:crypto';
import type { TestContext } from 'node:test';
import { blobName } from '../../src/repository/blob-name.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';
import { snapshotAt } from '../../src/repository/snapshot-at.ts';
import { type Answer, type Asked, repositoryAt, type TinyServer, tinyServer } from '../support/tiny-server.ts';

export const commit = 'c0ffee1'.padEnd(40, '0');

/** A file, a symbolic link or a submodule. */
export type Content = Uint8Array | string | { readonly link: string } | { readonly submodule: string };

export interface CommitOptions {
  /** How many files a recursive answer may hold. */
  readonly mostEntries?: number;
  /** Objects that Git LFS holds, by their hash. */
  readonly lfs?: ReadonlyMap<string, Uint8Array>;
  /** Answers before anything else does. */
  readonly first?: (asked: Asked) => Answer | undefined;
}

export interface Served {
  readonly snapshot: Snapshot;
  readonly server: TinyServer;
  /** What was asked since the last call, without the repository: `trees`, `blobs`, `batch`, `objects`. */
  requests(): Record<string, number>;
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const pointerTo = (bytes: Uint8Array | string, size = Buffer.from(bytes).length): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(bytes)}\nsize ${size}\n`;
export const lfsOf = (...objects: (Uint8Array | string)[]): Map<string, Uint8Array> =>
  new Map(objects.map(bytes => [sha256(bytes), Buffer.from(bytes)]));

/** One commit of a repository and its Git LFS storage, as GitHub serves them. */
export async function served(
  t: TestContext,
  files: Readonly<Record<string, Content>>,
  { mostEntries = Number.POSITIVE_INFINITY, lfs = new Map(), first }: CommitOptions = {},
): Promise<Served> {
  const blobs = new Map(Object.values(files).map(content => [nameOf(content), content]));
  const server: TinyServer = await tinyServer(t, asked => {
    const { pathname, searchParams } = new URL(asked.path, 'http://github');
    const told = first?.(asked);
    if (told) return told;
    const [kind, name = ''] = pathname.split('/').slice(-2);
    if (kind === 'trees') return tree(files, name, searchParams.has('recursive'), mostEntries);
    // GitHub says of any bytes that they are UTF-8.
    if (kind === 'blobs' && asked.headers.accept === 'application/vnd.github.raw+json')
      return {
        body: bytesOf(blobs.get(name) as Uint8Array),
        headers: { 'content-type': `${asked.headers.accept}; charset=utf-8` },
      };
    if (name === 'batch') return { body: batch(server.url, lfs, JSON.parse(asked.body)) };
    return lfs.has(name) ? { body: lfs.get(name)! } : { status: 404, body: { message: 'Not Found' } };
  });
  let seen = 0;
  return {
    snapshot: snapshotAt(repositoryAt(server.url), commit),
    server,
    requests: () => {
      const kinds = server.asked
        .slice(seen)
        .map(({ path }) => /trees|blobs|batch|objects/.exec(path.replace('objects/batch', 'batch'))![0]);
      seen = server.asked.length;
      return Object.fromEntries(
        [...new Set(kinds)].sort().map(kind => [kind, kinds.filter(each => each === kind).length]),
      );
    },
  };
}

/** What a file, or the text of a link, is made of; a submodule is a commit of elsewhere. */
const bytesOf = (content: Exclude<Content, { readonly submodule: string }>): Buffer =>
  Buffer.from(typeof content === 'object' && 'link' in content ? content.link : content);

function nameOf(content: Content): string {
  return isSubmodule(content) ? content.submodule : blobName(bytesOf(content), '');
}

const isSubmodule = (content: Content): content is { readonly submodule: string } =>
  typeof content === 'object' && 'submodule' in content;

const treeName = (folder: string): string =>
  folder === '' ? commit : createHash('sha1').update(`tree ${folder}`).digest('hex');

function tree(files: Readonly<Record<string, Content>>, sha: string, recursive: boolean, most: number): Answer {
  const paths = Object.keys(files);
  const folders = [...new Set(paths.flatMap(foldersOf))];
  const folder = ['', ...folders].find(each => treeName(each) === sha);
  if (folder === undefined) return { status: 404, body: { message: 'Not Found' } };
  const start = folder === '' ? '' : `${folder}/`;
  const entries = [
    ...folders.map(path => ({ path, mode: '040000', sha: treeName(path) })),
    ...paths.map(path => fileEntry(path, files[path]!)),
  ]
    .filter(({ path }) => path.startsWith(start))
    .map(entry => ({ ...entry, path: entry.path.slice(start.length) }))
    .filter(({ path }) => recursive || !path.includes('/'));
  const truncated = recursive && entries.length > most;
  return { body: { sha, truncated, tree: truncated ? entries.slice(0, most) : entries } };
}

function fileEntry(path: string, content: Content) {
  const sha = nameOf(content);
  if (isSubmodule(content)) return { path, mode: '160000', sha };
  const mode = typeof content === 'object' && 'link' in content ? '120000' : '100644';
  return { path, mode, sha, size: bytesOf(content).length };
}

const foldersOf = (path: string): string[] => {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
};

function batch(
  url: string,
  lfs: ReadonlyMap<string, Uint8Array>,
  { objects }: { objects: { oid: string; size: number }[] },
) {
  return {
    transfer: 'basic',
    objects: objects.map(({ oid, size }) =>
      lfs.has(oid)
        ? { oid, size, actions: { download: { href: `${url}/storage/objects/${oid}`, header: { 'x-ticket': 'yes' } } } }
        : { oid, size, error: { code: 404, message: 'Object does not exist' } },
    ),
  };
}
