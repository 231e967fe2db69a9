import { hasStatus } from './api-words.ts';
import { coordinates, type Repository } from './repository.ts';

/** A comment of a person on a pull request. */
export interface SpokenComment {
  readonly node: string;
  readonly url: string;
  readonly body: string;
  readonly author: string;
  readonly created: Date;
  readonly updated: Date;
}

/** What people have said, oldest first: bots and deleted accounts are left out. */
export async function spokenComments(repository: Repository, number: number): Promise<SpokenComment[]> {
  const { api } = repository;
  const all = await api.paginate(api.rest.issues.listComments, {
    ...coordinates(repository),
    issue_number: number,
    per_page: 100,
  });
  return all.flatMap(({ node_id: node, html_url: url, body = '', user, created_at, updated_at }) =>
    user?.type === 'User'
      ? [{ node, url, body, author: user.login, created: new Date(created_at), updated: new Date(updated_at) }]
      : [],
  );
}

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

/** Who opened a pull request. */
export async function authorOf(repository: Repository, number: number): Promise<string> {
  const { data } = await repository.api.rest.pulls.get({ ...coordinates(repository), pull_number: number });
  return data.user?.login ?? '';
}
