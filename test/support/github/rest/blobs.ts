import { type Answer, base64Lines, type Call, nodeId, notFound, Refusal, type Route } from '../call.ts';
import { blob, sizeOf, typeOf, writeBlob } from '../git-objects.ts';

const read: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
  scope: 'contents',
  answer: async call => {
    const { git } = call.world;
    const sha = call.params.file_sha!;
    if (!/^[0-9a-f]{40}$/.test(sha) || (await typeOf(git, sha)) !== 'blob') throw notFound();
    await refuseLarge(call, sha);
    const bytes = await blob(git, sha);
    if (wantsRaw(call)) return rawAnswer(call, bytes);
    const body = { ...shape(call, sha), size: bytes.length, content: base64Lines(bytes), encoding: 'base64' };
    return { status: 200, body };
  },
};

const write: Route = {
  method: 'POST',
  template: '/repos/{owner}/{repo}/git/blobs',
  scope: 'contents',
  answer: async call => {
    const { content, encoding = 'utf-8' } = call.body as { content: string; encoding?: string };
    const sha = await writeBlob(call.world.git, Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
    return { status: 201, body: { sha, url: shape(call, sha).url } };
  },
};

export const blobs: readonly Route[] = [read, write];

/** Whether the file itself is asked for instead of a description of it. */
export const wantsRaw = ({ accept }: Call): boolean => /application\/vnd\.github(\.v3)?\.raw(\+json)?/.test(accept);

export function rawAnswer({ accept }: Call, bytes: Uint8Array): Answer {
  const type = accept.includes('+json') ? 'application/vnd.github.raw+json' : 'application/vnd.github.raw';
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body: bytes };
}

export async function refuseLarge({ world }: Call, sha: string): Promise<void> {
  if ((await sizeOf(world.git, sha)) <= world.blobLimit) return;
  const message = 'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.';
  throw new Refusal(403, message, [{ resource: 'Blob', field: 'data', code: 'too_large' }]);
}

function shape({ world, links }: Call, sha: string) {
  const url = `${links.api}/repos/${world.owner}/${world.name}/git/blobs/${sha}`;
  return { sha, node_id: nodeId('B', sha), url };
}
