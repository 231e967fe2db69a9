import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engines, startEngine } from '../../src/engines/index.ts';
import { whyNoEngine } from '../support/engines.ts';

// One per process: the one that this machine has by preference comes last, because both live on.
test('the wasm engine says its name and the versions that can change a number', async () => {
  const engine = await startEngine('wasm');
  assert.deepEqual(Object.keys(engines).sort(), ['native', 'wasm']);
  assert.equal(engine.name, 'wasm');
  assert.match(engine.version, /^tfjs 4\.22\.0, wasm/);
  assert.equal(engine.tf.core.getBackend(), 'wasm');
  assert.deepEqual([...engine.tf.core.tensor1d([1, 2]).dataSync()], [1, 2]);
});

test('auto is the native engine where it loads, else wasm', async () => {
  const missing = await whyNoEngine('native');
  const engine = await startEngine('auto');
  assert.equal(engine.name, missing ? 'wasm' : 'native');
  assert.equal(engine.tf.core.getBackend(), missing ? 'wasm' : 'tensorflow');
});
