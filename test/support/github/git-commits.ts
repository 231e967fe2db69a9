import { randomUUID } from 'node:crypto';
import type { Git } from './git.ts';

/** Content of a file, where a symbolic link points, the commit of a submodule, or `null` to delete it. */
export type FileChange = string | Uint8Array | { readonly symlink: string } | { readonly submodule: string } | null;

export interface NewCommit {
  /** The first one's files are what `files` changes. */
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly date: Date;
  readonly files: Readonly<Record<string, FileChange>>;
}

/** Writes a commit of many files in one go. No branch moves. */
export async function writeCommit(git: Git, { parents, message, author, date, files }: NewCommit): Promise<string> {
  const [first, ...others] = parents;
  const who = `${author.name} <${author.email}> ${Math.floor(date.getTime() / 1000)} +0000`;
  const parts: (string | Uint8Array)[] = [
    // Every commit that is written needs a ref; nothing lists these.
    `commit refs/stand-in/${randomUUID()}\nmark :1\nauthor ${who}\ncommitter ${who}\n`,
    ...data(message),
    ...(first ? [`from ${first}\n`] : []),
    ...others.map(parent => `merge ${parent}\n`),
    ...Object.entries(files).flatMap(([path, change]) => fileChange(path, change)),
    '\nget-mark :1\n',
  ];
  const input = Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)));
  return (await git.run(['fast-import', '--quiet'], { input })).toString().trim();
}

/** @returns false when the ref is not at `from` (any value: `undefined`; no ref at all: `null`) */
export async function moveRef(git: Git, ref: string, to: string, from?: string | null): Promise<boolean> {
  const expected = from === undefined ? [] : [from ?? '0'.repeat(40)];
  return (await git.ask('update-ref', ref, to, ...expected)) !== undefined;
}

/** Whatever they name now. */
export async function moveRefs(git: Git, refs: Readonly<Record<string, string>>): Promise<void> {
  const input = Object.entries(refs)
    .map(([ref, to]) => `update ${ref}\0${to}\0\0`)
    .join('');
  await git.run(['update-ref', '-z', '--stdin'], { input });
}

/** A merge commit as GitHub makes it for a pull request; `undefined` when there are conflicts. */
export async function mergeCommit(git: Git, base: string, head: string, date: Date): Promise<string | undefined> {
  const tree = await git.ask('merge-tree', '--write-tree', base, head);
  if (tree === undefined) return undefined;
  const message = `Merge ${head} into ${base}`;
  return writeCommitOfTree(git, { tree, parents: [base, head], message, env: dates(date) });
}

export async function writeCommitOfTree(
  git: Git,
  what: { tree: string; parents: readonly string[]; message: string; env: Record<string, string> },
): Promise<string> {
  const parents = what.parents.flatMap(parent => ['-p', parent]);
  const written = await git.run(['commit-tree', what.tree, ...parents, '-F', '-'], {
    input: what.message,
    env: what.env,
  });
  return written.toString().trim();
}

export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** `null` deletes. */
  readonly sha: string | null;
}

/** A tree made from another by changing some of its entries. */
export async function writeTree(
  git: Git,
  base: string | undefined,
  changes: readonly TreeChange[],
  index: string,
): Promise<string> {
  const env = { GIT_INDEX_FILE: index };
  await git.run(['read-tree', base ?? '--empty'], { env });
  const lines = changes.map(({ path, mode, sha }) => `${sha ? mode : '0'} ${sha ?? '0'.repeat(40)}\t${path}\0`);
  await git.run(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
  return (await git.run(['write-tree'], { env })).toString().trim();
}

export function dates(date: Date): Record<string, string> {
  return { GIT_AUTHOR_DATE: date.toISOString(), GIT_COMMITTER_DATE: date.toISOString() };
}

function fileChange(path: string, change: FileChange): (string | Uint8Array)[] {
  const name = `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
  if (change === null) return [`D ${name}\n`];
  if (typeof change === 'object' && 'submodule' in change) return [`M 160000 ${change.submodule} ${name}\n`];
  const isLink = typeof change === 'object' && 'symlink' in change;
  return [`M ${isLink ? '120000' : '100644'} inline ${name}\n`, ...data(isLink ? change.symlink : change)];
}

function data(content: string | Uint8Array): (string | Uint8Array)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}
