import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import type { Core } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { channelsLast, isLive, plain, sizeOf } from '../value.ts';
import { spatialOf } from './_families.ts';
import { averageFeatures } from './_features.ts';
import { root } from './_gradients.ts';
import { alongRows } from './_rows.ts';
import { both, type Windows, windowsOf } from './_windows.ts';

const maxPool: Operator = call => {
  if (call.outputs > 1) return call.fail('asks for the positions of the maxima, which camdrift does not compute');
  const { core } = call;
  const { x, windows } = prepared(call);
  const full = surrounded(core, x, windows, Number.NEGATIVE_INFINITY);
  if (windows.dilations.some(step => step > 1)) return channelsLast(dilatedMaximum(core, full, windows));
  return channelsLast(core.maxPool(full as Tensor4D, two(windows.kernel), two(windows.strides), 'valid'));
};

/** Zeros are counted or not, so the mean of whole windows is corrected by how much of each window counts. */
export const averagePool: Operator = call => {
  const { core } = call;
  const { x, windows } = prepared(call);
  if (windows.dilations.some(step => step > 1)) return call.fail('averages over dilated windows');
  const full = surrounded(core, x, windows, 0);
  const mean = core.avgPool(full as Tensor4D, two(windows.kernel), two(windows.strides), 'valid');
  const shares = both(axis => counted(windows, x.shape[axis + 1]!, axis, call.attributes.int('count_include_pad', 0)));
  if (shares.flat().every(share => share === 1)) return channelsLast(mean);
  const [rows, columns] = shares;
  const factors = rows.flatMap(row => columns.map(column => 1 / (row * column)));
  return channelsLast(core.mul(mean, core.tensor(factors, [1, ...windows.grid, 1])));
};

function prepared(call: Call): { x: Tensor; windows: Windows } {
  const kernel = call.attributes.ints('kernel_shape') ?? call.fail('names no kernel_shape');
  const x = float(call.core, call.channelsLast(0));
  const [images, height, width, channels] = x.shape as [number, number, number, number];
  const windows = fitted(windowsOf(call, kernel, [height, width]), [height, width]);
  const outer = both(at => [height, width][at]! + windows.pads[at][0] + windows.pads[at][1] + windows.extra[at]);
  call.bounded([images, ...outer, channels]);
  call.worked(images * channels * sizeOf(windows.grid) * sizeOf(windows.kernel));
  return { x, windows };
}

/** A single window that reaches beyond its input counts what is there. */
function fitted(windows: Windows, size: readonly [number, number]): Windows {
  const { kernel, grid, pads, extra, dilations } = windows;
  const padded = both(at => size[at] + pads[at][0] + pads[at][1]);
  const isWide = both(at => grid[at] === 1 && dilations[at] === 1 && kernel[at] > padded[at]);
  return {
    ...windows,
    kernel: both(at => (isWide[at] ? padded[at] : kernel[at])),
    extra: both(at => (isWide[at] ? 0 : extra[at])),
  };
}

const float = (core: Core, x: Tensor): Tensor => (x.dtype === 'float32' ? x : core.cast(x, 'float32'));

function surrounded(core: Core, x: Tensor, { pads, extra }: Windows, value: number): Tensor {
  const around = both(at => [pads[at][0], pads[at][1] + extra[at]] as [number, number]);
  if (around.flat().every(size => size === 0)) return x;
  return core.pad(x, [[0, 0], around[0], around[1], [0, 0]], value);
}

/** Per output row (or column), the share of its window that counts. */
function counted({ kernel, strides, pads, grid }: Windows, size: number, axis: 0 | 1, includePad: number): number[] {
  const [before, after] = includePad ? pads[axis] : [0, 0];
  return Array.from({ length: grid[axis] }, (_, step) => {
    const start = step * strides[axis] - pads[axis][0];
    const end = Math.min(start + kernel[axis], size + after);
    return (end - Math.max(start, -before)) / kernel[axis];
  });
}

/** TensorFlow.js dilates no pooling with strides: the maximum of the window's cells, each a thinned copy of the input. */
function dilatedMaximum(core: Core, x: Tensor, { kernel, dilations, strides, grid }: Windows): Tensor {
  const cells = Array.from({ length: kernel[0] * kernel[1] }, (_, at) => [
    Math.floor(at / kernel[1]) * dilations[0],
    (at % kernel[1]) * dilations[1],
  ]);
  const copies = cells.map(([top, left]) =>
    thinned(core, thinned(core, x, 1, top!, strides[0], grid[0]), 2, left!, strides[1], grid[1]),
  );
  return copies.reduce((most, copy) => core.maximum(most, copy));
}

/** Every `step`-th entry of an axis, made of operations that have gradients. */
export function thinned(core: Core, x: Tensor, axis: number, start: number, step: number, count: number): Tensor {
  const begin = x.shape.map((_, at) => (at === axis ? start : 0));
  const length = (count - 1) * step + 1;
  const cut = core.slice(
    x,
    begin,
    x.shape.map((size, at) => (at === axis ? length : size)),
  );
  if (step === 1 || count === 1) return cut;
  const filled = core.pad(
    cut,
    x.shape.map((_, at) => [0, at === axis ? step - 1 : 0] as [number, number]),
  );
  const [outer, inner] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
  const rest = inner.reduce((product, size) => product * size, 1);
  const apart = core.reshape(filled, [outer.reduce((product, size) => product * size, 1) * count, step, rest]);
  return core.reshape(core.slice(apart, [0, 0, 0], [-1, 1, -1]), [...outer, count, ...inner]);
}

const two = ([rows, columns]: readonly [number, number]): [number, number] => [rows, columns];

/** The whole grid, however many dimensions it has. */
const globally =
  (reduce: (core: Core, x: Tensor, axes: number[]) => Tensor): Operator =>
  call => {
    const value = call.input(0);
    if (isLive(value) && value.layout === 'channels-last') return channelsLast(reduce(call.core, value.tensor, [1, 2]));
    const x = call.plain(0);
    if (x.rank === 4) return channelsLast(reduce(call.core, call.channelsLast(0), [1, 2]));
    return plain(
      reduce(
        call.core,
        x,
        Array.from({ length: x.rank - 2 }, (_, at) => at + 2),
      ),
    );
  };

/** A tie goes to the first, as in every other framework; a reduction would give each the whole gradient. */
function maximum(core: Core, x: Tensor, axes: number[]): Tensor {
  if (x.rank !== 4) return core.max(x, axes, true);
  return core.maxPool(x as Tensor4D, [x.shape[1]!, x.shape[2]!], 1, 'valid');
}

/** The p-th root of the sum of p-th powers: a mean of whole windows, padded with zeros, times their size. */
const lengthPool: Operator = call => {
  const { core } = call;
  const { x, windows } = prepared(call);
  const p = call.attributes.int('p', 2);
  if (windows.dilations.some(step => step > 1)) return call.fail('sums over dilated windows');
  const full = surrounded(core, powers(core, x, p), windows, 0);
  const mean = core.avgPool(full as Tensor4D, two(windows.kernel), two(windows.strides), 'valid');
  return channelsLast(root(core, core.mul(mean, windows.kernel[0] * windows.kernel[1]), p));
};

const powers = (core: Core, x: Tensor, p: number): Tensor =>
  p === 1 ? core.abs(x) : p === 2 ? core.square(x) : core.pow(core.abs(x), p);

export const meanOfGrid: Operator = globally((core, x, axes) => core.mean(x, axes, true));

const lengthOfGrid: Operator = call => {
  const p = call.attributes.int('p', 2);
  return globally((core, x, axes) => root(core, core.sum(powers(core, x, p), axes, true), p))(call);
};

export const pooling = {
  MaxPool: spatialOf(alongRows(maxPool), { scale: 'moved' }),
  AveragePool: spatialOf(alongRows(averagePool), { features: averageFeatures }),
  GlobalAveragePool: spatialOf(meanOfGrid, { features: 'global-average' }),
  GlobalMaxPool: spatialOf(globally(maximum), { scale: 'moved' }),
  LpPool: spatialOf(alongRows(lengthPool)),
  GlobalLpPool: spatialOf(lengthOfGrid),
} satisfies Readonly<Record<string, Operation>>;
