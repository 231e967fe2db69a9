import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { noise } from '../../../src/models/_trial.ts';
import { loadModel } from '../../../src/models/index.ts';
import { floats, type Node, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

const engine = await wasmEngine();

/** The kernels that one pass through a network with a limit behind its convolution takes, and what the limit gives. */
async function explained(t: TestContext, limit: readonly Node[]): Promise<{ kernels: string[]; values: Float32Array }> {
  const path = join(await temporaryFolder(t), 'model.onnx');
  const bytes = onnxBytes({
    node: [
      node('Conv', ['image', 'kernel'], ['features'], { pads: [1, 1, 1, 1] }),
      ...limit,
      node('GlobalAveragePool', ['limited'], ['mean']),
      node('Flatten', ['mean'], ['flat']),
      node('Gemm', ['flat', 'weights'], ['scores']),
    ],
    initializer: [
      floats('kernel', [4, 3, 3, 3], filled(1, 9, [4, 3, 3, 3]).data),
      floats('weights', [4, 3], filled(2, 1, [4, 3]).data),
      floats('zero', [], [0]),
      floats('one', [], [1]),
      floats('six', [], [6]),
    ],
    input: [value('image', 'images', 3, 8, 8)],
    output: [value('scores', 'images', 3)],
  });
  await writeFile(path, bytes);
  using model = await loadModel(path, engine, {});
  const layer = model.layers().at(-1)!.name;
  const ask = () => model.explain([noise(model.input, 1)], { layer, classes: [0], score: 'logit' })[0]!;
  ask();
  let values = new Float32Array();
  const { kernelNames } = await engine.tf.core.profile(() => {
    values = Float32Array.from(ask().activations.data);
    return engine.tf.core.scalar(0);
  });
  return { kernels: kernelNames, values };
}

const steps = (kernels: readonly string[]) =>
  kernels.filter(name => ['Maximum', 'Minimum', 'Relu', 'Relu6', 'ClipByValue'].includes(name));

test('a limit that stands in the file is one step, and gives what two give', async t => {
  const limited = await explained(t, [node('Clip', ['features', 'zero', 'six'], ['limited'])]);
  assert.deepEqual(steps(limited.kernels), ['Relu6']);
  const [above, both] = [node('Max', ['features', 'zero'], ['above']), node('Min', ['above', 'six'], ['limited'])];
  const byHand = await explained(t, [above, both]);
  assert.deepEqual(steps(byHand.kernels), ['Maximum', 'Minimum']);
  assert.deepEqual(limited.values, byHand.values);
  assert.ok(limited.values.includes(6) && limited.values.includes(0), 'both limits are reached');
});

test('other limits, and a lower one alone', async t => {
  const narrow = await explained(t, [node('Clip', ['features', 'zero', 'one'], ['limited'])]);
  assert.deepEqual(steps(narrow.kernels), ['ClipByValue']);
  assert.deepEqual([Math.min(...narrow.values), Math.max(...narrow.values)], [0, 1]);
  const open = await explained(t, [node('Clip', ['features', 'zero'], ['limited'])]);
  assert.deepEqual(steps(open.kernels), ['Relu']);
  assert.equal(Math.min(...open.values), 0);
});

test('a limit that depends on the image is asked for each time', async t => {
  const mean = node('ReduceMean', ['features'], ['middle'], { keepdims: 0 });
  const lower = await explained(t, [mean, node('Clip', ['features', 'middle', 'six'], ['limited'])]);
  assert.deepEqual(steps(lower.kernels), ['Maximum', 'Minimum']);
  const upper = await explained(t, [mean, node('Clip', ['features', '', 'middle'], ['limited'])]);
  assert.deepEqual(steps(upper.kernels), ['Minimum']);
  assert.ok(Math.max(...upper.values) < Math.max(...lower.values));
  assert.ok(Math.abs(Math.min(...lower.values) - Math.max(...upper.values)) < 1e-6, 'the mean is the end of both');
});
