import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, retrained, type SceneResult, scene, shortcut } from '../support/scene.ts';
import { said } from '../support/second-workflow.ts';
import { inLfs } from '../support/stored.ts';

const noPictures = { 'max-images': '0' };
const problem = ({ results }: SceneResult) => results!.models[0]!.error!;

for (const [status, message] of [
  [
    403,
    'This repository is over its data quota. Account responsible for LFS bandwidth should purchase more data packs.',
  ],
  [429, 'This repository exceeded its LFS budget. The account responsible for the budget should increase it.'],
] as const)
  test(`Git LFS over its quota (${status}): who pays is told, not who may read`, async t => {
    const github = await startGitHub(t);
    const { run } = await scene(
      t,
      { before: inLfs(github, await projectFiles()), after: inLfs(github, await modelFiles('models/tiny', retrained)) },
      github,
    );
    github.fail({ path: /\/info\/lfs\/objects\/batch$/, status, times: 9, body: { message } });
    const ran = await run({ lfs: true, inputs: noPictures });
    assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'incomplete'], ran.stdout);
    assert.ok(problem(ran).message.includes(`refused (${status} ${message}`), problem(ran).message);
    assert.match(problem(ran).remedy, /^The owner of the repository can buy data/);
    assert.match(problem(ran).remedy, /`camdrift baseline` and committed needs no download/);
    assert.doesNotMatch(problem(ran).remedy, /permissions/);
  });

test('a blob that GitHub does not give out: its size is the matter, not a permission', async t => {
  const { github, run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  github.fail({
    path: /\/git\/blobs\//,
    times: 9,
    status: 403,
    body: {
      message: 'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.',
      errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }],
      documentation_url: 'https://docs.github.com/rest',
    },
  });
  const ran = await run({ inputs: noPictures });
  assert.equal(ran.outputs.verdict, 'incomplete', ran.stdout);
  assert.match(problem(ran).remedy, /^Keep large files in Git LFS, or commit a baseline/);
});

test('requests that are used up: from when on it is worth another try', async t => {
  const { github, run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  const reset = new Date(Date.now() + 3_600_000);
  github.fail({
    path: /\/git\/blobs\//,
    times: 9,
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(reset.getTime() / 1000)) },
    body: { message: 'API rate limit exceeded for installation ID 1.' },
  });
  const ran = await run({ inputs: noPictures });
  assert.equal(ran.outputs.verdict, 'incomplete', ran.stdout);
  assert.ok(
    problem(ran).remedy.includes(`again from ${reset.toISOString().slice(11, 16)} UTC on`),
    problem(ran).remedy,
  );
});

test('a locked conversation: the lock is named, and the verdict stands', async t => {
  const { github, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const body = { message: 'Unable to create comment because issue is locked.' };
  github.fail({ method: 'POST', path: /\/comments$/, times: 9, status: 403, body });
  const ran = await run({ inputs: noPictures });
  assert.deepEqual([ran.code, ran.outputs.verdict, comments()], [1, 'fail', []], ran.stdout);
  const words = said(ran, 'warning').join('\n');
  assert.match(
    words,
    /could not be posted: 403 Unable to create comment because issue is locked\. Its conversation is locked/,
  );
  assert.doesNotMatch(words, /permissions/);
});

test('what was said under another token is folded when the new one speaks, and left alone when a person wrote it', async t => {
  const { github, run, number } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  await run({ inputs: noPictures });
  const [old] = github.comments(number);
  github.addComment(number, { author: 'mallory', body: old!.body });
  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', retrained) });
  const may = { contents: 'write', 'pull-requests': 'write', user: 'team-drift[bot]' } as const;
  const ran = await run({ may, inputs: noPictures, action: 'synchronize' });
  assert.match(ran.stdout, /^Folded what was said there before under another name: http/m);
  const [first, copied, ours] = github.comments(number);
  assert.deepEqual([first!.isMinimized, copied!.isMinimized, ours!.isMinimized], [true, false, false]);
  assert.equal(ours!.author, 'team-drift[bot]');
  const writes = github.exchanges.filter(({ write }) => write).length;
  await run({ may, inputs: noPictures });
  assert.equal(github.exchanges.filter(({ write }) => write).length, writes, 'once');
});
