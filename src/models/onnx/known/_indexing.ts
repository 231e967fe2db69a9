import { Known, type Numbers, type Shape, sizeOf } from '../value.ts';

/** A constant of another shape, each entry taken from where `from` says; steps per axis, as in memory. */
export function picked(source: Known, shape: Shape, from: (index: readonly number[]) => number): Known {
  const { data } = source;
  const answer = emptyLike(data, sizeOf(shape));
  const index = shape.map(() => 0);
  for (let at = 0; at < answer.length; at++) {
    answer[at] = data[from(index)]!;
    advance(index, shape);
  }
  return new Known(shape, source.type, answer);
}

function advance(index: number[], shape: Shape): void {
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis]! += 1;
    if (index[axis]! < shape[axis]!) return;
    index[axis] = 0;
  }
}

export const emptyLike = (data: Numbers, length: number): Numbers =>
  new (data.constructor as new (length: number) => Numbers)(length);

/** How far apart neighbours along each axis lie. */
export function strides(shape: Shape): number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}

/** Steps of a value that is broadcast to a shape: none along an axis of one entry. */
export function broadcastStrides(shape: Shape, target: Shape): number[] {
  const own = strides(shape);
  return target.map((_, axis) => {
    const at = axis - target.length + shape.length;
    return at < 0 || shape[at] === 1 ? 0 : own[at]!;
  });
}

export const dot = (index: readonly number[], steps: readonly number[]): number =>
  index.reduce((sum, value, axis) => sum + value * steps[axis]!, 0);
