import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { repositoryOf } from '../../src/hosts/github.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { runAgain, runIn, runState } from '../../src/repository/runs.ts';
import { type GitHub, startGitHub } from '../support/github/index.ts';
import type { TokenKind } from '../support/github/tokens.ts';

const everything = { actions: 'write' } as const;

async function made(t: TestContext, may: TokenKind = everything) {
  const github = await startGitHub(t);
  const headSha = await github.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const run = (conclusion: string) => github.addRun({ headSha, conclusion }).id;
  return { github, run, repository: asked(github, may) };
}

function asked(github: GitHub, may: TokenKind): Repository {
  const token = github.token(may);
  return repositoryOf({ ...github.env(token), CAMDRIFT_SECOND: '5' }, token, () => {});
}

test('a run is told by how it ended', async t => {
  const { github, run, repository } = await made(t);
  const [green, red, lost] = [run('success'), run('failure'), run('cancelled')];
  assert.deepEqual(await Promise.all([green, red, lost].map(id => runState(repository, id))), ['green', 'red', 'red']);
  Object.assign(github.run(red), { status: 'in_progress' });
  assert.equal(await runState(repository, red), 'going');
  assert.equal(await runState(repository, 7), 'unknown');
});

test('what failed is done again, or all of it, once', async t => {
  const { github, run, repository } = await made(t);
  const [green, red] = [run('success'), run('failure')];
  assert.equal(await runAgain(repository, red, 'failed'), 'running');
  assert.equal(await runAgain(repository, red, 'failed'), 'running', 'it is going already');
  assert.equal(await runAgain(repository, green, 'failed'), 'refused', 'nothing of it has failed');
  assert.equal(await runAgain(repository, green, 'all'), 'running');
  const states = [red, green].map(id => [github.run(id).attempt, github.run(id).again]);
  assert.deepEqual(states, [
    [2, 'failed'],
    [2, 'all'],
  ]);
});

test('a token without the permission, and a run that is not there, are refused and no crash', async t => {
  const { github, run, repository } = await made(t, { actions: 'read' });
  const red = run('failure');
  assert.equal(await runAgain(repository, red, 'failed'), 'refused');
  assert.equal(await runAgain(asked(github, everything), 7, 'all'), 'refused');
  assert.deepEqual([github.run(red).status, github.run(red).attempt], ['completed', 1]);
});

test('an answer that was lost is asked for again, and starts the run once', async t => {
  const { github, run, repository } = await made(t);
  const red = run('failure');
  github.fail({ method: 'POST', path: /rerun/, drop: true, late: true });
  assert.equal(await runAgain(repository, red, 'failed'), 'running');
  assert.equal(github.run(red).attempt, 2);
});

test('a server that is down is no refusal', async t => {
  const { github, run, repository } = await made(t);
  const red = run('failure');
  github.fail({ path: /actions\/runs/, status: 500, times: 99 });
  await assert.rejects(runState(repository, red), /500|Server|error/i);
});

test('the run of an address of ours, and of nothing else', () => {
  const base = 'https://github.com/o/r/actions/runs/';
  assert.equal(runIn(`${base}42`), 42);
  assert.equal(runIn(`${base}42#camdrift-1`), 42);
  assert.equal(runIn(`${base}42?check=1`), 42);
  for (const other of [
    undefined,
    '',
    base,
    `${base}x`,
    `${base}42/jobs`,
    `${base}${'9'.repeat(16)}`,
    'https://github.com/42',
  ])
    assert.equal(runIn(other), undefined, other);
});
