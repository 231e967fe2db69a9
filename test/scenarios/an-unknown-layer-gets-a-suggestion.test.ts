import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

test('a misspelt layer is answered with the nearest one', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit', '--layer', 'convv'), {
    code: 3,
    out: ['The model has no layer `convv`. Did you mean `conv`?', 'Run `camdrift layers --model ...`'],
  });
  assert.equal((await onlyModel(workspace)).error?.code, 'layer-unknown');
});

test('a layer that is one value per channel has nothing to map', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit', '--layer', 'pool'), {
    code: 3,
    out: ['Layer `pool` has no spatial extent: expected an output of height x width x channels', 'got 3.'],
  });
});

test('a model whose grid is a single cell has no layer to explain', async t => {
  const workspace = await project(t, { after: { stride: 16 } });
  assertEnded(await workspace.run('layers', '--engine', 'wasm', '--model', 'models/after'), {
    code: 3,
    err: ['The model has no layer with spatial extent after a convolution'],
  });
});
