import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];

/**
 * The gradient of an operation that works along one axis and is linear there: `y = M x` gives `dx = Mᵀ dy`.
 * @param matrix M, its rows per entry of dy's axis, its columns per entry of x's
 */
export function againstMatrix(core: Core, dy: Tensor, axis: number, matrix: Tensor): Tensor {
  const [from, to] = matrix.shape as [number, number];
  const [outer, inner] = [dy.shape.slice(0, axis), dy.shape.slice(axis + 1)];
  const rows = core.transpose(core.reshape(dy, [sizeOf(outer), from, sizeOf(inner)]), [1, 0, 2]);
  const product = core.matMul(matrix as Tensor2D, core.reshape(rows, [from, -1]) as Tensor2D, true);
  const turned = core.transpose(core.reshape(product, [to, sizeOf(outer), sizeOf(inner)]), [1, 0, 2]);
  return core.reshape(turned, [...outer, to, ...inner]);
}

/** One row per index, with a one where it points: the matrix of picking entries. */
export const picking = (core: Core, indices: Tensor, size: number): Tensor =>
  core.cast(core.oneHot(core.cast(indices, 'int32'), size), 'float32');

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
