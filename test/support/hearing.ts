import type { TestContext } from 'node:test';
import type { Comment, Role, Run } from './github/world.ts';
import { type RunOptions, runIn, type Scene, type SceneResult } from './scene.ts';

/** Every permission that the workflow of the README gives the job that hears comments. */
export const hearing = { actions: 'write', contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const;

export interface HeardOptions extends RunOptions {
  readonly action?: never;
  readonly did?: 'created' | 'edited' | 'deleted';
  readonly sender?: string;
  readonly was?: string;
}

/** The workflow on `issue_comment`, of the default branch: nothing is checked out. */
export function hear(
  t: TestContext,
  { github }: Scene,
  comment: Comment,
  options: HeardOptions = {},
): Promise<SceneResult> {
  const { did = 'created', sender, was, ...rest } = options;
  const payload = github.payload.issueComment(comment, {
    action: did,
    ...(sender !== undefined && { sender }),
    ...(was !== undefined && { was }),
  });
  const env = { GITHUB_JOB: 'accept', GITHUB_WORKFLOW: 'camdrift accept', ...rest.env };
  return runIn(t, github, { may: hearing, event: { name: 'issue_comment', payload }, ...rest, env });
}

/** How the job reacted to a comment, in order. */
export const reactions = ({ reactions: all }: Comment): string[] => all.map(({ content }) => content);

export function says({ github, number }: Scene, author: string, body: string, role?: Role): Comment {
  if (role) github.role(author, role);
  return github.addComment(number, { author, body });
}

/** The commands that our comment offers, with a reason in the place of the placeholder. */
export function offers({ comments }: Pick<Scene, 'comments'>, why = 'the crop is meant'): string[] {
  const body = comments().findLast(each => each.startsWith('<!-- camdrift key=')) ?? '';
  return [...body.matchAll(/^\/camdrift accept [0-9a-f]{16}.*<why>$/gm)].map(([line]) => line.replace('<why>', why));
}

/** A run of the pull request's own workflow, which fails as its job does. */
export function failedRun({ github, number }: Scene): Run {
  return github.addRun({ headSha: github.pullRequest(number).head, headBranch: 'retrain', conclusion: 'failure' });
}
