import type { Operand } from '../lowering/builder.ts';
import { concatenated, softmax } from '../lowering/numbers.ts';
import { getItem } from './_index.ts';
import { joined, list, option, refused } from './_operands.ts';
import { activation, leaky } from './activations.ts';
import { isReference } from './calls.ts';
import { type KerasLayer, nameOf, unsupported } from './config.ts';
import type { Dialect, LayerClass } from './layer.ts';

/**
 * Operations on tensors that stand among the layers: `x / 255`. They are not layers to Keras, so they hold no weights.
 * An `.h5` of Keras 3 leaves their module out; but every layer of Keras 3 says whether it is trained.
 */
export function isOperation({ module, class_name: name, config }: KerasLayer, dialect: Dialect): boolean {
  if (name === 'TFOpLambda' || name === 'SlicingOpLambda') return true;
  if (module) return /(^|\.)ops(\.|$)/.test(module);
  return dialect === 3 && !('trainable' in config) && Object.hasOwn(operations, name);
}

/** What an operation computes, by what Keras 3 calls it, and Keras 2. */
export function operationOf(layer: KerasLayer): LayerClass {
  const name = layer.class_name.endsWith('OpLambda') ? String(layer.config.function) : layer.class_name;
  const key = ofKeras2[name] ?? name;
  const found = Object.hasOwn(operations, key) ? operations[key] : undefined;
  if (found) return found;
  throw unsupported(
    `\`${nameOf(layer)}\` is the operation \`${name}\`, which camdrift does not read.`,
    'Replace it with a layer of Keras (Rescaling, Normalization, GlobalAveragePooling2D), or export the model to ONNX.',
  );
}

const ofKeras2: Readonly<Record<string, string>> = {
  '__operators__.add': 'Add',
  '__operators__.getitem': 'GetItem',
  'math.add': 'Add',
  'math.subtract': 'Subtract',
  'math.multiply': 'Multiply',
  'math.truediv': 'TrueDivide',
  'math.divide': 'TrueDivide',
  'math.maximum': 'Maximum',
  'math.minimum': 'Minimum',
  'math.sigmoid': 'Sigmoid',
  'math.tanh': 'Tanh',
  'math.reduce_mean': 'Mean',
  'math.reduce_max': 'Max',
  'math.reduce_sum': 'Sum',
  'nn.bias_add': 'Add',
  'nn.relu': 'Relu',
  'nn.sigmoid': 'Sigmoid',
  'nn.softmax': 'Softmax',
};

const reduced = (operation: string): LayerClass => ({
  lower(call) {
    const b = call.builder;
    const named = option(call, 'axis');
    const axes = named === undefined ? Array.from({ length: call.rank }, (_, at) => at) : [named].flat();
    const counted = axes.map(axis => call.axis(axis)).toSorted((one, other) => one - other);
    const keep = option(call, 'keepdims') === true;
    if (counted.includes(0)) return call.refuse('works on several images at once (axis 0)');
    return b.plainStep(
      operation,
      [call.x, b.integers(counted)],
      { keepdims: keep ? 1 : 0 },
      call.rank - (keep ? 0 : counted.length),
    );
  },
});

const activated = (name: string): LayerClass => ({
  lower(call) {
    const numbered = call.call.operands.some(operand => !isReference(operand));
    return numbered ? refused(call) : activation(name, 3, call.setting.path)(call.builder, call.x);
  },
});

const each = (operation: string): LayerClass => ({
  kind: 'elementwise',
  lower: call => call.builder.step(operation, [call.x]),
});

/** The axes of the images stay the first. */
const reshape: LayerClass = {
  lower(call) {
    const [, ...target] = list(option(call, 'newshape', 'shape'), call);
    return call.builder.plainStep('Reshape', [call.x, call.builder.integers([0, ...target])], {}, target.length + 1);
  },
};

const transpose: LayerClass = {
  lower(call) {
    const perm = list(option(call, 'axes'), call).map(axis => call.axis(axis));
    if (perm[0] !== 0) return call.refuse('moves the axis of the images');
    return call.builder.plainStep('Transpose', [call.x], { perm });
  },
};

const operations: Readonly<Record<string, LayerClass>> = {
  Add: joined('Add'),
  Subtract: joined('Sub'),
  Multiply: joined('Mul'),
  TrueDivide: joined('Div'),
  Divide: joined('Div'),
  Maximum: joined('Max'),
  Minimum: joined('Min'),
  Power: { ...joined('Pow'), kind: 'elementwise' },
  Matmul: { lower: call => call.builder.plainStep('MatMul', [...call.inputs] as Operand[]) },
  Mean: reduced('ReduceMean'),
  Max: reduced('ReduceMax'),
  Amax: reduced('ReduceMax'),
  Min: reduced('ReduceMin'),
  Sum: reduced('ReduceSum'),
  GetItem: getItem,
  Reshape: reshape,
  Transpose: transpose,
  Concatenate: { lower: call => concatenated(call.builder, call.inputs, call.axis(option(call, 'axis') ?? -1)) },
  ExpandDims: {
    lower: call =>
      call.builder.plainStep(
        'Unsqueeze',
        [call.x, call.builder.integers(list(option(call, 'axis'), call))],
        {},
        call.rank + 1,
      ),
  },
  Squeeze: {
    lower: call =>
      call.builder.plainStep(
        'Squeeze',
        [call.x, call.builder.integers(list(option(call, 'axis'), call))],
        {},
        call.rank - list(option(call, 'axis'), call).length,
      ),
  },
  Cast: {
    kind: 'identity',
    lower: call => (/^b?float/.test(String(option(call, 'dtype'))) ? call.x : call.refuse('casts to whole numbers')),
  },
  Clip: {
    kind: 'elementwise',
    lower: call =>
      call.builder.step('Clip', [
        call.x,
        call.builder.scalar(Number(option(call, 'x_min'))),
        call.builder.scalar(Number(option(call, 'x_max'))),
      ]),
  },
  Negative: each('Neg'),
  Sqrt: each('Sqrt'),
  Exp: each('Exp'),
  Log: each('Log'),
  Absolute: each('Abs'),
  Abs: each('Abs'),
  Relu: activated('relu'),
  Relu6: activated('relu6'),
  Sigmoid: activated('sigmoid'),
  Softmax: { lower: call => softmax(call.builder, call.x, 'Softmax', call.axis(option(call, 'axis') ?? -1)) },
  LogSoftmax: { lower: call => softmax(call.builder, call.x, 'LogSoftmax', call.axis(option(call, 'axis') ?? -1)) },
  Tanh: activated('tanh'),
  Silu: activated('silu'),
  Gelu: {
    lower: call =>
      activation(option(call, 'approximate') === false ? 'gelu' : 'gelu_tanh', 3, '')(call.builder, call.x),
  },
  Elu: { lower: call => call.builder.step('Elu', [call.x], { alpha: { float: Number(option(call, 'alpha') ?? 1) } }) },
  Selu: activated('selu'),
  HardSigmoid: activated('hard_sigmoid'),
  HardSilu: activated('hard_silu'),
  LeakyRelu: { lower: call => leaky(call.builder, call.x, Number(option(call, 'negative_slope') ?? 0.2)) },
  Softplus: activated('softplus'),
  Softsign: activated('softsign'),
};
