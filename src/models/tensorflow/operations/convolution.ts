import type { Value } from '../../lowering/builder.ts';
import { softmax } from '../../lowering/numbers.ts';
import { batchNormalized, convolution, pooled, type Sliding, transposedConvolution } from '../../lowering/pictures.ts';
import { rearranged } from '../../lowering/rearranged.ts';
import type { Input, NodeCall, Operation } from '../call.ts';
import { biased, leaky, pairwise, relu6 } from './arithmetic.ts';

/** A kernel in ONNX's order of axes. */
function kernel(call: NodeCall, { numbers, ...value }: Input, order: readonly number[]): string {
  if (!numbers) return call.builder.plain(call.builder.plainStep('Transpose', [value], { perm: order }));
  const made = () => rearranged(numbers.data, numbers.shape, order);
  return call.builder.constant(
    order.map(axis => numbers.shape[axis] ?? 1),
    made,
    `Kernel of \`${call.name}\``,
  );
}

function sliding(call: NodeCall): Sliding {
  const padding = call.text('padding', 'VALID');
  const how = { channels: call.channels, strides: call.grid('strides'), dilations: call.grid('dilations') };
  if (padding === 'SAME' || padding === 'VALID') return { ...how, padding: padding === 'SAME' ? 'same' : 'valid' };
  const all = call.ints('explicit_paddings') ?? [];
  const [top, bottom, left, right] = call.channels === 'first' ? all.slice(4) : all.slice(2, 6);
  if (padding !== 'EXPLICIT' || all.length !== 8) return call.refuse(`has the padding ${padding}`);
  return { ...how, padding: [top!, left!, bottom!, right!] };
}

/** Kernels are rows x columns x from / groups x to; how many groups there are follows from the channels that come in. */
const convolved = (call: NodeCall): Value =>
  convolution(call.builder, call.x, kernel(call, call.input(1), [3, 2, 0, 1]), undefined, {
    ...sliding(call),
    groups: 0,
  });

/** Kernels are rows x columns x channels x multiplier; each channel is a group. */
function channelwise(call: NodeCall): Value {
  const { numbers } = call.input(1);
  const [rows, columns, channels, multiplier] = numbers?.shape ?? [];
  if (!numbers || !rows || !columns || !channels || !multiplier) return call.refuse('has a kernel that is computed');
  const filter = call.builder.constant(
    [channels * multiplier, 1, rows, columns],
    () => rearranged(numbers.data, [rows, columns, channels * multiplier], [2, 0, 1]),
    `Kernel of \`${call.name}\``,
  );
  return convolution(call.builder, call.x, filter, undefined, { ...sliding(call), groups: channels });
}

/** Bias and activation that were put into the same node. */
function fused(make: (call: NodeCall) => Value): Operation {
  return {
    lower(call) {
      const extra = call.inputs.slice(2);
      return call.texts('fused_ops').reduce<Value>((made, name) => activated(call, name, made, extra), make(call));
    },
  };
}

function activated(call: NodeCall, name: string, x: Value, extra: Input[]): Value {
  const b = call.builder;
  if (name === 'BiasAdd') return biased(call, x, extra.shift() ?? call.refuse('has no bias'));
  if (name === 'Prelu') return pairwise(call, 'PRelu', x, extra.shift() ?? call.refuse('has no slope'));
  if (name === 'Relu6') return relu6(b, x);
  if (name === 'LeakyRelu') return leaky(b, x, call.float('leakyrelu_alpha', 0.2));
  if (['Relu', 'Elu', 'Sigmoid', 'Tanh'].includes(name)) return b.step(name, [x]);
  return call.refuse(`holds the fused operation ${name}`);
}

function product(call: NodeCall): Value {
  const b = call.builder;
  const [one, other] = [call.input(0), call.input(1)];
  const turned = (key: string) => (call.flag(key) ? 1 : 0);
  if (turned('transpose_a') + turned('transpose_b') === 0) return b.plainStep('MatMul', [one, other], {}, 2);
  return b.plainStep('Gemm', [one, other], { transA: turned('transpose_a'), transB: turned('transpose_b') }, 2);
}

const batched: Operation = {
  lower(call) {
    const b = call.builder;
    const [a, c] = ['adj_x', 'adj_y'].map(name => (call.flag(name) ? 1 : 0));
    if (!a && !c) return b.plainStep('MatMul', call.inputs);
    return b.plainStep('com.microsoft.FusedMatMul', call.inputs, { transA: a!, transB: c! });
  },
};

/** Kernels are rows x columns x to x from, and the first input is the size of what is made. */
const transposed: Operation = {
  lower(call) {
    const how = sliding(call);
    const size = call.input(1).numbers?.shape.slice(0, 2) ?? call.refuse('has a kernel that is computed');
    const gap = ([0, 1] as const).map(at => (how.padding === 'valid' ? Math.max(0, how.strides[at] - size[at]!) : 0));
    const filter = kernel(call, call.input(1), [3, 2, 0, 1]);
    return transposedConvolution(call.builder, call.input(2), filter, undefined, { ...how, more: [gap[0]!, gap[1]!] });
  },
};

const pool = (kind: 'max' | 'average'): Operation => ({
  lower: call => pooled(call.builder, call.x, kind, call.grid('ksize'), sliding(call)),
});

const normalization: Operation = {
  kind: 'pointwise-linear',
  lower(call) {
    if (call.flag('is_training', true))
      return call.refuse('is in training mode: its answer would depend on the other images of a batch');
    const weights = [1, 2, 3, 4].map(at => call.builder.plain(call.input(at))) as [string, string, string, string];
    return batchNormalized(call.builder, call.x, weights, call.float('epsilon', 0.0001), call.channels);
  },
};

const localResponse: Operation = {
  lower(call) {
    const size = 2 * call.int('depth_radius', 5) + 1;
    const alpha = call.float('alpha', 1) * size; // TensorFlow sums where ONNX takes the mean
    return call.builder.turnedStep('LRN', [call.x], {
      size,
      alpha: { float: alpha },
      beta: { float: call.float('beta', 0.5) },
      bias: { float: call.float('bias', 1) },
    });
  },
};

export const convolutions: Readonly<Record<string, Operation>> = {
  Conv2D: { lower: convolved },
  _FusedConv2D: fused(convolved),
  DepthwiseConv2dNative: { lower: channelwise },
  FusedDepthwiseConv2dNative: fused(channelwise),
  Conv2DBackpropInput: transposed,
  MatMul: { lower: product },
  _FusedMatMul: fused(product),
  BatchMatMul: batched,
  BatchMatMulV2: batched,
  Einsum: {
    lower: call =>
      call.builder.plainStep(
        'Einsum',
        call.inputs,
        { equation: call.text('equation', '') },
        call.text('equation', '').split('->')[1]?.length,
      ),
  },
  AvgPool: pool('average'),
  MaxPool: pool('max'),
  MaxPoolWithArgmax: pool('max'),
  FusedBatchNorm: normalization,
  FusedBatchNormV2: normalization,
  FusedBatchNormV3: normalization,
  LRN: localResponse,
  Softmax: { lower: call => softmax(call.builder, call.x, 'Softmax') },
  LogSoftmax: { lower: call => softmax(call.builder, call.x, 'LogSoftmax') },
};
