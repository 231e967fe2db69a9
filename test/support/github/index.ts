import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type ActionsHelpers, actionsHelpers } from './actions.ts';
import { checkOut, type How } from './checkout.ts';
import type { Clock } from './clock.ts';
import { addComment, deleteComment, editComment } from './comments.ts';
import { type Faults, faults } from './faults.ts';
import { bareRepository } from './git.ts';
import { type FileChange, moveRef, writeCommit } from './git-commits.ts';
import { blob, type CommitRecord, commitOf, commits, resolve } from './git-objects.ts';
import { type Exchange, type Ledger, ledger, listed, type Violation } from './ledger.ts';
import { storeLfs } from './lfs.ts';
import { type Payloads, payloads } from './payloads.ts';
import { branchesMoved, branchRef, mergePullRequest, type NewPullRequest, openPullRequest } from './refs.ts';
import { serve } from './server.ts';
import { bot, type TokenKind } from './tokens.ts';
import {
  type Comment,
  type PullRequest as Pull,
  type Role,
  type Status,
  type World,
  type WorldOptions,
  world,
} from './world.ts';

export { secondaryLimit } from './faults.ts';
export type { FileChange };
export { bot };

/** A GitHub of one repository for one test: real Git objects, and whatever else is asked for in memory. */
export interface GitHub extends Pick<Faults, 'fail' | 'before' | 'down' | 'up'>, ActionsHelpers {
  readonly owner: string;
  readonly name: string;
  /** `http://127.0.0.1:PORT`, which is what `https://github.com` is elsewhere. */
  readonly url: string;
  readonly clock: Clock;
  /** What has been asked so far, oldest first. */
  readonly exchanges: readonly Exchange[];
  readonly payload: Payloads;
  readonly lfs: Lfs;
  token(kind: TokenKind): string;
  /** Environment of an Action: where GitHub is, and the token as the input `github-token`. */
  env(token: string, how?: { ghes?: boolean }): Record<string, string>;

  /** Commits on top of a branch, or of other parents, and moves the branch there. @returns its sha */
  commit(what: NewCommit): Promise<string>;
  /** Commits to `main` of another repository of the owner, which is made when it is first named. @returns its sha */
  commitElsewhere(name: string, files: NewCommit['files']): Promise<string>;
  /** Nobody but its owner reads it from now on. */
  hide(name: string): void;
  branch(name: string, fork?: string): Promise<string | undefined>;
  /** Newest first. */
  log(branch: string): Promise<CommitRecord[]>;
  fileAt(revision: string, path: string): Promise<Uint8Array | undefined>;
  checkout(folder: string, commit: string, how?: How): Promise<void>;
  /** Nobody may write to that branch from now on. */
  protect(branch: string): void;

  openPullRequest(wanted: NewPullRequest): Promise<PullRequestCommits>;
  /** As it stands now: it follows its branches, but `base` only does when the head moves. */
  pullRequest(number: number): PullRequestCommits;
  closePullRequest(number: number): void;
  /** @returns the commit that it is on its base branch: a merge, or all of it in one */
  merge(number: number, how?: 'merge' | 'squash'): Promise<string>;
  /** Those that are open, as they stand now. */
  open(): readonly Pick<Pull, 'number' | 'title' | 'body' | 'headBranch' | 'head' | 'author'>[];
  /** It goes to another branch from now on; its `base` stays where it was, as GitHub is seen to leave it. */
  retarget(number: number, base: string): Promise<void>;
  addComment(number: number, comment: { author?: string; body: string }): Comment;
  comments(number: number): readonly Comment[];
  deleteComment(id: number, actor: string, createdAt?: Date): void;
  /** As somebody with the right to does, who need not be its author. */
  editComment(id: number, editor: string, body: string): void;
  /** Everybody else reads. */
  role(login: string, role: Role): void;
  /** Newest last. */
  statuses(sha: string): readonly Status[];

  /** For a test of violations themselves: it then fails without one, instead of with one. */
  expectViolations(): readonly Violation[];
}

export interface Lfs {
  /** @returns text of the pointer file */
  store(bytes: Uint8Array): string;
  forget(oid: string): void;
}

export interface NewCommit {
  readonly branch: string;
  /** `owner/name` of the fork that the branch is in. */
  readonly fork?: string;
  /** If not given, the branch's tip, of a new branch the default branch's; none at all for a branch without history. */
  readonly parents?: readonly string[];
  readonly message?: string;
  readonly files: Readonly<Record<string, FileChange>>;
}

export interface PullRequestCommits {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly mergeBase: string;
  /** `refs/pull/N/merge`, which workflows check out; none when there are conflicts. */
  readonly mergeCommit: string | undefined;
}

/**
 * Starts a stand-in for GitHub that lasts as long as the test. When the test is over, it fails if anything was asked or
 * answered in a way that GitHub does not describe.
 */
export async function startGitHub(t: TestContext, options: WorldOptions = {}): Promise<GitHub> {
  const folder = await mkdtemp(join(tmpdir(), 'github-'));
  await mkdir(join(folder, 'git'));
  const git = await bareRepository(join(folder, 'git'), options.defaultBranch ?? 'main');
  const state = world(git, folder, options);
  const trouble = faults();
  const book = ledger();
  const server = await serve(state, trouble, book);
  let expected = false;
  t.after(async () => {
    server.stop();
    await rm(folder, { recursive: true, force: true });
    settle(t, book, expected);
  });
  const links = { api: server.origin, server: server.origin, storage: server.storage };
  return {
    owner: state.owner,
    name: state.name,
    url: server.origin,
    clock: state.clock,
    exchanges: book.exchanges,
    payload: payloads(state, links),
    fail: trouble.fail,
    before: trouble.before,
    down: trouble.down,
    up: trouble.up,
    token: kind => state.tokens.issue(kind),
    env: (token, how) => environment(state, server.origin, token, how?.ghes),
    checkout: (where, commit, how) => checkOut(state, server.origin, where, commit, how),
    expectViolations: () => {
      expected = true;
      return book.violations;
    },
    ...gitHelpers(state),
    ...conversationHelpers(state),
    ...actionsHelpers(state),
  };
}

function settle(t: TestContext, { exchanges, violations }: Ledger, expected: boolean): void {
  const github = exchanges.filter(({ kind }) => kind === 'rest' || kind === 'graphql');
  const lfs = exchanges.filter(({ kind }) => kind === 'lfs');
  const validated = (all: readonly Exchange[]) => all.filter(each => each.validated).length;
  const unwanted = expected ? 0 : violations.length;
  t.diagnostic(`github: ${github.length} exchanged, ${validated(github)} validated, ${unwanted} violations`);
  if (lfs.length > 0) t.diagnostic(`git lfs: ${lfs.length} exchanged, ${validated(lfs)} validated`);
  if (expected) assert.notEqual(violations.length, 0, 'violations were expected');
  else assert.equal(listed(violations), '', 'GitHub would not have taken or said this');
}

function environment({ owner, name }: World, origin: string, token: string, ghes = false): Record<string, string> {
  return {
    GITHUB_API_URL: ghes ? `${origin}/api/v3` : origin,
    GITHUB_GRAPHQL_URL: ghes ? `${origin}/api/graphql` : `${origin}/graphql`,
    GITHUB_SERVER_URL: origin,
    GITHUB_REPOSITORY: `${owner}/${name}`,
    'INPUT_GITHUB-TOKEN': token,
  };
}

function gitHelpers(
  state: World,
): Pick<GitHub, 'commit' | 'commitElsewhere' | 'hide' | 'branch' | 'log' | 'fileAt' | 'protect' | 'lfs'> {
  const { git } = state;
  const branch: GitHub['branch'] = (name, fork) => commitOf(git, branchRef(name, fork));
  return {
    branch,
    commitElsewhere: async (name, files) => {
      const other =
        state.others.get(name)?.git ?? (await bareRepository(await mkdtemp(join(state.scratch, 'other-')), 'main'));
      state.others.set(name, { git: other, isHidden: false });
      const tip = await commitOf(other, 'refs/heads/main');
      const author = { name: 'Mona Lisa', email: 'octocat@github.com' };
      const date = state.clock.now();
      const sha = await writeCommit(other, { parents: tip ? [tip] : [], message: 'Change', author, date, files });
      await moveRef(other, 'refs/heads/main', sha);
      return sha;
    },
    hide: name => void Object.assign(state.others.get(name)!, { isHidden: true }),
    commit: async ({ branch: name, fork, message = `Change ${name}`, files, parents }) => {
      const tip = parents ? undefined : ((await branch(name, fork)) ?? (await branch(state.defaultBranch)));
      const author = { name: 'Mona Lisa', email: 'octocat@github.com' };
      const above = parents ?? (tip ? [tip] : []);
      const sha = await writeCommit(git, { parents: above, message, author, date: state.clock.now(), files });
      await moveRef(git, branchRef(name, fork), sha);
      await branchesMoved(state);
      return sha;
    },
    log: name => commits(git, branchRef(name)),
    fileAt: async (revision, path) => {
      const sha = await resolve(git, `${revision}:${path}`);
      return sha ? blob(git, sha) : undefined;
    },
    protect: name => void state.protectedBranches.add(name),
    lfs: { store: bytes => storeLfs(state, bytes), forget: oid => void state.lfs.delete(oid) },
  };
}

function conversationHelpers(
  state: World,
): Pick<
  GitHub,
  | 'openPullRequest'
  | 'pullRequest'
  | 'closePullRequest'
  | 'merge'
  | 'open'
  | 'retarget'
  | 'addComment'
  | 'comments'
  | 'deleteComment'
  | 'editComment'
  | 'role'
  | 'statuses'
> {
  const pullRequest: GitHub['pullRequest'] = number => {
    const { head, base, mergeBase, mergeCommit } = state.pulls.get(number)!;
    return { number, head, base, mergeBase, mergeCommit };
  };
  return {
    openPullRequest: async wanted => pullRequest((await openPullRequest(state, wanted)).number),
    pullRequest,
    closePullRequest: number => {
      state.pulls.get(number)!.state = 'closed';
    },
    merge: (number, how = 'merge') => mergePullRequest(state, state.pulls.get(number)!, how),
    open: () => [...state.pulls.values()].filter(pull => pull.state === 'open'),
    retarget: async (number, base) => {
      state.pulls.get(number)!.baseBranch = base;
      await branchesMoved(state);
    },
    addComment: (number, { author = bot, body }) => addComment(state, number, { author, body }),
    comments: number => [...state.comments.values()].filter(comment => comment.number === number),
    deleteComment: (id, actor, createdAt) => deleteComment(state, id, actor, createdAt),
    editComment: (id, editor, body) => void editComment(state, state.comments.get(id)!, body, editor),
    role: (login, role) => void state.roles.set(login, role),
    statuses: sha => state.statuses.filter(status => status.sha === sha),
  };
}
