import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../../engines/engine.ts';
import { axisOrder, type Layout, type Live, type Shape } from './value.ts';

export type Core = TensorFlow['core'];

/** The tensor with its axes in the layout asked for. */
export function inLayout(core: Core, live: Live, layout: Layout): Tensor {
  if (live.layout === layout) return live.tensor;
  return permuted(core, live.tensor, layout === 'plain' ? [0, 3, 1, 2] : [0, 2, 3, 1]);
}

/** A transposition; a reshape where no two axes that hold more than one entry change their order. */
export function permuted(core: Core, tensor: Tensor, order: readonly number[]): Tensor {
  if (order.every((axis, at) => axis === at)) return tensor;
  const moved = order.filter(axis => tensor.shape[axis]! > 1);
  if (moved.every((axis, at) => at === 0 || axis > moved[at - 1]!)) {
    return core.reshape(
      tensor,
      order.map(axis => tensor.shape[axis]!),
    );
  }
  return core.transpose(tensor, [...order]);
}

/** The position in memory of a logical axis, which may count from the end. */
export function physicalAxis(layout: Layout, rank: number, axis: number): number {
  return axisOrder(layout, rank).indexOf(axis < 0 ? axis + rank : axis);
}

/** A shape with leading ones, so that broadcasting aligns it with four axes. */
export const padded = (shape: Shape, rank: number): number[] => [
  ...Array.from({ length: Math.max(0, rank - shape.length) }, () => 1),
  ...shape,
];
