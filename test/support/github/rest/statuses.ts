import { type Call, nodeId, notFound, paged, Refusal, type Route } from '../call.ts';
import { timestamp } from '../clock.ts';
import { commitOf } from '../git-objects.ts';
import type { Status } from '../world.ts';
import { repository, user } from './_shapes.ts';

interface Wanted {
  readonly state: Status['state'];
  readonly context?: string;
  readonly description?: string | null;
  readonly target_url?: string | null;
}

const create: Route = {
  method: 'POST',
  template: '/repos/{owner}/{repo}/statuses/{sha}',
  scope: 'statuses',
  answer: async call => {
    const { world, viewer } = call;
    const sha = call.params.sha!;
    if ((await commitOf(world.git, sha)) !== sha) throw new Refusal(422, `No commit found for SHA: ${sha}`);
    const { state, context = 'default', description = null, target_url = null } = call.body as unknown as Wanted;
    if ((description?.length ?? 0) > longest) throw tooLong();
    const made = { id: world.nextId(), creator: viewer.login, createdAt: world.clock.now() };
    const status: Status = { ...made, sha, state, context, description, targetUrl: target_url };
    world.statuses.push(status);
    return { status: 201, body: { ...shape(call, status), creator: user(world, status.creator, call.links) } };
  },
};

const combined: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/commits/{ref}/status',
  scope: 'statuses',
  answer: async call => {
    const { world, links } = call;
    const sha = await commitOf(world.git, call.params.ref!);
    if (!sha) throw notFound();
    const latest = new Map(world.statuses.filter(each => each.sha === sha).map(each => [each.context, each]));
    const { items, headers } = paged(call, [...latest.values()]);
    const url = `${links.api}/repos/${world.owner}/${world.name}/commits/${sha}`;
    const body = {
      state: together([...latest.values()]),
      statuses: items.map(each => shape(call, each)),
      sha,
      total_count: latest.size,
      repository: repository(world, links),
      commit_url: url,
      url: `${url}/status`,
    };
    return { status: 200, headers, body };
  },
};

/** Every one ever set, newest first. */
const list: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/commits/{ref}/statuses',
  scope: 'statuses',
  answer: async call => {
    const { world, links } = call;
    const sha = await commitOf(world.git, call.params.ref!);
    if (!sha) throw notFound();
    const found = world.statuses.filter(each => each.sha === sha).toReversed();
    const { items, headers } = paged(call, found);
    const body = items.map(each => ({ ...shape(call, each), creator: user(world, each.creator, links) }));
    return { status: 200, headers, body };
  },
};

export const statuses: readonly Route[] = [create, combined, list];

const longest = 140;

function tooLong(): Refusal {
  const message = `description is too long (maximum is ${longest} characters)`;
  return new Refusal(422, 'Validation Failed', [{ resource: 'Status', code: 'custom', field: 'description', message }]);
}

function together(latest: readonly Status[]): string {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return latest.length === 0 || latest.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}

function shape({ world, links }: Call, status: Status): object {
  const { id, sha, state, context, description, targetUrl, creator } = status;
  return {
    url: `${links.api}/repos/${world.owner}/${world.name}/statuses/${sha}`,
    avatar_url: `${links.server}/avatars/${world.idOf(creator)}`,
    id,
    node_id: nodeId('SC', id),
    state,
    description,
    target_url: targetUrl,
    context,
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
  };
}
