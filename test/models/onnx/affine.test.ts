import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { lineageOf } from '../../../src/lineage/lineage.ts';
import { sketchOf, type WeightSketch } from '../../../src/lineage/sketch.ts';
import { loadModel } from '../../../src/models/index.ts';
import { random } from '../../core/_numbers.ts';
import { floats, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';

type Nodes = ReturnType<typeof node>[];
type Constants = Readonly<Record<string, readonly [shape: readonly number[], data: ArrayLike<number>]>>;

/** An ONNX file of these steps from `image`, 1 x 2 x 4 x 4, to `scores`. */
async function file(t: TestContext, nodes: Nodes, constants: Constants): Promise<string> {
  const path = join(await temporaryFolder(t), 'model.onnx');
  const initializer = Object.entries(constants).map(([name, [shape, data]]) =>
    floats(name, [...shape], Float32Array.from(data)),
  );
  const ends = { input: [value('image', 1, 2, 4, 4)], output: [value('scores', 1, 2)] };
  await writeFile(path, onnxBytes({ node: nodes, initializer, ...ends }));
  return path;
}

async function weightsOf(path: string) {
  using model = await loadModel(path, await wasmEngine(), {});
  const { kernels, others } = model.weights();
  const affine = kernels.map(kernel => kernel.affine?.()).map(each => each && [[...each.factors], [...each.addends]]);
  return { affine, others: others.map(each => [...each.values()]) };
}

async function sketchAt(path: string): Promise<WeightSketch> {
  using model = await loadModel(path, await wasmEngine(), {});
  return sketchOf(model.weights());
}

const head = [
  node('Relu', ['features'], ['relu']),
  node('GlobalAveragePool', ['relu'], ['pooled']),
  node('Flatten', ['pooled'], ['flat']),
  node('Gemm', ['flat', 'matrix', 'bias'], ['scores'], {}),
];
const kernel = [
  [3, 2, 1, 1],
  [1, 2, 3, 4, 5, 6],
] as const;
const headConstants = {
  matrix: [
    [3, 2],
    [1, 2, 3, 4, 5, 6],
  ],
  bias: [[2], [10, 20]],
} as const;

test('what is behind a kernel is one factor and one addend per channel, by hand', async t => {
  const nodes = [
    node('Conv', ['image', 'kernel', 'shift'], ['made'], {}),
    node('BatchNormalization', ['made', 'gamma', 'beta', 'mean', 'variance'], ['normal'], { epsilon: 0 }),
    node('Mul', ['normal', 'twice'], ['scaled']),
    node('Sub', ['scaled', 'one'], ['features']),
    ...head,
  ];
  const constants = {
    kernel,
    shift: [[3], [1, 2, 3]],
    gamma: [[3], [1, 2, 4]],
    beta: [[3], [0, 1, 0]],
    mean: [[3], [1, 0, 1]],
    variance: [[3], [1, 4, 16]],
    twice: [
      [3, 1, 1],
      [2, 2, 3],
    ],
    one: [[1], [1]],
    ...headConstants,
  } as const;
  const { affine, others } = await weightsOf(await file(t, nodes, constants));
  // ((x + shift) - mean) gamma / sqrt(variance) + beta, times twice, less one: all the gains before `twice` are 1.
  assert.deepEqual(affine, [
    [
      [2, 2, 3],
      [-1, 5, 5],
    ],
    [
      [1, 1],
      [10, 20],
    ],
  ]);
  assert.deepEqual(others, []);
});

test('what two steps read is not followed, nor what is bent; and it is known beside the kernels', async t => {
  const nodes = [
    node('Conv', ['image', 'kernel'], ['made'], {}),
    node('BatchNormalization', ['made', 'gamma', 'beta', 'mean', 'variance'], ['normal'], { epsilon: 0 }),
    node('Add', ['made', 'normal'], ['sum']),
    node('Relu', ['sum'], ['bent']),
    node('Mul', ['bent', 'twice'], ['features']),
    ...head,
  ];
  const constants = {
    kernel,
    gamma: [[3], [2, 2, 2]],
    beta: [[3], [1, 0, 0]],
    mean: [[3], [0, 1, 0]],
    variance: [[3], [1, 1, 4]],
    twice: [
      [3, 1, 1],
      [2, 2, 3],
    ],
    ...headConstants,
  } as const;
  const { affine, others } = await weightsOf(await file(t, nodes, constants));
  assert.deepEqual(affine[0], [
    [1, 1, 1],
    [0, 0, 0],
  ]);
  assert.deepEqual(others, [
    [2, 2, 1, 1, -2, 0],
    [2, 2, 3],
  ]);
});

const numbers = (seed: number, count: number, from = -1) => {
  const next = random(seed);
  return Array.from({ length: count }, () => from + 2 * next());
};

/** A convolution of 2 x 8 channels, normalisation, layer normalisation over what it makes, a head. */
const network = (more: Constants = {}): [Nodes, Constants] => [
  [
    node('Conv', ['image', 'kernel'], ['made'], {}),
    node('BatchNormalization', ['made', 'gamma', 'beta', 'mean', 'variance'], ['features'], {}),
    ...head.slice(0, 3),
    node('LayerNormalization', ['flat', 'scale', 'offset'], ['rows'], {}),
    node('MatMul', ['rows', 'matrix'], ['product']),
    node('Add', ['product', 'bias'], ['scores']),
  ],
  {
    kernel: [[8, 2, 1, 1], numbers(1, 16)],
    gamma: [[8], numbers(2, 8)],
    beta: [[8], numbers(3, 8)],
    mean: [[8], numbers(4, 8)],
    variance: [[8], numbers(5, 8, 0.1)],
    scale: [[8], numbers(6, 8)],
    offset: [[8], numbers(7, 8)],
    matrix: [[8, 2], numbers(8, 16)],
    bias: [[2], numbers(9, 2)],
    ...more,
  },
];

/** The same with the normalisation folded into the convolution. */
function folded(): [Nodes, Constants] {
  const [nodes, constants] = network();
  const of = (name: string) => [...Array.from(constants[name]![1])];
  const gain = of('gamma').map((gamma, at) => gamma / Math.sqrt(of('variance')[at]! + 1e-5));
  const shift = of('beta').map((beta, at) => beta - gain[at]! * of('mean')[at]!);
  const scaled = of('kernel').map((value, at) => value * gain[Math.floor(at / 2)]!);
  const [, , ...rest] = nodes;
  const all = { ...constants, kernel: [[8, 2, 1, 1], scaled], shift: [[8], shift] } as const;
  return [[node('Conv', ['image', 'kernel', 'shift'], ['features'], {}), ...rest], all];
}

test('with frozen kernels: a bias, normalisation and layer normalisation that were trained on are seen in files', async t => {
  const kindOf = async (after: [Nodes, Constants]) => {
    const { kind, words } = lineageOf(
      await sketchAt(await file(t, ...network())),
      await sketchAt(await file(t, ...after)),
    );
    return [kind, words.replace(/^.*?; /, '')];
  };
  assert.equal((await kindOf(network()))[0], 'same');
  assert.equal((await kindOf(folded()))[0], 'converted');
  const trained = numbers(90, 8);
  const dead = numbers(2, 8).map((value, at) => (at % 2 === 0 ? value : 0));
  for (const [more, words] of [
    [{ bias: [[2], numbers(91, 2)] }, /^bias or normalisation behind 1 of them changed \(kernel 2 of 2, 8 x 2\)\.$/],
    [{ beta: [[8], trained] }, /^bias or normalisation behind 1 of them changed \(kernel 1 of 2, 1 x 1 x 2 x 8\)\.$/],
    [{ gamma: [[8], dead] }, /kernel 1 of 2/],
    [{ mean: [[8], trained] }, /kernel 1 of 2/],
    [{ scale: [[8], trained] }, /^weights beside them are not\.$/],
    [{ offset: [[8], trained] }, /^weights beside them are not\.$/],
  ] as const) {
    const [kind, told] = await kindOf(network(more));
    assert.equal(kind, 'fine-tuned', Object.keys(more)[0]);
    assert.match(told!, words);
  }
});
