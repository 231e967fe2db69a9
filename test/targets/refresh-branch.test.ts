import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { repositoryOf } from '../../src/hosts/github.ts';
import { mergedBy } from '../../src/repository/merged-by.ts';
import {
  type Refresh,
  refreshBranch,
  refreshByCommit,
  refreshByPullRequest,
  waitingText,
} from '../../src/targets/refresh-branch.ts';
import { startGitHub } from '../support/github/index.ts';
import { writesOf } from '../support/stored.ts';

async function made(t: TestContext) {
  const github = await startGitHub(t);
  const head = await github.commit({
    branch: 'main',
    files: { 'stored/a.json': '1', 'stored/b.json': '2', 'README.md': 'Words.' },
  });
  const token = github.token({ contents: 'write', 'pull-requests': 'write' });
  const repository = repositoryOf({ ...github.env(token), CAMDRIFT_SECOND: '5' }, token, () => {});
  const wanted = (more: Partial<Refresh> = {}): Refresh => ({
    ...{ base: 'main', head, title: 'Refresh', body: 'Because.', message: 'Refresh\n\nBecause.' },
    files: new Map([
      ['stored/a.json', '10'],
      ['stored/b.json', null],
      ['stored/c.json', '3'],
    ]),
    ...more,
  });
  const text = async (revision: string, path: string) => {
    const bytes = await github.fileAt(revision, path);
    return bytes && Buffer.from(bytes).toString();
  };
  return { github, head, repository, wanted, text };
}

const branch = refreshBranch('main');

test('files come, change and go on a branch of ours, by one pull request', async t => {
  const { github, head, repository, wanted, text } = await made(t);
  const { url, changed } = await refreshByPullRequest(repository, wanted());
  assert.equal(changed, true);
  const [pull, ...others] = github.open();
  assert.deepEqual([pull!.title, pull!.headBranch, others], ['Refresh', branch, []]);
  assert.match(url, new RegExp(`/pull/${pull!.number}$`));
  assert.match(pull!.body!, new RegExp(`^Because\\.\n\n<!-- camdrift refresh of=${head} tree=[0-9a-f]{40} -->\n$`));
  const names = ['a.json', 'b.json', 'c.json'].map(name => `stored/${name}`);
  assert.deepEqual(await Promise.all(names.map(name => text(branch, name))), ['10', undefined, '3']);
  assert.deepEqual(await Promise.all(names.map(name => text('main', name))), ['1', '2', undefined]);
  assert.equal(await text(branch, 'README.md'), 'Words.');
});

test('the same again changes nothing; something else is put in its place, on top of the base and not of itself', async t => {
  const { github, head, repository, wanted, text } = await made(t);
  const { url } = await refreshByPullRequest(repository, wanted());
  const from = github.exchanges.length;
  assert.deepEqual(await refreshByPullRequest(repository, wanted()), { url, changed: false });
  assert.deepEqual(
    writesOf(github, from),
    ['POST /repos/acme/models/git/trees'],
    'a tree is content: it moves nothing',
  );
  const files = new Map([['stored/a.json', '11']]);
  assert.deepEqual(await refreshByPullRequest(repository, wanted({ files, title: 'Anew' })), { url, changed: true });
  assert.deepEqual(
    github.open().map(({ title }) => title),
    ['Anew'],
  );
  const [commit] = await github.log(branch);
  assert.deepEqual(commit!.parents, [head]);
  assert.deepEqual([await text(branch, 'stored/a.json'), await text(branch, 'stored/b.json')], ['11', '2']);
});

test('what waits is read from the open pull request alone', async t => {
  const { github, repository, wanted } = await made(t);
  assert.equal(await waitingText(repository, 'main', 'stored/a.json'), undefined);
  await refreshByPullRequest(repository, wanted());
  assert.equal(await waitingText(repository, 'main', 'stored/a.json'), '10');
  assert.equal(await waitingText(repository, 'main', 'stored/z.json'), undefined);
  github.closePullRequest(github.open()[0]!.number);
  assert.equal(await waitingText(repository, 'main', 'stored/a.json'), undefined);
});

test('a closed one is no obstacle to the next', async t => {
  const { github, repository, wanted } = await made(t);
  await refreshByPullRequest(repository, wanted());
  const [first] = github.open();
  github.closePullRequest(first!.number);
  assert.equal((await refreshByPullRequest(repository, wanted())).changed, true);
  assert.notEqual(github.open()[0]!.number, first!.number);
});

test('a commit goes on top of the very commit that it was made from, or nowhere', async t => {
  const { github, head, repository, wanted, text } = await made(t);
  const sha = await refreshByCommit(repository, wanted());
  assert.deepEqual([await github.branch('main'), await text('main', 'stored/a.json')], [sha, '10']);
  assert.deepEqual((await github.log('main'))[0]!.parents, [head]);
  assert.equal(await refreshByCommit(repository, wanted()), undefined);
  assert.equal(await github.branch('main'), sha);
});

test('the pull request that brought a commit is known, merged or squashed, and an open one is not it', async t => {
  const { github, repository } = await made(t);
  const open = async (name: string) => {
    await github.commit({ branch: name, files: { [`${name}.txt`]: name } });
    return (await github.openPullRequest({ head: name })).number;
  };
  const [one, two, three] = [await open('one'), await open('two'), await open('three')];
  const merged = await github.merge(one);
  const squashed = await github.merge(two, 'squash');
  assert.deepEqual([await mergedBy(repository, merged), await mergedBy(repository, squashed)], [one, two]);
  assert.equal(await mergedBy(repository, github.pullRequest(three).head), undefined);
});
