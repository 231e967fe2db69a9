import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { comparison, mergeBase, pullRequestFiles } from '../../src/repository/changed-files.ts';
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

test('a comparison gives files and merge base in one request', async t => {
  const server = await tinyServer(t, () => ({ body: { merge_base_commit: { sha: 'f'.repeat(40) }, files: words } }));
  const found = await comparison(repositoryAt(server.url), 'main', 'topic');
  assert.deepEqual(found, { files: read, complete: true, mergeBase: 'f'.repeat(40) });
  assert.deepEqual(server.lines(), ['GET /repos/anna/shoes/compare/main...topic?per_page=1']);
  assert.equal(await mergeBase(repositoryAt(server.url), 'main', 'topic'), 'f'.repeat(40));
});

for (const [count, complete] of [
  [299, true],
  [300, false],
] as const)
  test(`a comparison with ${count} files is ${complete ? '' : 'not '}known to be complete`, async t => {
    const body = { merge_base_commit: { sha: 'f'.repeat(40) }, files: listed(count) };
    const server = await tinyServer(t, () => ({ body }));
    assert.equal((await comparison(repositoryAt(server.url), 'a', 'b')).complete, complete);
  });

test('what GitHub refuses is thrown with its status; what fails on its side is tried again', async t => {
  const refusing = await tinyServer(t, () => ({ status: 404, body: { message: 'No common ancestor' } }));
  await assert.rejects(mergeBase(repositoryAt(refusing.url), 'a', 'b'), { status: 404 });
  assert.equal(refusing.asked.length, 1);
  const answers = [502, 503, 200];
  const shaky = await tinyServer(t, () => ({ status: answers.shift()!, body: [] }));
  assert.equal((await pullRequestFiles(repositoryAt(shaky.url), 7)).complete, true);
  assert.equal(shaky.asked.length, 3);
});
