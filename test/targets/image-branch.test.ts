import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Repository } from '../../src/repository/repository.ts';
import { publishPictures } from '../../src/targets/image-branch.ts';

type Call = readonly [name: string, asked: Record<string, unknown>];
type Answer = (asked: Record<string, unknown>, times: number) => unknown;

const status = (number: number) => Object.assign(new Error(`status ${number}`), { status: number });
const thrown = (error: unknown) => () => {
  throw error;
};

/** A repository that answers as it is told, and keeps what it was asked; waits take no time. */
function made(t: TestContext, answers: Readonly<Record<string, Answer>> = {}) {
  t.mock.method(Math, 'random', () => 0);
  const calls: Call[] = [];
  const usual: Readonly<Record<string, Answer>> = {
    getRef: () => ({ object: { sha: 'tip' } }),
    createTree: () => ({ sha: 'tree' }),
    createCommit: () => ({ sha: 'root' }),
    createRef: () => ({}),
    graphql: () => ({ createCommitOnBranch: { commit: { oid: 'made' } } }),
  };
  const asked = async (name: string, given: Record<string, unknown>) => {
    calls.push([name, given]);
    return (answers[name] ?? usual[name]!)(given, calls.filter(([each]) => each === name).length);
  };
  const git = Object.fromEntries(
    ['getRef', 'createTree', 'createCommit', 'createRef'].map(name => [
      name,
      async (given: Record<string, unknown>) => ({ data: await asked(name, given) }),
    ]),
  );
  const graphql = (_: string, { input }: { input: Record<string, unknown> }) => asked('graphql', input);
  const repository = {
    owner: 'o',
    name: 'r',
    serverUrl: 'https://github.example',
    api: { graphql, rest: { git } },
  } as unknown as Repository;
  return { repository, calls, names: () => calls.map(([name]) => name) };
}

const pictures = {
  branch: 'camdrift-pictures',
  folder: 'pr-7/run 1',
  files: new Map([
    ['shoes/a.webp', Uint8Array.of(1, 2, 3)],
    ['shoes/b #1?.webp', Uint8Array.of(255)],
  ]),
};

test('pictures go on top of the branch in one commit, and their addresses are those of that commit', async t => {
  const { repository, calls } = made(t);
  const { commit, urls } = await publishPictures(repository, pictures);
  assert.equal(commit, 'made');
  assert.deepEqual(
    [...urls],
    [
      ['shoes/a.webp', 'https://github.example/o/r/blob/made/pr-7/run%201/shoes/a.webp?raw=true'],
      ['shoes/b #1?.webp', 'https://github.example/o/r/blob/made/pr-7/run%201/shoes/b%20%231%3F.webp?raw=true'],
    ],
  );
  assert.deepEqual(calls, [
    ['getRef', { owner: 'o', repo: 'r', ref: 'heads/camdrift-pictures' }],
    [
      'graphql',
      {
        branch: { repositoryNameWithOwner: 'o/r', branchName: 'camdrift-pictures' },
        expectedHeadOid: 'tip',
        message: { headline: 'Pictures for pr-7/run 1' },
        fileChanges: {
          additions: [
            { path: 'pr-7/run 1/shoes/a.webp', contents: 'AQID' },
            { path: 'pr-7/run 1/shoes/b #1?.webp', contents: '/w==' },
          ],
        },
      },
    ],
  ]);
});

test('a branch that is not there is started by a commit without parents that says what it is', async t => {
  const { repository, calls, names } = made(t, { getRef: thrown(status(404)) });
  await publishPictures(repository, pictures);
  assert.deepEqual(names(), ['getRef', 'createTree', 'createCommit', 'createRef', 'graphql']);
  const [, tree, commit, ref, pictured] = calls.map(([, asked]) => asked);
  const [readme, ...others] = tree!.tree as { path: string; mode: string; type: string; content: string }[];
  assert.deepEqual([readme!.path, readme!.mode, readme!.type, others], ['README.md', '100644', 'blob', []]);
  assert.match(readme!.content, /^# Pictures of camdrift\n[\s\S]*shares no history with the code\.[\s\S]*\n$/);
  assert.deepEqual(commit, {
    ...{ owner: 'o', repo: 'r', tree: 'tree', parents: [] },
    message: 'Pictures of camdrift start here',
  });
  assert.deepEqual(ref, { owner: 'o', repo: 'r', ref: 'refs/heads/camdrift-pictures', sha: 'root' });
  assert.equal(pictured!.expectedHeadOid, 'root');
});

test('whoever starts the branch at the same time wins, and pictures go on top of theirs', async t => {
  const { repository, calls } = made(t, {
    getRef: (_, times) => (times === 1 ? thrown(status(404))() : { object: { sha: 'theirs' } }),
    createRef: thrown(status(422)),
  });
  await publishPictures(repository, pictures);
  assert.equal(calls.at(-1)![1].expectedHeadOid, 'theirs');
});

test('a branch that may not be made is an error, and so is one that is refused and is not there', async t => {
  for (const [code, asks] of [
    [403, 1],
    [422, 2],
  ] as const) {
    const { repository, names } = made(t, { getRef: thrown(status(404)), createRef: thrown(status(code)) });
    await assert.rejects(publishPictures(repository, pictures), { status: code });
    assert.equal(names().filter(name => name === 'getRef').length, asks);
    t.mock.restoreAll();
  }
});

test('a branch whose tip cannot be read is not started anew', async t => {
  const { repository, names } = made(t, { getRef: thrown(status(500)) });
  await assert.rejects(publishPictures(repository, pictures), { status: 500 });
  assert.deepEqual(names(), ['getRef']);
});

const stale = [
  { errors: [{ type: 'STALE_DATA', message: 'Moved.' }] },
  { errors: [{ message: 'Not it.' }, { message: 'Expected branch to point to "a" but it points to "b".' }] },
];
for (const error of stale)
  test(`a branch that moved meanwhile is read again: ${JSON.stringify(error)}`, async t => {
    const { repository, calls, names } = made(t, {
      getRef: (_, times) => ({ object: { sha: `tip ${times}` } }),
      graphql: (_, times) => (times < 5 ? thrown(error)() : { createCommitOnBranch: { commit: { oid: 'fifth' } } }),
    });
    assert.equal((await publishPictures(repository, pictures)).commit, 'fifth');
    assert.equal(names().length, 10);
    assert.equal(calls.at(-1)![1].expectedHeadOid, 'tip 5');
  });

test('a branch that moves five times is an error, and anything else is one at once', async t => {
  for (const [error, tries] of [
    [stale[0], 5],
    [{ errors: [{ type: 'FORBIDDEN', message: 'No.' }] }, 1],
    [new Error('The network is gone.'), 1],
  ] as const) {
    const { repository, names } = made(t, { graphql: thrown(error) });
    await assert.rejects(publishPictures(repository, pictures), thrownError => thrownError === error);
    assert.equal(names().filter(name => name === 'graphql').length, tries);
    t.mock.restoreAll();
  }
});
