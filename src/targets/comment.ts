import { setTimeout } from 'node:timers/promises';
import { readMarker } from '../reports/comment/comment.ts';
import { hasStatus } from '../repository/api-words.ts';
import { type ListedComment, listedComments } from '../repository/comments.ts';
import { coordinates, type Repository } from '../repository/repository.ts';
import { joined, nothingSaid, type OwnComment, type Versions, versionsOf } from './_versions.ts';

export { foreignEditor, type OwnComment } from './_versions.ts';

/** What is known of a pull request before something is said on it. */
export interface Conversation {
  /** The commit it stands at now; another run speaks for it when it is not ours. */
  readonly head: string;
  /** Our earlier comment under this key. */
  readonly earlier: OwnComment | undefined;
  /** Further ones of ours under it, such as a run leaves behind that broke off. */
  readonly spare: readonly OwnComment[];
  /** Comments under this key that other bots made, as ours are when the token was another one. */
  readonly foreign: readonly OwnComment[];
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

/**
 * Reads what has been said: our own comment is the one with our marker and our token's own login, on any page.
 * @param listed the comments, where somebody has just read them
 */
export async function conversation(
  repository: Repository,
  number: number,
  key: string,
  listed?: readonly ListedComment[],
): Promise<Conversation> {
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
  const marked = markedAmong(listed ?? (await listedComments(repository, number)), key);
  const [earlier, ...spare] = marked.filter(({ author }) => author === me);
  const foreign = marked.filter(({ author, isBot }) => author !== me && isBot);
  return { head: headRefOid, earlier, spare, foreign, deleted: last === undefined ? undefined : new Date(last) };
}

/** GraphQL writes a bot's login without its ending, except the viewer's. */
const same = (a: string | undefined, b: string): boolean => a?.replace(/\[bot\]$/, '') === b.replace(/\[bot\]$/, '');

type MarkedComment = OwnComment & { readonly isBot: boolean };

const markedComments = async (repository: Repository, number: number, key: string): Promise<MarkedComment[]> =>
  markedAmong(await listedComments(repository, number), key);

/** With our marker and key, whoever made them, oldest first. */
function markedAmong(listed: readonly ListedComment[], key: string): MarkedComment[] {
  return listed
    .filter(({ body }) => readMarker(body ?? '')?.key === key)
    .map(({ id, node_id: node, html_url: url, body = '', user }) => ({
      ...{ id, node, url, body },
      ...{ author: user?.login, isBot: user?.type === 'Bot' },
    }))
    .sort((a, b) => a.id - b.id);
}

/**
 * The comment with our words in it.
 * @returns `undefined` when it says all that already, or nothing is to be said any more
 */
export type Compose = (versions: Versions) => string | undefined;

/**
 * Says it in our comment, or makes one. Others may be writing at the same time, and nobody can lock a comment: so it is
 * read again after every write, with what its edit history says was overwritten, until all is in it.
 * @returns its address
 * @throws Error when others have overwritten it at every try
 */
export async function say(
  repository: Repository,
  number: number,
  key: string,
  compose: Compose,
  { earlier, spare }: Pick<Conversation, 'earlier' | 'spare'>,
): Promise<string> {
  if (earlier) return settle(repository, earlier, compose, spare);
  const body = compose(nothingSaid)!;
  const { data: made } = await repository.api.rest.issues.createComment({
    ...coordinates(repository),
    issue_number: number,
    body,
  });
  // Two runs at once, or a retried request, may have made two comments: the oldest stays.
  const ours = (await markedComments(repository, number, key)).filter(({ author }) => author === made.user?.login);
  const [oldest, ...others] = ours;
  if (!oldest || oldest.id === made.id) return made.html_url;
  return settle(
    repository,
    oldest,
    compose,
    others.filter(({ id }) => id === made.id),
  );
}

const mostTries = 6;

async function settle(
  repository: Repository,
  comment: OwnComment,
  compose: Compose,
  spare: readonly OwnComment[],
): Promise<string> {
  const { second = 1000 } = repository;
  const beside = await Promise.all(spare.map(each => versionsOf(repository, each).catch(gone)));
  let written: string | undefined;
  for (let count = 1; ; count++) {
    const body = compose(joined([await versionsOf(repository, comment, written), ...beside]));
    if (body === undefined) break;
    if (count > mostTries) throw new Error(`others have overwritten the comment ${mostTries} times`);
    if (count > 1) await setTimeout(Math.random() * second * 2 ** (count - 2));
    await repository.api.rest.issues.updateComment({ ...coordinates(repository), comment_id: comment.id, body });
    written = body;
  }
  for (const { id } of spare) await remove(repository, id);
  return comment.url;
}

const gone = (error: unknown): Versions => {
  if (hasStatus(error, 404)) return nothingSaid;
  throw error;
};

/** Whoever made it may have removed it already. */
async function remove(repository: Repository, id: number): Promise<void> {
  await repository.api.rest.issues
    .deleteComment({ ...coordinates(repository), comment_id: id })
    .catch(error => (hasStatus(error, 404) ? undefined : Promise.reject(error)));
}

const folding = `mutation CamdriftFold($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`;

/** Hides a comment as outdated; whoever wants to read it can unfold it. */
export async function fold(repository: Repository, { node }: OwnComment): Promise<void> {
  await repository.api.graphql(folding, { input: { subjectId: node, classifier: 'OUTDATED' } });
}
