import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeFed } from '../support/answers.ts';
import { node } from '../support/onnx-model.ts';
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

test('a preprocessing that contradicts what the model does itself is told by map, layers and audit', async t => {
  const workspace = await project(t, {
    config: { models: [{ name: 'bytes', path: 'model.onnx' }], 'baseline-model': 'none' },
  });
  const cast = node('Cast', ['image'], ['fed'], { to: 1 }, 'fed');
  await writeFed(workspace.root, [cast], [], true);
  const words = 'The model takes bytes, 0 to 255 (uint8), and the preprocessing feeds it 0 to 1';
  assertEnded(await workspace.run('audit'), { code: 3, out: [words, 'Say `preprocess: raw`.'] });
  assertEnded(await workspace.run('layers', '--model', 'model.onnx', '--engine', 'wasm'), {
    code: 0,
    out: ['3 classes; takes bytes, 0 to 255 (uint8)'],
  });
  const map = ['map', '--model', 'model.onnx', '--engine', 'wasm', '--image', 'images/a.png', '--preprocess'];
  assertEnded(await workspace.run(...map, 'unit'), { code: 0, err: [`note: ${words}`] });
  const raw = await workspace.run(...map, 'raw');
  assertEnded(raw, { code: 0 });
  assert.doesNotMatch(raw.stderr, /made for/);
});
