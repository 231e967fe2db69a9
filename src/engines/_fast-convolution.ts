import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { fuses } from './_fused.ts';
import { areMatrices } from './_head-kernels.ts';
import { addressOf, allocated, floats, type Heap, PackedFilters, panelBytes } from './_packed-filters.ts';
import { inARow, type PanelProgram, panelProgram, together, totalBytes, wide } from './_panel-program.ts';
import { fillPieces, pointwise, type Windows } from './_window-pieces.ts';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type Backend = Heap & { makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo };

/**
 * Convolutions by fused multiply-add, twice as fast as XNNPACK's without it, in the memory of TensorFlow.js. An output's sum runs over
 * its cells and channels in one order, whatever the batch. What is too small to gain stays with the kernel that was there.
 * @returns how they round, for the engine's version: nothing where this Node has not what it takes
 */
export function hastenConvolutions(core: Core): 'fma' | 'unfused' | undefined {
  const backend = core.backend() as unknown as Backend;
  const run = panelProgram(backend.wasm.asm.memory);
  if (!run) return undefined;
  const convolutions = new Convolutions(backend, run);
  for (const kernelName of ['Conv2D', 'FusedConv2D']) {
    const shipped = core.getKernel(kernelName, 'wasm')!;
    const kernelFunc: KernelConfig['kernelFunc'] = call => {
      const { x, filter, bias } = call.inputs as Record<'x' | 'filter', TensorInfo> & { bias?: TensorInfo };
      const attributes = call.attrs as unknown as Attributes;
      const info = infoOf(core, x, filter, attributes);
      return isPlain(attributes) && gains(info) ? convolutions.of(x, filter, bias, info) : shipped.kernelFunc(call);
    };
    core.unregisterKernel(kernelName, 'wasm');
    core.registerKernel({ ...shipped, kernelFunc });
  }
  hastenProducts(core, convolutions);
  return fuses(run, backend) ? 'fma' : 'unfused';
}

/**
 * Rows times a matrix. Of a transposed one, as dense layers have it, XNNPACK is left aside, and a naive loop runs; of another, XNNPACK adds
 * long sums up in one go.
 */
function hastenProducts(core: Core, convolutions: Convolutions): void {
  const shipped = core.getKernel('BatchMatMul', 'wasm')!;
  const kernelFunc: KernelConfig['kernelFunc'] = call => {
    const [a, b] = [call.inputs.a!, call.inputs.b!];
    const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean };
    const [rows, depth] = a.shape.slice(-2) as [number, number];
    const columns = b.shape.at(transposeB ? -2 : -1)!;
    const isWorse = !transposeB && (depth <= inARow || columns < wide);
    if (transposeA || isWorse || !areMatrices(a, b)) return shipped.kernelFunc(call);
    const info = pointwise([...a.shape.slice(0, -1), columns], rows, depth, columns);
    return convolutions.of(a, b, undefined, info, transposeB);
  };
  core.unregisterKernel('BatchMatMul', 'wasm');
  core.registerKernel({ ...shipped, kernelFunc });
}

interface Attributes {
  readonly strides: number | [number, number];
  readonly dilations: number | [number, number];
  readonly pad: Parameters<Core['backend_util']['computeConv2DInfo']>[4];
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat?: string;
  readonly activation?: string;
}

const infoOf = ({ backend_util: { computeConv2DInfo } }: Core, x: TensorInfo, filter: TensorInfo, a: Attributes) =>
  computeConv2DInfo(x.shape as never, filter.shape as never, a.strides, a.dilations, a.pad, a.dimRoundingMode);

const isPlain = ({ activation = 'linear', dataFormat = 'NHWC' }: Attributes): boolean =>
  activation === 'linear' && dataFormat === 'NHWC';

/** Not of the batch: the same image would have other last bits in another. */
const gains = ({ inChannels, outChannels, outHeight, outWidth, filterHeight, filterWidth }: Windows): boolean => {
  const isLong = filterHeight * filterWidth * inChannels > inARow;
  return inChannels >= wide && outChannels >= wide && (isLong || outHeight * outWidth >= together);
};

/** Of a share of the rows: what it reads stays in a core's cache while every panel of the filter passes. */
const shareBytes = 2 ** 18;

class Convolutions {
  readonly #backend: Backend;
  readonly #run: PanelProgram;
  readonly #filters: PackedFilters;
  #scratch = { address: 0, bytes: 0 };

  constructor(backend: Backend, run: PanelProgram) {
    this.#backend = backend;
    this.#run = run;
    this.#filters = new PackedFilters(backend);
  }

  of(x: TensorInfo, filter: TensorInfo, bias: TensorInfo | undefined, info: Windows, transposed = false): TensorInfo {
    const result = this.#backend.makeOutput(info.outShape, 'float32');
    const { inChannels: length, outChannels: columns } = info;
    const count = info.filterHeight * info.filterWidth;
    const panel = this.#filters.of(filter, { columns, transposed });
    const rows = info.batchSize * info.outHeight * info.outWidth;
    const share = together * Math.max(1, Math.floor(shareBytes / (4 * length * count * together)));
    const [zeros, table, odd, room] = this.#room([4 * length, 4 * share * count, 4 * wide * share, totalBytes]);
    const totals = count * length < inARow ? 0 : room;
    const heap = floats(this.#backend);
    begin(heap, panel / 4, count * length, columns, bias && addressOf(this.#backend, bias) / 4);
    heap.fill(0, zeros / 4, zeros / 4 + length);
    const pieces = new Int32Array(heap.buffer, table, share * count);
    const [from, to] = [addressOf(this.#backend, x), addressOf(this.#backend, result)];
    for (let first = 0; first < rows; first += share) {
      const there = Math.min(share, rows - first);
      fillPieces(pieces, { first, rows: there, from, zeros }, info);
      for (let column = 0, at = panel; column < columns; column += wide, at += panelBytes(count * length)) {
        const out = to + 4 * (first * columns + column);
        const whole = column + wide <= columns;
        this.#run(table, there, count, length, at, whole ? out : odd, whole ? 4 * columns : 4 * wide, totals);
        if (!whole) copyColumns(heap, odd / 4, out / 4, there, columns, columns - column);
      }
    }
    return result;
  }

  /** Memory for a call, kept for the next. @returns the address of each part */
  #room(parts: readonly [number, number, number, number]): [number, number, number, number] {
    const bytes = parts.reduce((sum, part) => sum + part, 0);
    if (bytes > this.#scratch.bytes) {
      if (this.#scratch.bytes > 0) this.#backend.wasm._free(this.#scratch.address);
      this.#scratch = { address: allocated(this.#backend, bytes), bytes };
    }
    let at = this.#scratch.address;
    return parts.map(part => {
      at += part;
      return at - part;
    }) as [number, number, number, number];
  }
}

/** What each column's sums begin with. */
function begin(heap: Float32Array, panel: number, depth: number, columns: number, bias: number | undefined): void {
  for (let column = 0; column < columns; column++) {
    const at = panel + ((panelBytes(depth) / 4) * (column - (column % wide))) / wide + (column % wide);
    heap[at] = bias === undefined ? 0 : heap[bias + column]!;
  }
}

function copyColumns(heap: Float32Array, from: number, to: number, rows: number, stride: number, columns: number) {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      heap[to + row * stride + column] = heap[from + row * wide + column]!;
}
