import { type Clock, clock } from './clock.ts';
import type { Ticket } from './downloads.ts';
import type { Git } from './git.ts';
import { type Tokens, tokens } from './tokens.ts';

/** Everything that the stand-in remembers besides Git's objects and refs. */
export interface World {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** Bytes; GitHub's own is 100 MB. */
  readonly blobLimit: number;
  readonly git: Git;
  /** A folder for what Git needs for a moment. */
  readonly scratch: string;
  readonly clock: Clock;
  readonly tokens: Tokens;
  /** One sequence for everything, in the order of magnitude of GitHub's: no two things share an id. */
  nextId(): number;
  idOf(login: string): number;
  /** Of those who may do more than read. */
  readonly roles: Map<string, Role>;
  readonly pulls: Map<number, PullRequest>;
  readonly comments: Map<number, Comment>;
  readonly deletions: Deletion[];
  readonly statuses: Status[];
  readonly runs: Map<number, Run>;
  readonly jobs: Job[];
  readonly artifacts: Map<number, Artifact>;
  /** Other repositories of the owner, by name; those that a workflow's token does not read are not there for it. */
  readonly others: Map<string, { readonly git: Git; isHidden: boolean }>;
  /** Git LFS objects by their oid. */
  readonly lfs: Map<string, Uint8Array>;
  /** Downloads from the storage host that somebody has been sent to. */
  readonly tickets: Map<string, Ticket>;
  /** Names of branches that nobody may write to. */
  readonly protectedBranches: Set<string>;
}

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: string;
  readonly draft: boolean;
  readonly createdAt: Date;
  baseBranch: string;
  readonly headBranch: string;
  /** `owner/name`, when the head is in a fork. */
  readonly fork: string | undefined;
  state: 'open' | 'closed';
  updatedAt: Date;
  base: string;
  head: string;
  mergeBase: string;
  /** `refs/pull/N/merge`; none when there are conflicts. */
  mergeCommit: string | undefined;
  /** The commit that brought it to its base branch. */
  merged: string | undefined;
  size: { commits: number; files: number; additions: number; deletions: number };
}

export interface Comment {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: Date;
  updatedAt: Date;
  body: string;
  /** Earlier bodies and this one, once it has been edited; newest first. */
  edits: readonly { readonly diff: string; readonly editor: string }[];
  /** Who edited it last. */
  editor: string | undefined;
  /** Folded, as outdated or the like. */
  isMinimized: boolean;
  /** Who reacted how, oldest first; nobody twice in one way. */
  readonly reactions: Reaction[];
}

export interface Reaction {
  readonly id: number;
  readonly by: string;
  readonly content: string;
}

export interface Deletion {
  readonly number: number;
  readonly createdAt: Date;
  readonly actor: string;
  readonly author: string;
}

export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: Date;
}

export interface Run {
  readonly id: number;
  readonly name: string;
  readonly event: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: string | null;
  readonly headBranch: string;
  readonly headSha: string;
  /** `owner/name` of the repository that the head is in. */
  readonly headRepository: string;
  /** Empty for forks, as on GitHub. */
  readonly pullRequests: readonly number[];
  readonly createdAt: Date;
  /** How often it was started, and when it was the last time. */
  readonly attempt: number;
  readonly startedAt: Date;
  /** Whether all of it was started again the last time, or what had failed. */
  readonly again: 'all' | 'failed' | undefined;
}

/** A job as an attempt of its run lists it: one that was not run again keeps its times. */
export interface Job {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  readonly name: string;
  /** None while it is at work. */
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
}

export interface Artifact {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  readonly zip: Uint8Array;
  /** What GitHub says of its size; the zip may say otherwise. */
  readonly claimedSize: number;
  readonly expired: boolean;
  readonly createdAt: Date;
}

/** A run begins anew: all of it, or what had failed. */
export function startedAgain(world: World, run: Run, again: 'all' | 'failed'): Run {
  const begun = { status: 'queued', conclusion: null, attempt: run.attempt + 1, startedAt: world.clock.now() } as const;
  const made = { ...run, ...begun, again };
  world.runs.set(run.id, made);
  return made;
}

export interface WorldOptions {
  /** `owner/name` */
  readonly repository?: string;
  readonly defaultBranch?: string;
  /** On a private repository, what a token was not given is not readable either. */
  readonly private?: boolean;
  readonly blobLimit?: number;
  readonly now?: Date | string;
}

export function world(git: Git, scratch: string, options: WorldOptions): World {
  const [owner = '', name = ''] = (options.repository ?? 'acme/models').split('/');
  let lastId = 2_400_000_004;
  const nextId = () => {
    lastId += 7;
    return lastId;
  };
  const people = new Map([['github-actions[bot]', 41_898_282]]);
  return {
    owner,
    name,
    defaultBranch: options.defaultBranch ?? 'main',
    isPrivate: options.private ?? false,
    blobLimit: options.blobLimit ?? 100 * 1024 * 1024,
    git,
    scratch,
    clock: clock(options.now),
    tokens: tokens(),
    nextId,
    idOf: login => people.get(login) ?? people.set(login, nextId()).get(login)!,
    roles: new Map(),
    pulls: new Map(),
    comments: new Map(),
    deletions: [],
    statuses: [],
    runs: new Map(),
    jobs: [],
    artifacts: new Map(),
    others: new Map(),
    lfs: new Map(),
    tickets: new Map(),
    protectedBranches: new Set(),
  };
}
