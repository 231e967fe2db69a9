/**
 * Operations that are run: arithmetic on tensors whose TensorFlow.js version gives a result of a shape known beforehand.
 * Everything else is refused by name, above all what reads files, calls out, keeps state or decides at run time.
 */
export const operations: ReadonlySet<string> = new Set(
  [
    'Const Placeholder Shape ShapeN Size Rank',
    'Add AddV2 AddN BiasAdd Sub RealDiv Div DivNoNan FloorDiv Mul Maximum Minimum Pow SquaredDifference Mod FloorMod',
    'Abs Acos Acosh Asin Asinh Atan Atan2 Atanh Ceil ClipByValue Cos Cosh Elu Erf Exp Expm1 Floor LeakyRelu Log Log1p Neg',
    'Prelu Reciprocal Relu Relu6 Round Rsqrt Selu Sigmoid Sign Sin Sinh Softplus Sqrt Square Tan Tanh IsFinite IsInf IsNan',
    'AvgPool MaxPool MaxPoolWithArgmax Conv2D _FusedConv2D Conv2DBackpropInput DepthwiseConv2dNative Dilation2D',
    'FusedDepthwiseConv2dNative ResizeBilinear ResizeNearestNeighbor CropAndResize ImageProjectiveTransformV3',
    'Equal NotEqual Greater GreaterEqual Less LessEqual LogicalAnd LogicalNot LogicalOr Select SelectV2',
    '_FusedMatMul MatMul BatchMatMul BatchMatMulV2 Transpose Einsum',
    'EuclideanNorm FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 LRN Softmax LogSoftmax',
    'All Any ArgMax ArgMin Cumsum Max Mean Min Prod Sum TopKV2',
    'Concat ConcatV2 Gather GatherNd GatherV2 Pack Reverse ReverseV2 Slice Split SplitV StridedSlice Tile Unpack',
    'BatchToSpaceND BroadcastTo Cast DepthToSpace ExpandDims Fill MirrorPad OneHot OnesLike Pad PadV2 Range Reshape',
    'SpaceToBatchND Squeeze ZerosLike',
  ].flatMap(line => line.split(' ')),
);

/** Operations whose value is their input, in inference. */
export const passThrough: ReadonlySet<string> = new Set([
  'CheckNumerics',
  'EnsureShape',
  'Identity',
  'IdentityN',
  'PlaceholderWithDefault',
  'PreventGradient',
  'Snapshot',
  'StopGradient',
]);

/** Operations that run a function; the second is what TensorFlow 1 and Grappler leave. */
export const calls: ReadonlySet<string> = new Set(['PartitionedCall', 'StatefulPartitionedCall']);

/** Branches; taken when the condition is constant. */
export const branches: ReadonlySet<string> = new Set(['If', 'StatelessIf']);

/** Which output a name means, of operations that have several; a list of outputs counts by itself. */
export function outputIndex(op: string, name: string, index: number): number {
  const at = severalOutputs.get(op)?.indexOf(name) ?? -1;
  return at < 0 ? index : at;
}

const normalisation = ['y', 'batch_mean', 'batch_variance', 'reserve_space_1', 'reserve_space_2', 'reserve_space_3'];

const severalOutputs: ReadonlyMap<string, readonly string[]> = new Map([
  ['FusedBatchNorm', normalisation],
  ['FusedBatchNormV2', normalisation],
  ['FusedBatchNormV3', normalisation],
  ['MaxPoolWithArgmax', ['output', 'argmax']],
  ['TopKV2', ['values', 'indices']],
]);
