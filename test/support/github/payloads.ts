import type { Links } from './call.ts';
import { timestamp } from './clock.ts';
import { adapted, type Example, example } from './rest/_examples.ts';
import { pullRequest, repository, user } from './rest/_shapes.ts';
import { runShape } from './rest/actions.ts';
import { commentShape } from './rest/comments.ts';
import type { Comment, World } from './world.ts';

/** What GitHub writes to `GITHUB_EVENT_PATH`. Made from its own examples, about what the stand-in knows. */
export interface Payloads {
  pullRequest(
    number: number,
    how?: { action?: PullRequestAction; before?: string; sender?: string; changes?: object },
  ): Example;
  mergeGroup(queued: QueuedCommits): Example;
  /** Without `before` the branch is new. */
  push(about: { branch: string; before?: string; after: string; sender?: string }): Example;
  /** Somebody comments on a pull request, or does something to a comment there. */
  issueComment(
    comment: Comment,
    how?: { action?: 'created' | 'edited' | 'deleted'; sender?: string; was?: string },
  ): Example;
  workflowRun(run: number, how?: { action?: 'requested' | 'in_progress' | 'completed' }): Example;
}

export interface QueuedCommits {
  readonly base: string;
  readonly head: string;
  /** Of the pull request in the queue, which only the branch's name tells; the last one if not given. */
  readonly number?: number;
}

export type PullRequestAction =
  | 'opened'
  | 'synchronize'
  | 'reopened'
  | 'ready_for_review'
  | 'edited'
  | 'labeled'
  | 'assigned'
  | 'closed';

export function payloads(world: World, links: Links): Payloads {
  const about = (sender: string) => ({ repository: repository(world, links), sender: user(world, sender, links) });
  return {
    pullRequest: (number, { action = 'opened', before, sender, changes } = {}) => {
      const pull = world.pulls.get(number);
      if (!pull) throw new Error(`There is no pull request ${number}.`);
      const moved = action === 'synchronize' ? { before: before ?? pull.base, after: pull.head } : {};
      const shape = pullRequest(world, pull, links);
      return {
        action,
        number,
        ...moved,
        ...(changes && { changes }),
        pull_request: shape,
        ...about(sender ?? pull.author),
      };
    },
    mergeGroup: queued => ({ ...mergeGroup(world, links, queued), ...about('octocat') }),
    push: ({ branch, before = nothing, after, sender = 'octocat' }) => ({
      ...push(world, links, branch, before, after),
      ...about(sender),
    }),
    issueComment: (comment, { action = 'created', sender = comment.author, was } = {}) => {
      const { title, number, author, state, createdAt, updatedAt } = world.pulls.get(comment.number)!;
      const sample = adapted(example('issue_comment', 'created').issue, `${world.owner}/${world.name}`, links);
      const url = `${links.api}/repos/${world.owner}/${world.name}`;
      const times = { created_at: timestamp(createdAt), updated_at: timestamp(updatedAt) };
      const pull_request = {
        url: `${url}/pulls/${number}`,
        html_url: `${links.server}/${world.owner}/${world.name}/pull/${number}`,
      };
      const issue = {
        ...{ ...sample, number, title, state, ...times, user: user(world, author, links), pull_request },
        ...{ url: `${url}/issues/${number}`, comments_url: `${url}/issues/${number}/comments`, labels: [] },
      };
      const changes = was === undefined ? {} : { changes: { body: { from: was } } };
      return { action, issue, comment: commentShape({ world, links }, comment), ...changes, ...about(sender) };
    },
    workflowRun: (id, { action = 'completed' } = {}) => {
      const run = world.runs.get(id);
      if (!run) throw new Error(`There is no run ${id}.`);
      const sample = adapted(example('workflow_run', action).workflow, `${world.owner}/${world.name}`, links);
      const shape = runShape(world, run, links);
      const workflow = { ...sample, name: run.name, path: shape.path, id: shape.workflow_id };
      return { action, workflow, workflow_run: shape, ...about('octocat') };
    },
  };
}

const nothing = '0'.repeat(40);

function mergeGroup(world: World, links: Links, { base, head, number }: QueuedCommits): Example {
  const sample = adapted(example('merge_group').merge_group, `${world.owner}/${world.name}`, links);
  const last = number ?? [...world.pulls.keys()].at(-1) ?? 0;
  const group = {
    ...sample,
    head_sha: head,
    head_ref: `refs/heads/gh-readonly-queue/${world.defaultBranch}/pr-${last}-${base}`,
    base_sha: base,
    base_ref: `refs/heads/${world.defaultBranch}`,
    head_commit: { ...(sample.head_commit as Example), id: head },
  };
  return { action: 'checks_requested', merge_group: group };
}

function push(world: World, links: Links, branch: string, before: string, after: string): Example {
  const sample = adapted(example('push'), `${world.owner}/${world.name}`, links);
  const at = timestamp(world.clock.now());
  const url = `${links.server}/${world.owner}/${world.name}`;
  const commit = {
    id: after,
    message: 'Retrain the classifier',
    timestamp: at,
    url: `${url}/commit/${after}`,
    author: { name: 'Mona Lisa', email: 'octocat@github.com', username: 'octocat' },
    ...{ distinct: true, added: [], removed: [], modified: [] },
  };
  return {
    ...sample,
    ref: `refs/heads/${branch}`,
    ...{ before, after, created: before === nothing, deleted: after === nothing, forced: false, base_ref: null },
    compare: `${url}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: after === nothing ? [] : [commit],
    head_commit: after === nothing ? null : commit,
    pusher: { name: 'octocat', email: 'octocat@github.com' },
  };
}
