import type { Call } from '../call.ts';
import { axisOf, broadcast, cuts, parts, reshaped } from '../operators/_shapes.ts';
import { Known, type Shape, sizeOf } from '../value.ts';
import { broadcastStrides, dot, picked, strides } from './_indexing.ts';
import type { Exact } from './index.ts';

const transpose: Exact = call => {
  const x = call.known(0);
  const order = call.attributes.ints('perm') ?? x.shape.map((_, axis) => x.shape.length - 1 - axis);
  const steps = strides(x.shape);
  const turned = order.map(axis => steps[axis] ?? call.fail(`has the permutation ${order}`));
  return picked(
    x,
    order.map(axis => x.shape[axis]!),
    index => dot(index, turned),
  );
};

const expand: Exact = call => {
  const x = call.known(0);
  const shape = call.boundedConstant(broadcast(call, x.shape, call.numbers(1)));
  const steps = broadcastStrides(x.shape, shape);
  return picked(x, shape, index => dot(index, steps));
};

const tile: Exact = call => {
  const x = call.known(0);
  const repeats = call.numbers(1);
  const shape = call.boundedConstant(x.shape.map((size, axis) => size * (repeats[axis] ?? 1)));
  const steps = strides(x.shape);
  return picked(x, shape, index =>
    dot(
      index.map((value, axis) => value % x.shape[axis]!),
      steps,
    ),
  );
};

const slice: Exact = call => {
  const x = call.known(0);
  const found = cuts(call);
  const cut = (axis: number) =>
    found.find(other => other.axis === axis) ?? { start: 0, step: 1, count: x.shape[axis]! };
  const steps = strides(x.shape);
  const all = x.shape.map((_, axis) => cut(axis));
  return picked(
    x,
    all.map(({ count }) => count),
    index =>
      dot(
        index.map((value, axis) => all[axis]!.start + value * all[axis]!.step),
        steps,
      ),
  );
};

const gather: Exact = call => {
  const [x, indices] = [call.known(0), call.known(1)];
  const axis = axisOf(call, 0);
  const size = x.shape[axis]!;
  const rank = indices.shape.length;
  const shape = call.boundedConstant([...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)]);
  const [steps, indexSteps] = [strides(x.shape), strides(indices.shape)];
  return picked(x, shape, index => {
    const named = indices.data[dot(index.slice(axis, axis + rank), indexSteps)]!;
    const at = named < 0 ? named + size : named;
    if (!(at >= 0 && at < size)) call.fail(`picks entry ${named} of ${size}`);
    return dot([...index.slice(0, axis), at, ...index.slice(axis + rank)], steps);
  });
};

/** Counted in rows of what lies behind the axis. */
const concat: Exact = call => {
  const all = call.inputs.map((_, at) => call.known(at));
  const axis = axisOf(call, 0);
  for (const { shape } of all) requireFitting(call, all[0]!.shape, shape, axis);
  const total = all.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
  const shape = call.boundedConstant(all[0]!.shape.map((size, at) => (at === axis ? total : size)));
  const owner = all.flatMap((value, which) =>
    Array.from({ length: value.shape[axis] ?? 0 }, (_, at) => ({ which, at })),
  );
  const steps = all.map(value => strides(value.shape));
  const blank = new Known(shape, all[0]!.type, new Float64Array(shape.reduce((n, size) => n * size, 1)));
  const { data } = blank;
  const own = strides(shape);
  for (let flat = 0; flat < data.length; flat++) {
    const index = unflattened(flat, shape, own);
    const { which, at } = owner[index[axis]!]!;
    data[flat] = all[which]!.data[dot(index.with(axis, at), steps[which]!)]!;
  }
  return blank;
};

function requireFitting(call: Call, first: Shape, shape: Shape, axis: number): void {
  if (shape.length === first.length && shape.every((size, at) => at === axis || size === first[at])) return;
  call.fail(
    `joins values of shapes ${first.join(' x ')} and ${shape.join(' x ')} along axis ${axis}, which do not fit`,
  );
}

const unflattened = (flat: number, shape: Shape, steps: readonly number[]): number[] =>
  shape.map((size, axis) => Math.floor(flat / steps[axis]!) % size);

const split = (call: Call): Known[] => {
  const x = call.known(0);
  const axis = axisOf(call, 0);
  const steps = strides(x.shape);
  let start = 0;
  return parts(call, x.shape[axis]!).map(length => {
    const first = start;
    start += length;
    return picked(x, x.shape.with(axis, length), index => dot(index.with(axis, index[axis]! + first), steps));
  });
};

/** Rows of the value replaced at the places that the last axis of the indices names. */
const scatter: Exact = call => {
  const [x, indices, updates] = [call.known(0), call.known(1), call.known(2)];
  call.attributes.require('reduction', call.attributes.string('reduction', 'none'), ['none']);
  const depth = indices.shape.at(-1)!;
  const row = sizeOf(x.shape.slice(depth));
  const steps = strides(x.shape);
  const data = x.data.slice();
  const places = indices.data.length / depth;
  if (updates.data.length !== places * row)
    call.fail(`writes ${updates.data.length} numbers in ${places} places of ${row}`);
  for (let at = 0; at < places; at++) {
    const place = Array.from(indices.data.slice(at * depth, (at + 1) * depth), (index, axis) =>
      index < 0 ? index + x.shape[axis]! : index,
    );
    if (place.some((index, axis) => !(index >= 0 && index < x.shape[axis]!))) call.fail(`writes at ${place}`);
    data.set(updates.data.slice(at * row, (at + 1) * row), dot(place, steps.slice(0, depth)));
  }
  return new Known(x.shape, x.type, data);
};

const as =
  (target: (call: Call) => number[]): Exact =>
  call =>
    call.known(0).reshaped(target(call));

export const exactMovement = {
  Reshape: as(reshaped.Reshape),
  Flatten: as(reshaped.Flatten),
  Squeeze: as(reshaped.Squeeze),
  Unsqueeze: as(reshaped.Unsqueeze),
  Transpose: transpose,
  Expand: expand,
  Tile: tile,
  Slice: slice,
  Gather: gather,
  Concat: concat,
  ScatterND: scatter,
  Split: split,
} satisfies Readonly<Record<string, Exact>>;
