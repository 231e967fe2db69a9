import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type Call = Parameters<KernelConfig['kernelFunc']>[0];

/** What of the WASM backend the kernels below use: typed-array access to its heap. */
interface Backend {
  makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}

/** Fewer numbers than these the shipped kernels add up as well as anybody. */
const many = 2048;

/**
 * `Mean` and `Sum` of tfjs-backend-wasm 4.22 add one number after another in float32. Over many numbers, as where all channels of an
 * image are normalised together, that leaves up to ten times the rounding of other programs; here they are added in float64.
 */
export function addUpExactly(core: Core): void {
  for (const name of ['Mean', 'Sum']) {
    const shipped = core.getKernel(name, 'wasm')!;
    const kernelFunc = (call: Call) => reduced(core, call, name === 'Mean') ?? shipped.kernelFunc(call);
    core.unregisterKernel(name, 'wasm');
    core.registerKernel({ ...shipped, kernelFunc });
  }
}

/** Of neighbouring axes; nothing where few numbers are added, or axes lie apart, which the shipped kernel moves first. */
function reduced(core: Core, { inputs, attrs, backend: of }: Call, isMean: boolean): TensorInfo | undefined {
  const { shape, dtype } = inputs.x!;
  const { axis, keepDims } = attrs as unknown as { axis: number | number[]; keepDims?: boolean };
  const axes = core.util.parseAxisParam(axis, [...shape]).toSorted((a, b) => a - b);
  const [first, end] = [axes[0]!, axes[0]! + axes.length];
  const { sizeFromShape } = core.util;
  const count = sizeFromShape(shape.slice(first, end));
  if (dtype !== 'float32' || count < many || axes.at(-1) !== end - 1) return undefined;
  const backend = of as unknown as Backend;
  const output = [...shape.slice(0, first), ...(keepDims ? axes.map(() => 1) : []), ...shape.slice(end)];
  const result = backend.makeOutput(output, 'float32');
  const [from, to] = [backend.typedArrayFromHeap(inputs.x!), backend.typedArrayFromHeap(result)];
  const divisor = isMean ? count : 1;
  if (end === shape.length) for (let row = 0; row < to.length; row++) to[row] = sum(from, row * count, count) / divisor;
  else sumRows(from, to, count, sizeFromShape(shape.slice(end)), divisor);
  return result;
}

/** Four at a time: one after another, each would wait for the one before. */
function sum(values: Float32Array, start: number, count: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const [end, whole] = [start + count, start + count - (count % 4)];
  for (let at = start; at < whole; at += 4) {
    a += values[at]!;
    b += values[at + 1]!;
    c += values[at + 2]!;
    d += values[at + 3]!;
  }
  for (let at = whole; at < end; at++) a += values[at]!;
  return a + b + c + d;
}

/** Adds up `count` rows of `length` numbers at a time. */
function sumRows(from: Float32Array, to: Float32Array, count: number, length: number, divisor: number): void {
  for (let start = 0; start < to.length; start += length) {
    const totals = new Float64Array(length);
    for (let row = start * count; row < (start + length) * count; row += length)
      for (let at = 0; at < length; at++) totals[at]! += from[row + at]!;
    for (let at = 0; at < length; at++) to[start + at] = totals[at]! / divisor;
  }
}
