import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertEnded, emptyWorkspace } from '../support/workspace.ts';

test('with grid, channels and operation, and a star at what auto takes', async t => {
  const workspace = await emptyWorkspace(t);
  const model = await workspace.model('tiny', { stride: 2 });
  const run = await workspace.run('layers', '--engine', 'wasm', '--model', model);
  assertEnded(run, { code: 0 });
  assert.equal(
    run.stdout,
    [
      `${model}: tfjs-layers, input 16 x 16 x 3 (height x width x channels), 3 classes`,
      '',
      '* conv      8 x 8 x 3     Conv2D',
      '',
      '* auto: the last feature-producing step with more than one cell before `pool` (GlobalAveragePooling2D)',
      '',
    ].join('\n'),
  );
});

test('height before width, as arrays are written', async t => {
  const workspace = await emptyWorkspace(t);
  await cp(join(import.meta.dirname, '../../fixtures/saved-model'), workspace.path('tall'), {
    recursive: true,
  });
  const run = await workspace.run('layers', '--engine', 'wasm', '--model', 'tall');
  assertEnded(run, { code: 0 });
  assert.match(run.stdout, /input 6 x 7 x 2 \(height x width x channels\)/);
  assert.match(run.stdout, /^\* relu2 +6 x 7 x /m);
});
