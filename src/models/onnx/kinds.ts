import type { Kind } from '../_graph.ts';
import { type Orientation, turnsLayout } from './orientation.ts';
import type { PatchAxis } from './patches.ts';
import type { Step } from './plan.ts';
import type { Known, Shape } from './value.ts';

/** What is known about a step once the network has run: its constants, and the shapes of what it reads, as ONNX counts. */
export interface Facts {
  constant(name: string): Known | undefined;
  shape(name: string): Shape | undefined;
  orientation(name: string): Orientation;
}

/** The same, and where tokens hold a grid. */
export interface KindFacts extends Facts {
  readonly patches: ReadonlyMap<string, PatchAxis>;
}

/** What an operator does to features. One that is not listed is `other`: it is run, but never a target or CAM head. */
export function stepKind(step: Step, facts: KindFacts): Kind {
  const kind = kinds[step.operation] ?? 'other';
  return typeof kind === 'string' ? kind : kind(step, facts);
}

const shapeAt = ({ inputs }: Step, facts: Facts, at = 0): Shape => facts.shape(inputs[at] ?? '') ?? [];

/** A linear 1x1 convolution commutes with the mean over the grid. */
function convolution(step: Step, facts: KindFacts): Kind {
  const [, , ...kernel] = facts.constant(step.inputs[1] ?? '')?.shape ?? shapeAt(step, facts, 1);
  const ones = [...kernel, ...(step.attributes.ints('strides') ?? [])].every(size => size === 1);
  const padded = (step.attributes.ints('pads') ?? []).some(size => size !== 0);
  return ones && !padded ? 'pointwise-convolution' : 'convolution';
}

/** One operand is the features, the other a constant scalar or one value per channel. */
function joined(step: Step, facts: KindFacts): Kind {
  const [left, right] = step.inputs.map(name => facts.constant(name));
  const known = left ?? right;
  const features = left ? step.inputs[1]! : step.inputs[0]!;
  if (!known || (left && step.operation === 'Div')) return 'elementwise';
  return isPerChannel(known.shape, facts.shape(features) ?? [], facts.orientation(features))
    ? 'pointwise-linear'
    : 'elementwise';
}

function isPerChannel(constant: Shape, features: Shape, orientation: Orientation): boolean {
  const channel = features.length === 4 && orientation === 'nchw' ? 1 : features.length - 1;
  return constant.every((size, at) => size === 1 || at - constant.length + features.length === channel);
}

const product = (step: Step, facts: KindFacts): Kind =>
  facts.constant(step.inputs[1] ?? '')?.shape.length === 2 ? 'pointwise-linear' : 'other';

const gemm = (step: Step, facts: KindFacts): Kind =>
  facts.constant(step.inputs[1] ?? '') ? 'pointwise-linear' : 'other';

function average(step: Step, facts: KindFacts): Kind {
  const [, , ...grid] = shapeAt(step, facts);
  const kernel = step.attributes.ints('kernel_shape') ?? [];
  return kernel.join() === grid.join() ? 'global-average' : 'spatial';
}

function mean(step: Step, facts: KindFacts): Kind {
  const input = step.inputs[0]!;
  const shape = facts.shape(input) ?? [];
  const named = step.attributes.ints('axes') ?? Array.from(facts.constant(step.inputs[1] ?? '')?.data ?? []);
  const axes = named.map(axis => (axis < 0 ? axis + shape.length : axis)).sort();
  const image = facts.orientation(input) === 'nchw' ? '2,3' : '1,2';
  const grid = shape.length === 4 ? image : onlyPatches(facts.patches.get(input), shape);
  return axes.join() === grid ? 'global-average' : 'other';
}

/** The axis of tokens that are patches, all of them. */
const onlyPatches = (patches: PatchAxis | undefined, shape: Shape): string | undefined =>
  patches && shape[patches.axis] === patches.height * patches.width ? String(patches.axis) : undefined;

const join = (step: Step, facts: KindFacts): Kind => (shapeAt(step, facts).length > 1 ? 'elementwise' : 'other');

const list = (kind: Kind, ...names: string[]): Record<string, Kind> =>
  Object.fromEntries(names.map(name => [name, kind]));

const kinds: Readonly<Record<string, Kind | ((step: Step, facts: KindFacts) => Kind)>> = {
  Conv: convolution,
  ConvTranspose: 'convolution',
  Gemm: gemm,
  MatMul: product,
  BatchNormalization: 'pointwise-linear',
  Add: joined,
  Sub: joined,
  Mul: joined,
  Div: joined,
  Concat: join,
  AveragePool: average,
  GlobalAveragePool: 'global-average',
  ReduceMean: mean,
  Transpose: step => (turnsLayout(step) ? 'identity' : 'other'),
  Softmax: 'softmax',
  LogSoftmax: 'log-softmax',
  Sigmoid: 'sigmoid',
  ...list('elementwise', 'InstanceNormalization', 'LayerNormalization', 'GroupNormalization', 'LRN', 'Sum', 'Max', 'Min', 'Mean'), // biome-ignore format: a list
  ...list('elementwise', 'Relu', 'LeakyRelu', 'PRelu', 'Clip', 'HardSigmoid', 'HardSwish', 'Elu', 'Celu', 'Selu', 'Gelu', 'Mish', 'Softplus', 'Softsign', 'Tanh', 'Swish', 'ThresholdedRelu'), // biome-ignore format: a list
  ...list('convolution', 'QLinearConv', 'ConvInteger', 'FusedConv'),
  ...list('elementwise', 'QLinearAdd', 'QLinearMul', 'QLinearConcat', 'QLinearSigmoid', 'QLinearLeakyRelu', 'FastGelu', 'QuickGelu', 'BiasGelu', 'SkipLayerNormalization'), // biome-ignore format: a list
  ...list(
    'spatial',
    'LpPool',
    'GlobalLpPool',
    'QLinearAveragePool',
    'QLinearGlobalAveragePool',
    'MaxPool',
    'GlobalMaxPool',
    'Pad',
    'Resize',
    'Upsample',
    'DepthToSpace',
    'SpaceToDepth',
  ),
  ...list('identity', 'Identity', 'Dropout', 'Flatten', 'Reshape', 'Squeeze', 'Unsqueeze', 'Cast', 'QuantizeLinear', 'DequantizeLinear'), // biome-ignore format: a list
};
