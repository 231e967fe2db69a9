import { z } from 'zod';
import { CamdriftError } from '../errors.ts';

/** The parts of GitHub's event payloads that are read. */
const sha = z.string().regex(/^[0-9a-f]{40}$/);

const pullRequestPayload = z.object({
  action: z.string(),
  changes: z.object({ base: z.object({}).optional() }).optional(),
  pull_request: z.object({
    number: z.int().positive(),
    updated_at: z.iso.datetime({ offset: true }),
    merged: z.boolean().optional(),
    head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ sha, ref: z.string(), repo: z.object({ full_name: z.string() }) }),
  }),
});

const mergeGroupPayload = z.object({
  merge_group: z.object({ head_sha: sha, head_ref: z.string(), base_sha: sha, base_ref: z.string() }),
});

const pushPayload = z.object({
  ref: z.string(),
  before: sha,
  after: sha,
  deleted: z.boolean().optional(),
  repository: z.object({ default_branch: z.string() }),
});

/** A pull request as its event tells it. */
export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: { readonly ref: string; readonly sha: string };
  /**
   * `audit`: the commits may be others than before. `stay`: they are the same. `rest`: it is closed, and may be opened again.
   * `end`: it is merged.
   */
  readonly moves: 'audit' | 'stay' | 'rest' | 'end';
  /** From another repository: the token can read and nothing else. */
  readonly fork: boolean;
  /** When the head was pushed, as near as the event tells; undefined when the event is about something else. */
  readonly pushed: Date | undefined;
}

export function readPullRequest(payload: unknown): PullRequest {
  const { action, changes, pull_request: pull } = parse(pullRequestPayload, payload);
  return {
    number: pull.number,
    head: pull.head.sha,
    base: { ref: pull.base.ref, sha: pull.base.sha },
    moves: movesOf(action, { retargeted: changes?.base !== undefined, merged: pull.merged === true }),
    fork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    pushed: ['opened', 'synchronize'].includes(action) ? new Date(pull.updated_at) : undefined,
  };
}

/** What people do on a pull request that leaves its commits as they are. */
const staying = new Set([
  ...['labeled', 'unlabeled', 'assigned', 'unassigned', 'milestoned', 'demilestoned', 'locked', 'unlocked'],
  ...['review_requested', 'review_request_removed', 'auto_merge_enabled', 'auto_merge_disabled', 'converted_to_draft'],
]);

function movesOf(
  action: string,
  { retargeted, merged }: { retargeted: boolean; merged: boolean },
): PullRequest['moves'] {
  if (action === 'closed') return merged ? 'end' : 'rest';
  return staying.has(action) || (action === 'edited' && !retargeted) ? 'stay' : 'audit';
}

export interface MergeGroup {
  readonly head: string;
  readonly base: { readonly ref: string; readonly sha: string };
  /** The last pull request of the group, as its branch is named after it. */
  readonly number: number | undefined;
}

export function readMergeGroup(payload: unknown): MergeGroup {
  const { head_sha, head_ref, base_sha, base_ref } = parse(mergeGroupPayload, payload).merge_group;
  const [, number] = /\/pr-(\d+)-[0-9a-f]+$/.exec(head_ref) ?? [];
  return {
    head: head_sha,
    number: number === undefined ? undefined : Number(number),
    base: { ref: base_ref.replace(/^refs\/heads\//, ''), sha: base_sha },
  };
}

export interface Push {
  /** Undefined for a tag. */
  readonly branch: string | undefined;
  readonly defaultBranch: string;
  readonly head: string;
  /** Where the branch was; undefined when it is new. */
  readonly before: string | undefined;
  readonly deleted: boolean;
}

export function readPush(payload: unknown): Push {
  const { ref, before, after, repository, deleted = false } = parse(pushPayload, payload);
  const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? [];
  const isNew = /^0+$/.test(before);
  return { branch, defaultBranch: repository.default_branch, head: after, before: isNew ? undefined : before, deleted };
}

const issueCommentPayload = z.object({
  action: z.string(),
  changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
  issue: z.object({ number: z.int().positive(), state: z.string(), pull_request: z.object({}).nullish() }),
  comment: z.object({
    id: z.int().positive(),
    html_url: z.string(),
    body: z.string().nullable(),
    user: z.object({ login: z.string(), type: z.string() }).nullable(),
  }),
});

/** A comment that somebody has written, edited or deleted. */
export interface IssueComment {
  readonly action: string;
  readonly number: number;
  /** Whether it is on a pull request that is open. */
  readonly open: boolean;
  readonly id: number;
  readonly url: string;
  /** A person's login; undefined for bots and accounts that are gone. */
  readonly person: string | undefined;
  /** What it says now, and what it said before somebody edited it. */
  readonly body: string;
  readonly was: string;
}

export function readIssueComment(payload: unknown): IssueComment {
  const { action, changes, issue, comment } = parse(issueCommentPayload, payload);
  return {
    ...{ action, number: issue.number, id: comment.id, url: comment.html_url },
    open: issue.pull_request != null && issue.state === 'open',
    person: comment.user?.type === 'User' ? comment.user.login : undefined,
    body: comment.body ?? '',
    was: changes?.body?.from ?? '',
  };
}

function parse<T>(schema: z.ZodType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CamdriftError(
    'usage-wrong',
    `The event's payload is not what GitHub sends: at ${issue?.path.join('.')}: ${issue?.message}.`,
    {
      remedy:
        'Run camdrift on pull_request, merge_group, push, workflow_run, issue_comment, workflow_dispatch or schedule events of GitHub Actions.',
    },
  );
}
