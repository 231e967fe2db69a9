import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { NodeProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import { planOf } from '../../../src/models/onnx/plan.ts';
import { Runner } from '../../../src/models/onnx/runner.ts';
import { channelsLast, integers, Known, type Live, plain } from '../../../src/models/onnx/value.ts';
import { Weights } from '../../../src/models/onnx/weights.ts';
import { type Attribute, node } from '../../support/onnx-model.ts';
import { filled } from '../../support/tiny-network.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

/** x is 2 x 4 x 6 x 5 unless told otherwise, counted N, C, H, W. */
interface Case {
  readonly operator: string;
  readonly attributes?: Record<string, Attribute>;
  readonly constants?: Known[];
  readonly shape?: readonly number[];
  readonly opset?: number;
  /** All entries above 0. */
  readonly positive?: boolean;
}

const weight = (seed: number, ...shape: number[]) => new Known(shape, 'float', filled(seed, 0.7, shape).data, true);
const above = (seed: number, ...shape: number[]) => new Known(shape, 'float', filled(seed, 0.4, shape).data.map(x => x + 1), true); // biome-ignore format: one line
const scalar = (x: number) => new Known([], 'float', Float32Array.of(x), true);
const none = undefined as never;

const cases: Readonly<Record<string, Case>> = {
  convolution: { operator: 'Conv', attributes: { pads: [1, 1, 1, 1] }, constants: [weight(1, 3, 4, 3, 3), weight(2, 3)] },
  'asymmetric padding, stride 2': { operator: 'Conv', attributes: { pads: [0, 1, 2, 0], strides: [2, 2] }, constants: [weight(1, 3, 4, 3, 3)] },
  'stride 2, padding 1': { operator: 'Conv', attributes: { pads: [1, 1, 1, 1], strides: [2, 2] }, constants: [weight(1, 3, 4, 3, 3)] },
  'dilated convolution': { operator: 'Conv', attributes: { pads: [2, 2, 2, 2], dilations: [2, 2] }, constants: [weight(1, 3, 4, 3, 3), weight(2, 3)] },
  'dilated with a stride': { operator: 'Conv', attributes: { pads: [2, 1, 2, 1], dilations: [2, 1] }, constants: [weight(1, 3, 4, 3, 3)] },
  'grouped convolution': { operator: 'Conv', attributes: { group: 2, pads: [1, 1, 1, 1] }, constants: [weight(1, 6, 2, 3, 3), weight(2, 6)] },
  depthwise: { operator: 'Conv', attributes: { group: 4, pads: [1, 1, 1, 1], strides: [2, 2] }, constants: [weight(1, 8, 1, 3, 3), weight(2, 8)] },
  'dilated depthwise': { operator: 'Conv', attributes: { group: 4, pads: [2, 2, 2, 2], dilations: [2, 2] }, constants: [weight(1, 4, 1, 3, 3)] },
  'transposed convolution': { operator: 'ConvTranspose', attributes: { pads: [1, 0, 1, 1], strides: [2, 2], output_padding: [1, 0] }, constants: [weight(1, 4, 3, 3, 3)] },
  'maximum of padded windows': { operator: 'MaxPool', attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] } },
  'maximum, rounded up': { operator: 'MaxPool', attributes: { kernel_shape: [3, 2], strides: [2, 2], ceil_mode: 1 } },
  'dilated maximum': { operator: 'MaxPool', attributes: { kernel_shape: [2, 2], strides: [2, 1], dilations: [2, 2] } },
  'mean of padded windows': { operator: 'AveragePool', attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] } },
  'mean that counts padding, rounded up': { operator: 'AveragePool', attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 0, 0, 1], ceil_mode: 1, count_include_pad: 1 } },
  'maximum of the grid': { operator: 'GlobalMaxPool' },
  'mean of the grid': { operator: 'GlobalAveragePool' },
  'batch normalisation': { operator: 'BatchNormalization', constants: [weight(1, 4), weight(2, 4), weight(3, 4), above(4, 4)] },
  'instance normalisation': { operator: 'InstanceNormalization', constants: [weight(1, 4), weight(2, 4)] },
  'group normalisation': { operator: 'GroupNormalization', attributes: { num_groups: 2 }, constants: [weight(1, 4), weight(2, 4)], opset: 21 },
  'layer normalisation': { operator: 'LayerNormalization', constants: [weight(1, 5), weight(2, 5)] },
  LRN: { operator: 'LRN', attributes: { size: 3, alpha: { f: 0.5 }, beta: { f: 0.75 }, bias: { f: 1 } } },
  'softmax over channels': { operator: 'Softmax', attributes: { axis: 1 }, opset: 13 },
  'softmax of everything behind an axis': { operator: 'Softmax', attributes: { axis: 1 }, opset: 11 },
  'log-softmax': { operator: 'LogSoftmax', attributes: { axis: -1 }, opset: 13 },
  Gemm: { operator: 'Gemm', attributes: { transB: 1, alpha: { f: 0.5 } }, constants: [weight(1, 3, 5), weight(2, 3)], shape: [2, 5] },
  MatMul: { operator: 'MatMul', constants: [weight(1, 5, 3)] },
  'batched MatMul': { operator: 'MatMul', constants: [weight(1, 4, 5, 3)] },
  einsum: { operator: 'Einsum', attributes: { equation: 'nchw,kc->nkhw' }, constants: [weight(1, 3, 4)] },
  'slice with steps': { operator: 'Slice', constants: [integers([1, 0]), integers([6, 5]), integers([2, 3]), integers([2, 3])] },
  'slice backwards': { operator: 'Slice', constants: [integers([-1]), integers([-100]), integers([1]), integers([-2])] },
  gather: { operator: 'Gather', attributes: { axis: 1 }, constants: [integers([2, 0, 2])] },
  'running sum, backwards and exclusive': { operator: 'CumSum', attributes: { exclusive: 1, reverse: 1 }, constants: [integers([2], [])] },
  'lower triangle': { operator: 'Trilu', opset: 17, attributes: { upper: 0 }, constants: [integers([1], [])] },
  'largest entries': { operator: 'TopK', attributes: { axis: 1 }, constants: [integers([2])] },
  'smallest entries': { operator: 'TopK', attributes: { largest: 0 }, constants: [integers([3])] },
  'entries by index': { operator: 'GatherElements', attributes: { axis: 1 }, constants: [integers([3, 0, -1, 0, 1, 1], [1, 3, 2, 1])] },
  'cells by place': { operator: 'GatherND', constants: [integers([1, 2, 1, 2, 0, -1], [3, 2])] },
  'cells by place, per image': { operator: 'GatherND', attributes: { batch_dims: 1 }, constants: [integers([3, 0, 2, 2], [2, 1, 2])] },
  'length of windows': { operator: 'LpPool', attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] } },
  'third power of windows': { operator: 'LpPool', attributes: { kernel_shape: [2, 2], p: 3 } },
  'length of the grid': { operator: 'GlobalLpPool' },
  'divided by the length': { operator: 'LpNormalization', attributes: { axis: 1 } },
  'divided by the sum of sizes': { operator: 'LpNormalization', attributes: { p: 1 } },
  'soft threshold': { operator: 'Shrink', attributes: { lambd: { f: 0.2 }, bias: { f: 0.1 } } },
  'reflected padding': { operator: 'Pad', attributes: { mode: 'reflect' }, constants: [integers([0, 0, 2, 1, 0, 0, 1, 2])] },
  'repeated edge': { operator: 'Pad', attributes: { mode: 'edge' }, constants: [integers([0, 0, 2, 1, 0, 0, 1, 2])] },
  'padding and cropping': { operator: 'Pad', constants: [integers([0, 0, 2, -1, 0, 0, -1, 2]), scalar(3)] },
  tile: { operator: 'Tile', constants: [integers([1, 2, 1, 3])] },
  expand: { operator: 'Expand', constants: [integers([2, 4, 6, 5])], shape: [2, 4, 1, 1] },
  'depth to space': { operator: 'DepthToSpace', attributes: { blocksize: 2 } },
  'depth to space, channels first': { operator: 'DepthToSpace', attributes: { blocksize: 2, mode: 'CRD' } },
  'space to depth': { operator: 'SpaceToDepth', attributes: { blocksize: 2 }, shape: [2, 3, 6, 4] },
  'nearest enlargement': { operator: 'Resize', attributes: { mode: 'nearest' }, constants: [none, scalarList([1, 1, 2, 1.5])] },
  'linear enlargement': { operator: 'Resize', attributes: { mode: 'linear', coordinate_transformation_mode: 'align_corners' }, constants: [none, none, integers([2, 4, 9, 3])] },
  'cubic enlargement': { operator: 'Resize', attributes: { mode: 'cubic' }, constants: [none, scalarList([1, 1, 2, 2])] },
  transpose: { operator: 'Transpose', attributes: { perm: [0, 2, 3, 1] } },
  'transpose otherwise': { operator: 'Transpose', attributes: { perm: [0, 3, 1, 2] } },
  reshape: { operator: 'Reshape', constants: [integers([2, -1, 5])] },
  'mean over the grid': { operator: 'ReduceMean', attributes: { axes: [2, 3], keepdims: 0 } },
  'mean over channels': { operator: 'ReduceMean', attributes: { axes: [1], keepdims: 1 } },
  'sum over rows': { operator: 'ReduceSum', attributes: { axes: [2], keepdims: 0 }, opset: 11 },
  'largest of a row': { operator: 'ReduceMax', attributes: { axes: [-1], keepdims: 0 } },
  'smallest of a row': { operator: 'ReduceMin', attributes: { axes: [-1], keepdims: 0 } },
  'product of a row': { operator: 'ReduceProd', attributes: { axes: [2], keepdims: 0 } },
  'length of a row': { operator: 'ReduceL2', attributes: { axes: [-1] } },
  'log of a sum of exponentials': { operator: 'ReduceLogSumExp', attributes: { axes: [1] } },
  'sum with one value per channel': { operator: 'Add', constants: [weight(1, 4, 1, 1)] },
  'division by one value per column': { operator: 'Div', constants: [above(1, 5)] },
  square: { operator: 'Pow', constants: [scalar(2)] },
  cube: { operator: 'Pow', constants: [scalar(3)] },
  'a broken power': { operator: 'Pow', constants: [scalar(1.7)], positive: true },
  'largest of two': { operator: 'Max', constants: [weight(1, 4, 1, 1)] },
  choice: { operator: 'Min', constants: [weight(1, 6, 5)] },
  clip: { operator: 'Clip', constants: [scalar(-0.3), scalar(0.4)] },
  'threshold at 0.3': { operator: 'ThresholdedRelu', attributes: { alpha: { f: 0.3 } } },
  PRelu: { operator: 'PRelu', constants: [weight(1, 4, 1, 1)] },
  'fake quantisation, coarse': { operator: 'DequantizeLinear', constants: [scalar(0.5)] },
  ...Object.fromEntries(
    ['Relu', 'LeakyRelu', 'Sigmoid', 'HardSigmoid', 'HardSwish', 'Elu', 'Celu', 'Selu', 'Gelu', 'Mish', 'Softplus', 'Softsign', 'Tanh', 'Erf', 'Exp', 'Sin', 'Cos', 'Neg', 'Abs', 'Swish', 'Identity', 'Sinh', 'Cosh', 'Tan', 'Atan', 'Asinh'].map(operator => [operator, { operator, opset: 28 }]),
  ),
  ...Object.fromEntries(['Log', 'Sqrt', 'Reciprocal'].map(operator => [operator, { operator, positive: true }])),
}; // biome-ignore format: one case per line

function scalarList(values: readonly number[]): Known {
  return new Known([values.length], 'float', Float32Array.from(values), true);
}

let checked = 0;
for (const [title, sample] of Object.entries(cases)) {
  test(`the gradient is the finite difference: ${title}`, () => {
    const layouts = (sample.shape ?? [2, 4, 6, 5]).length === 4 ? ['plain', 'channels-last'] : ['plain'];
    for (const layout of layouts) engine.tf.core.tidy(() => checkGradient(sample, layout === 'plain'));
    checked++;
  });
}

test('rounding to a quantised grid passes gradients where it does not saturate', () => {
  const { core } = engine.tf;
  const sample = {
    operator: 'QuantizeLinear',
    constants: [scalar(0.1), new Known([], 'int8', new Int8Array(1), true)],
  };
  const gradient = core.grad(x => run(sample, plain(x)).tensor)(core.tensor1d([0.26, -3, 20, -20]));
  assert.deepEqual(
    Array.from(gradient.dataSync(), x => Math.round(x)),
    [10, 10, 0, 0],
  );
});

test('cases were checked, each for an operator that exists', () => {
  assert.ok(checked > 80);
  for (const { operator } of Object.values(cases)) assert.ok(Object.hasOwn(operations, operator), operator);
});

/** Along a random direction, of a random linear function of the output. */
function checkGradient(sample: Case, isPlain: boolean): void {
  const { core } = engine.tf;
  const shape = sample.shape ?? [2, 4, 6, 5];
  const numbers = filled(90, 1, shape).data.map(x => (sample.positive ? Math.abs(x) + 0.5 : x));
  const start = core.tensor(numbers, [...shape]);
  const direction = core.tensor(filled(91, 1, shape).data, [...shape]);
  const score = (x: Tensor) => {
    const lying: Live = isPlain ? plain(x) : channelsLast(core.transpose(x, [0, 2, 3, 1]));
    const { tensor } = run(sample, lying);
    return core.sum(core.mul(tensor, core.tensor(filled(92, 1, tensor.shape).data, tensor.shape))) as never;
  };
  const [along] = core.sum(core.mul(core.grad(score)(start), direction)).dataSync();
  const at = (step: number) => (score(core.add(start, core.mul(direction, step))) as Tensor).dataSync()[0]!;
  const step = 2e-4;
  const truth = (at(step) - at(-step)) / (2 * step);
  const scale = Math.max(1, Math.abs(truth));
  assert.ok(Math.abs(along! - truth) < 0.03 * scale, `${isPlain ? 'plain' : 'channels last'}: ${along}, not ${truth}`);
  assert.notEqual(along, 0);
}

function run({ operator, attributes, constants = [], opset = 13 }: Case, x: Live): Live {
  const weights = new Weights(engine.tf.core);
  const names = ['x', ...constants.map((known, at) => (known ? `c${at}` : ''))];
  const proto = create(NodeProtoSchema, node(operator, names, ['y'], attributes));
  const constantOf = (name: string) => constants[Number(name.slice(1))];
  const plan = planOf([proto], constantOf, ['x'], ['y'], opset, weights);
  return new Runner(plan, weights, 'y', () => new Map()).run(new Map([['x', x]]), ['y'], 2)[0]!;
}
