import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import type { KernelFact, Operation } from '../operation.ts';
import { channelsLast, sizeOf } from '../value.ts';
import { convolve, dilated } from './_convolve.ts';
import { spatialOf } from './_families.ts';
import { convolutionFeatures } from './_features.ts';
import { inPlanes } from './_planes.ts';
import { alongRows } from './_rows.ts';
import { both, type Pair, pair, type Windows, windowsOf } from './_windows.ts';

/** A kernel with rows and columns, whether the file has it so or not. */
const kernelShape = (call: Call): readonly number[] => {
  const shape = call.shape(1);
  return shape.length === 3 ? shape.toSpliced(2, 0, 1) : shape;
};
const square = ({ core }: Call, kernel: Tensor): Tensor => (kernel.rank === 3 ? core.expandDims(kernel, 2) : kernel);

/** Kernels come as to x from / groups x rows x columns. No groups at all are as many as the kernel needs, which importers ask for. */
const convOfImage: Operator = call => {
  const [to, , ...kernel] = kernelShape(call);
  const x = call.channelsLast(0);
  const [images, height, width, from] = x.shape as [number, number, number, number];
  const windows = windowsOf(call, kernel, [height, width]);
  const groups = call.attributes.int('group', 1) || from / call.shape(1)[1]!;
  requireKernel(call, from, groups);
  call.bounded([images, ...windows.grid, to!]);
  call.bounded([images, ...both(at => [height, width][at]! + windows.pads[at][0] + windows.pads[at][1]), from]);
  boundedKernel(call, kernel, windows.dilations);
  call.worked(images * windows.grid[0] * windows.grid[1] * sizeOf(call.shape(1)));
  if (groups !== 1 && groups !== from) call.worked(images * groups * eachGroup);
  const outlined = call.outlined(1, [images, ...windows.grid, to!]);
  if (outlined) return channelsLast(outlined);
  const bias = call.has(2) ? call.plain(2) : undefined;
  if (groups === 1) return channelsLast(convolve(call.core, x, kernelOf(call), bias, windows, false));
  if (groups === from) return channelsLast(convolve(call.core, x, channelKernels(call, from), bias, windows, true));
  return channelsLast(grouped(call, x, bias, windows, groups));
};

/** Products that take as long as beginning with a group does. */
const eachGroup = 2 ** 19;

/** A dilated kernel is laid out with the zeros between its cells. */
function boundedKernel(call: Call, kernel: readonly number[], dilations: Pair): void {
  const wide = both(at => kernel[at]! * dilations[at]);
  if (dilations.some(step => step > 1)) call.bounded([...wide, ...call.shape(1).slice(0, 2)]);
}

function requireKernel(call: Call, from: number, groups: number): void {
  const [to, perGroup] = call.shape(1) as [number, number];
  if (groups >= 1 && perGroup * groups === from && to % groups === 0) return;
  call.fail(
    `has a kernel of shape ${call.shape(1).join(' x ')} in ${groups} groups, which does not fit ${from} channels`,
  );
}

const kernelOf = (call: Call): Tensor =>
  call.formed(1, 'hwio', kernel => call.core.transpose(square(call, kernel), [2, 3, 1, 0]));

export const conv = inPlanes(alongRows(convOfImage));

/** One input channel per group: rows x columns x channel x multiplier. */
function channelKernels(call: Call, channels: number): Tensor {
  const { core } = call;
  return call.formed(1, 'depthwise', kernel => {
    const full = square(call, kernel);
    const [to, , height, width] = full.shape as [number, number, number, number];
    return core.reshape(core.transpose(full, [2, 3, 1, 0]), [height, width, channels, to / channels]);
  });
}

function grouped(call: Call, x: Tensor, bias: Tensor | undefined, windows: Windows, groups: number): Tensor {
  const { core } = call;
  const kernels = core.split(kernelOf(call), groups, 3);
  const parts = core
    .split(x, groups, 3)
    .map((part, at) => convolve(core, part, kernels[at]!, undefined, windows, false));
  const joined = core.concat(parts, 3);
  return bias ? core.add(joined, bias) : joined;
}

/** Kernels come as from x to / groups x rows x columns; padding takes away from the full output. */
const convTranspose: Operator = call => {
  const { core, attributes } = call;
  const [from, perGroup, ...kernel] = kernelShape(call) as [number, number, number, number];
  const x = call.channelsLast(0);
  const [images, height, width] = x.shape as [number, number, number, number];
  const groups = attributes.int('group', 1);
  const spatial = (name: string, fallback: number) => attributes.ints(name) ?? [fallback, fallback];
  const [strides, dilations] = [pair(call, spatial('strides', 1)), pair(call, spatial('dilations', 1))];
  const more = spatial('output_padding', 0) as [number, number];
  const size = [height, width] as const;
  const reach = both(at => (pair(call, kernel)[at] - 1) * dilations[at] + 1);
  const full = both(at => (size[at] - 1) * strides[at] + reach[at]);
  if (!(groups >= 1) || from % groups !== 0)
    return call.fail(`has ${from} channels, which do not divide into ${groups} groups`);
  const { begin, grid } = cropOf(call, full, more, size, strides);
  call.bounded([images, ...full, perGroup * groups]);
  boundedKernel(call, kernel, dilations);
  call.worked(images * (height * width * sizeOf(call.shape(1)) + groups * eachGroup));
  const one = (part: Tensor, filter: Tensor) => {
    const turned = core.transpose(filter, [2, 3, 1, 0]);
    const spreadKernel = dilations.some(step => step > 1) ? dilated(core, turned, dilations) : turned;
    return core.conv2dTranspose(
      part as Tensor4D,
      spreadKernel as Tensor4D,
      [images, ...full, perGroup],
      [...strides] as [number, number],
      'valid',
    );
  };
  const divided = (tensor: Tensor, axis: number) => (groups === 1 ? [tensor] : core.split(tensor, groups, axis));
  const kernels = divided(square(call, call.plain(1)), 0);
  const parts = divided(x, 3).map((part, at) => one(part, kernels[at]!));
  const whole = parts.length === 1 ? parts[0]! : core.concat(parts, 3);
  const beyond = both(at => Math.max(0, begin[at] + grid[at] - full[at]));
  const wider = beyond.some(Boolean) ? core.pad(whole, [[0, 0], [0, beyond[0]], [0, beyond[1]], [0, 0]]) : whole; // biome-ignore format: one pair per axis
  const answer = core.slice(wider, [0, ...begin, 0], [-1, ...grid, -1]);
  return channelsLast(call.has(2) ? core.add(answer, call.plain(2)) : answer);
};

function cropOf(
  call: Call,
  full: readonly [number, number],
  more: readonly [number, number],
  size: readonly [number, number],
  strides: readonly [number, number],
) {
  const { attributes } = call;
  const mode = attributes.string('auto_pad', 'NOTSET');
  const wanted =
    attributes.ints('output_shape')?.slice(-2) ??
    (mode.startsWith('SAME') ? size.map((length, at) => length * strides[at as 0 | 1]) : undefined);
  if (wanted) {
    const total = both(at => Math.max(0, full[at] + more[at] - wanted[at]!));
    const begin = both(at => (mode === 'SAME_LOWER' ? Math.ceil(total[at] / 2) : Math.floor(total[at] / 2)));
    return { begin, grid: both(at => wanted[at]!) };
  }
  const pads = attributes.ints('pads') ?? [0, 0, 0, 0];
  return { begin: both(at => pads[at]!), grid: both(at => full[at] + more[at] - pads[at]! - pads[at + 2]!) };
}

/** Kernels come as to x from x rows x columns. */
export const kernelOrder: KernelFact['order'] = ({ length }) => [...axes(length).slice(2), 1, 0];

const axes = (rank: number): number[] => Array.from({ length: rank }, (_, axis) => axis);

export const convolutions = {
  Conv: spatialOf(conv, { features: convolutionFeatures, kernel: { input: 1, order: kernelOrder } }),
  ConvTranspose: spatialOf(alongRows(convTranspose), {
    features: 'convolution',
    kernel: { input: 1, order: ({ length }) => [...axes(length).slice(2), 0, 1] },
  }),
} satisfies Readonly<Record<string, Operation>>;
