import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

test('a candidate fed otherwise than its baseline is warned about, whether its attention moved or not', async t => {
  const workspace = await project(t);
  const run = await workspace.run('audit', '--preprocess', 'tf', '--baseline-preprocess', 'unit');
  assert.ok(run.code === 0 || run.code === 1, `exit code ${run.code}`);
  const words = [
    'Baseline and candidate were fed differently',
    '"scale":0.00784313725490196',
    'probabilities diverge by',
  ];
  assertEnded(run, { code: run.code === 1 ? 1 : 0, out: words });
  const model = await onlyModel(workspace);
  assert.ok(reasonCodes(model).includes('preprocess-differs'));
  assert.ok(reasonCodes(model).includes('prediction-drift'));
  assert.notEqual(model.verdict, 'pass');
  assert.ok((model.predictions?.divergence?.mean ?? 0) > 0.02);
  const { baseline, candidate } = model;
  assert.deepEqual([baseline?.preprocess.mean, candidate?.preprocess.mean], [[0], [1]]);
});

test('so is a stored baseline that was made otherwise', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const run = await workspace.run('audit', '--preprocess', 'tf');
  assertEnded(run, { code: run.code === 1 ? 1 : 0, out: ['were fed differently'] });
  assertEnded(await workspace.run('audit', '--fit', 'cover'), {
    code: 0,
    out: ['Pictures were fitted to the input differently: "fill" against "cover".'],
  });
});

test('preprocessing that nobody named is told as an assumption', async t => {
  const workspace = await project(t, {
    config: { preprocess: undefined, models: [{ name: 'tiny', path: 'models/after' }] },
  });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: ['! pass, with warnings', 'No preprocessing is named, so pixels are divided by 255 (`preprocess: unit`).'],
  });
});
