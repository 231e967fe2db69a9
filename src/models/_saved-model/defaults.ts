/**
 * Attributes that a file leaves out because they have the value that TensorFlow registers, where TensorFlow.js has none
 * or another one. Source: `tensorflow/core/ops/nn_ops.cc`.
 */
export const defaults: ReadonlyMap<string, Readonly<Record<string, object>>> = new Map(
  Object.entries({
    'AvgPool MaxPool MaxPoolWithArgmax BiasAdd DepthToSpace': { data_format: { s: base64('NHWC') } },
    'Conv2D _FusedConv2D Conv2DBackpropInput DepthwiseConv2dNative FusedDepthwiseConv2dNative': {
      data_format: { s: base64('NHWC') },
      dilations: { list: { i: ['1', '1', '1', '1'] } },
    },
    'FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3': { data_format: { s: base64('NHWC') }, epsilon: { f: 0.0001 } },
    LeakyRelu: { alpha: { f: 0.2 } },
    LRN: { depth_radius: { i: '5' }, bias: { f: 1 }, alpha: { f: 1 }, beta: { f: 0.5 } },
  }).flatMap(([ops, attr]) => ops.split(' ').map((op): [string, Readonly<Record<string, object>>] => [op, attr])),
);

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
