import { hasStatus } from './api-words.ts';
import { coordinates, type Repository } from './repository.ts';

/** What GitHub tells of a comment in a list. */
export type ListedComment = Awaited<ReturnType<Repository['api']['rest']['issues']['listComments']>>['data'][number];

/** All comments of a pull request: a request per hundred. */
export const listedComments = (repository: Repository, number: number): Promise<ListedComment[]> =>
  repository.api.paginate(repository.api.rest.issues.listComments, {
    ...coordinates(repository),
    issue_number: number,
    per_page: 100,
  });

/** A comment of a person on a pull request. */
export interface PersonsComment {
  readonly id: number;
  readonly node: string;
  readonly url: string;
  readonly body: string;
  readonly author: string;
  readonly created: Date;
  readonly updated: Date;
}

/** What people have said: bots and deleted accounts are left out. */
export const commentsOfPeople = (listed: readonly ListedComment[]): PersonsComment[] =>
  listed.flatMap(({ id, node_id: node, html_url: url, body = '', user, created_at, updated_at }) =>
    user?.type === 'User'
      ? [{ id, node, url, body, author: user.login, created: new Date(created_at), updated: new Date(updated_at) }]
      : [],
  );

interface Edited {
  readonly node: {
    readonly lastEditedAt: string | null;
    readonly editor: { readonly login: string } | null;
  } | null;
}

/** Who edited a comment last: undefined when nobody did, `''` when GitHub does not say who. */
export async function lastEditor({ api }: Repository, node: string): Promise<string | undefined> {
  const query = `query CamdriftEditor($comment: ID!) {
    node(id: $comment) { ... on IssueComment { lastEditedAt editor { login } } }
  }`;
  const found = await api.graphql<Edited>(query, { comment: node });
  if (found.node?.lastEditedAt === null) return undefined;
  return found.node?.editor?.login ?? '';
}

const roles = ['admin', 'maintain', 'write'] as const;

/** What somebody may do in the repository now. */
export async function roleOf(repository: Repository, username: string): Promise<(typeof roles)[number] | 'none'> {
  try {
    const { data } = await repository.api.rest.repos.getCollaboratorPermissionLevel({
      ...coordinates(repository),
      username,
    });
    // Roles that an organisation has made stand on one of GitHub's own.
    return roles.find(role => role === data.role_name) ?? roles.find(role => role === data.permission) ?? 'none';
  } catch (error) {
    if (hasStatus(error, 404)) return 'none';
    throw error;
  }
}

/** Who opened a pull request, and whether from another repository. */
export async function openerOf(
  repository: Repository,
  number: number,
): Promise<{ readonly author: string; readonly fork: boolean }> {
  const { data } = await repository.api.rest.pulls.get({ ...coordinates(repository), pull_number: number });
  return { author: data.user?.login ?? '', fork: data.head.repo?.id !== data.base.repo.id };
}

/** Reacts to a comment; who has done so already does it no second time. */
export async function react(
  repository: Repository,
  comment: number,
  content: 'eyes' | '+1' | 'confused',
): Promise<void> {
  const { reactions } = repository.api.rest;
  await reactions.createForIssueComment({ ...coordinates(repository), comment_id: comment, content });
}
