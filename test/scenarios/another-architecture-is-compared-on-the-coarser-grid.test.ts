import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

test('another grid', async t => {
  const workspace = await project(t, {
    after: { stride: 2 },
    config: { thresholds: { 'attention-shift': 0.08, divergence: 1 } },
  });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: ['The maps have different grids ("16 x 16" against "8 x 8") and are compared on the coarser one.'],
  });
  const model = await onlyModel(workspace);
  assert.ok(reasonCodes(model).includes('grid-differs'));
  assert.deepEqual([model.baseline?.layer.width, model.candidate?.layer.width], [16, 8]);
  assert.ok((model.drift?.['grad-cam']?.['attention-shift']?.mean ?? 1) < 0.08);
});

test('another layer, another input and fewer classes', async t => {
  const workspace = await project(t, { after: { layer: 'features', size: 32, sees: ['red', 'green'] } });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: [
      'Different layers are compared, because the candidate has no "conv": "conv" against "features".',
      'The models take different inputs: "16 x 16 x 3" against "32 x 32 x 3".',
      'The models have different numbers of classes: 3 against 2.',
    ],
  });
  assert.equal((await onlyModel(workspace)).predictions?.divergence, undefined);
});
