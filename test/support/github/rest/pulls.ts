import { type Call, notFound, paged, Refusal, type Route } from '../call.ts';
import { differences, isAncestor } from '../git-differences.ts';
import { commitOf } from '../git-objects.ts';
import { openPullRequest } from '../refs.ts';
import type { PullRequest } from '../world.ts';
import { fileShape } from './_files.ts';
import { pullRequest } from './_shapes.ts';

const one: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/pulls/{pull_number}',
  scope: 'pull-requests',
  answer: call => ({ status: 200, body: pullRequest(call.world, pullOf(call), call.links) }),
};

const list: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/pulls',
  scope: 'pull-requests',
  answer: call => {
    const { state = 'open', head, base } = call.query;
    const found = [...call.world.pulls.values()].filter(
      pull =>
        (state === 'all' || pull.state === state) &&
        (head === undefined || labelOf(call, pull) === head) &&
        (base === undefined || pull.baseBranch === base),
    );
    return page(call, found.reverse());
  },
};

const create: Route = {
  method: 'POST',
  template: '/repos/{owner}/{repo}/pulls',
  scope: 'pull-requests',
  answer: async call => {
    const { world, viewer } = call;
    const { head, base, title, body } = call.body as { head: string; base: string; title: string; body?: string };
    const branch = head.replace(`${world.owner}:`, '');
    if (
      [...world.pulls.values()].some(
        each => each.state === 'open' && each.headBranch === branch && each.baseBranch === base,
      )
    )
      throw new Refusal(422, `A pull request already exists for ${world.owner}:${branch}.`);
    const made = await openPullRequest(world, {
      head: branch,
      base,
      title,
      author: viewer.login,
      ...(body !== undefined && { body }),
    });
    if (made.size.commits === 0) {
      world.pulls.delete(made.number);
      throw new Refusal(422, `No commits between ${base} and ${branch}`);
    }
    return { status: 201, body: pullRequest(world, made, call.links) };
  },
};

const update: Route = {
  method: 'PATCH',
  template: '/repos/{owner}/{repo}/pulls/{pull_number}',
  scope: 'pull-requests',
  answer: call => {
    const { title, body } = call.body as { title?: string; body?: string };
    const pull = Object.assign(pullOf(call), {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
    });
    return { status: 200, body: pullRequest(call.world, pull, call.links) };
  },
};

const files: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
  scope: 'pull-requests',
  answer: async call => {
    const { head, mergeBase } = pullOf(call);
    const { items, headers } = paged(call, await differences(call.world.git, mergeBase, head), mostFiles);
    return { status: 200, headers, body: items.map(file => fileShape(call, file, head)) };
  },
};

/** However many a pull request changes. */
const mostFiles = 3000;

/** The one that brought the commit, and open ones from this repository only: GitHub does not list a fork's by its commit. */
const ofCommit: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  scope: 'pull-requests',
  answer: async call => {
    const { git, pulls } = call.world;
    const sha = await commitOf(git, call.params.commit_sha!);
    if (!sha) throw new Refusal(422, `No commit found for SHA: ${call.params.commit_sha}`);
    const found: PullRequest[] = [];
    for (const pull of pulls.values()) {
      const isIn = (await isAncestor(git, sha, pull.head)) && !(await isAncestor(git, sha, pull.base));
      if (pull.merged === sha || (isIn && !pull.fork && pull.state === 'open')) found.push(pull);
    }
    return page(call, found.reverse());
  },
};

export const pulls: readonly Route[] = [one, list, create, update, files, ofCommit];

function pullOf({ world, params }: Call): PullRequest {
  const pull = world.pulls.get(Number(params.pull_number));
  if (!pull) throw notFound();
  return pull;
}

function labelOf({ world }: Call, { fork, headBranch }: PullRequest): string {
  return `${fork?.split('/')[0] ?? world.owner}:${headBranch}`;
}

/** Lists leave out what only a single pull request tells. */
function page(call: Call, found: readonly PullRequest[]) {
  const { items, headers } = paged(call, found);
  const body = items.map(pull => {
    const { mergeable, mergeable_state, comments, commits, changed_files, additions, deletions, merged, ...rest } =
      pullRequest(call.world, pull, call.links);
    return rest;
  });
  return { status: 200, headers, body };
}
