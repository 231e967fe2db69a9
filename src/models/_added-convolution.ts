import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import type { AddedLayer, Config, Shape, Weights } from './_added-layer.ts';

export const convolutions: readonly AddedLayer[] = [
  {
    // In groups of channels (ConvNeXt, ResNeXt); with one channel per group it is a depthwise one.
    className: 'KerasGroupedConv2D',
    kind: 'convolution',
    weights: (config, input) => {
      const { filters, groups, kernel } = optionsOf(config);
      return { kernel: [...kernel, Number(input.at(-1)) / groups, filters], bias: [filters] };
    },
    shape: outputShape,
    call: (tf, [x], config, weights) =>
      finished(tf, convolve(tf.core, x!, weights('kernel')!, config), config, weights),
  },
  {
    // TensorFlow.js has it, and asks the depthwise kernel's initialiser for the pointwise kernel.
    className: 'KerasSeparableConv2D',
    kind: 'convolution',
    weights: (config, input) => {
      const { filters, kernel, multiplier } = optionsOf(config);
      const channels = Number(input.at(-1));
      return {
        depthwise: [...kernel, channels, multiplier],
        pointwise: [1, 1, channels * multiplier, filters],
        bias: [filters],
      };
    },
    shape: outputShape,
    call(tf, [x], config, weights) {
      const { strides, padding, dilations } = optionsOf(config);
      const [depthwise, pointwise] = [weights('depthwise') as never, weights('pointwise') as never];
      const made = tf.core.separableConv2d(x as never, depthwise, pointwise, strides, padding, dilations);
      return finished(tf, made, config, weights);
    },
  },
];

/** With bias and activation. */
function finished(tf: TensorFlow, made: Tensor, config: Config, weights: Weights): Tensor {
  const bias = weights('bias');
  const { activation } = tf.layers.layers.activation({ activation: config.activation as 'linear' }) as unknown as {
    activation: { apply(x: Tensor): Tensor };
  };
  return activation.apply(bias ? tf.core.add(made, bias) : made);
}

function convolve(core: TensorFlow['core'], x: Tensor, kernel: Tensor, config: Config): Tensor {
  const { groups, padding, strides, dilations } = optionsOf(config);
  const [height, width, channels, filters] = kernel.shape as [number, number, number, number];
  if (channels === 1) {
    const depthwise = core.reshape(kernel, [height, width, groups, filters / groups]) as never;
    return core.depthwiseConv2d(x as never, depthwise, strides, padding, 'NHWC', dilations);
  }
  const inputs = core.split(x, groups, 3);
  const kernels = core.split(kernel, groups, 3);
  const each = inputs.map((part, group) =>
    core.conv2d(part as never, kernels[group] as never, strides, padding, 'NHWC', dilations),
  );
  return core.concat(each, 3);
}

type Pair = [number, number];

function optionsOf(config: Config) {
  const pair = (value: unknown): Pair =>
    Array.isArray(value) ? (value.map(Number) as Pair) : [Number(value), Number(value)];
  return {
    filters: Number(config.filters),
    groups: Number(config.groups ?? 1),
    multiplier: Number(config.depth_multiplier ?? 1),
    kernel: pair(config.kernel_size),
    strides: pair(config.strides ?? 1),
    dilations: pair(config.dilation_rate ?? 1),
    padding: config.padding === 'same' ? ('same' as const) : ('valid' as const),
  };
}

function outputShape([input]: readonly Shape[], config: Config): Shape {
  const { filters, kernel, strides, dilations } = optionsOf(config);
  const sides = [0, 1].map(axis =>
    outputSize(input![axis + 1], kernel[axis]!, strides[axis]!, dilations[axis]!, config),
  );
  return [input![0] ?? null, ...sides, filters];
}

function outputSize(
  size: Shape[number] | undefined,
  kernel: number,
  stride: number,
  dilation: number,
  { padding }: Config,
): number | null {
  if (typeof size !== 'number') return null;
  return Math.ceil((padding === 'same' ? size : size - (kernel - 1) * dilation) / stride);
}
