import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { engines } from '../../src/engines/index.ts';
import { loadModel } from '../../src/models/index.ts';
import { contractEngine } from '../support/engines.ts';
import { floats, onnxBytes, node as onnxNode, value } from '../support/onnx-model.ts';
import { convolutionAttr, node, placeholder, temporaryFolder, writeGraph } from '../support/tfjs-model.ts';

let engine: Engine;
before(async () => {
  engine = await engines[contractEngine()]();
});

const counted = (count: number) => Float32Array.from({ length: count }, (_, at) => at + 1);

async function kernelsOf(path: string) {
  using model = await loadModel(path, engine, {});
  return model.weights().kernels.map(kernel => ({ shape: kernel.shape, values: [...kernel.values()] }));
}

test('a depthwise kernel of an ONNX file has one input channel per group, and a matrix comes as it is applied', async t => {
  const path = join(await temporaryFolder(t), 'model.onnx');
  const graph = {
    node: [
      onnxNode('Conv', ['image', 'depthwise'], ['features'], { group: 2, pads: [0, 0, 0, 0] }),
      onnxNode('ConvTranspose', ['features', 'transposed'], ['wide'], {}),
      onnxNode('Relu', ['wide'], ['relu']),
      onnxNode('GlobalAveragePool', ['relu'], ['mean']),
      onnxNode('Flatten', ['mean'], ['flat']),
      onnxNode('Gemm', ['flat', 'matrix'], ['scores'], { transB: 1 }),
    ],
    initializer: [
      // to x 1 x rows x columns: each output channel in a row
      floats('depthwise', [2, 1, 1, 2], [1, 2, 10, 20]),
      // from x to x rows x columns
      floats('transposed', [2, 3, 1, 1], counted(6)),
      floats('matrix', [2, 3], counted(6)),
    ],
    input: [value('image', 1, 2, 4, 4)],
    output: [value('scores', 1, 2)],
  };
  await writeFile(path, onnxBytes(graph));
  assert.deepEqual(await kernelsOf(path), [
    { shape: [1, 2, 1, 2], values: [1, 10, 2, 20] },
    { shape: [1, 1, 2, 3], values: [1, 2, 3, 4, 5, 6] },
    { shape: [3, 2], values: [1, 4, 2, 5, 3, 6] },
  ]);
});

test('a large kernel that the engine alone still holds is read back in the same order', async t => {
  const path = join(await temporaryFolder(t), 'model.onnx');
  const numbers = counted(64 * 2 * 6 * 6);
  const graph = {
    node: [
      onnxNode('Conv', ['image', 'kernel'], ['features'], {}),
      onnxNode('Relu', ['features'], ['relu']),
      onnxNode('GlobalAveragePool', ['relu'], ['mean']),
      onnxNode('Flatten', ['mean'], ['flat']),
      onnxNode('Gemm', ['flat', 'matrix'], ['scores'], {}),
    ],
    initializer: [floats('kernel', [64, 2, 6, 6], numbers), floats('matrix', [64, 2], counted(128))],
    input: [value('image', 1, 2, 8, 8)],
    output: [value('scores', 1, 2)],
  };
  await writeFile(path, onnxBytes(graph));
  const [kernel] = await kernelsOf(path);
  assert.deepEqual(kernel!.shape, [6, 6, 2, 64]);
  const at = (row: number, column: number, from: number, to: number) =>
    kernel!.values[((row * 6 + column) * 2 + from) * 64 + to];
  assert.equal(at(0, 0, 0, 1), 1 + 72);
  assert.equal(at(2, 3, 1, 5), numbers[((5 * 2 + 1) * 6 + 2) * 6 + 3]);
});

test('kernels of a graph are told by who reads them, as they are applied: behind arithmetic, transposed, depthwise', async t => {
  const folder = await temporaryFolder(t);
  const constants = {
    depthwise: { shape: [1, 1, 2, 2], data: counted(4) },
    kernel: { shape: [1, 1, 4, 3], data: counted(12) },
    scale: { shape: [3], data: counted(3) },
    matrix: { shape: [2, 3], data: counted(6) },
    'mean/axes': { shape: [2], data: Int32Array.of(1, 2) },
  };
  const nodes = [
    placeholder(4, 4, 2),
    node('parted', 'DepthwiseConv2dNative', ['image', 'depthwise'], convolutionAttr),
    node('scaled', 'Mul', ['kernel', 'scale']),
    node('features', 'Conv2D', ['parted', 'scaled'], convolutionAttr),
    node('relu', 'Relu', ['features']),
    node('mean', 'Mean', ['relu', 'mean/axes'], { keep_dims: { b: false } }),
    node('scores', 'MatMul', ['mean', 'matrix'], { transpose_b: { b: true } }),
  ];
  assert.deepEqual(await kernelsOf(await writeGraph(folder, nodes, constants)), [
    { shape: [1, 1, 1, 4], values: [1, 2, 3, 4] },
    { shape: [1, 1, 4, 3], values: [...counted(12)].map((value, at) => value * ((at % 3) + 1)) },
    { shape: [3, 2], values: [1, 4, 2, 5, 3, 6] },
  ]);
});
