import { type Call, nodeId, notFound, Refusal, type Route } from '../call.ts';
import { moveRef } from '../git-commits.ts';
import { isAncestor } from '../git-differences.ts';
import { resolve, typeOf } from '../git-objects.ts';
import { branchesMoved } from '../refs.ts';

const read: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/git/ref/{ref}',
  scope: 'contents',
  answer: async call => {
    const ref = `refs/${call.params.ref}`;
    const sha = await resolve(call.world.git, ref);
    if (!sha) throw notFound();
    return { status: 200, body: await shape(call, ref, sha) };
  },
};

const create: Route = {
  method: 'POST',
  template: '/repos/{owner}/{repo}/git/refs',
  scope: 'contents',
  answer: async call => {
    const { git } = call.world;
    const { ref, sha } = call.body as { ref: string; sha: string };
    if (!/^refs\/[^/]+\/.+/.test(ref))
      throw new Refusal(422, "Reference name must start with 'refs/' and have at least two slashes");
    refuseProtected(call, ref);
    if ((await resolve(git, sha)) !== sha) throw new Refusal(422, 'Object does not exist');
    if (!(await moveRef(git, ref, sha, null))) throw new Refusal(422, 'Reference already exists');
    await branchesMoved(call.world);
    return { status: 201, headers: { location: address(call, ref) }, body: await shape(call, ref, sha) };
  },
};

const update: Route = {
  method: 'PATCH',
  template: '/repos/{owner}/{repo}/git/refs/{ref}',
  scope: 'contents',
  answer: async call => {
    const { git } = call.world;
    const ref = `refs/${call.params.ref}`;
    const { sha, force = false } = call.body as { sha: string; force?: boolean };
    refuseProtected(call, ref);
    const before = await resolve(git, ref);
    if (!before) throw new Refusal(422, 'Reference does not exist');
    if ((await resolve(git, sha)) !== sha) throw new Refusal(422, 'Object does not exist');
    if (!force && !(await isAncestor(git, before, sha))) throw new Refusal(422, 'Update is not a fast forward');
    if (!(await moveRef(git, ref, sha, before))) throw new Refusal(422, 'Reference cannot be updated');
    await branchesMoved(call.world);
    return { status: 200, body: await shape(call, ref, sha) };
  },
};

export const refs: readonly Route[] = [read, create, update];

function refuseProtected({ world }: Call, ref: string): void {
  if (world.protectedBranches.has(ref.replace('refs/heads/', ''))) throw new Refusal(403, ruleViolation);
}

export const ruleViolation = 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n';

async function shape(call: Call, ref: string, sha: string): Promise<object> {
  const type = await typeOf(call.world.git, sha);
  const { links, world } = call;
  const url = `${links.api}/repos/${world.owner}/${world.name}/git/${type}s/${sha}`;
  return { ref, node_id: nodeId('REF', ref), url: address(call, ref), object: { type, sha, url } };
}

function address({ links, world }: Call, ref: string): string {
  return `${links.api}/repos/${world.owner}/${world.name}/git/${ref}`;
}
