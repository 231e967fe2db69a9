import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { loadModel } from '../../../src/models/index.ts';
import { floats, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

const weight = (name: string, ...dims: number[]) => floats(name, dims, filled(dims.length, 1, dims).data);

/** Two pooled readings of the same features, joined along an axis. */
async function taken(folder: string, axis: number, channels: number): Promise<string> {
  const nodes = [
    node('Conv', ['image', 'kernel'], ['convolved'], {}, 'features'),
    node('Relu', ['convolved'], ['features'], {}, 'last'),
    node('MaxPool', ['features'], ['high'], { kernel_shape: [2, 2], strides: [2, 2] }),
    node('AveragePool', ['features'], ['low'], { kernel_shape: [2, 2], strides: [2, 2] }),
    node('Concat', ['high', 'low'], ['joined'], { axis }, 'join'),
    node('GlobalAveragePool', ['joined'], ['means']),
    node('Flatten', ['means'], ['flat'], { axis: 1 }),
    node('MatMul', ['flat', 'scores'], ['logits']),
  ];
  const constants = [weight('kernel', 4, 3, 1, 1), weight('scores', channels, 3)];
  const graph = {
    node: nodes,
    initializer: constants,
    input: [value('image', 'batch', 3, 8, 8)],
    output: [value('logits', 'batch', 3)],
  };
  const path = join(folder, `joined-${axis}.onnx`);
  await writeFile(path, onnxBytes(graph));
  using model = await loadModel(path, await wasmEngine(), {});
  return model.targetLayer('auto').name;
}

test('what is joined along rows or columns does not lie as in the picture, and is not taken for features', async t => {
  const folder = await temporaryFolder(t);
  for (const axis of [2, -2, 3, -1]) assert.equal(await taken(folder, axis, 4), 'last', `axis ${axis}`);
  assert.equal(await taken(folder, 1, 8), 'join', 'along channels every cell stays where it is');
});
