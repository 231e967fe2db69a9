import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { loadModel } from '../../../src/models/index.ts';
import { deviation } from '../../support/maps.ts';
import { floats, int64s, type Node, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

const weight = (name: string, ...dims: number[]) => floats(name, dims, filled(dims.length, 1, dims).data);
const stem = node('Conv', ['image', 'kernel'], ['features'], {}, 'stem');
const pieces = (from: string, to: string, size: string) => [
  node('Transpose', [from], ['moved'], { perm: [0, 2, 4, 1, 3, 5] }),
  node('Reshape', ['moved', size], [to]),
];
const inner = (from: string, to: string) => [
  node('Conv', [from, 'single'], ['first'], {}, 'first'),
  node('Conv', ['first', 'inner'], ['second'], { strides: [2, 2] }, 'second'),
  node('Relu', ['second'], [to], {}, 'last'),
];
const answer = [
  node('ReduceMean', ['small'], ['means'], { axes: [2, 3], keepdims: 0 }),
  node('Reshape', ['means', 'rows'], ['flat']),
  node('MatMul', ['flat', 'scores'], ['logits']),
];
const gathered = (from: string, table: string) => [
  node('Gather', [from, table], ['high'], { axis: 2 }),
  node('Gather', ['high', table], ['wide'], { axis: 4 }),
  node('Transpose', ['wide'], ['apart'], { perm: [0, 1, 3, 2, 5, 4] }),
];

const reshaped = [
  stem,
  node('Reshape', ['features', 'cut'], ['apart']),
  ...pieces('apart', 'before', 'fours'),
  ...inner('before', 'small'),
  ...answer,
];
/** What PyTorch's exporter makes of `unfold`. */
const unfolded = (table: string) => [
  stem,
  ...gathered('features', table),
  ...pieces('apart', 'before', 'fours'),
  ...inner('before', 'small'),
  ...answer,
];
/** The same numbers: what no kernel reaches over is as well cut afterwards. */
const whole = [
  stem,
  ...inner('features', 'large'),
  node('Reshape', ['large', 'halved'], ['apart']),
  ...pieces('apart', 'small', 'twos'),
  ...answer,
];

async function loaded(t: TestContext, nodes: Node[]) {
  const constants = [
    weight('kernel', 4, 3, 1, 1),
    weight('single', 4, 4, 1, 1),
    weight('inner', 4, 4, 2, 2),
    weight('scores', 16, 3),
    int64s('cut', [-1, 4, 2, 4, 2, 4]),
    int64s('halved', [-1, 4, 2, 2, 2, 2]),
    int64s('fours', [-1, 4, 4, 4]),
    int64s('twos', [-1, 4, 2, 2]),
    int64s('rows', [-1, 16]),
    int64s('blocks', [0, 4, 1, 5, 2, 6, 3, 7], [4, 2]),
    int64s('overlapping', [0, 3, 1, 4, 2, 5, 3, 6], [4, 2]),
    int64s('turned', [4, 0, 5, 1, 6, 2, 7, 3], [4, 2]),
  ];
  const input = [value('image', 'batch', 3, 8, 8)];
  const graph = { node: nodes, initializer: constants, input, output: [value('logits', 'batch', 3)] };
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph));
  return loadModel(path, await wasmEngine(), {});
}

for (const [how, nodes] of [
  ['Reshape', reshaped],
  ['Gather by rows and columns', unfolded('blocks')],
] as const)
  test(`convolutions over pieces cut out by ${how} have the map of the whole image`, async t => {
    using cut = await loaded(t, nodes);
    using uncut = await loaded(t, whole);
    const images = [filled(3, 1, [8, 8, 3]).data, filled(4, 1, [8, 8, 3]).data];
    for (const [layer, size] of Object.entries({ stem: 8, first: 8, second: 4, last: 4 })) {
      const { width, height, channels } = cut.targetLayer(layer);
      assert.deepEqual([width, height, channels], [size, size, 4], layer);
      const asked = { layer, classes: [1, 2], score: 'logit' } as const;
      const [found, expected] = [cut.explain(images, asked), uncut.explain(images, asked)];
      for (const [at, { logits, activations, gradients }] of found.entries()) {
        assert.ok(deviation(logits, expected[at]!.logits) < 1e-6);
        assert.ok(deviation(activations.data, expected[at]!.activations.data) < 1e-6, layer);
        assert.ok(deviation(gradients.data, expected[at]!.gradients.data) < 1e-6, layer);
      }
    }
  });

for (const table of ['overlapping', 'turned'])
  test(`convolutions over ${table} pieces are no layers: nobody knows where their cells lie`, async t => {
    using model = await loaded(t, unfolded(table));
    assert.deepEqual(
      model.layers().map(({ name }) => name),
      ['stem'],
    );
    assert.equal(model.targetLayer('auto').name, 'stem');
    for (const layer of ['first', 'second', 'last'])
      assert.throws(() => model.targetLayer(layer), { code: 'layer-unknown', message: /holds pieces of the image/ });
  });
