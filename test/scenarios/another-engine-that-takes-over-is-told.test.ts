import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/dist.ts';
import { whyNoEngine } from '../support/engines.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const files = join(root, 'test/models/onnx/files/quantised');
const words =
  /The engine `onnxruntime` does not run (this model|the baseline model), so `wasm` did: it has constants of type uint8\./;

test('a model that ONNX Runtime does not run is run by WebAssembly, and everybody is told', {
  skip: await whyNoEngine('onnxruntime'),
}, async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.picture('images/a.png', [['red', 1, 1]], 32);
  await copyFile(join(files, 'quantised.onnx'), workspace.path('after.onnx'));
  await copyFile(join(files, 'float.onnx'), workspace.path('before.onnx'));
  const model = ['--model', 'after.onnx', '--preprocess', 'unit', '--engine', 'onnxruntime'];
  const run = await workspace.run(
    'audit',
    ...model,
    '--baseline-model',
    'before.onnx',
    '--fixtures',
    'images/*.png',
    '--probes',
    'none',
  );
  const [told] = (await workspace.results()).models;
  assert.deepEqual(told?.candidate?.engine, { name: 'wasm', version: 'tfjs 4.22.0, wasm fma' }, run.stderr);
  assert.match(told?.baseline?.engine.version ?? '', /^onnxruntime 1\.30\.0, tfjs 4\.22\.0, wasm fma$/);
  const reason = told?.reasons.find(({ code }) => code === 'engine-fallback');
  assert.equal(reason?.level, 'pass');
  assert.match(reason?.message ?? '', words);
  for (const text of [run.stdout, await workspace.read('camdrift-out/summary.md')])
    assert.match(text, /The engine .onnxruntime. does not run this model/);

  const mapped = await workspace.run('map', ...model, '--image', 'images/a.png', '--json', 'maps.json');
  assert.equal(mapped.code, 0, mapped.stderr);
  assert.match(mapped.stderr, words);
  assert.equal(JSON.parse(await workspace.read('maps.json')).engine.name, 'wasm');
});
