import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marker } from '../../src/reports/comment/comment.ts';
import type { ListedComment } from '../../src/repository/comments.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { type Compose, conversation, fold, foreignEditor, type OwnComment, say } from '../../src/targets/comment.ts';

const marked = (words: string, key = 'default') =>
  `${marker({ key, head: 'c'.repeat(40), content: '0123' })}\n${words}`;

const me = { login: 'github-actions[bot]', type: 'Bot' };
/** As GraphQL writes it. */
const us = { login: 'github-actions' };

const listed = (id: number, body: string, user: { login: string; type: string } | null = me): ListedComment =>
  ({ id, node_id: `node ${id}`, html_url: `https://github.example/${id}`, body, user }) as ListedComment;

const own = (id: number, body = `body ${id}`): OwnComment => ({
  ...{ id, node: `node ${id}`, url: `https://github.example/${id}`, body, author: me.login },
});

interface Github {
  /** Comments of the pull request. */
  readonly comments?: ListedComment[];
  readonly deletions?: readonly object[];
  /** What GraphQL knows of a comment, time by time; a function throws or answers null. */
  readonly versions?: (id: number, times: number) => unknown;
  /** What happens right after each update, besides it. */
  readonly race?: (times: number) => void;
  readonly failedDelete?: number;
}

/** A pull request whose comments are kept, with all that was done to them. */
function made({ comments = [], deletions = [], versions, race = () => {}, failedDelete }: Github = {}) {
  const done: (readonly [what: string, id: number, body?: string])[] = [];
  const find = (id: number) => comments.findIndex(each => each.id === id);
  let asked = 0;
  const graphql = async (query: string, given: Record<string, unknown>) => {
    if (query.startsWith('query CamdriftConversation')) {
      assert.deepEqual(given, { owner: 'o', name: 'r', number: 7 });
      const pullRequest = { headRefOid: 'head', timelineItems: { nodes: deletions } };
      return { viewer: { login: me.login }, repository: { pullRequest } };
    }
    if (query.startsWith('mutation CamdriftFold')) return done.push(['fold', 0, JSON.stringify(given)]);
    const id = Number(String(given.comment).slice(5));
    if (versions) return versions(id, ++asked);
    const comment = comments[find(id)];
    return { node: comment ? { body: comment.body, userContentEdits: { nodes: [] } } : null };
  };
  const issues = {
    listComments: 'listed',
    createComment: async ({ issue_number, body }: { issue_number: number; body: string }) => {
      const comment = listed(90, body);
      done.push(['create', issue_number, body]);
      comments.push(comment);
      return { data: comment };
    },
    updateComment: async ({ comment_id: id, body }: { comment_id: number; body: string }) => {
      done.push(['update', id, body]);
      comments[find(id)] = { ...comments[find(id)]!, body };
      race(done.length);
    },
    getComment: async ({ comment_id: id }: { comment_id: number }) => {
      if (find(id) < 0) throw Object.assign(new Error('Not Found'), { status: 404 });
      return { data: comments[find(id)]! };
    },
    deleteComment: async ({ comment_id: id }: { comment_id: number }) => {
      done.push(['delete', id]);
      if (failedDelete) throw Object.assign(new Error('No.'), { status: failedDelete });
    },
  };
  let pages = 0;
  const paginate = async (route: unknown, { issue_number }: { issue_number: number }) => {
    assert.deepEqual([route, issue_number], ['listed', 7]);
    pages++;
    return [...comments];
  };
  const repository = { owner: 'o', name: 'r', second: 0, api: { graphql, paginate, rest: { issues } } };
  return { repository: repository as unknown as Repository, done, pages: () => pages, comments };
}

test('our comment is the oldest one of our login under the key; others of ours are spare, those of other bots foreign', async () => {
  const { repository } = made({
    comments: [
      listed(5, marked('second')),
      listed(3, marked('first')),
      listed(1, marked('of another key', 'vision')),
      listed(2, `Quoted:\n${marked('not the first line')}`),
      listed(4, marked('of a person'), { login: 'ann', type: 'User' }),
      listed(6, marked('of another bot'), { login: 'other[bot]', type: 'Bot' }),
      listed(7, marked('of somebody gone'), null),
    ],
  });
  assert.deepEqual(await conversation(repository, 7, 'default'), {
    head: 'head',
    earlier: { ...own(3, marked('first')), isBot: true },
    spare: [{ ...own(5, marked('second')), isBot: true }],
    foreign: [own(6, marked('of another bot'))].map(each => ({ ...each, author: 'other[bot]', isBot: true })),
    deleted: undefined,
  });
});

test('comments that somebody has just read are not read again', async () => {
  const { repository, pages } = made({ comments: [listed(1, marked('unseen'))] });
  const found = await conversation(repository, 7, 'default', [listed(2, marked('given'))]);
  assert.deepEqual([found.earlier?.id, pages()], [2, 0]);
});

test('when somebody else last deleted a comment of ours is known, whoever that was', async () => {
  const deletion = (createdAt: string, actor: string | null, author: string | null) => ({
    createdAt,
    actor: actor === null ? null : { login: actor },
    deletedCommentAuthor: author === null ? null : { login: author },
  });
  // GraphQL writes the login of a bot without its ending.
  for (const [deletions, expected] of [
    [[deletion('2026-01-02T00:00:00Z', 'ann', 'github-actions')], '2026-01-02T00:00:00.000Z'],
    [[deletion('2026-01-02T00:00:00Z', null, 'github-actions')], '2026-01-02T00:00:00.000Z'],
    [[deletion('2026-01-02T00:00:00Z', 'github-actions', 'github-actions')], undefined],
    [[deletion('2026-01-02T00:00:00Z', 'ann', 'bob')], undefined],
    [[deletion('2026-01-02T00:00:00Z', 'ann', null)], undefined],
    [
      [
        deletion('2026-01-03T00:00:00Z', 'ann', 'github-actions'),
        deletion('2026-01-04T00:00:00Z', 'ann', 'github-actions'),
        deletion('2026-01-02T00:00:00Z', 'bob', 'github-actions'),
        deletion('2026-01-05T00:00:00Z', 'ann', 'bob'),
      ],
      '2026-01-04T00:00:00.000Z',
    ],
  ] as const) {
    const { deleted } = await conversation(made({ deletions }).repository, 7, 'default');
    assert.equal(deleted?.toISOString(), expected);
  }
});

/** Says it once, and keeps which versions it was shown. */
function once(body: string): { compose: Compose; shown: (readonly string[])[] } {
  const shown: (readonly string[])[] = [];
  const compose: Compose = ({ now, ours, doubtful }) => {
    shown.push([...ours, ...doubtful.map(each => `? ${each}`)]);
    return now === body ? undefined : body;
  };
  return { shown, compose };
}

const nothing = { earlier: undefined, spare: [] };

test('where nothing has been said a comment is made', async () => {
  const { repository, done } = made();
  const { compose, shown } = once(marked('new'));
  assert.equal(await say(repository, 7, 'default', compose, nothing), 'https://github.example/90');
  assert.deepEqual(done, [['create', 7, marked('new')]]);
  assert.deepEqual(shown, [[]]);
});

test('of two that were made at once the oldest stays, with the words of both', async () => {
  const { repository, done } = made({ comments: [listed(8, marked('theirs'))] });
  const shown: (readonly string[])[] = [];
  const compose: Compose = ({ now, ours }) => {
    shown.push(ours);
    if (ours.length === 0) return marked('mine');
    return now === marked('both') ? undefined : marked('both');
  };
  assert.equal(await say(repository, 7, 'default', compose, nothing), 'https://github.example/8');
  assert.deepEqual(shown, [[], [marked('theirs'), marked('mine')], [marked('both'), marked('mine')]]);
  assert.deepEqual(done.slice(1), [
    ['update', 8, marked('both')],
    ['delete', 90],
  ]);
});

test('only the one that was just made is taken back: another old one may be somebody else’s at work', async () => {
  const { repository, done } = made({ comments: [listed(9, marked('second')), listed(8, marked('first'))] });
  const { compose } = once(marked('mine'));
  await say(repository, 7, 'default', compose, nothing);
  assert.deepEqual(
    done.filter(([what]) => what === 'delete'),
    [['delete', 90]],
  );
});

test('a comment of another bot under the key is not ours to change', async () => {
  const { repository, done } = made({ comments: [listed(8, marked('theirs'), { login: 'other[bot]', type: 'Bot' })] });
  assert.equal(await say(repository, 7, 'default', once(marked('mine')).compose, nothing), 'https://github.example/90');
  assert.equal(done.length, 1);
});

test('an earlier comment is shown to whoever composes with its history and the spare ones, which go once all is said', async () => {
  const github = made({
    comments: [listed(3, 'as it stands')],
    versions: id => ({
      node: {
        body: id > 3 ? `body ${id}` : github.comments[0]!.body,
        userContentEdits: { nodes: id > 3 ? [] : [{ diff: 'before', editor: us }, null, { diff: null, editor: us }] },
      },
    }),
  });
  const { repository, done } = github;
  const { compose, shown } = once('new');
  const url = await say(repository, 7, 'default', compose, { earlier: own(3), spare: [own(4), own(5)] });
  assert.equal(url, 'https://github.example/3');
  assert.deepEqual(shown, [
    ['as it stands', 'before', 'body 4', 'body 5'],
    ['new', 'before', 'body 4', 'body 5'],
  ]);
  assert.deepEqual(done, [
    ['update', 3, 'new'],
    ['delete', 4],
    ['delete', 5],
  ]);
});

test('a comment that says it already is left alone', async () => {
  const { repository, done } = made({ comments: [listed(3, 'said')] });
  await say(repository, 7, 'default', once('said').compose, { earlier: own(3), spare: [] });
  assert.deepEqual(done, []);
});

test('what somebody else has written into our comment is not taken up, and our own words before it are', async () => {
  const edits = (editor: { login: string } | null) => ({
    nodes: [
      { diff: 'forged', editor },
      { diff: 'ours', editor: us },
      { diff: 'older', editor: { login: 'ann' } },
    ],
  });
  for (const editor of [{ login: 'mona' }, { login: '' }, null]) {
    const forged = { body: 'forged', lastEditedAt: '2026-01-01T00:00:00Z', editor };
    for (const [userContentEdits, expected] of [
      [edits(editor), ['ours']],
      [{ nodes: edits(editor).nodes.slice(0, 1) }, ['? forged']],
      [null, ['? forged']],
    ] as const) {
      const versions = (_: number, times: number) => ({
        node: { ...forged, ...(times > 1 && ours), userContentEdits },
      });
      const ours = { body: 'new', editor: us };
      const { repository, done } = made({ comments: [listed(3, 'forged')], versions });
      const { compose, shown } = once('new');
      await say(repository, 7, 'default', compose, { earlier: own(3), spare: [] });
      assert.deepEqual([shown[0], done], [expected, [['update', 3, 'new']]], JSON.stringify(editor));
    }
  }
});

test('nor what somebody else has written into a spare one', async () => {
  const node = (body: string) => ({
    node: { body, lastEditedAt: 'now', editor: body === 'new' ? us : { login: 'mona' }, userContentEdits: null },
  });
  const versions = (id: number) => node(id === 3 ? 'new' : 'forged');
  const { compose, shown } = once('new');
  await say(made({ comments: [listed(3, 'new')], versions }).repository, 7, 'default', compose, {
    ...{ earlier: own(3), spare: [own(4)] },
  });
  assert.deepEqual(shown, [['new', '? forged']]);
});

test('where the history cannot be had nobody knows whose words they are, but for those that were just written', async () => {
  for (const versions of [() => Promise.reject(new Error('GraphQL is down.')), () => ({ node: null })]) {
    const { repository, done } = made({ comments: [listed(3, 'as it stands')], versions });
    const { compose, shown } = once('new');
    await say(repository, 7, 'default', compose, { earlier: own(3), spare: [] });
    assert.deepEqual([shown, done.length], [[['? as it stands'], ['new']], 1]);
  }
  for (const userContentEdits of [null, { nodes: null }]) {
    const versions = () => ({ node: { body: 'as it stands', userContentEdits } });
    const { repository, done } = made({ comments: [listed(3, 'as it stands')], versions });
    await say(repository, 7, 'default', once('as it stands').compose, { earlier: own(3), spare: [] });
    assert.deepEqual(done, []);
  }
});

test('who else has edited a comment of ours last is known, or that nobody can tell', async () => {
  const asked = async (node: object | null) => foreignEditor(made({ versions: () => ({ node }) }).repository, own(3));
  assert.equal(await asked({ lastEditedAt: null, editor: null }), undefined);
  assert.equal(await asked({ lastEditedAt: 'now', editor: us }), undefined);
  assert.equal(await asked({ lastEditedAt: 'now', editor: { login: 'mona' } }), 'mona');
  for (const gone of [{ lastEditedAt: 'now', editor: null }, null]) assert.equal(await asked(gone), '');
  const down = made({ versions: () => Promise.reject(new Error('Down.')) });
  assert.equal(await foreignEditor(down.repository, own(3)), '');
});

test('what others overwrote is said again, six times at most', async () => {
  for (const [rude, updates] of [
    [1, 2],
    [5, 6],
  ] as const) {
    const github = made({
      comments: [listed(3, 'old')],
      race: times => {
        if (times <= rude) github.comments[0] = { ...github.comments[0]!, body: 'of somebody else' };
      },
    });
    await say(github.repository, 7, 'default', once('new').compose, { earlier: own(3), spare: [] });
    assert.equal(github.done.length, updates);
  }
  const github = made({
    comments: [listed(3, 'old')],
    race: () => {
      github.comments[0] = { ...github.comments[0]!, body: 'of somebody else' };
    },
  });
  await assert.rejects(
    say(github.repository, 7, 'default', once('new').compose, { earlier: own(3), spare: [own(4)] }),
    {
      message: 'others have overwritten the comment 6 times',
    },
  );
  assert.deepEqual([...new Set(github.done.map(([what]) => what))], ['update'], 'nothing was deleted');
  assert.equal(github.done.length, 6);
});

test('a spare comment that is gone already is no error, and one that may not be deleted is', async () => {
  const asked = { earlier: own(3), spare: [own(4)] };
  const gone = made({ comments: [listed(3, 'said')], failedDelete: 404 });
  assert.equal(await say(gone.repository, 7, 'default', once('said').compose, asked), 'https://github.example/3');
  const kept = made({ comments: [listed(3, 'said')], failedDelete: 403 });
  await assert.rejects(say(kept.repository, 7, 'default', once('said').compose, asked), { status: 403 });
});

test('a comment is folded as outdated by its id in GraphQL', async () => {
  const { repository, done } = made();
  await fold(repository, own(3));
  assert.deepEqual(done, [['fold', 0, '{"input":{"subjectId":"node 3","classifier":"OUTDATED"}}']]);
});
