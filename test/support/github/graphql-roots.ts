import { type Call, nodeId } from './call.ts';
import { blob, commitOf, resolve, typeOf } from './git-objects.ts';
import { commitOnBranch } from './graphql-commit.ts';
import { GraphQlRefusal } from './graphql-refusal.ts';
import { may } from './tokens.ts';
import type { Comment, PullRequest, World } from './world.ts';

export { GraphQlRefusal };

export type Asked = Pick<Call, 'world' | 'viewer' | 'links'>;

/** What queries and mutations start from. */
export function roots(asked: Asked): object {
  return {
    viewer: { __typename: 'User', login: asked.viewer.login },
    repository: ({ owner, name }: { owner: string; name: string }) => repository(asked, owner, name),
    node: ({ id }: { id: string }) => commentNode(commentOf(asked.world, id)),
    createCommitOnBranch: commitOnBranch(asked),
    minimizeComment: ({ input }: { input: { subjectId: string } }) => minimized(asked, input.subjectId),
  };
}

function commentOf(world: World, id: string): Comment {
  const found = [...world.comments.values()].find(comment => nodeId('IC', comment.id) === id);
  if (!found) throw new GraphQlRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  return found;
}

function commentNode({ id, body, edits, editor, isMinimized, author, updatedAt }: Comment): object {
  const userContentEdits = ({ first = 100 }: Page) => ({
    totalCount: edits.length,
    nodes: edits.slice(0, first).map(each => ({ diff: each.diff, editor: actor(each.editor) })),
  });
  return {
    __typename: 'IssueComment',
    id: nodeId('IC', id),
    body,
    isMinimized,
    author: actor(author),
    // The account may be gone.
    editor: editor ? actor(editor) : null,
    lastEditedAt: editor === undefined ? null : updatedAt.toISOString(),
    userContentEdits,
  };
}

function minimized({ world, viewer }: Asked, id: string): object {
  if (!may(viewer, 'write', 'pull-requests', world.isPrivate))
    throw new GraphQlRefusal('FORBIDDEN', 'Resource not accessible by integration');
  const comment = Object.assign(commentOf(world, id), { isMinimized: true });
  return { minimizedComment: commentNode(comment) };
}

function repository({ world }: Asked, owner: string, name: string): object {
  if (owner !== world.owner || name !== world.name)
    throw new GraphQlRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  return {
    name,
    nameWithOwner: `${owner}/${name}`,
    isPrivate: world.isPrivate,
    defaultBranchRef: () => ref(world, `refs/heads/${world.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      ref(world, qualifiedName.startsWith('refs/') ? qualifiedName : `refs/heads/${qualifiedName}`),
    object: ({ expression, oid }: { expression?: string; oid?: string }) => object(world, expression ?? oid ?? ''),
    pullRequest: ({ number }: { number: number }) => pullRequest(world, number),
  };
}

async function ref(world: World, qualifiedName: string): Promise<object | null> {
  const oid = await commitOf(world.git, qualifiedName);
  return oid ? { name: qualifiedName.replace('refs/heads/', ''), target: { __typename: 'Commit', oid } } : null;
}

async function object(world: World, expression: string): Promise<object | null> {
  const oid = await resolve(world.git, expression);
  const type = oid && (await typeOf(world.git, oid));
  if (!oid || !type) return null;
  if (type !== 'blob') return { __typename: type === 'tree' ? 'Tree' : 'Commit', oid };
  const bytes = await blob(world.git, oid);
  const isBinary = bytes.subarray(0, 8000).includes(0);
  const text = isBinary ? null : Buffer.from(bytes).toString();
  return { __typename: 'Blob', oid, byteSize: bytes.length, isBinary, isTruncated: false, text };
}

function pullRequest(world: World, number: number): object {
  const pull = world.pulls.get(number);
  if (!pull) throw new GraphQlRefusal('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
  return {
    number,
    title: pull.title,
    state: pull.state.toUpperCase(),
    isDraft: pull.draft,
    isCrossRepository: pull.fork !== undefined,
    author: actor(pull.author),
    headRefOid: pull.head,
    headRefName: pull.headBranch,
    baseRefOid: pull.base,
    baseRefName: pull.baseBranch,
    timelineItems: (page: Page) => timeline(world, pull, page),
  };
}

interface Page {
  readonly first?: number;
  readonly last?: number;
  readonly itemTypes?: readonly string[];
}

/** Of all events, only deletions of comments. */
function timeline(world: World, { number }: PullRequest, { first, last, itemTypes }: Page): object {
  const wanted = !itemTypes || itemTypes.includes('COMMENT_DELETED_EVENT');
  const all = world.deletions
    .filter(deletion => wanted && deletion.number === number)
    .map(({ createdAt, author, actor: by }) => ({
      __typename: 'CommentDeletedEvent',
      createdAt: createdAt.toISOString(),
      actor: actor(by),
      deletedCommentAuthor: actor(author),
    }));
  const nodes = first === undefined ? all.slice(-(last ?? all.length)) : all.slice(0, first);
  return { nodes, totalCount: all.length };
}

/** A bot's login has no ending here, unlike in the REST API and in `viewer`. */
function actor(login: string): object {
  const isBot = login.endsWith('[bot]');
  return { __typename: isBot ? 'Bot' : 'User', login: login.replace(/\[bot\]$/, '') };
}
