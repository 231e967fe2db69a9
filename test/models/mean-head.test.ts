import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { ConstantGradients } from '../../src/models/_constant-gradients.ts';
import { findScores, headOf, isPooledLinear } from '../../src/models/_head.ts';
import { meanRows } from '../../src/models/_mean-head.ts';
import { type Classifier, TapedHead } from '../../src/models/_taped-head.ts';
import { GraphProtoSchema } from '../../src/models/onnx/onnx_pb.ts';
import { onnxGraph } from '../../src/models/onnx/onnx-graph.ts';
import { floats, int64s, type Node, node, value } from '../support/onnx-model.ts';
import { filled } from '../support/tiny-network.ts';

const engine = await wasmEngine();
const { core } = engine.tf;
const [size, channels, classes] = [7, 40, 12];

const constants = [
  floats('kernel', [channels, 3, 1, 1], filled(1, 1, [channels * 3]).data),
  floats('mixed', [channels, channels, 1, 1], filled(2, 1, [channels * channels]).data),
  floats('matrix', [channels, classes], filled(3, 1, [channels * classes]).data),
  floats('turned', [classes, channels], filled(4, 1, [channels * classes]).data),
  floats('kernels', [classes, channels, 1, 1], filled(5, 1, [channels * classes]).data),
  floats('square', [channels, channels], filled(6, 1, [channels * channels]).data),
  floats('bias', [classes], filled(7, 1, [classes]).data),
  ...['scale', 'shift', 'mean'].map((name, at) => floats(name, [channels], filled(8 + at, 1, [channels]).data)),
  floats(
    'variance',
    [channels],
    filled(11, 0.4, [channels]).data.map(each => each + 0.5),
  ),
  int64s('flat', [0, -1]),
];
const flat = (from: string) => node('Flatten', [from], ['f']);
const pool = node('GlobalAveragePool', ['layer'], ['p']);
const gemm = node('Gemm', ['f', 'turned', 'bias'], ['y'], { transB: 1 });

/** Heads as exporters write them. */
const heads: Readonly<Record<string, readonly Node[]>> = {
  'a global average, flattened, times rows of weights': [pool, flat('p'), gemm],
  'a mean that keeps no axes, times columns of weights': [
    node('ReduceMean', ['layer'], ['f'], { axes: [2, 3], keepdims: 0 }),
    node('MatMul', ['f', 'matrix'], ['m']),
    node('Add', ['m', 'bias'], ['y']),
  ],
  'a window as large as the grid, reshaped, left as it is': [
    node('AveragePool', ['layer'], ['p'], { kernel_shape: [size, size] }),
    node('Reshape', ['p', 'flat'], ['r']),
    node('Identity', ['r'], ['f']),
    gemm,
  ],
  'a convolution behind the mean': [pool, node('Conv', ['p', 'kernels', 'bias'], ['c']), node('Flatten', ['c'], ['y'])],
  'two dense layers': [pool, flat('p'), node('MatMul', ['f', 'square'], ['g']), node('MatMul', ['g', 'matrix'], ['y'])],
  'a normalisation behind the mean': [
    pool,
    node('BatchNormalization', ['p', 'scale', 'shift', 'mean', 'variance'], ['n']),
    flat('n'),
    gemm,
  ],
};

/** Linear heads in which more than a mean lies before the dense layer, or nothing behind it. */
const others: Readonly<Record<string, readonly Node[]>> = {
  'a convolution before the mean': [
    node('Conv', ['layer', 'mixed'], ['c']),
    node('GlobalAveragePool', ['c'], ['p']),
    flat('p'),
    gemm,
  ],
  'a mean that is the answer': [
    node('Conv', ['layer', 'kernels'], ['c']),
    node('ReduceMean', ['c'], ['y'], { axes: [2, 3], keepdims: 0 }),
  ],
};

function classifierOf(head: readonly Node[]): Classifier {
  const proto = create(GraphProtoSchema, {
    node: [node('Conv', ['image', 'kernel'], ['x']), node('Relu', ['x'], ['layer']), ...head],
    initializer: constants,
    input: [value('image', 'N', 3, size, size)],
    output: [value('y', 'N', classes)],
  });
  const graph = onnxGraph(proto, 17, () => undefined, engine, {});
  const scores = findScores(graph);
  return { graph, scores, units: classes, constant: new ConstantGradients(), means: new Map() };
}

const answersOf = (chosen: readonly number[]) =>
  chosen.map(classIndex => ({
    classIndex,
    logits: new Float32Array(classes),
    probabilities: new Float32Array(classes).fill(1 / classes),
  }));

/** Both ways to the gradients of some classes: by rows, and by the tape for an image each. */
function bothOf(model: Classifier, chosen: readonly number[]) {
  const head = headOf(model.graph, 'layer', model.scores.node)!;
  assert.ok(isPooledLinear(head));
  const request = { layer: 'layer', classes: chosen, score: 'logit' } as const;
  const rows = meanRows(engine, model, head, answersOf(chosen), request);
  const run = new TapedHead(engine, model, head, request);
  run.answers = answersOf(chosen);
  const { data, shape } = filled(20, 1, [chosen.length, size, size, channels]);
  const taped = core.tidy(() => run.gradients('logit', [core.tensor(data, [...shape])], 3).dataSync());
  return { rows, taped: taped as Float32Array };
}

for (const [what, head] of Object.entries(heads))
  test(`rows are what the tape says, bit by bit: ${what}`, () => {
    const model = classifierOf(head);
    for (const chosen of [[5, 0, 11], [3]]) {
      const { rows, taped } = bothOf(model, chosen);
      assert.equal(rows!.length, chosen.length);
      assert.ok(rows!.every(row => row.some(value => Math.abs(value) > 1e-3)));
      const everywhere = rows!.flatMap(row => Array.from({ length: size * size }, () => [...row]).flat());
      assert.deepEqual(Float32Array.from(everywhere), taped);
    }
    model.graph[Symbol.dispose]();
  });

for (const [what, head] of Object.entries(others))
  test(`the tape is left to tell: ${what}`, () => {
    const model = classifierOf(head);
    assert.equal(bothOf(model, [0, 1]).rows, undefined);
    model.graph[Symbol.dispose]();
  });
