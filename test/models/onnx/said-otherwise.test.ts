import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import type { Heatmap } from '../../../src/core/heatmap.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { gradCam } from '../../../src/methods/grad-cam.ts';
import { loadModel } from '../../../src/models/index.ts';
import { deviation } from '../../support/maps.ts';
import { branch, floats, int64s, type Node, node, onnxBytes, type Tensor, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

/** Features of 8 channels and 8 x 8 cells, what follows on them, and the mean with five scores. */
const start = [
  node('Conv', ['image', 'w1', 'b1'], ['c1'], { pads: [1, 1, 1, 1], strides: [2, 2] }, 'conv'),
  node('Relu', ['c1'], ['f'], {}, 'relu'),
];
const end = [
  node('GlobalAveragePool', ['g'], ['p']),
  node('Flatten', ['p'], ['v']),
  node('Gemm', ['v', 'wf', 'bf'], ['logits'], { transB: 1 }),
];
const weight = (name: string, ...dims: number[]) =>
  floats(name, dims, filled(name.length + dims.length, 0.7, dims).data);
const shared = [weight('w1', 8, 3, 3, 3), weight('b1', 8), weight('wf', 5, 8), weight('bf', 5)];

const kernel = filled(3, 0.7, [8, 8, 3, 3]).data;
/** The kernel with zeros between its cells. */
const spread = Array.from({ length: 8 * 8 * 25 }, (_, at) => {
  const [filter, row, column] = [Math.floor(at / 25), Math.floor((at % 25) / 5), at % 5];
  return row % 2 || column % 2 ? 0 : kernel[filter * 9 + (row / 2) * 3 + column / 2]!;
});
/** The first kernel with the mean of each output channel taken off and its deviation divided by. */
const standardised = Array.from({ length: 8 }, (_, channel) => {
  const numbers = [...filled(6, 0.7, [8, 3, 3, 3]).data.slice(channel * 27, (channel + 1) * 27)];
  const mean = numbers.reduce((sum, x) => sum + x / 27, 0);
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2 / 27, 0);
  return numbers.map(x => (x - mean) / Math.sqrt(variance + 1e-5));
}).flat();

interface Pair {
  readonly one: Node[];
  readonly other: Node[];
  readonly constants: Tensor[];
  /** In place of the two steps that they usually start with. */
  readonly whole?: true;
  readonly layers?: readonly [string, string];
  /** How many are explained together; two unless told otherwise. */
  readonly images?: 1 | 2;
}

const pairs: Readonly<Record<string, Pair>> = {
  'a group normalisation of one group, by instances': {
    one: [node('GroupNormalization', ['f', 's', 'z'], ['g'], { num_groups: 1 })],
    other: [node('Reshape', ['f', 'row'], ['a']), node('InstanceNormalization', ['a', 's1', 'z1'], ['b']), node('Shape', ['f'], ['shape']), node('Reshape', ['b', 'shape'], ['g'])],
    constants: [int64s('row', [0, 1, -1]), floats('s', [8], Array(8).fill(1)), floats('z', [8], Array(8).fill(0)), floats('s1', [1], [1]), floats('z1', [1], [0])],
  },
  'a stride with a dilation, by a kernel with zeros': {
    one: [node('Conv', ['f', 'k'], ['g'], { strides: [2, 2], dilations: [2, 2], pads: [2, 2, 2, 2] })],
    other: [node('Conv', ['f', 'k5'], ['g'], { strides: [2, 2], pads: [2, 2, 2, 2] })],
    constants: [floats('k', [8, 8, 3, 3], kernel), floats('k5', [8, 8, 5, 5], spread)],
  },
  'a convolution along channels, in one dimension and in two': {
    one: [node('GlobalAveragePool', ['f'], ['m']), node('Reshape', ['m', 'line'], ['l']), node('Conv', ['l', 'e1'], ['e'], { pads: [1, 1] }), node('Sigmoid', ['e'], ['s']), node('Reshape', ['s', 'back'], ['w']), node('Mul', ['f', 'w'], ['g'])],
    other: [node('GlobalAveragePool', ['f'], ['m']), node('Reshape', ['m', 'line2'], ['l']), node('Conv', ['l', 'e2'], ['e'], { pads: [0, 1, 0, 1] }), node('Sigmoid', ['e'], ['s']), node('Reshape', ['s', 'back'], ['w']), node('Mul', ['f', 'w'], ['g'])],
    constants: [int64s('line', [-1, 1, 8]), int64s('line2', [-1, 1, 1, 8]), int64s('back', [-1, 8, 1, 1]), floats('e1', [1, 1, 3], [0.4, -0.3, 0.9]), floats('e2', [1, 1, 1, 3], [0.4, -0.3, 0.9])],
  },
  'a mean of a window wider than its input, and of the grid': {
    one: [node('AveragePool', ['f'], ['g'], { kernel_shape: [640, 640], strides: [640, 640], ceil_mode: 1 })],
    other: [node('GlobalAveragePool', ['f'], ['g'])],
    constants: [],
  },
  'a kernel that a normalisation in training mode standardises': {
    one: [node('BatchNormalization', ['raw', 's', 'z', 'z', 's'], ['n', 'mean', 'variance'], { training_mode: 1 }), node('Reshape', ['n', 'as'], ['w']), node('Conv', ['image', 'w'], ['c'], { strides: [2, 2], pads: [1, 1, 1, 1] }), node('Relu', ['c'], ['g'], {}, 'relu')],
    other: [node('Conv', ['image', 'w'], ['c'], { strides: [2, 2], pads: [1, 1, 1, 1] }), node('Relu', ['c'], ['g'], {}, 'relu')],
    constants: [floats('raw', [1, 8, 27], filled(6, 0.7, [8, 3, 3, 3]).data), floats('s', [8], Array(8).fill(1)), floats('z', [8], Array(8).fill(0)), int64s('as', [8, 3, 3, 3]), floats('w', [8, 3, 3, 3], standardised)],
    whole: true,
  },
  'windows of 4 x 4 cells and back, and no windows': {
    one: [node('Transpose', ['f'], ['t'], { perm: [0, 2, 3, 1] }), node('Reshape', ['t', 'cut'], ['a']), node('Transpose', ['a'], ['b'], { perm: [0, 1, 3, 2, 4, 5] }), node('Reshape', ['b', 'win'], ['c']), node('MatMul', ['c', 'mix'], ['d'], {}, 'mixed'), node('Reshape', ['d', 'apart'], ['e']), node('Transpose', ['e'], ['h'], { perm: [0, 1, 3, 2, 4, 5] }), node('Reshape', ['h', 'whole'], ['y']), node('Relu', ['y'], ['r'], {}, 'act'), node('Transpose', ['r'], ['g'], { perm: [0, 3, 1, 2] })],
    other: [node('Transpose', ['f'], ['t'], { perm: [0, 2, 3, 1] }), node('MatMul', ['t', 'mix'], ['y'], {}, 'mixed'), node('Relu', ['y'], ['r'], {}, 'act'), node('Transpose', ['r'], ['g'], { perm: [0, 3, 1, 2] })],
    constants: [int64s('cut', [-1, 2, 4, 2, 4, 8]), int64s('win', [-1, 16, 8]), int64s('apart', [-1, 2, 2, 4, 4, 8]), int64s('whole', [-1, 8, 8, 8]), weight('mix', 8, 8)],
    layers: ['act', 'act'],
  },
  'a value of which only the shape is read': {
    one: [node('Transpose', ['f'], ['y'], { perm: [0, 2, 3, 1] }), node('Shape', ['y'], ['shape']), node('Slice', ['shape', 'one', 'three', 'zero'], ['hw']), node('Concat', ['front', 'hw'], ['as'], { axis: 0 }), node('Reshape', ['f', 'as'], ['g'])],
    other: [node('Identity', ['f'], ['g'])],
    constants: [int64s('one', [1]), int64s('three', [3]), int64s('zero', [0]), int64s('front', [-1, 8])],
  },
  'the branch that a size decides, with one inside it': {
    one: [node('Shape', ['f'], ['shape']), node('Gather', ['shape', 'second'], ['size']), node('Equal', ['size', 'eight'], ['is']), node('Not', ['is'], ['other']), node('If', ['is'], ['h'], { then_branch: branch([node('If', ['other'], ['inner'], { then_branch: branch([node('Neg', ['f'], ['bad'])], 'bad'), else_branch: branch([node('Mul', ['f', 'three'], ['y'])], 'y', [floats('three', [], [3])]) })], 'inner'), else_branch: branch([node('Abs', ['f'], ['worse'])], 'worse') }), node('Relu', ['h'], ['g'])],
    other: [node('Mul', ['f', 'three'], ['h']), node('Relu', ['h'], ['g'])],
    constants: [int64s('second', [1], []), int64s('eight', [8], []), floats('three', [], [3])],
  },
  'the first of an axis of one': {
    one: [node('Unsqueeze', ['f', 'axis'], ['u']), node('Gather', ['u', 'first'], ['g'], { axis: 1 })],
    other: [node('Identity', ['f'], ['g'])],
    constants: [int64s('axis', [1]), int64s('first', [0], [])],
  },
  'rows written over others, and joined to them': {
    one: [node('ScatterND', ['f', 'places', 'rows'], ['g'])],
    other: [node('Mul', ['f', 'mask'], ['a']), node('Add', ['a', 'added'], ['g'])],
    constants: [int64s('places', [0, 2, 0, -1], [2, 2]), weight('rows', 2, 8, 8), floats('mask', [1, 8, 1, 1], [1, 1, 0, 1, 1, 1, 1, 0]), added()],
    images: 1,
  },
}; // biome-ignore format: a step per line would hide the networks

/** The two rows in an otherwise empty value. */
function added(): Tensor {
  const rows = weight('rows', 2, 8, 8);
  const data = new Float32Array(8 * 64);
  const numbers = new Float32Array(Uint8Array.from(rows.rawData!).buffer);
  data.set(numbers.subarray(0, 64), 2 * 64);
  data.set(numbers.subarray(64), 7 * 64);
  return floats('added', [1, 8, 8, 8], data);
}

for (const [title, pair] of Object.entries(pairs)) {
  test(`two ways to say the same give the same scores and the same map: ${title}`, async t => {
    const one = await explained(t, pair.one, pair);
    const other = await explained(t, pair.other, pair);
    assert.deepEqual([one.map.width, one.map.height], [8, 8]);
    assert.ok(one.map.data.some(heat => Math.abs(heat) > 1e-4));
    assert.ok(deviation(one.logits, other.logits) < 2e-6, `${one.logits}, not ${other.logits}`);
    assert.ok(deviation(one.map.data, other.map.data) < 1e-5);
  });
}

async function explained(
  t: TestContext,
  steps: Node[],
  { constants, whole, layers = ['relu', 'relu'], images: count = 2 }: Pair,
) {
  const nodes = [...(whole ? [] : start), ...steps, ...end];
  const read = new Set(nodes.flatMap(({ input }) => input));
  const initializer = [...shared, ...constants].filter(
    ({ name }) => read.has(name) && !nodes.some(({ output }) => output.includes(name)),
  );
  const graph = { node: nodes, initializer, input: [value('image', 'batch', 3, 16, 16)], output: [value('logits', 'batch', 5)] }; // biome-ignore format: one graph
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph, 21));
  using model = await loadModel(path, engine, {});
  const images = [1, 2].slice(0, count).map(seed => filled(seed, 1, [16, 16, 3]).data);
  const [first] = model.explain(images, { layer: layers[0], classes: images.map(() => 1), score: 'logit' });
  return { logits: first!.logits, map: gradCam.explain(first!) as Heatmap };
}

test('in a dynamically quantised network an image has the same scores alone and beside others', async t => {
  const dense = [
    node('DynamicQuantizeLinear', ['f'], ['q', 'scale', 'zero']),
    node('ConvInteger', ['q', 'k8', 'zero'], ['i'], { pads: [1, 1, 1, 1] }),
    node('Cast', ['i'], ['c'], { to: 1 }),
    node('Mul', ['c', 'scale'], ['m']),
    node('Mul', ['m', 'tiny'], ['g']),
  ];
  const k8: Tensor = {
    name: 'k8',
    dims: [8n, 8n, 3n, 3n],
    dataType: 3,
    rawData: Uint8Array.from({ length: 576 }, (_, at) => (at * 37) % 120),
  };
  const graph = { node: [...start, ...dense, ...end], initializer: [...shared, k8, floats('tiny', [], [0.01])], input: [value('image', 'batch', 3, 16, 16)], output: [value('logits', 'batch', 5)] }; // biome-ignore format: one graph
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph, 17));
  using model = await loadModel(path, engine, {});
  const [dim, bright] = [0.2, 5].map(range => filled(4, range, [16, 16, 3]).data) as [Float32Array, Float32Array];
  const request = { layer: 'relu', score: 'logit' } as const;
  const [alone] = model.explain([dim], { ...request, classes: [1] });
  const [beside] = model.explain([dim, bright], { ...request, classes: [1, 1] });
  assert.deepEqual(beside!.logits, alone!.logits);
  assert.deepEqual(beside!.gradients.data, alone!.gradients.data);
});

test('the class whose score the last quantisation cuts off still has a slope; the map is behind what stands for an activation', async t => {
  const steps = [
    node('Conv', ['image', 'w1', 'b1'], ['c1'], { pads: [1, 1, 1, 1], strides: [2, 2] }, 'conv'),
    node('QuantizeLinear', ['c1', 'step', 'none'], ['q1']),
    node('DequantizeLinear', ['q1', 'step', 'none'], ['g'], {}, 'numbers'),
    ...end,
    node('QuantizeLinear', ['logits', 'coarse', 'none'], ['q2']),
    node('DequantizeLinear', ['q2', 'coarse', 'none'], ['answer']),
  ];
  const none: Tensor = { name: 'none', dims: [], dataType: 2, rawData: Uint8Array.of(0) };
  const graph = { node: steps, initializer: [...shared, none, floats('step', [], [0.02]), floats('coarse', [], [1e-4])], input: [value('image', 'batch', 3, 16, 16)], output: [value('answer', 'batch', 5)] }; // biome-ignore format: one graph
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph, 17));
  using model = await loadModel(path, engine, {});
  const { name } = model.targetLayer('auto');
  assert.equal(name, 'numbers');
  const [{ logits, gradients, classIndex }] = model.explain([filled(4, 1, [16, 16, 3]).data], {
    layer: name,
    classes: ['predicted'],
    score: 'logit',
  }) as [ReturnType<typeof model.explain>[number]];
  assert.ok(Math.abs(logits[classIndex]! - 0.0255) < 1e-6, `${logits}: cut off at 255 steps`);
  assert.ok(gradients.data.every(slope => slope !== 0));
});
