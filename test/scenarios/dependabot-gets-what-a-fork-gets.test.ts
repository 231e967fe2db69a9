import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('Dependabot’s own branch is judged with a token that reads, and the notice names Dependabot', async t => {
  const { github, run, comments, number } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const ran = await run({ may: 'read', env: { GITHUB_ACTOR: 'dependabot[bot]' }, inputs: { gate: 'status' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.equal(ran.outputs.verdict, 'fail');
  assert.deepEqual(
    github.exchanges.filter(({ write, status }) => write && status < 400),
    [],
  );
  assert.deepEqual([comments(), github.statuses(github.pullRequest(number).head)], [[], []]);
  const notices = ran.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
  assert.match(
    notices[0]!,
    /^The commit status cannot be set in Dependabot's pull request; this job takes its place\.$/,
  );
  assert.match(
    notices[1]!,
    /^No comment and no pictures are posted: in Dependabot's pull request the token can only read/,
  );
  assert.match(notices[1]!, /A second workflow on workflow_run posts them/);
  assert.match(ran.summary, /in Dependabot(&#39;|'|’)s pull request the token can only read/);
  assert.equal(ran.results?.models[0]?.fixtures.length, 3);
});

test('a person’s run on Dependabot’s branch has a token that writes, and comments', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const ran = await run({ env: { GITHUB_ACTOR: 'octocat', GITHUB_HEAD_REF: 'dependabot/npm/tfjs' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.equal(comments().length, 1);
});

test('Dependabot’s run with a token that was given more comments as any other', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const ran = await run({ env: { GITHUB_ACTOR: 'dependabot[bot]' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.match(comments()[0]!, /### ❌ camdrift: fail/);
});
