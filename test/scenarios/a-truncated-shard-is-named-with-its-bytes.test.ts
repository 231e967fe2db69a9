import assert from 'node:assert/strict';
import { truncate } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

test('a shard that was cut short is named with the bytes expected and found', async t => {
  const workspace = await project(t);
  const shard = workspace.path('models/after/group1-shard1of1.bin');
  await truncate(shard, 100);
  const words = [`The weights in ${shard} do not fit the model: expected 384 bytes, got 100 (truncated).`];
  assertEnded(await workspace.run('audit'), { code: 4, out: words });
  const model = await onlyModel(workspace);
  assert.equal(model.verdict, 'incomplete');
  assert.deepEqual([model.error?.code, model.error?.exitCode], ['model-unreadable', 4]);
});

test('a shard that is too long is no better', async t => {
  const workspace = await project(t);
  const shard = workspace.path('models/after/group1-shard1of1.bin');
  await truncate(shard, 500);
  const run = await workspace.run('layers', '--engine', 'wasm', '--model', 'models/after');
  assertEnded(run, { code: 4, err: [/expected 384 bytes, got 500\.$/m] });
});

test('the stored baseline stays as it is when the model to store is damaged', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const stored = await workspace.digests('.camdrift');
  await truncate(workspace.path('models/after/group1-shard1of1.bin'), 100);
  assertEnded(await workspace.run('baseline'), { code: 4, err: ['got 100 (truncated)'] });
  assert.deepEqual(await workspace.digests('.camdrift'), stored);
});
