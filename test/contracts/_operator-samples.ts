import { type DataType, integers, Known } from '../../src/models/onnx/value.ts';
import type { Attribute } from '../support/onnx-model.ts';
import { filled } from '../support/tiny-network.ts';

/** One use of an operator. x is 2 x 4 x 6 x 5 unless told otherwise, counted N, C, H, W. */
export interface Sample {
  /** With its domain before it, where that is not ONNX's own. */
  readonly operator: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly constants?: readonly Known[];
  /** Which input x is; the first unless told otherwise. */
  readonly at?: number;
  readonly shape?: readonly number[];
  readonly opset?: number;
  readonly outputs?: number;
  /** All entries above 0.5, or above 0.5 and this. */
  readonly positive?: boolean;
  readonly shift?: number;
  /** Entries between -range and range; 1 unless told otherwise. */
  readonly range?: number;
  /** Entries are whole numbers from 0 to this. */
  readonly whole?: number;
  /** `none`: a yes or no, a position or whole steps, which have no slope of their own. */
  readonly slopes?: 'none';
}

const weight = (seed: number, ...shape: number[]) => new Known(shape, 'float', filled(seed, 0.7, shape).data, true);
const above = (seed: number, ...shape: number[]) =>
  new Known(
    shape,
    'float',
    filled(seed, 0.4, shape).data.map(x => x + 1),
    true,
  );
const scalar = (x: number) => new Known([], 'float', Float32Array.of(x), true);
const none = undefined as never;
const zero = (type: DataType) => new Known([], type, new Int8Array(1), true);
const whole = (type: DataType, ...shape: number[]) =>
  new Known(
    shape,
    type,
    Int8Array.from(filled(5, 20, shape).data, x => Math.abs(Math.round(x))),
    true,
  );

const written: Readonly<Record<string, Sample>> = {
  convolution: { operator: 'Conv', attributes: { pads: [1, 1, 1, 1] }, constants: [weight(1, 3, 4, 3, 3), weight(2, 3)] },
  'asymmetric padding, stride 2': { operator: 'Conv', attributes: { pads: [0, 1, 2, 0], strides: [2, 2] }, constants: [weight(1, 3, 4, 3, 3)] },
  'stride 2, padding 1': { operator: 'Conv', attributes: { pads: [1, 1, 1, 1], strides: [2, 2] }, constants: [weight(1, 3, 4, 3, 3)] },
  'dilated convolution': { operator: 'Conv', attributes: { pads: [2, 2, 2, 2], dilations: [2, 2] }, constants: [weight(1, 3, 4, 3, 3), weight(2, 3)] },
  'dilated with a stride': { operator: 'Conv', attributes: { pads: [2, 1, 2, 1], dilations: [2, 1] }, constants: [weight(1, 3, 4, 3, 3)] },
  'far dilated, with a stride': { operator: 'Conv', attributes: { pads: [1, 1, 0, 0], dilations: [5, 4], strides: [2, 2] }, constants: [weight(1, 64, 4, 2, 2)] },
  'far dilated, transposed': { operator: 'ConvTranspose', attributes: { pads: [5, 4, 0, 0], dilations: [5, 4] }, constants: [weight(1, 4, 64, 2, 2)] },
  'in planes, along the last axis': { operator: 'Conv', attributes: { pads: [1, 1, 0, 1, 0, 0], strides: [1, 2, 1] }, constants: [weight(1, 3, 4, 3, 2, 1), weight(2, 3)], shape: [2, 4, 5, 6, 2] },
  'in planes, along the middle axis': { operator: 'Conv', attributes: { dilations: [2, 1, 1] }, constants: [weight(1, 3, 4, 2, 1, 2)], shape: [2, 4, 5, 2, 3] },
  'grouped convolution': { operator: 'Conv', attributes: { group: 2, pads: [1, 1, 1, 1] }, constants: [weight(1, 6, 2, 3, 3), weight(2, 6)] },
  depthwise: { operator: 'Conv', attributes: { group: 4, pads: [1, 1, 1, 1], strides: [2, 2] }, constants: [weight(1, 8, 1, 3, 3), weight(2, 8)] },
  'dilated depthwise': { operator: 'Conv', attributes: { group: 4, pads: [2, 2, 2, 2], dilations: [2, 2] }, constants: [weight(1, 4, 1, 3, 3)] },
  'transposed convolution': { operator: 'ConvTranspose', attributes: { pads: [1, 0, 1, 1], strides: [2, 2], output_padding: [1, 0] }, constants: [weight(1, 4, 3, 3, 3)] },
  'recurrent, both ways': { operator: 'LSTM', attributes: { hidden_size: 3, direction: 'bidirectional' }, constants: [weight(1, 2, 12, 5), weight(2, 2, 12, 3), weight(3, 2, 24)], shape: [4, 2, 5] },
  'recurrent, from a state': { operator: 'LSTM', attributes: { hidden_size: 3, direction: 'reverse' }, constants: [weight(1, 1, 12, 5), weight(2, 1, 12, 3), none, none, weight(4, 1, 2, 3), weight(5, 1, 2, 3)], shape: [4, 2, 5], outputs: 3 },
  'overlapping blocks': { operator: 'Col2Im', constants: [integers([5, 4]), integers([3, 2])], attributes: { pads: [1, 0, 1, 1] }, shape: [2, 12, 20], opset: 18 },
  'blocks apart': { operator: 'Col2Im', constants: [integers([6, 7]), integers([2, 2])], attributes: { strides: [2, 3], dilations: [2, 1] }, shape: [2, 8, 4], opset: 18 },
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
  'rows gathered in blocks': { operator: 'Gather', attributes: { axis: 2 }, constants: [integers([0, 2, 4, 1, 3, 5], [2, 3])] },
  'rows gathered in blocks that overlap': { operator: 'Gather', attributes: { axis: 2 }, constants: [integers([0, 2, 4, 1, 2, 5], [2, 3])] },
  'channels gathered by a table': { operator: 'Gather', attributes: { axis: 1 }, constants: [integers([3, 0, 1, -1], [2, 2])] },
  'running sum, backwards and exclusive': { operator: 'CumSum', attributes: { exclusive: 1, reverse: 1 }, constants: [integers([2], [])] },
  'lower triangle': { operator: 'Trilu', opset: 17, attributes: { upper: 0 }, constants: [integers([1], [])] },
  'largest entries': { operator: 'TopK', attributes: { axis: 1 }, constants: [integers([2])] },
  'smallest entries': { operator: 'TopK', attributes: { largest: 0 }, constants: [integers([3])] },
  'entries by index': { operator: 'GatherElements', attributes: { axis: 1 }, constants: [integers(Array.from({ length: 36 }, (_, at) => (at % 5) - 1), [2, 3, 6, 1])] },
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
  'product of the grid': { operator: 'ReduceProd', attributes: { axes: [2, 3], keepdims: 0 } },
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
  ...Object.fromEntries(['Acos', 'Asin', 'Atanh'].map(operator => [operator, { operator, range: 0.7 }])),
  Acosh: { operator: 'Acosh', positive: true, constants: [], shift: 1 },
  ...Object.fromEntries(['Floor', 'Ceil', 'Round', 'Sign'].map(operator => [operator, { operator, slopes: 'none' as const }])),
  ...Object.fromEntries(['IsNaN', 'IsInf', 'Not'].map(operator => [operator, { operator, slopes: 'none' as const, opset: 20, whole: 1 }])),
  ...Object.fromEntries(['Equal', 'Greater', 'GreaterOrEqual', 'Less', 'LessOrEqual'].map(operator => [operator, { operator, constants: [weight(1, 4, 1, 1)], slopes: 'none' as const }])),
  ...Object.fromEntries(['And', 'Or', 'Xor'].map(operator => [operator, { operator, constants: [new Known([4, 1, 1], 'bool', Uint8Array.of(1, 0, 1, 0), true)], slopes: 'none' as const, whole: 1 }])),
  Cast: { operator: 'Cast', attributes: { to: 1 } },
  CastLike: { operator: 'CastLike', constants: [scalar(1)], opset: 19 },
  Dropout: { operator: 'Dropout' },
  difference: { operator: 'Sub', constants: [weight(1, 4, 1, 1)] },
  product: { operator: 'Mul', constants: [weight(1, 4, 1, 1)] },
  remainder: { operator: 'Mod', constants: [scalar(0.37)], attributes: { fmod: 1 } },
  sum: { operator: 'Sum', constants: [weight(1, 4, 1, 1), weight(2, 5)] },
  mean: { operator: 'Mean', constants: [weight(1, 4, 1, 1)] },
  where: { operator: 'Where', constants: [new Known([4, 1, 1], 'bool', Uint8Array.of(1, 0, 1, 0), true), weight(1, 4, 1, 1)], at: 1 },
  'rows replaced': { operator: 'ScatterND', constants: [integers([0, 1, 1, 3], [2, 2]), weight(1, 2, 6, 5)] },
  flatten: { operator: 'Flatten' },
  squeeze: { operator: 'Squeeze', constants: [integers([1])], shape: [2, 1, 6, 5] },
  unsqueeze: { operator: 'Unsqueeze', constants: [integers([1])], shape: [2, 6, 5] },
  concat: { operator: 'Concat', attributes: { axis: 1 }, constants: [weight(1, 2, 3, 6, 5)] },
  'a class token is joined': { operator: 'Concat', attributes: { axis: 1 }, constants: [weight(1, 2, 1, 5)], shape: [2, 12, 5] },
  split: { operator: 'Split', attributes: { axis: 1, num_outputs: 2 }, opset: 18, outputs: 2 },
  positions: { operator: 'ArgMax', attributes: { axis: 1 }, slopes: 'none' },
  'positions of the smallest': { operator: 'ArgMin', attributes: { axis: 1 }, slopes: 'none' },
  'one of many': { operator: 'OneHot', constants: [new Known([], 'int', Int32Array.of(3), true), weight(1, 2)], shape: [2, 5], slopes: 'none', whole: 3 },
  hardmax: { operator: 'Hardmax', attributes: { axis: 1 }, slopes: 'none' },
  RMSNormalization: { operator: 'RMSNormalization', constants: [weight(1, 5)], opset: 23 },
  MeanVarianceNormalization: { operator: 'MeanVarianceNormalization', attributes: { axes: [2, 3] } },
  'layer normalisation of tokens': { operator: 'LayerNormalization', constants: [weight(1, 5), weight(2, 5)], shape: [2, 12, 5] },
  'softmax over tokens': { operator: 'Softmax', attributes: { axis: 1 }, shape: [2, 12, 5] },
  'softmax of tokens': { operator: 'Softmax', attributes: { axis: -1 }, shape: [2, 12, 5] },
  'dense tokens': { operator: 'MatMul', constants: [weight(1, 5, 3)], shape: [2, 12, 5] },
  'dense channels first': { operator: 'MatMul', constants: [weight(1, 2, 3, 5)], at: 1, shape: [2, 5, 12] },
  'tokens cut off': { operator: 'Slice', constants: [integers([0]), integers([3]), integers([2])], shape: [2, 12, 5] },
  'turned tokens': { operator: 'Transpose', attributes: { perm: [0, 2, 1] }, shape: [2, 12, 5] },
  'tokens as windows': { operator: 'Reshape', constants: [integers([4, 6, 5])], shape: [2, 12, 5] },
  'sizes of a row': { operator: 'ReduceL1', attributes: { axes: [-1] } },
  'squares of a row': { operator: 'ReduceSumSquare', attributes: { axes: [-1] } },
  'log of a sum': { operator: 'ReduceLogSum', attributes: { axes: [-1] }, positive: true },
  'mean of tokens': { operator: 'ReduceMean', attributes: { axes: [1], keepdims: 0 }, shape: [2, 12, 5] },
  'old enlargement': { operator: 'Upsample', attributes: { mode: 'nearest' }, constants: [scalarList([1, 1, 2, 2])], opset: 9 },
  'whole steps': { operator: 'QuantizeLinear', constants: [scalar(0.1), zero('int8')], slopes: 'none' },
  'per image': { operator: 'DynamicQuantizeLinear', slopes: 'none' },
  'quantised convolution': { operator: 'QLinearConv', constants: [scalar(0.1), zero('uint8'), whole('int8', 3, 4, 3, 3), scalar(0.02), zero('int8'), scalar(0.9), zero('int8')], whole: 12, slopes: 'none' },
  'convolution of integers': { operator: 'ConvInteger', constants: [whole('int8', 3, 4, 3, 3), zero('uint8'), zero('int8')], whole: 12 },
  'quantised product': { operator: 'QLinearMatMul', constants: [scalar(0.1), zero('uint8'), whole('int8', 5, 3), scalar(0.02), zero('int8'), scalar(0.5), zero('int8')], whole: 12, slopes: 'none' },
  'product of integers': { operator: 'MatMulInteger', constants: [whole('int8', 5, 3), zero('uint8'), zero('int8')], whole: 12 },
  'quantised sum': { operator: 'com.microsoft.QLinearAdd', constants: [scalar(0.1), zero('uint8'), whole('uint8', 4, 1, 1), scalar(0.02), zero('uint8'), scalar(0.1), zero('uint8')], whole: 12, slopes: 'none', opset: 1 },
  'quantised product of two': { operator: 'com.microsoft.QLinearMul', constants: [scalar(0.1), zero('uint8'), whole('uint8', 4, 1, 1), scalar(0.02), zero('uint8'), scalar(0.1), zero('uint8')], whole: 12, slopes: 'none', opset: 1 },
  'quantised join': { operator: 'com.microsoft.QLinearConcat', attributes: { axis: 1 }, constants: [scalar(0.1), zero('uint8'), scalar(0.1), zero('uint8')], at: 2, whole: 12, slopes: 'none', opset: 1 },
  ...Object.fromEntries(['QLinearSigmoid', 'QLinearLeakyRelu', 'QLinearSoftmax'].map(name => [name, { operator: `com.microsoft.${name}`, attributes: { axis: 1, opset: 17 }, constants: [scalar(0.1), zero('uint8'), scalar(0.02), zero('uint8')], whole: 12, slopes: 'none' as const, opset: 1 }])),
  'quantised mean of windows': { operator: 'com.microsoft.QLinearAveragePool', attributes: { kernel_shape: [2, 2] }, constants: [scalar(0.1), zero('uint8'), scalar(0.1), zero('uint8')], whole: 12, slopes: 'none', opset: 1 },
  'quantised mean of the grid': { operator: 'com.microsoft.QLinearGlobalAveragePool', attributes: { channels_last: 0 }, constants: [scalar(0.1), zero('uint8'), scalar(0.1), zero('uint8')], whole: 12, slopes: 'none', opset: 1 },
  'quantised Gemm': { operator: 'com.microsoft.QGemm', attributes: { transB: 1 }, constants: [scalar(0.1), zero('uint8'), whole('int8', 3, 5), scalar(0.02), zero('int8'), none, scalar(0.5), zero('int8')], shape: [2, 5], whole: 12, slopes: 'none', opset: 1 },
  'fused convolution': { operator: 'com.microsoft.FusedConv', attributes: { activation: 'Relu' }, constants: [weight(1, 3, 4, 3, 3)], opset: 1 },
  'fused product': { operator: 'com.microsoft.FusedMatMul', attributes: { alpha: { f: 0.5 }, transB: 1 }, constants: [weight(1, 3, 5)], shape: [2, 12, 5], opset: 1 },
  ...Object.fromEntries(['Gelu', 'BiasGelu', 'FastGelu', 'QuickGelu'].map(name => [`fused ${name}`, { operator: `com.microsoft.${name}`, shape: [2, 12, 5], constants: ['BiasGelu', 'FastGelu'].includes(name) ? [weight(1, 5)] : [], opset: 1 }])),
  'normalised sum': { operator: 'com.microsoft.SkipLayerNormalization', constants: [weight(3, 2, 12, 5), weight(1, 5), weight(2, 5)], shape: [2, 12, 5], opset: 1 },
}; // biome-ignore format: one case per line

function scalarList(values: readonly number[]): Known {
  return new Known([values.length], 'float', Float32Array.from(values), true);
}

export const samples: Readonly<Record<string, Sample>> = written;
