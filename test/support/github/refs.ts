import type { Git } from './git.ts';
import { mergeCommit, moveRef, moveRefs, writeCommitOfTree } from './git-commits.ts';
import { differences, mergeBase } from './git-differences.ts';
import { commit, commitOf, resolve } from './git-objects.ts';
import type { PullRequest, World } from './world.ts';

/** Where a branch lives. A fork's lies in the same repository under a name of its own, as on GitHub's disks. */
export function branchRef(branch: string, fork?: string): string {
  return fork === undefined ? `refs/heads/${branch}` : `refs/forks/${fork}/heads/${branch}`;
}

export interface NewPullRequest {
  readonly head: string;
  readonly base?: string;
  /** `owner/name` of the fork that the head branch is in. */
  readonly fork?: string;
  readonly author?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
}

export async function openPullRequest(world: World, wanted: NewPullRequest): Promise<PullRequest> {
  const createdAt = world.clock.now();
  const pull: PullRequest = {
    id: world.nextId(),
    number: firstNumber + world.pulls.size,
    title: wanted.title ?? `Retrain ${wanted.head}`,
    body: wanted.body ?? null,
    author: wanted.author ?? 'octocat',
    draft: wanted.draft ?? false,
    createdAt,
    updatedAt: createdAt,
    baseBranch: wanted.base ?? world.defaultBranch,
    headBranch: wanted.head,
    fork: wanted.fork,
    state: 'open',
    ...{ base: '', head: '', mergeBase: '', mergeCommit: undefined, merged: undefined },
    size: { commits: 0, files: 0, additions: 0, deletions: 0 },
  };
  await follow(world, pull);
  world.pulls.set(pull.number, pull);
  return pull;
}

/** @returns the commit that it is on its base branch: its merge, or all of it in one */
export async function mergePullRequest(world: World, pull: PullRequest, how: 'merge' | 'squash'): Promise<string> {
  const { git } = world;
  const into = branchRef(pull.baseBranch);
  const [base, tree] = [await commitOf(git, into), await resolve(git, `${pull.mergeCommit}^{tree}`)];
  const squashed = { tree: tree!, parents: [base!], message: pull.title, env: {} };
  const merged = how === 'merge' ? pull.mergeCommit! : await writeCommitOfTree(git, squashed);
  Object.assign(pull, { state: 'closed', merged, updatedAt: world.clock.now() });
  await moveRef(git, into, merged);
  await branchesMoved(world);
  return merged;
}

/** More than a digit, so that a number found in a text is that of a pull request. */
const firstNumber = 128;

/** Open pull requests follow their branches. To be called after any branch has moved. */
export async function branchesMoved(world: World): Promise<void> {
  for (const pull of world.pulls.values()) if (pull.state === 'open') await follow(world, pull);
}

async function follow(world: World, pull: PullRequest): Promise<void> {
  const { git } = world;
  const head = await commitOf(git, branchRef(pull.headBranch, pull.fork));
  const tip = await commitOf(git, branchRef(pull.baseBranch));
  const common = head && tip && (await mergeBase(git, tip, head));
  if (!common) {
    if (pull.head) return;
    throw new Error(`${pull.headBranch} and ${pull.baseBranch} must be branches that have a commit in common.`);
  }
  // As on GitHub, what a pull request calls its base stays where the base branch was when the head moved last.
  if (head !== pull.head) Object.assign(pull, { head, base: tip, updatedAt: world.clock.now() });
  pull.mergeBase = common;
  pull.size = await sizeOf(git, common, head);
  await merge(world, pull, tip);
}

async function merge({ git, clock }: World, pull: PullRequest, tip: string): Promise<void> {
  const { number, head } = pull;
  const parents = pull.mergeCommit && (await commit(git, pull.mergeCommit)).parents;
  if (parents && parents[0] === tip && parents[1] === head) return;
  pull.mergeCommit = await mergeCommit(git, tip, head, clock.now());
  const merged = pull.mergeCommit && { [`refs/pull/${number}/merge`]: pull.mergeCommit };
  await moveRefs(git, { [`refs/pull/${number}/head`]: head, ...merged });
}

async function sizeOf(git: Git, from: string, to: string): Promise<PullRequest['size']> {
  const files = await differences(git, from, to);
  return {
    commits: Number(await git.ask('rev-list', '--count', `${from}..${to}`)),
    files: files.length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
  };
}
