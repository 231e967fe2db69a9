import { readMarker } from '../reports/comment.ts';
import { coordinates, type Repository } from '../repository/repository.ts';

/** What is known of a pull request before something is said on it. */
export interface Conversation {
  /** The commit it stands at now; another run speaks for it when it is not ours. */
  readonly head: string;
  /** Our earlier comment under this key. */
  readonly earlier: { readonly id: number; readonly url: string; readonly body: string } | undefined;
  /** When somebody else last deleted a comment of ours. */
  readonly deleted: Date | undefined;
}

const query = `query CamdriftConversation($owner: String!, $name: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      headRefOid
      timelineItems(last: 50, itemTypes: [COMMENT_DELETED_EVENT]) {
        nodes { ... on CommentDeletedEvent { createdAt actor { login } deletedCommentAuthor { login } } }
      }
    }
  }
}`;

interface Answer {
  readonly viewer: { readonly login: string };
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly timelineItems: { readonly nodes: readonly Deletion[] };
    };
  };
}

interface Deletion {
  readonly createdAt: string;
  readonly actor: { readonly login: string } | null;
  readonly deletedCommentAuthor: { readonly login: string } | null;
}

/** Reads what has been said: our own comment is the one with our marker and our token's own login, on any page. */
export async function conversation(repository: Repository, number: number, key: string): Promise<Conversation> {
  const answer = await repository.api.graphql<Answer>(query, {
    owner: repository.owner,
    name: repository.name,
    number,
  });
  const { headRefOid, timelineItems } = answer.repository.pullRequest;
  const me = answer.viewer.login;
  const deletions = timelineItems.nodes.filter(
    ({ actor, deletedCommentAuthor }) => same(deletedCommentAuthor?.login, me) && !same(actor?.login, me),
  );
  const last = deletions
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1);
  const [earlier] = await ownComments(repository, number, key, me);
  return { head: headRefOid, earlier, deleted: last === undefined ? undefined : new Date(last) };
}

/** GraphQL writes a bot's login without its ending, except the viewer's. */
const same = (a: string | undefined, b: string): boolean => a?.replace(/\[bot\]$/, '') === b.replace(/\[bot\]$/, '');

type OwnComment = NonNullable<Conversation['earlier']>;

/** Oldest first. */
async function ownComments(repository: Repository, number: number, key: string, me?: string): Promise<OwnComment[]> {
  const { api } = repository;
  const all = await api.paginate(api.rest.issues.listComments, {
    ...coordinates(repository),
    issue_number: number,
    per_page: 100,
  });
  return all
    .filter(({ user, body }) => (me === undefined || user?.login === me) && readMarker(body ?? '')?.key === key)
    .map(({ id, html_url, body }) => ({ id, url: html_url, body: body ?? '' }))
    .sort((a, b) => a.id - b.id);
}

/** Updates our comment, or makes one. @returns its address */
export async function say(
  repository: Repository,
  number: number,
  key: string,
  body: string,
  earlier: Conversation['earlier'],
): Promise<string> {
  if (earlier) return update(repository, earlier.id, body);
  const { data: made } = await repository.api.rest.issues.createComment({
    ...coordinates(repository),
    issue_number: number,
    body,
  });
  return onlyOne(repository, number, key, { id: made.id, url: made.html_url, login: made.user?.login }, body);
}

async function update(repository: Repository, id: number, body: string): Promise<string> {
  const { data } = await repository.api.rest.issues.updateComment({ ...coordinates(repository), comment_id: id, body });
  return data.html_url;
}

/** Two runs at once, or a retried request, may have made two comments: the oldest stays, and says what the newest said. */
async function onlyOne(
  repository: Repository,
  number: number,
  key: string,
  made: { id: number; url: string; login: string | undefined },
  body: string,
): Promise<string> {
  const [oldest] = await ownComments(repository, number, key, made.login);
  if (!oldest || oldest.id === made.id) return made.url;
  const url = await update(repository, oldest.id, body);
  await repository.api.rest.issues.deleteComment({ ...coordinates(repository), comment_id: made.id });
  return url;
}
