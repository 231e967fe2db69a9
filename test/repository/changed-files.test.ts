import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { descent, differences, pullRequestFiles } from '../../src/repository/changed-files.ts';
import type { Listing } from '../../src/repository/snapshot.ts';
import { repositoryAt, tinyServer } from '../support/tiny-server.ts';

const listed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ filename: `images/${index}.png`, status: 'modified' }));

/** Lists so many files as GitHub does: a page at a time, with a link to the next one. */
async function pullRequestOf(t: TestContext, files: readonly object[]) {
  const server = await tinyServer(t, ({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://github');
    const [page, size] = [Number(searchParams.get('page') ?? 1), Number(searchParams.get('per_page'))];
    const body = files.slice((page - 1) * size, page * size);
    const link = `<${server.url}${pathname}?per_page=${size}&page=${page + 1}>; rel="next"`;
    return { body, headers: page * size < files.length ? { link } : {} };
  });
  return { server, repository: repositoryAt(server.url) };
}

for (const [count, requests] of [
  [0, 1],
  [1, 1],
  [99, 1],
  [100, 1],
  [101, 2],
  [200, 2],
  [2999, 30],
] as const)
  test(`${count} files of a pull request take ${requests} requests`, async t => {
    const { server, repository } = await pullRequestOf(t, listed(count));
    const { files, complete } = await pullRequestFiles(repository, 7);
    assert.equal(files.length, count);
    assert.equal(complete, true);
    assert.equal(server.asked.length, requests);
    assert.equal(server.lines()[0], 'GET /repos/anna/shoes/pulls/7/files?per_page=100');
    assert.equal(server.asked.at(-1)?.headers.authorization, 'token secret-token');
  });

test('at 3,000 files the list may go on, unless the pull request says that it does not', async t => {
  const { server, repository } = await pullRequestOf(t, listed(3000));
  assert.equal((await pullRequestFiles(repository, 7)).complete, false);
  assert.equal((await pullRequestFiles(repository, 7, 3000)).complete, true);
  assert.equal((await pullRequestFiles(repository, 7, 3001)).complete, false);
  assert.equal(server.asked.length, 90);
});

test('no more than thirty pages are asked for', async t => {
  const { server, repository } = await pullRequestOf(t, listed(3100));
  const { files, complete } = await pullRequestFiles(repository, 7, 3100);
  assert.deepEqual([files.length, complete, server.asked.length], [3000, false, 30]);
});

test('a list that is shorter than the pull request says is not complete', async t => {
  const { repository } = await pullRequestOf(t, listed(3));
  assert.equal((await pullRequestFiles(repository, 7, 4)).complete, false);
  assert.equal((await pullRequestFiles(repository, 7, 2)).complete, true);
});

const words = [
  { filename: 'a', status: 'added' },
  { filename: 'b', status: 'removed' },
  { filename: 'c', status: 'changed' },
  { filename: 'd', status: 'unchanged' },
  { filename: 'e', status: 'renamed', previous_filename: 'old/e' },
  { filename: 'f', status: 'copied', previous_filename: 'a' },
];
const read = [
  { path: 'a', status: 'added' },
  { path: 'b', status: 'removed' },
  { path: 'c', status: 'modified' },
  { path: 'd', status: 'modified' },
  { path: 'e', status: 'renamed', previous: 'old/e' },
  { path: 'f', status: 'added' },
];

test('every word of GitHub for a change is understood; the origin of a copy is not touched', async t => {
  const { repository } = await pullRequestOf(t, words);
  assert.deepEqual((await pullRequestFiles(repository, 7)).files, read);
});

/** A comparison as GitHub answers it. */
const comparison = (commits: readonly object[], more: object = {}) => ({
  base_commit: { sha: 'a'.repeat(40) },
  merge_base_commit: { sha: 'b'.repeat(40) },
  total_commits: commits.length,
  commits,
  files: words,
  ...more,
});
const made = (sha: string, ...parents: string[]) => ({ sha, parents: parents.map(parent => ({ sha: parent })) });

test('one comparison tells where a branch stands, where a commit left it, and what it was made from', async t => {
  const server = await tinyServer(t, () => ({ body: comparison([made('h', 'b'), made('m', 'a', 'h')]) }));
  assert.deepEqual(await descent(repositoryAt(server.url), 'main', 'm'), {
    tip: 'a'.repeat(40),
    mergeBase: 'b'.repeat(40),
    commits: new Map([
      ['h', ['b']],
      ['m', ['a', 'h']],
    ]),
  });
  assert.deepEqual(server.lines(), ['GET /repos/anna/shoes/compare/main...m?per_page=100']);
});

test('of more than a hundred commits the last page has the newest', async t => {
  const server = await tinyServer(t, ({ path }) => ({
    body: comparison([made(path.includes('page=3') ? 'newest' : 'oldest', 'x')], { total_commits: 201 }),
  }));
  const found = await descent(repositoryAt(server.url), 'main', 'topic');
  assert.deepEqual([...found!.commits.keys()], ['oldest', 'newest']);
  assert.equal(server.asked.length, 2);
});

test('commits that GitHub does not know, or that have nothing in common, descend from nothing', async t => {
  const server = await tinyServer(t, () => ({ status: 404, body: { message: 'No common ancestor' } }));
  assert.equal(await descent(repositoryAt(server.url), 'main', 'topic'), undefined);
});

const tree = (files: Record<string, string>, complete = true): Listing => ({
  entries: new Map(Object.entries(files).map(([path, sha]) => [path, { kind: 'file', sha, size: sha.length }])),
  complete,
});

test('two trees tell what was added, removed, altered and moved', () => {
  const before = tree({ kept: '1', altered: '2', gone: '3', 'old/place': '4' });
  const after = tree({ kept: '1', altered: '2b', 'new/place': '4', fresh: '5' });
  assert.deepEqual(differences(before, after), {
    files: [
      { path: 'altered', status: 'modified' },
      { path: 'fresh', status: 'added' },
      { path: 'gone', status: 'removed' },
      { path: 'new/place', status: 'renamed', previous: 'old/place' },
    ],
    complete: true,
  });
  assert.equal(differences(before, tree({}, false)).complete, false);
});

test('what was there twice, or is empty, was moved from nowhere in particular', () => {
  const twice = differences(tree({ a: '1', b: '1' }), tree({ c: '1' })).files;
  assert.deepEqual(
    twice.map(({ path, status }) => [path, status]),
    [
      ['a', 'removed'],
      ['b', 'removed'],
      ['c', 'added'],
    ],
  );
  assert.deepEqual(
    differences(tree({ a: '' }), tree({ b: '' })).files.map(({ status }) => status),
    ['removed', 'added'],
  );
  assert.deepEqual(
    differences(tree({ a: '1' }), tree({ a: '1', b: '1' })).files,
    [{ path: 'b', status: 'added' }],
    'a copy is no move',
  );
});

test('what GitHub refuses is thrown with its status; what fails on its side is tried again', async t => {
  const refusing = await tinyServer(t, () => ({ status: 403, body: { message: 'Not accessible by integration' } }));
  await assert.rejects(descent(repositoryAt(refusing.url), 'a', 'b'), { status: 403 });
  assert.equal(refusing.asked.length, 1);
  const answers = [502, 503, 200];
  const shaky = await tinyServer(t, () => ({ status: answers.shift()!, body: [] }));
  assert.equal((await pullRequestFiles(repositoryAt(shaky.url), 7)).complete, true);
  assert.equal(shaky.asked.length, 3);
});
