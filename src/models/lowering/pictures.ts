import type { Attribute } from './attribute.ts';
import type { Builder, Operand, Value } from './builder.ts';

/** Steps on pictures, as Keras and TensorFlow define them, whether their channels come last or first. */
export type Channels = 'last' | 'first';

export type Pair = readonly [number, number];

/** How a window slides over rows and columns. Explicit padding is top, left, bottom, right. */
export interface Sliding {
  readonly channels: Channels;
  readonly strides: Pair;
  readonly dilations?: Pair;
  readonly padding: 'same' | 'valid' | readonly [number, number, number, number];
}

type Attributes = Record<string, Attribute>;

/** A step that counts axes N, C, H, W. */
export function pictureStep(
  b: Builder,
  channels: Channels,
  operation: string,
  inputs: readonly Operand[],
  attributes: Attributes = {},
): Value {
  if (channels === 'first') return b.plainStep(operation, inputs, attributes, 4);
  return b.turnedStep(operation, inputs, attributes);
}

const slidingOf = ({ strides, dilations = [1, 1], padding }: Sliding): Attributes => ({
  strides,
  dilations,
  ...(typeof padding === 'string' ? { auto_pad: padding === 'same' ? 'SAME_UPPER' : 'VALID' } : { pads: padding }),
});

/** @param kernel to x from / groups x rows x columns; without groups, as many as it needs */
export function convolution(
  b: Builder,
  x: Operand,
  kernel: Operand,
  bias: Operand,
  how: Sliding & { readonly groups: number },
): Value {
  const inputs = bias === undefined ? [x, kernel] : [x, kernel, bias];
  return pictureStep(b, how.channels, 'Conv', inputs, { ...slidingOf(how), group: how.groups });
}

/** @param kernel from x to x rows x columns */
export function transposedConvolution(
  b: Builder,
  x: Operand,
  kernel: Operand,
  bias: Operand,
  how: Sliding & { readonly more: Pair },
): Value {
  const inputs = bias === undefined ? [x, kernel] : [x, kernel, bias];
  return pictureStep(b, how.channels, 'ConvTranspose', inputs, { ...slidingOf(how), output_padding: how.more });
}

export function pooled(b: Builder, x: Operand, kind: 'max' | 'average', window: Pair, how: Sliding): Value {
  const { dilations: _, ...sliding } = slidingOf(how);
  const operation = kind === 'max' ? 'MaxPool' : 'AveragePool';
  return pictureStep(b, how.channels, operation, [x], { ...sliding, kernel_shape: window });
}

/** Over the whole grid: images x 1 x 1 x channels, or images x channels. */
export function pooledGlobally(
  b: Builder,
  x: Value,
  kind: 'max' | 'average',
  channels: Channels,
  keep: boolean,
): Value {
  const operation = kind === 'max' ? 'GlobalMaxPool' : 'GlobalAveragePool';
  const pool = pictureStep(b, channels, operation, [x]);
  if (keep) return pool;
  const cell = channels === 'first' ? b.plain(pool) : b.turned(pool);
  return b.plainStep('Flatten', [cell], { axis: 1 }, 2);
}

/** Rows and columns before and after. */
export function padded(
  b: Builder,
  x: Value,
  [[top, bottom], [left, right]]: readonly [Pair, Pair],
  channels: Channels,
): Value {
  return pictureStep(b, channels, 'Pad', [x, b.integers([0, 0, top, left, 0, 0, bottom, right])]);
}

export function cropped(
  b: Builder,
  x: Value,
  [[top, bottom], [left, right]]: readonly [Pair, Pair],
  channels: Channels,
): Value {
  const whole = 2 ** 31 - 1;
  const ends = [bottom, right].map(size => (size > 0 ? -size : whole));
  return pictureStep(b, channels, 'Slice', [x, b.integers([top, left]), b.integers(ends), b.integers([2, 3])]);
}

/** How pixels of the larger and the smaller picture lie on each other. */
export type Alignment = 'half_pixel' | 'align_corners' | 'asymmetric';

export interface Resizing {
  readonly interpolation: 'bilinear' | 'nearest';
  readonly alignment: Alignment;
  readonly channels: Channels;
}

/** To a size, or by factors. */
export function resized(b: Builder, x: Value, to: { size: Pair | Value } | { factors: Pair }, how: Resizing): Value {
  const attributes = {
    mode: how.interpolation === 'bilinear' ? 'linear' : 'nearest',
    coordinate_transformation_mode: how.alignment,
    nearest_mode: how.alignment === 'asymmetric' ? 'floor' : 'round_prefer_ceil',
    axes: [2, 3],
  };
  const size = 'size' in to && (Array.isArray(to.size) ? b.integers(to.size) : b.plain(to.size as Value));
  const sizes = size
    ? [x, undefined, undefined, size]
    : [x, undefined, b.floats('factors' in to ? to.factors : [1, 1])];
  return pictureStep(b, how.channels, 'Resize', sizes, attributes);
}

/** Per channel, with the statistics of the training. */
export function batchNormalized(
  b: Builder,
  x: Operand,
  [scale, shift, mean, variance]: readonly [Operand, Operand, Operand, Operand],
  epsilon: number,
  channels: Channels,
): Value {
  return pictureStep(b, channels, 'BatchNormalization', [x, scale, shift, mean, variance], {
    epsilon: { float: epsilon },
  });
}
