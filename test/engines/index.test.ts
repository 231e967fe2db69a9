import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engines, startEngine } from '../../src/engines/index.ts';
import { whyNoEngine } from '../support/engines.ts';

// One per process: the one that this machine has by preference comes last, because both live on.
test('the wasm engine says its name and the versions that can change a number', async () => {
  const engine = await startEngine('wasm');
  assert.deepEqual(Object.keys(engines).sort(), ['native', 'onnxruntime', 'wasm']);
  assert.equal(engine.name, 'wasm');
  assert.match(engine.version, /^tfjs 4\.22\.0, wasm/);
  assert.equal(engine.tf.core.getBackend(), 'wasm');
  assert.deepEqual([...engine.tf.core.tensor1d([1, 2]).dataSync()], [1, 2]);
});

test('auto is ONNX Runtime where it loads, else the native engine, else wasm', async () => {
  const present = [];
  for (const name of ['onnxruntime', 'native'] as const) if (!(await whyNoEngine(name))) present.push(name);
  const [expected = 'wasm'] = present;
  const engine = await startEngine('auto');
  assert.equal(engine.name, expected);
  assert.equal(engine.tf.core.getBackend(), expected === 'native' ? 'tensorflow' : 'wasm');
});
