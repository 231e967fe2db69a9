import type { KernelConfig, NumericDataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type ConvInfo = ReturnType<Core['backend_util']['computeConv2DInfo']>;
type Size4 = [number, number, number, number];

/** What of the WASM backend the kernels below use: typed-array access to its heap. */
interface WasmBackend {
  makeOutput(shape: number[], dtype: NumericDataType): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}
interface ConvGradAttrs {
  strides: number | [number, number];
  pad: Parameters<Core['backend_util']['computeConv2DInfo']>[4];
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dilations?: number | [number, number];
  inputShape: Size4;
  filterShape: Size4;
  filterSize: number | [number, number];
}

/**
 * Gradient kernels that tfjs-backend-wasm 4.22 lacks or gets wrong, as plain loops over its heap.
 *
 * - `MaxPoolGrad`: as shipped, the running maximum starts at the smallest positive float, so that windows whose maximum
 *   is <= 0 (normal after ReLU) lose their gradient without a word. Ties go to the first maximum, as in TensorFlow.
 * - `AvgPoolGrad`: as shipped, a window at the edge is divided by its full size, although its mean was taken over the cells
 *   inside the image only; with same padding gradients at the edge are too small, down to 1/9.
 * - `DepthwiseConv2dNativeBackpropInput`: missing, so MobileNet and other separable networks have no gradient.
 * - `Conv2DBackpropFilter`, `DepthwiseConv2dNativeBackpropFilter`: missing. camdrift never asks for a filter gradient,
 *   but the fused convolution computes both derivatives eagerly.
 */
export function repairKernels(core: Core): void {
  const { computeConv2DInfo, computePool2DInfo } = core.backend_util;
  const depthwise = (a: ConvGradAttrs, inputShape: Size4, filterShape: Size4) =>
    computeConv2DInfo(inputShape, filterShape, a.strides, a.dilations ?? 1, a.pad, a.dimRoundingMode, true);

  const pool = (a: ConvGradAttrs, input: TensorInfo) =>
    computePool2DInfo(input.shape as Size4, a.filterSize, a.strides, 1, a.pad, a.dimRoundingMode);

  replace(core, 'AvgPoolGrad', ({ dy, input }, attrs, backend) => {
    const info = pool(attrs, input!);
    return fill(backend, info.inShape, dx => averagePoolGradient(read(backend, dy!), info, dx));
  });
  replace(core, 'MaxPoolGrad', ({ dy, input }, attrs, backend) => {
    const info = pool(attrs, input!);
    return fill(backend, info.inShape, out => maxPoolGradient(read(backend, input!), read(backend, dy!), info, out));
  });
  replace(core, 'DepthwiseConv2dNativeBackpropInput', ({ dy, filter }, attrs, backend) => {
    const info = depthwise(attrs, attrs.inputShape, filter!.shape as Size4);
    return fill(backend, info.inShape, dx => {
      const [w, g] = [read(backend, filter!), read(backend, dy!)];
      eachDepthwiseTap(info, (x, f, y) => {
        dx[x]! += w[f]! * g[y]!;
      });
    });
  });
  replace(core, 'DepthwiseConv2dNativeBackpropFilter', ({ x: input, dy }, attrs, backend) => {
    const info = depthwise(attrs, input!.shape as Size4, attrs.filterShape);
    return fill(backend, attrs.filterShape, dw => {
      const [a, g] = [read(backend, input!), read(backend, dy!)];
      eachDepthwiseTap(info, (x, f, y) => {
        dw[f]! += a[x]! * g[y]!;
      });
    });
  });
  replace(core, 'Conv2DBackpropFilter', ({ x: input, dy }, attrs, backend) => {
    const info = computeConv2DInfo(
      input!.shape as Size4,
      attrs.filterShape,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
    );
    return fill(backend, attrs.filterShape, dw =>
      convFilterGradient(read(backend, input!), read(backend, dy!), info, dw),
    );
  });
}

type WasmKernel = (
  inputs: Record<string, TensorInfo | undefined>,
  attrs: ConvGradAttrs,
  backend: WasmBackend,
) => TensorInfo;

function replace(core: Core, kernelName: string, kernel: WasmKernel): void {
  if (core.getKernel(kernelName, 'wasm')) core.unregisterKernel(kernelName, 'wasm');
  const kernelFunc = ({ inputs, attrs, backend }: Parameters<KernelConfig['kernelFunc']>[0]) =>
    kernel(inputs as never, attrs as never, backend as unknown as WasmBackend);
  core.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}

const read = (backend: WasmBackend, tensor: TensorInfo) => backend.typedArrayFromHeap(tensor);

/** The output is allocated first: allocating may grow the heap, which detaches every array read from it before. */
function fill(backend: WasmBackend, shape: number[], write: (out: Float32Array) => void): TensorInfo {
  const output = backend.makeOutput(shape, 'float32');
  write(read(backend, output).fill(0));
  return output;
}

type PoolInfo = ReturnType<Core['backend_util']['computePool2DInfo']>;

/** dx: each dy goes to the first position of its window that holds the maximum. */
function maxPoolGradient(x: Float32Array, dy: Float32Array, info: PoolInfo, dx: Float32Array): void {
  const { inHeight, inWidth, inChannels } = info;
  eachOutput(info, (batch, row, column, y) => {
    const image = batch * inHeight * inWidth;
    const cells = [...windowCells(info, row, column)].map(cell => (image + cell) * inChannels);
    for (let channel = 0; channel < inChannels; channel++) {
      const best = cells.reduce((first, cell) => (x[cell + channel]! > x[first + channel]! ? cell : first), cells[0]!);
      dx[best + channel]! += dy[y + channel]!;
    }
  });
}

/** dx: each dy is shared evenly by the cells of its window that lie inside the image. */
function averagePoolGradient(dy: Float32Array, info: PoolInfo, dx: Float32Array): void {
  const { inHeight, inWidth, inChannels } = info;
  eachOutput(info, (batch, row, column, y) => {
    const cells = [...windowCells(info, row, column)];
    for (const cell of cells)
      addScaled(dx, (batch * inHeight * inWidth + cell) * inChannels, dy, y, inChannels, 1 / cells.length);
  });
}

/** Calls `tap` with the offsets of every (input, filter, output) triple that a depthwise convolution multiplies. */
function eachDepthwiseTap(info: ConvInfo, tap: (x: number, filter: number, y: number) => void): void {
  const multiplier = info.outChannels / info.inChannels;
  eachOutput(info, (batch, row, column, y) => {
    for (const [cell, kernelCell] of kernelCells(info, row, column)) {
      const x = (batch * info.inHeight * info.inWidth + cell) * info.inChannels;
      for (let k = 0; k < info.outChannels; k++) {
        tap(x + Math.floor(k / multiplier), kernelCell * info.outChannels + k, y + k);
      }
    }
  });
}

function convFilterGradient(x: Float32Array, dy: Float32Array, info: ConvInfo, dw: Float32Array): void {
  const { inChannels, outChannels } = info;
  eachOutput(info, (batch, row, column, y) => {
    for (const [cell, kernelCell] of kernelCells(info, row, column)) {
      const at = (batch * info.inHeight * info.inWidth + cell) * inChannels;
      for (let i = 0; i < inChannels; i++)
        addScaled(dw, (kernelCell * inChannels + i) * outChannels, dy, y, outChannels, x[at + i]!);
    }
  });
}

/** `to[at + k] += factor * from[start + k]` for k below `count`; most factors are 0 behind a ReLU. */
function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  count: number,
  factor: number,
): void {
  if (factor === 0) return;
  for (let k = 0; k < count; k++) to[at + k]! += factor * from[start + k]!;
}

type WindowInfo = Pick<
  ConvInfo,
  'batchSize' | 'outHeight' | 'outWidth' | 'outChannels' | 'strideHeight' | 'strideWidth' | 'padInfo'
>;

/** Visits every output position with the top-left input row and column of its window and its offset in dy. */
function eachOutput(info: WindowInfo, visit: (batch: number, row: number, column: number, y: number) => void): void {
  for (let batch = 0; batch < info.batchSize; batch++) {
    for (let oy = 0; oy < info.outHeight; oy++) {
      for (let ox = 0; ox < info.outWidth; ox++) {
        const y = ((batch * info.outHeight + oy) * info.outWidth + ox) * info.outChannels;
        visit(batch, oy * info.strideHeight - info.padInfo.top, ox * info.strideWidth - info.padInfo.left, y);
      }
    }
  }
}

/** Every cell of a convolution's window that lies inside the input: its index in the input's grid and in the kernel's. */
function* kernelCells(info: ConvInfo, row: number, column: number): Generator<[cell: number, kernelCell: number]> {
  for (let kh = 0; kh < info.filterHeight; kh++) {
    for (let kw = 0; kw < info.filterWidth; kw++) {
      const [y, x] = [row + kh * info.dilationHeight, column + kw * info.dilationWidth];
      if (y < 0 || y >= info.inHeight || x < 0 || x >= info.inWidth) continue;
      yield [y * info.inWidth + x, kh * info.filterWidth + kw];
    }
  }
}

/** Every cell of a pooling window that lies inside the input, in reading order. */
function* windowCells(info: PoolInfo, row: number, column: number): Generator<number> {
  const bottom = Math.min(info.inHeight, row + info.effectiveFilterHeight);
  const right = Math.min(info.inWidth, column + info.effectiveFilterWidth);
  for (let y = Math.max(0, row); y < bottom; y++) {
    for (let x = Math.max(0, column); x < right; x++) yield y * info.inWidth + x;
  }
}
