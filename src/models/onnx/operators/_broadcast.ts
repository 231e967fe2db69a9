import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call } from '../call.ts';
import { isLive, type Layout, type Live, type Shape, shapeOf } from '../value.ts';

/** All inputs in one layout, which is channels-last as soon as an image-like one is, and the layout. */
export function aligned(call: Call): { tensors: Tensor[]; layout: Layout } {
  const present = call.inputs.flatMap((value, at) => (value ? [at] : []));
  call.bounded(
    broadcastShape(
      call,
      present.map(at => call.shape(at)),
    ),
  );
  const last = present.some(at => {
    const value = call.input(at);
    return isLive(value) && value.layout === 'channels-last';
  });
  const deep = present.some(at => call.shape(at).length > 4);
  const layout = last && !deep ? 'channels-last' : 'plain';
  return { tensors: present.map(at => operand(call, at, layout)), layout };
}

/** Scalars need no axes. */
function operand(call: Call, at: number, layout: Layout): Tensor {
  const value = call.input(at);
  if (!isLive(value) && shapeOf(value).length === 0) return call.plain(at);
  return call.inLayout(at, layout);
}

/** One operation on each pair of entries. */
export const elementwise =
  (operation: (call: Call, ...tensors: Tensor[]) => Tensor) =>
  (call: Call): Live => {
    const { tensors, layout } = aligned(call);
    return { tensor: operation(call, ...tensors), layout };
  };

function broadcastShape(call: Call, shapes: readonly Shape[]): number[] {
  const rank = Math.max(0, ...shapes.map(shape => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    const sizes = shapes.map(shape => shape[axis - rank + shape.length] ?? 1).filter(size => size !== 1);
    if (sizes.some(size => size !== sizes[0]))
      call.fail(`joins values of shapes ${shapes.map(shape => shape.join(' x ')).join(' and ')}, which do not fit`);
    return sizes[0] ?? 1;
  });
}
