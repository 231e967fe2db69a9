import assert from 'node:assert/strict';
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
      `${model}: tfjs-layers, input 16 x 16 x 3, 3 classes`,
      '',
      '* conv      8 x 8 x 3     Conv2D',
      '',
      '* auto: the last feature-producing step with more than one cell before `pool` (GlobalAveragePooling2D)',
      '',
    ].join('\n'),
  );
});
