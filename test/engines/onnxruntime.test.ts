import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onnxRuntimeEngine } from '../../src/engines/onnxruntime.ts';
import { whyNoEngine } from '../support/engines.ts';
import { type Attribute, floats, int64s, node, onnxBytes, value } from '../support/onnx-model.ts';

const skip = await whyNoEngine('onnxruntime');

/** What a step makes of an image of 2 x 2 with a border of one cell. */
async function bordered(operation: string, attributes: Record<string, Attribute>, border = 0): Promise<number[]> {
  const bytes = onnxBytes({
    node: [
      node('Pad', ['input', 'pads', 'border'], ['padded'], { mode: 'constant' }),
      node(operation, ['padded', ...(operation === 'Conv' ? ['kernel'] : [])], ['output0'], attributes),
    ],
    initializer: [
      int64s('pads', [0, 0, 1, 1, 0, 0, 1, 1]),
      floats('border', [], [border]),
      floats('kernel', [1, 1, 2, 2], [1, 1, 1, 1]),
    ],
    input: [value('input', 'images', 1, 2, 2)],
    output: [value('output0', 'images', 1, 2, 2)],
  });
  using session = (await onnxRuntimeEngine()).runtime!.session(bytes);
  const [found] = session.run({ data: Float32Array.of(-1, -2, -3, -4), shape: [1, 1, 2, 2] });
  return [...found!.data];
}

const windows = { kernel_shape: [2, 2], strides: [2, 2] };

test('zeros around an image are numbers like others to what pools it: none of its optimisations makes nothing of them', {
  skip,
}, async () => {
  assert.deepEqual(await bordered('MaxPool', windows), [0, 0, 0, 0]);
  assert.deepEqual(await bordered('MaxPool', windows, -2.5), [-1, -2, -2.5, -2.5]);
  assert.deepEqual(await bordered('AveragePool', windows), [-0.25, -0.5, -0.75, -1]);
  assert.deepEqual(await bordered('Conv', windows), [-1, -2, -3, -4]);
});
