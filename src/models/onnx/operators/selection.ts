import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { exactMovement } from '../known/movement.ts';
import { exactSelection } from '../known/selection.ts';
import type { Operation } from '../operation.ts';
import { type Live, plain, sizeOf } from '../value.ts';
import { opaqueOf, since } from './_families.ts';
import { stepwise, withGradient } from './_gradients.ts';
import { axisOf } from './_shapes.ts';

/** The tensor with one axis moved to the end, and the way back for a tensor of the same rank. */
function withAxisLast(call: Call, x: Tensor, axis: number): { last: Tensor; back: (tensor: Tensor) => Tensor } {
  const { core } = call;
  const order = [...Array.from({ length: x.rank }, (_, at) => at).filter(at => at !== axis), axis];
  if (axis === x.rank - 1) return { last: x, back: tensor => tensor };
  const inverse = order.map((_, at) => order.indexOf(at));
  return { last: core.transpose(x, order), back: tensor => core.transpose(tensor, inverse) };
}

/** The largest or smallest entries along an axis and where they lie; the gradient goes to the chosen ones. */
const topK: Operator = (call): readonly Live[] => {
  const { core, attributes } = call;
  const x = call.plain(0);
  const axis = axisOf(call, -1);
  const count = call.numbersFrom('k', 1)?.[0] ?? attributes.int('k', 1);
  if (!(count >= 0 && count <= x.shape[axis]!)) return call.fail(`chooses ${count} entries of ${x.shape[axis]}`);
  const { last, back } = withAxisLast(call, core.cast(x, 'float32'), axis);
  const sign = attributes.int('largest', 1) === 1 ? 1 : -1;
  const { values, indices } = core.topk(core.mul(last, sign), count, true);
  return [core.cast(back(core.mul(values, sign)), x.dtype), back(indices)].map(plain);
};

const cumulativeSum: Operator = call => {
  const { core, attributes } = call;
  const x = call.plain(0);
  const named = call.numbers(1)[0]!;
  const axis = named < 0 ? named + x.rank : named;
  return plain(core.cumsum(x, axis, attributes.int('exclusive', 0) === 1, attributes.int('reverse', 0) === 1));
};

/** The upper or lower triangle of every matrix. */
const triangle: Operator = call => {
  const { core } = call;
  const x = call.plain(0);
  const [height, width] = [x.shape.at(-2)!, x.shape.at(-1)!];
  const shift = call.has(1) ? call.numbers(1)[0]! : 0;
  const upper = call.attributes.int('upper', 1) === 1;
  const stays = (row: number, column: number) => (upper ? column >= row + shift : column <= row + shift);
  const mask = Uint8Array.from({ length: height * width }, (_, at) =>
    Number(stays(Math.floor(at / width), at % width)),
  );
  const everywhere = core.broadcastTo(core.tensor(mask, [height, width], 'float32'), x.shape);
  return plain(core.where(core.cast(everywhere, 'bool'), x, core.zerosLike(x)));
};

/** One index per entry of the answer, along one axis; the other axes may be cut short. */
const gatherElements: Operator = call => {
  const { core } = call;
  const axis = axisOf(call, 0);
  const x = call.plain(0);
  const indices = core.cast(call.plain(1), 'int32');
  const size = x.shape[axis]!;
  const cut = core.slice(x, x.shape.map(() => 0), indices.shape.map((length, at) => (at === axis ? size : length))); // biome-ignore format: begin and size
  const { last } = withAxisLast(call, cut, axis);
  const { last: places, back } = withAxisLast(call, wrapped(call, indices, size), axis);
  const flat = (tensor: Tensor) => core.reshape(tensor, [-1, tensor.shape.at(-1)!]);
  const chosen = core.gather(flat(last), flat(places) as never, 1, 1);
  return plain(back(core.reshape(chosen, places.shape)));
};

/** Negative indices count from the end. */
function wrapped(call: Call, indices: Tensor, size: number): Tensor {
  const { core } = call;
  const below = core.cast(core.less(indices, core.scalar(0, 'int32')), 'int32');
  return core.add(indices, core.mul(below, core.scalar(size, 'int32')));
}

/** The last axis of the indices names a place in the leading axes of the value. */
const gatherPlaces: Operator = call => {
  const { core } = call;
  const x = call.plain(0);
  const shape = call.shape(1);
  const batches = call.attributes.int('batch_dims', 0);
  const depth = shape.at(-1)!;
  const each = sizeOf(shape.slice(batches, -1));
  const indices = call.numbers(1);
  const places = Array.from({ length: indices.length / depth }, (_, at) => {
    const named = indices.slice(at * depth, (at + 1) * depth);
    const batch = Math.floor(at / each);
    const own = named.map((index, axis) => (index < 0 ? index + x.shape[batches + axis]! : index));
    if (own.some((index, axis) => !(index >= 0 && index < x.shape[batches + axis]!))) call.fail(`picks at ${named}`);
    return batches > 0 ? [batch, ...own] : own;
  });
  const table = batches > 0 ? core.reshape(x, [-1, ...x.shape.slice(batches)]) : x;
  const width = depth + (batches > 0 ? 1 : 0);
  const rows = core.gatherND(table, core.tensor2d(places.flat(), [places.length, width], 'int32'));
  const target = call.bounded([...shape.slice(0, -1), ...x.shape.slice(batches + depth)]);
  return plain(core.reshape(rows, target));
};

const oneHot: Operator = call => {
  const { core } = call;
  const depth = call.numbers(1)[0]!;
  const [off, on] = core.unstack(core.cast(call.plain(2), 'float32')) as [Tensor, Tensor];
  const given = call.plain(0);
  call.bounded([...given.shape, depth]);
  const hot = stepwise(core, x => onesAt(call, x!, depth), given);
  const rank = given.rank + 1;
  const named = call.attributes.int('axis', -1);
  const axis = named < 0 ? named + rank : named;
  const order = [...Array.from({ length: rank - 1 }, (_, at) => at)];
  order.splice(axis, 0, rank - 1);
  return plain(core.add(off, core.mul(core.transpose(hot, order), core.sub(on, off))));
};

function onesAt(call: Call, x: Tensor, depth: number): Tensor {
  const { core } = call;
  return core.cast(core.oneHot(wrapped(call, core.cast(x, 'int32'), depth), depth), 'float32');
}

/** One at the first largest entry. Before operator set 13 everything from the axis on is one row. */
const hardMax: Operator = call => {
  const { core, opset } = call;
  const x = call.plain(0);
  const axis = axisOf(call, opset < 13 ? 1 : -1);
  const { last, back } =
    opset < 13
      ? { last: rows(call, x, axis), back: (y: Tensor) => core.reshape(y, x.shape) }
      : withAxisLast(call, x, axis);
  const size = last.shape.at(-1)!;
  return plain(back(stepwise(core, y => core.cast(core.oneHot(core.argMax(y!, -1), size), 'float32'), last)));
};

const rows = (call: Call, x: Tensor, axis: number): Tensor =>
  call.core.reshape(x, [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis))]);

/** Rows of the value replaced at constant places: the gradient goes to the updates there, and to the value elsewhere. */
const scatter: Operator = call => {
  const { core } = call;
  call.attributes.require('reduction', call.attributes.string('reduction', 'none'), ['none']);
  const [x, updates] = [call.plain(0), call.plain(2)];
  const depth = call.shape(1).at(-1)!;
  const named = call.numbers(1).map((index, at) => (index < 0 ? index + x.shape[at % depth]! : index));
  if (named.some((index, at) => !(index >= 0 && index < x.shape[at % depth]!)))
    return call.fail('writes beyond a value');
  const places = () => core.tensor2d(named, [named.length / depth, depth], 'int32');
  const rowsOf = (value: Tensor) => core.reshape(value, [named.length / depth, ...x.shape.slice(depth)]);
  const spread = (value: Tensor) => core.scatterND(places(), rowsOf(value), x.shape);
  const free = () => core.sub(1, core.minimum(spread(core.onesLike(updates)), 1));
  const kept = core.mul(x, free());
  const placed = withGradient(core, updates, spread, dy => core.reshape(core.gatherND(dy, places()), updates.shape));
  return plain(core.add(kept, placed));
};

const asTheyCome = { axes: 'as-they-come' } as const;

export const selection = {
  TopK: opaqueOf(topK, asTheyCome),
  CumSum: opaqueOf(cumulativeSum, { sets: since(11), exact: exactSelection.CumSum, ...asTheyCome }),
  Trilu: opaqueOf(triangle, { sets: since(14), ...asTheyCome }),
  GatherElements: opaqueOf(gatherElements, { sets: since(11), ...asTheyCome }),
  GatherND: opaqueOf(gatherPlaces, { sets: since(11) }),
  OneHot: opaqueOf(oneHot, { sets: since(9) }),
  Hardmax: opaqueOf(hardMax, asTheyCome),
  ScatterND: opaqueOf(scatter, { sets: since(11), exact: exactMovement.ScatterND, ...asTheyCome }),
} satisfies Readonly<Record<string, Operation>>;
