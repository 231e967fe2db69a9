import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Core } from '../layout.ts';
import { withGradient } from './_gradients.ts';
import { both, type Pair, type Windows } from './_windows.ts';

export type Explicit = [[0, 0], [number, number], [number, number], [0, 0]];
type Pad = 'valid' | 'same';

/** A convolution of one group, or of one input channel per group; x N x H x W x C, bias fused where there is one. */
export function convolve(
  core: Core,
  x: Tensor,
  kernel: Tensor,
  bias: Tensor | undefined,
  windows: Windows,
  depthwise: boolean,
): Tensor {
  const { image, pad } = withPadding(core, x as Tensor4D, windows);
  const strides = [...windows.strides] as [number, number];
  const operation = depthwise ? core.fused.depthwiseConv2d : core.fused.conv2d;
  const run = (input: Tensor, filter: Tensor, dilations: Pair, added: Tensor | undefined) =>
    operation({
      x: input as Tensor4D,
      filter: filter as Tensor4D,
      strides,
      pad,
      dilations: [...dilations] as [number, number],
      ...(added && { bias: added }),
    });
  if (windows.dilations.every(step => step === 1)) return run(image, kernel, [1, 1], bias);
  if (strides.some(step => step > 1)) return run(image, dilated(core, kernel, windows.dilations), [1, 1], bias);
  const convolved = withGradient(
    core,
    image,
    input => run(input, kernel, windows.dilations, undefined),
    dy => backwards(core, dy, dilated(core, kernel, windows.dilations), image.shape, strides, pad, depthwise),
  );
  return bias ? core.add(convolved, bias) : convolved;
}

/** How much of each output's gradient an input gets. */
function backwards(
  core: Core,
  dy: Tensor,
  kernel: Tensor,
  shape: readonly number[],
  strides: [number, number],
  pad: Pad,
  depthwise: boolean,
): Tensor {
  const inputShape = [...shape] as [number, number, number, number];
  if (!depthwise) return core.conv2dTranspose(dy as Tensor4D, kernel as Tensor4D, inputShape, strides, pad);
  const attributes = { strides, pad, dilations: [1, 1], inputShape };
  return core.engine().runKernel('DepthwiseConv2dNativeBackpropInput', { dy, filter: kernel }, attributes);
}

/** TensorFlow's own kinds of padding run on every engine and need no copy; others are made of zeros. */
function withPadding(core: Core, x: Tensor4D, windows: Windows): { image: Tensor; pad: Pad } {
  const { pads } = windows;
  if (pads.flat().every(size => size === 0)) return { image: x, pad: 'valid' };
  if (isSame(x, windows)) return { image: x, pad: 'same' };
  const around: Explicit = [[0, 0], [...pads[0]] as [number, number], [...pads[1]] as [number, number], [0, 0]];
  return { image: cropped(core, core.pad(x, around.map(positive) as Explicit), around), pad: 'valid' };
}

const positive = ([before, after]: readonly [number, number]) => [Math.max(0, before), Math.max(0, after)];

/** Negative padding takes rows and columns away. */
function cropped(core: Core, x: Tensor, pads: Explicit): Tensor {
  const size = (at: 1 | 2) => x.shape[at]! + Math.min(0, pads[at][0]) + Math.min(0, pads[at][1]);
  if (pads.flat().every(pad => pad >= 0)) return x;
  const begin = [0, Math.max(0, -pads[1][0]), Math.max(0, -pads[2][0]), 0];
  return core.slice(x, begin, [-1, size(1), size(2), -1]);
}

function isSame(x: Tensor4D, { kernel, strides, dilations, pads, grid }: Windows): boolean {
  return both(at => {
    const size = x.shape[(at + 1) as 1 | 2];
    const total = Math.max(0, (grid[at] - 1) * strides[at] + (kernel[at] - 1) * dilations[at] + 1 - size);
    const before = Math.floor(total / 2);
    return grid[at] === Math.ceil(size / strides[at]) && pads[at][0] === before && pads[at][1] === total - before;
  }).every(Boolean);
}

/** The kernel with zeros between its cells: the same convolution, without dilation, which alone has a gradient. */
export function dilated(core: Core, kernel: Tensor, dilations: Pair): Tensor {
  const [height, width, from, to] = kernel.shape as [number, number, number, number];
  const rows = spread(core, core.reshape(kernel, [height, width * from * to]), dilations[0]);
  const tall = rows.shape[0]!;
  const turned = core.transpose(core.reshape(rows, [tall, width, from * to]), [1, 0, 2]);
  const columns = spread(core, core.reshape(turned, [width, tall * from * to]), dilations[1]);
  const wide = columns.shape[0]!;
  return core.reshape(core.transpose(core.reshape(columns, [wide, tall, from * to]), [1, 0, 2]), [
    tall,
    wide,
    from,
    to,
  ]);
}

/** Rows with `step - 1` rows of zeros between them. */
function spread(core: Core, rows: Tensor, step: number): Tensor {
  const [count, length] = rows.shape as [number, number];
  const apart = core.pad(core.reshape(rows, [count, 1, length]), [
    [0, 0],
    [0, step - 1],
    [0, 0],
  ]);
  return core.slice(core.reshape(apart, [count * step, length]), [0, 0], [(count - 1) * step + 1, length]);
}
