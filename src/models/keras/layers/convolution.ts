import { convolution, type Sliding, transposedConvolution } from '../../lowering/pictures.ts';
import { rearranged } from '../../lowering/rearranged.ts';
import { activated } from '../activations.ts';
import type { LayerCall, LayerClass } from '../layer.ts';
import { withBias } from '../roles.ts';

/** Kernels of Keras are rows x columns x from / groups x to. */
const conv2d: LayerClass = {
  weights: withBias('kernel'),
  lower(call) {
    const kernel = call.weight('kernel', [...call.pair('kernel_size'), null, call.number('filters')], [3, 2, 0, 1]);
    const how = { ...sliding(call), groups: call.number('groups', 1) };
    return activated(call, convolution(call.builder, call.x, kernel, bias(call, call.number('filters')), how));
  },
};

const depthwise: LayerClass = {
  weights: withBias('depthwise_kernel'),
  lower: call => activated(call, channelwise(call, 'bias')),
};

/** Each channel by itself, then 1 x 1. */
const separable: LayerClass = {
  weights: withBias('depthwise_kernel', 'pointwise_kernel'),
  lower(call) {
    const pointwise = call.weight('pointwise_kernel', [1, 1, null, call.number('filters')], [3, 2, 0, 1]);
    const how: Sliding & { groups: number } = { channels: call.channels, strides: [1, 1], padding: 'valid', groups: 1 };
    const parted = channelwise(call);
    return activated(call, convolution(call.builder, parted, pointwise, bias(call, call.number('filters')), how));
  },
};

/** Kernels come as rows x columns x channels x multiplier; each channel is a group. */
function channelwise(call: LayerCall, biasRole?: 'bias') {
  const multiplier = call.number('depth_multiplier', 1);
  const [height, width] = call.pair('kernel_size');
  const channels = call.shapeOf('depthwise_kernel')[2] ?? 0;
  const kernel = call.derived(
    'depthwise_kernel',
    [height, width, null, multiplier],
    [channels * multiplier, 1, height, width],
    data => rearranged(data, [height, width, channels * multiplier], [2, 0, 1]),
  );
  const how = { ...sliding(call), groups: channels };
  return convolution(call.builder, call.x, kernel, biasRole && bias(call, channels * multiplier), how);
}

/** Kernels come as rows x columns x to x from. */
const transposed: LayerClass = {
  weights: withBias('kernel'),
  lower(call) {
    const [filters, size] = [call.number('filters'), call.pair('kernel_size')];
    if (call.config.output_padding !== null && call.config.output_padding !== undefined)
      call.refuse('names an output_padding, which camdrift does not read');
    const kernel = call.weight('kernel', [...size, filters, null], [3, 2, 0, 1]);
    const how = sliding(call);
    const gap = ([0, 1] as const).map(at => (how.padding === 'valid' ? Math.max(0, how.strides[at] - size[at]) : 0));
    const more = { more: [gap[0]!, gap[1]!] as const };
    return activated(
      call,
      transposedConvolution(call.builder, call.x, kernel, bias(call, filters), { ...how, ...more }),
    );
  },
};

const bias = (call: LayerCall, size: number) =>
  call.config.use_bias === false ? undefined : call.weight('bias', [size]);

function sliding(call: LayerCall): Sliding {
  const padding = call.config.padding ?? 'valid';
  if (padding !== 'same' && padding !== 'valid') return call.refuse(`has the padding ${JSON.stringify(padding)}`);
  return {
    channels: call.channels,
    strides: call.pair('strides', 1),
    dilations: call.pair('dilation_rate', 1),
    padding,
  };
}

export const convolutions: Readonly<Record<string, LayerClass>> = {
  Conv2D: conv2d,
  Convolution2D: conv2d,
  Conv2DTranspose: transposed,
  DepthwiseConv2D: depthwise,
  SeparableConv2D: separable,
};
