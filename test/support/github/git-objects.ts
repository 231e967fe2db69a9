import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** The object that a revision names, such as `refs/heads/main`, a sha or `main:path`; for a sha of a commit, that commit. */
export async function resolve(git: Git, revision: string): Promise<string | undefined> {
  if (plainRef.test(revision)) return refOf(git, revision);
  // Behind a colon, everything is part of the path.
  const what = revision.includes(':') ? revision : `${revision}^{object}`;
  return git.named(what);
}

export async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  const named = plainRef.test(revision) ? await refOf(git, revision) : revision;
  return named && git.named(`${named}^{commit}`);
}

const plainRef = /^refs(\/[\w-]+)+$/;

/** Where a ref stands: in a file of its own, for which Git need not be started, or among the packed ones. */
async function refOf(git: Git, ref: string): Promise<string | undefined> {
  const content = await readFile(join(git.folder, ref), 'utf8').catch(() => '');
  return /^[0-9a-f]{40}(?=\n$)/.exec(content)?.[0] ?? (await packedRef(git, ref));
}

async function packedRef({ folder }: Git, ref: string): Promise<string | undefined> {
  const packed = await readFile(join(folder, 'packed-refs'), 'utf8').catch(() => '');
  return packed
    .split('\n')
    .find(line => line.endsWith(` ${ref}`))
    ?.slice(0, 40);
}

export async function typeOf(git: Git, sha: string): Promise<ObjectType | undefined> {
  return (await objectOf(git, sha))?.type;
}

export async function sizeOf(git: Git, sha: string): Promise<number> {
  return (await blob(git, sha)).length;
}

export async function blob(git: Git, sha: string): Promise<Uint8Array> {
  return (await objectOf(git, sha))!.bytes;
}

/** What an object is and holds. */
async function objectOf(git: Git, sha: string): Promise<{ type: ObjectType; bytes: Uint8Array } | undefined> {
  const answer = await git.object(sha);
  if (!answer) return undefined;
  const end = answer.indexOf('\n');
  const [, type, size] = answer.toString('latin1', 0, end).split(' ');
  return { type: type as ObjectType, bytes: new Uint8Array(answer.subarray(end + 1, end + 1 + Number(size))) };
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
  const { bytes } = (await objectOf(git, sha))!;
  const [head = '', ...paragraphs] = Buffer.from(bytes).toString().split('\n\n');
  const lines = head.split('\n').map(line => split(line, ' '));
  const all = (name: string) => lines.filter(([key]) => key === name).map(([, value]) => value);
  const [[tree = ''], [author = ''], [committer = '']] = [all('tree'), all('author'), all('committer')];
  const message = paragraphs.join('\n\n').trimEnd();
  return { sha, tree, parents: all('parent'), author: person(author), committer: person(committer), message };
}

/** `NAME <EMAIL> SECONDS ZONE`, as a commit holds it. */
function person(line: string): Person {
  const [, name = '', email = '', seconds = '', zone = ''] = /^(.*) <(.*)> (\d+) ([+-]\d{4})$/.exec(line)!;
  const minutes = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)));
  const local = new Date((Number(seconds) + minutes * 60) * 1000).toISOString().slice(0, 19);
  return { name, email, date: `${local}${zone.slice(0, 3)}:${zone.slice(3)}` };
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
