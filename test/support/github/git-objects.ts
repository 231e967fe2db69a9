import type { Git } from './git.ts';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface TreeEntry {
  readonly mode: string;
  readonly type: ObjectType;
  readonly sha: string;
  /** Bytes; of blobs only. */
  readonly size: number | undefined;
  readonly path: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface CommitRecord {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

/** The object that a revision names, such as `main`, a sha or `main:path`; for a sha of a commit, that commit. */
export function resolve(git: Git, revision: string): Promise<string | undefined> {
  // Behind a colon, everything is part of the path.
  const what = revision.includes(':') ? revision : `${revision}^{object}`;
  return git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', what);
}

export function commitOf(git: Git, revision: string): Promise<string | undefined> {
  return git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
}

export async function typeOf(git: Git, sha: string): Promise<ObjectType | undefined> {
  return (await git.ask('cat-file', '-t', sha)) as ObjectType | undefined;
}

export async function sizeOf(git: Git, sha: string): Promise<number> {
  return Number(await git.run(['cat-file', '-s', sha]));
}

export async function blob(git: Git, sha: string): Promise<Uint8Array> {
  return new Uint8Array(await git.run(['cat-file', 'blob', sha]));
}

export async function entries(git: Git, treeish: string, recursive: boolean, path = ''): Promise<TreeEntry[]> {
  const how = recursive ? ['-r', '-t'] : [];
  const listing = await git.run(['ls-tree', '-z', '-l', ...how, treeish, ...(path ? ['--', `:(literal)${path}`] : [])]);
  return fields(listing).map(line => {
    const [about = '', name = ''] = split(line, '\t');
    const [mode = '', type = '', sha = '', size = '-'] = about.split(/ +/);
    return { mode, type: type as ObjectType, sha, size: size === '-' ? undefined : Number(size), path: name };
  });
}

export async function writeBlob(git: Git, bytes: Uint8Array): Promise<string> {
  return (await git.run(['hash-object', '-w', '--stdin'], { input: bytes })).toString().trim();
}

const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x1f');

/** Commits that a range names, newest first. */
export async function commits(git: Git, ...range: readonly string[]): Promise<CommitRecord[]> {
  return fields(await git.run(['log', '-z', `--format=${format}`, ...range, '--'])).map(line => {
    const [sha = '', tree = '', parents = '', ...rest] = line.split('\x1f');
    const [name = '', email = '', date = '', byName = '', byEmail = '', byDate = '', message = ''] = rest;
    const committer = { name: byName, email: byEmail, date: byDate };
    const above = parents.split(' ').filter(Boolean);
    return { sha, tree, parents: above, author: { name, email, date }, committer, message: message.trimEnd() };
  });
}

export async function commit(git: Git, sha: string): Promise<CommitRecord> {
  const [found] = await commits(git, '--max-count=1', sha);
  return found!;
}

/** What Git separates by NUL. */
export function fields(output: Buffer): string[] {
  return output
    .toString()
    .split('\0')
    .filter(each => each !== '');
}

function split(line: string, by: string): [string, string] {
  const at = line.indexOf(by);
  return [line.slice(0, at), line.slice(at + by.length)];
}
