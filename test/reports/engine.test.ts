import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineWords } from '../../src/reports/engine.ts';

test('an engine is told by name and version, and why it is none that is faster, in one line', () => {
  const wasm = { name: 'wasm', version: 'tfjs 4.22.0, wasm' };
  assert.equal(engineWords({ ...wasm, passedOver: [] }), 'wasm (tfjs 4.22.0, wasm)');
  const passedOver = [
    { why: 'ONNX Runtime (onnxruntime-node) cannot be loaded: it is version 1.19.2; expected 1.30.0.' },
    { why: 'The native engine (@tensorflow/tfjs-node) is\nnot installed.' },
  ];
  assert.equal(
    engineWords({ ...wasm, passedOver }),
    'wasm (tfjs 4.22.0, wasm). ONNX Runtime (onnxruntime-node) cannot be loaded: it is version 1.19.2; expected 1.30.0. The native engine (@tensorflow/tfjs-node) is not installed',
  );
});
