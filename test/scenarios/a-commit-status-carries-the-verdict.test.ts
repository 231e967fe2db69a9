import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { modelFiles, projectFiles, retrained, type Scene, scene, shortcut } from '../support/scene.ts';

const inputs = { gate: 'status' };

const opened = async (t: Parameters<typeof scene>[0], model: TinyModel) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', model) });

const statuses = ({ github, number }: Scene) => github.statuses(github.pullRequest(number).head);

test('a regression: the job is green, the status red, on the head and not on the merge commit', async t => {
  const made = await opened(t, shortcut);
  const { github, number } = made;
  const { code, stdout, outputs, annotations } = await made.run({ inputs });
  assert.equal(code, 0, stdout);
  assert.equal(outputs.verdict, 'fail');
  assert.ok(annotations.some(({ level, file }) => level === 'error' && file === 'models/tiny/model.json'));
  assert.deepEqual(
    statuses(made).map(({ state, context, description }) => [state, context, description]),
    [
      ['pending', 'camdrift / verdict', 'Looking at what the models look at'],
      ['failure', 'camdrift / verdict', 'Attention regressed in tiny.'],
    ],
  );
  for (const { context, targetUrl } of statuses(made)) {
    assert.notEqual(context, 'camdrift', 'the name of the job');
    assert.equal(targetUrl?.replace(/#.*$/, ''), `${github.url}/acme/models/actions/runs/4242`);
  }
  assert.deepEqual(github.statuses(github.pullRequest(number).mergeCommit!), []);
});

test('an honest retrain under a key of its own: both green', async t => {
  const made = await opened(t, retrained);
  const { code, stdout } = await made.run({ inputs: { ...inputs, 'comment-key': 'nightly' } });
  assert.equal(code, 0, stdout);
  assert.deepEqual(
    statuses(made).map(({ state, context }) => `${state} ${context}`),
    ['pending camdrift / verdict (nightly)', 'success camdrift / verdict (nightly)'],
  );
});

test('a token that may set no status: the job fails in its place', async t => {
  const may = { contents: 'write', 'pull-requests': 'write' } as const;
  const bad = await opened(t, shortcut);
  const { code, annotations } = await bad.run({ inputs, may });
  assert.equal(code, 1);
  const words = annotations.map(({ message }) => message).join('\n');
  assert.match(
    words,
    /commit status could not be set: 403 .*\. The job needs `permissions: statuses: write, pull-requests: read`\./,
  );
  assert.match(words, /^Attention regressed in tiny\.$/m);
  assert.deepEqual(statuses(bad), []);
  const good = await opened(t, retrained);
  assert.equal((await good.run({ inputs, may })).code, 0);
});

test('a status that is lost at the end fails the job too', async t => {
  const made = await opened(t, shortcut);
  made.github.fail({ path: /\/statuses\//, after: 1, times: 9, status: 503 });
  const { code, stdout } = await made.run({ inputs });
  assert.equal(code, 1, stdout);
  assert.deepEqual(
    statuses(made).map(({ state }) => state),
    ['pending'],
  );
});
