import { base64Lines, type Call, notFound, type Route } from '../call.ts';
import { blob, commitOf, entries, type TreeEntry } from '../git-objects.ts';
import { rawAnswer, refuseLarge, wantsRaw } from './blobs.ts';

export const contents: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/contents/{path}',
  scope: 'contents',
  answer: async call => {
    const { git } = call.world;
    const path = call.params.path!.replace(/\/$/, '');
    const at = await commitOf(git, call.query.ref ?? `refs/heads/${call.world.defaultBranch}`);
    const [found] = at && path ? await entries(git, at, false, path) : [];
    if (!at || (path && !found)) throw notFound();
    if (found && found.type !== 'tree') return file(call, at, found);
    const inside = await entries(git, at, false, path && `${path}/`);
    return { status: 200, body: inside.slice(0, mostEntries).map(entry => shape(call, at, entry)) };
  },
};

const mostEntries = 1000;
/** Above that, the description of a file comes without its content. */
const largestInJson = 1024 * 1024;

async function file(call: Call, at: string, entry: TreeEntry) {
  if (entry.type === 'commit') return { status: 200, body: { ...shape(call, at, entry), submodule_git_url: null } };
  await refuseLarge(call, entry.sha);
  const bytes = await blob(call.world.git, entry.sha);
  if (wantsRaw(call)) return rawAnswer(call, bytes);
  const about = shape(call, at, entry);
  if (entry.mode === '120000') return { status: 200, body: { ...about, target: Buffer.from(bytes).toString() } };
  if (bytes.length > largestInJson) return { status: 200, body: { ...about, content: '', encoding: 'none' } };
  return { status: 200, body: { ...about, content: base64Lines(bytes), encoding: 'base64' } };
}

function shape({ world, links }: Call, at: string, { path, sha, size, type, mode }: TreeEntry): object {
  const repository = `${world.owner}/${world.name}`;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const self = `${links.api}/repos/${repository}/contents/${encoded}?ref=${at}`;
  const git = `${links.api}/repos/${repository}/git/${type}s/${sha}`;
  const html = `${links.server}/${repository}/blob/${at}/${encoded}`;
  return {
    type: kindOf(type, mode),
    size: size ?? 0,
    name: path.split('/').at(-1),
    path,
    sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: type === 'blob' ? `${html}?raw=true` : null,
    _links: { self, git, html },
  };
}

function kindOf(type: string, mode: string): string {
  if (type === 'tree') return 'dir';
  if (type === 'commit') return 'submodule';
  return mode === '120000' ? 'symlink' : 'file';
}
