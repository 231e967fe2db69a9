import { extname } from 'node:path';
import { type Answer, notFound } from './call.ts';
import { blob, resolve } from './git-objects.ts';
import type { Incoming } from './incoming.ts';
import type { World } from './world.ts';

/** Where a picture in a comment comes from: `/OWNER/REPO/blob/SHA/PATH?raw=true`. Whoever looks at it is signed in. */
export async function view(world: World, { path, query }: Incoming): Promise<Answer> {
  const [, , , , commit = '', ...rest] = path.split('/').map(decodeURIComponent);
  const file = rest.join('/');
  const sha = await resolve(world.git, `${commit}:${file}`);
  if (!sha || query.raw !== 'true') throw notFound();
  const type = types[extname(file)] ?? 'text/plain; charset=utf-8';
  return { status: 200, headers: { 'content-type': type }, body: await blob(world.git, sha) };
}

const types: Record<string, string> = { '.webp': 'image/webp', '.png': 'image/png', '.jpg': 'image/jpeg' };
