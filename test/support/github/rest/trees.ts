import { join } from 'node:path';
import { type Call, notFound, Refusal, type Route } from '../call.ts';
import { type TreeChange, writeTree } from '../git-commits.ts';
import { entries, resolve, type TreeEntry, writeBlob } from '../git-objects.ts';

const read: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
  scope: 'contents',
  answer: async call => {
    const tree = await resolve(call.world.git, `${call.params.tree_sha}^{tree}`);
    if (!tree) throw notFound();
    const all = await entries(call.world.git, tree, call.query.recursive !== undefined);
    const kept = all.slice(0, mostEntries);
    return { status: 200, body: treeShape(call, tree, kept, kept.length < all.length) };
  },
};

/** A recursive listing ends there and says so. */
const mostEntries = 100_000;

interface WantedEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha?: string | null;
  readonly content?: string;
}

const write: Route = {
  method: 'POST',
  template: '/repos/{owner}/{repo}/git/trees',
  scope: 'contents',
  answer: async call => {
    const { git, scratch } = call.world;
    const { tree: wanted, base_tree: base } = call.body as { tree: WantedEntry[]; base_tree?: string };
    const below = base === undefined ? undefined : await resolve(git, `${base}^{tree}`);
    if (base !== undefined && !below) throw new Refusal(422, 'base_tree is not a valid tree oid');
    const changes = await Promise.all(wanted.map(entry => changeOf(call, entry)));
    const tree = await writeTree(git, below, changes, join(scratch, `index-${call.world.nextId()}`));
    return { status: 201, body: treeShape(call, tree, await entries(git, tree, false), false) };
  },
};

export const trees: readonly Route[] = [read, write];

async function changeOf(call: Call, { path, mode, sha, content }: WantedEntry): Promise<TreeChange> {
  if (sha === null) return { path, mode, sha };
  const object = sha ?? (await writeBlob(call.world.git, Buffer.from(content ?? '')));
  if (!(await resolve(call.world.git, object))) throw new Refusal(422, `tree.sha ${sha} does not exist`);
  return { path, mode, sha: object };
}

function treeShape({ world, links }: Call, sha: string, all: readonly TreeEntry[], truncated: boolean): object {
  const base = `${links.api}/repos/${world.owner}/${world.name}/git`;
  const tree = all.map(entry => ({
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(entry.size !== undefined && { size: entry.size }),
    url: `${base}/${entry.type}s/${entry.sha}`,
  }));
  return { sha, url: `${base}/trees/${sha}`, tree, truncated };
}
