import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Explainer } from '../explainer/explainer.ts';
import { requireOutside } from '../files/workspace.ts';
import { cached } from '../map-cache/cached.ts';
import type { Scopes } from '../map-cache/store.ts';
import { readPullRequest, readPush } from './payloads.ts';
import type { ActionWorld } from './world.ts';

/** With the input `map-cache`, an explainer that computes nothing twice. */
export async function withMapCache(engine: Explainer, world: ActionWorld): Promise<Explainer> {
  const { inputs, workspace, event, runner } = world;
  if (inputs['map-cache'] === '') return engine;
  const folder = resolve(workspace, inputs['map-cache']);
  await requireOutside(workspace, folder, 'input `map-cache`');
  return cached(engine, { folder, scopes: scopesOf(event) }, runner.warning);
}

/**
 * A pull request writes for itself and reads what its base branch wrote, too; a branch reads only its own. So nothing that a pull
 * request wrote is ever taken where another is judged, or a branch.
 */
export function scopesOf({ name, payload }: ActionWorld['event']): Scopes {
  if (name === 'pull_request' || name === 'pull_request_target') {
    const { number, base } = readPullRequest(payload);
    return [`pull-${number}`, branch(base.ref)];
  }
  const pushed = name === 'push' ? readPush(payload).branch : undefined;
  return pushed === undefined ? [`event-${name.replace(/\W/g, '-')}`] : [branch(pushed)];
}

/** Names of branches may hold what names of folders may not. */
const branch = (name: string): string => `branch-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
