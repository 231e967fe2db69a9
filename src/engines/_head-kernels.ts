import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];

/** What of the WASM backend the kernels below use: typed-array access to its heap. */
interface Backend {
  makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}

type Call = Parameters<KernelConfig['kernelFunc']>[0];

/**
 * The gradient of one score, where a dense layer begins: the product of a row with a single number in it, of which the kernel that was
 * there reads every other factor all the same. Such a row's product is the same bit by bit.
 */
export function hastenHeads(core: Core): void {
  const shipped = core.getKernel('BatchMatMul', 'wasm')!;
  core.unregisterKernel('BatchMatMul', 'wasm');
  core.registerKernel({ ...shipped, kernelFunc: call => productOfSingles(call) ?? shipped.kernelFunc(call) });
}

function productOfSingles({ inputs, attrs, backend: of }: Call): TensorInfo | undefined {
  const backend = of as unknown as Backend;
  const [a, b] = [inputs.a!, inputs.b!];
  const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
  if (transposeA || !areMatrices(a, b)) return undefined;
  const [rows, depth] = a.shape.slice(-2) as [number, number];
  const singles = singlesOf(backend.typedArrayFromHeap(a), rows, depth);
  if (!singles) return undefined;
  const columns = b.shape.at(transposeB ? -2 : -1)!;
  const result = backend.makeOutput([...a.shape.slice(0, -1), columns], 'float32');
  const [x, matrix, out] = [a, b, result].map(each => backend.typedArrayFromHeap(each));
  scaledRows(x!, singles, matrix!, transposeB ? [1, depth] : [columns, 1], out!);
  return result;
}

/** Of float32, one matrix each, and not several. */
export const areMatrices = (...those: readonly TensorInfo[]): boolean =>
  those.every(
    ({ shape, dtype }) =>
      dtype === 'float32' && shape.length === those[0]!.shape.length && shape.slice(0, -2).every(size => size === 1),
  );

/** Where each row has its only number that is not 0; nothing where one has more. */
function singlesOf(x: Float32Array, rows: number, depth: number): Int32Array | undefined {
  const singles = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    singles[row] = row * depth;
    let found = 0;
    for (let at = row * depth; at < (row + 1) * depth; at++) {
      if (x[at] === 0) continue;
      singles[row] = at;
      if (++found > 1) return undefined;
    }
  }
  return singles;
}

/** @param steps in the matrix, from one factor of a row to the next, and from column to column */
function scaledRows(
  x: Float32Array,
  singles: Int32Array,
  matrix: Float32Array,
  [down, across]: readonly [number, number],
  out: Float32Array,
): void {
  const depth = x.length / singles.length;
  const columns = out.length / singles.length;
  for (const [row, at] of singles.entries()) {
    const [factor, from] = [x[at]!, (at - row * depth) * down];
    for (let column = 0; column < columns; column++)
      out[row * columns + column] = factor * matrix[from + column * across]!;
  }
}
