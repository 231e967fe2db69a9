import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { GitHub } from '../support/github/index.ts';
import { marked, modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    assert.ok(waited < 60_000, 'waited in vain');
    await setTimeout(10);
  }
}

const asked = (github: GitHub, path: RegExp) => () => github.exchanges.some(exchange => path.test(exchange.path));

const opened = async (t: Parameters<typeof scene>[0], images: number) =>
  scene(t, {
    before: await projectFiles({ images: marked(images), models: { tiny: { size: 64 } } }),
    after: await modelFiles('models/tiny', { ...retrained, size: 64 }),
  });

test('cancelled in the middle of an audit: the status says so, nothing is commented, the process ends by its signal', async t => {
  const { github, number, run, comments } = await opened(t, 150);
  const cancel = new AbortController();
  const running = run({ inputs: { gate: 'status' }, signal: cancel.signal });
  await until(asked(github, /\/git\/blobs\//));
  await setTimeout(300);
  cancel.abort();
  const { code, outputs } = await running;
  assert.notEqual(code, 0);
  assert.equal(outputs.verdict, undefined, 'it was in the middle');
  assert.deepEqual(comments(), []);
  const statuses = github.statuses(github.pullRequest(number).head);
  assert.deepEqual(
    statuses.map(({ state, description }) => `${state}: ${description}`),
    ['pending: Looking at what the models look at', 'error: The run was cancelled before its verdict'],
  );
});

test('without a status of its own a cancelled run ends at once, and never as a pass', async t => {
  const { github, run, comments } = await opened(t, 150);
  const cancel = new AbortController();
  const running = run({ signal: cancel.signal });
  await until(asked(github, /\/git\/blobs\//));
  await setTimeout(300);
  cancel.abort();
  const { code } = await running;
  assert.notEqual(code, 0);
  assert.deepEqual(comments(), []);
  assert.ok(!github.exchanges.some(({ write }) => write));
});
