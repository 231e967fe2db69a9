import { lastEditor } from '../repository/comments.ts';
import { coordinates, type Repository } from '../repository/repository.ts';

export interface OwnComment {
  readonly id: number;
  /** Its id in GraphQL. */
  readonly node: string;
  readonly url: string;
  readonly body: string;
  /** A login; of bots with its ending. */
  readonly author?: string | undefined;
}

/** What a comment of ours has said, as far as anybody can know that we have said it. */
export interface Versions {
  /** As it stands, when it is our own word. */
  readonly now: string | undefined;
  /** Our own, the latest first: as it stands, and what its edit history still has of ours. */
  readonly ours: readonly string[];
  /** As it stands, where somebody else may have written it and nothing of ours is left. */
  readonly doubtful: readonly string[];
}

export const nothingSaid: Versions = { now: undefined, ours: [], doubtful: [] };

const query = `query CamdriftVersions($comment: ID!) {
  node(id: $comment) {
    ... on IssueComment {
      body lastEditedAt editor { login }
      userContentEdits(first: 20) { nodes { diff editor { login } } }
    }
  }
}`;

interface Answer {
  readonly node: {
    readonly body: string;
    readonly lastEditedAt?: string | null;
    readonly editor?: Login;
    readonly userContentEdits: {
      readonly nodes: readonly ({ readonly diff: string | null; readonly editor?: Login } | null)[] | null;
    } | null;
  } | null;
}

type Login = { readonly login: string } | null;

/**
 * Whoever may write to the repository can edit our comment, and what stands in it then would pass as ours with the next word that we add. So only
 * versions that our own login wrote are taken up again.
 * @param written what this run has just written to it
 */
export async function versionsOf(
  repository: Repository,
  { id, node, author }: OwnComment,
  written?: string,
): Promise<Versions> {
  const found = await repository.api.graphql<Answer>(query, { comment: node }).catch(() => undefined);
  if (!found?.node) {
    const { data } = await repository.api.rest.issues.getComment({ ...coordinates(repository), comment_id: id });
    const { body: stands = '' } = data;
    return stands === written ? { now: stands, ours: [stands], doubtful: [] } : { ...nothingSaid, doubtful: [stands] };
  }
  const { body, lastEditedAt, editor, userContentEdits } = found.node;
  const now = lastEditedAt == null || isSelf(editor?.login, author) ? body : undefined;
  const edits = (userContentEdits?.nodes ?? []).filter(edit => isSelf(edit?.editor?.login, author));
  const ours = [...(now === undefined ? [] : [now]), ...edits.flatMap(edit => edit?.diff ?? [])];
  return { now, ours, doubtful: ours.length === 0 ? [body] : [] };
}

/** Of a comment and the spare ones beside it. */
export const joined = (all: readonly Versions[]): Versions => ({
  now: all[0]?.now,
  ours: all.flatMap(({ ours }) => ours),
  doubtful: all.flatMap(({ doubtful }) => doubtful),
});

/** Who else has edited a comment of ours last: undefined when nobody has, `''` when that cannot be read. */
export async function foreignEditor(repository: Repository, { node, author }: OwnComment): Promise<string | undefined> {
  const editor = await lastEditor(repository, node).catch(() => '');
  return isSelf(editor, author) ? undefined : editor;
}

/** GraphQL writes a bot's login without its ending. */
const isSelf = (login: string | undefined, author = ''): boolean =>
  login !== undefined && login !== '' && login === author.replace(/\[bot\]$/, '');
