import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { loadModel } from '../../../src/models/index.ts';
import { floats, int64s, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

test('convolutions over pieces of the image, each taken for an image, are no layers: their maps would be of the first pieces', async t => {
  const weight = (name: string, ...dims: number[]) => floats(name, dims, filled(dims.length, 1, dims).data);
  const nodes = [
    node('Conv', ['image', 'kernel'], ['features'], {}, 'stem'),
    node('Reshape', ['features', 'cut'], ['apart']),
    node('Transpose', ['apart'], ['moved'], { perm: [0, 2, 4, 1, 3, 5] }),
    node('Reshape', ['moved', 'pieces'], ['small']),
    node('Conv', ['small', 'inner'], ['first'], { pads: [1, 1, 1, 1] }, 'first'),
    node('Conv', ['first', 'inner'], ['second'], { pads: [1, 1, 1, 1] }, 'second'),
    node('Relu', ['second'], ['last'], {}, 'last'),
    node('ReduceMean', ['last'], ['means'], { axes: [2, 3], keepdims: 0 }),
    node('Reshape', ['means', 'rows'], ['flat']),
    node('MatMul', ['flat', 'scores'], ['logits']),
  ];
  const constants = [
    weight('kernel', 4, 3, 1, 1),
    weight('inner', 4, 4, 3, 3),
    weight('scores', 16, 3),
    int64s('cut', [-1, 4, 2, 4, 2, 4]),
    int64s('pieces', [-1, 4, 4, 4]),
    int64s('rows', [-1, 16]),
  ];
  const input = [value('image', 'batch', 3, 8, 8)];
  const graph = { node: nodes, initializer: constants, input, output: [value('logits', 'batch', 3)] };
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph));
  using model = await loadModel(path, await wasmEngine(), {});
  assert.deepEqual(
    model.layers().map(({ name }) => name),
    ['stem'],
  );
  assert.equal(model.targetLayer('auto').name, 'stem');
  for (const layer of ['first', 'second', 'last'])
    assert.throws(() => model.targetLayer(layer), { code: 'layer-unknown', message: /holds pieces of the image/ });
});
