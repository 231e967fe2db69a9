import type { Kind } from './_graph.ts';

/** One node of TensorFlow's GraphDef, as far as it is read here. */
export interface NodeDef {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, AttrValue>>;
}

interface AttrValue {
  readonly b?: boolean;
  readonly list?: { readonly i?: readonly (string | number)[]; readonly s?: readonly string[] };
  readonly shape?: { readonly dim?: readonly { readonly size?: string }[] };
}

/** Look-up of the graph's constants by node name. */
export interface Constants {
  shape(name: string): readonly number[] | undefined;
  values(name: string): readonly number[] | undefined;
}

/** `^control`, `name:0` and `name` all name the node `name`. */
export const nodeName = (reference: string): string => reference.replace(/^\^/, '').replace(/:\d+$/, '');

/** What an operation does to features. One that is not listed is `other`: it is run, but never a target or CAM head. */
export function nodeKind(node: NodeDef, data: ReadonlySet<string>, constants: Constants): Kind {
  if (convolutions.has(node.op)) return isPointwise(node, constants) ? 'pointwise-convolution' : 'convolution';
  if (node.op === 'MatMul' || node.op === '_FusedMatMul') return isLinear(node) ? 'pointwise-linear' : 'elementwise';
  if (arithmetic.has(node.op)) return isPerChannel(node, data, constants) ? 'pointwise-linear' : 'elementwise';
  if (node.op === 'Mean') return averagesGrid(node, constants) ? 'global-average' : 'other';
  return kinds[node.op] ?? 'other';
}

function isPointwise(node: NodeDef, constants: Constants): boolean {
  const [height, width] = constants.shape(nodeName(node.input?.[1] ?? '')) ?? [];
  const strides = node.attr?.strides?.list?.i ?? [];
  return (
    node.op.endsWith('Conv2D') &&
    height === 1 &&
    width === 1 &&
    strides.every(step => Number(step) === 1) &&
    isLinear(node)
  );
}

/** The names of fused operations are base64 in a JSON graph. */
function isLinear(node: NodeDef): boolean {
  const fused = node.attr?.fused_ops?.list?.s ?? [];
  return fused.every(op => Buffer.from(op, 'base64').toString('latin1') === 'BiasAdd' || op === 'BiasAdd');
}

/** One operand is the features, the other a constant scalar or one value per channel. */
function isPerChannel(node: NodeDef, data: ReadonlySet<string>, constants: Constants): boolean {
  const [left, right] = (node.input ?? []).map(nodeName) as [string, string];
  if (data.has(left) === data.has(right) || (node.op === 'RealDiv' && data.has(right))) return false;
  const shape = constants.shape(data.has(left) ? right : left);
  return shape?.slice(0, -1).every(size => size === 1) ?? false;
}

function averagesGrid(node: NodeDef, constants: Constants): boolean {
  const axes = constants.values(nodeName(node.input?.[1] ?? ''))?.map(axis => (axis < 0 ? axis + 4 : axis));
  return axes?.length === 2 && axes.includes(1) && axes.includes(2);
}

const convolutions: ReadonlySet<string> = new Set([
  'Conv2D',
  '_FusedConv2D',
  'DepthwiseConv2dNative',
  'FusedDepthwiseConv2dNative',
  'Conv2DBackpropInput',
]);

const arithmetic: ReadonlySet<string> = new Set(['Add', 'AddV2', 'Sub', 'Mul', 'RealDiv']);

const kinds: Readonly<Record<string, Kind>> = {
  BiasAdd: 'pointwise-linear',
  FusedBatchNorm: 'pointwise-linear',
  FusedBatchNormV2: 'pointwise-linear',
  FusedBatchNormV3: 'pointwise-linear',
  AddN: 'elementwise',
  ConcatV2: 'elementwise',
  Elu: 'elementwise',
  LeakyRelu: 'elementwise',
  Maximum: 'elementwise',
  Minimum: 'elementwise',
  Prelu: 'elementwise',
  Relu: 'elementwise',
  Relu6: 'elementwise',
  Selu: 'elementwise',
  Softplus: 'elementwise',
  Tanh: 'elementwise',
  AvgPool: 'spatial',
  MaxPool: 'spatial',
  MirrorPad: 'spatial',
  Pad: 'spatial',
  PadV2: 'spatial',
  ResizeBilinear: 'spatial',
  ResizeNearestNeighbor: 'spatial',
  Cast: 'identity',
  ExpandDims: 'identity',
  Identity: 'identity',
  Reshape: 'identity',
  Squeeze: 'identity',
  StopGradient: 'other',
  LogSoftmax: 'log-softmax',
  Sigmoid: 'sigmoid',
  Softmax: 'softmax',
};
