import { join, resolve } from 'node:path';
import { confined, inside } from '../files/workspace.ts';
import { type Network, usualBounds } from '../sources/network.ts';
import type { ActionWorld } from './world.ts';

/** What the workflow lets models be fetched from, and where they are kept. */
export async function networkOf({ inputs, workspace, temporary, env, runner }: ActionWorld): Promise<Network> {
  const { cache, 'allow-hosts': allowed } = inputs;
  const folder = resolve(workspace, cache || join(temporary, 'camdrift-models'));
  // In the workspace a change may have put a link in its place.
  if (inside(workspace, folder)) await confined(workspace, folder, 'input `cache`');
  return { cache: folder, allowed, env, say: runner.line, bounds: usualBounds };
}
