import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { joining, repeating, reshaping, surrounding, transposing } from '../cells.ts';
import { gathering, slicing, splitting } from '../cuts.ts';
import { exactMovement } from '../known/movement.ts';
import { permuted, physicalAxis } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { turnsLayout } from '../orientation.ts';
import { axisOrder, isLive, type Layout, plain } from '../value.ts';
import { depthToSpace, spaceToDepth } from './_blocks.ts';
import { opaqueOf, since, spatialOf } from './_families.ts';
import { joinFeatures } from './_features.ts';
import { withGradient } from './_gradients.ts';
import { pad } from './_pad.ts';
import { axisOf, broadcast, cuts, parts, reshaped } from './_shapes.ts';
import { thinned } from './pooling.ts';

const reshape =
  (target: (call: Call) => number[]): Operator =>
  call =>
    plain(call.core.reshape(call.plain(0), target(call)));

/** Where the new order is how the value lies anyway, nothing moves. */
const transpose: Operator = call => {
  const { tensor, layout } = call.asIs();
  const rank = tensor.rank;
  const order = call.attributes.ints('perm') ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
  if (order.length !== rank || order.some((_, axis) => !order.includes(axis)))
    return call.fail(`has the permutation ${order} for a value with ${rank} dimensions`);
  const from = axisOrder(layout, rank);
  const physical = (to: Layout) => axisOrder(to, rank).map(axis => from.indexOf(order[axis]!));
  const lies = (to: Layout) => physical(to).every((axis, at) => axis === at);
  const to = rank === 4 && lies('channels-last') ? 'channels-last' : 'plain';
  return { tensor: permuted(call.core, tensor, physical(to)), layout: to };
};

/** The layout of the first image-like input, for joins. */
function commonLayout(call: Call): Layout {
  const last = call.inputs.some(value => value && isLive(value) && value.layout === 'channels-last');
  return last ? 'channels-last' : 'plain';
}

export const concat: Operator = call => {
  const layout = commonLayout(call);
  const rank = call.shape(0).length;
  const axis = physicalAxis(layout, rank, axisOf(call, 1));
  const tensors = call.inputs.flatMap((value, at) => (value ? call.inLayout(at, layout) : []));
  const total = tensors.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
  call.bounded(tensors[0]!.shape.map((size, at) => (at === axis ? total : size)));
  const filled = tensors.filter(({ size }) => size > 0);
  return { tensor: call.core.concat(sameType(call, filled.length > 0 ? filled : tensors), axis), layout };
};

const sameType = (call: Call, tensors: readonly Tensor[]): Tensor[] =>
  tensors.map(tensor => call.core.cast(tensor, tensors[0]!.dtype));

const split: Operator = call => {
  const { tensor, layout } = call.asIs();
  const logical = axisOf(call, 0);
  const lengths = parts(call, call.shape(0)[logical]!);
  const axis = physicalAxis(layout, tensor.rank, logical);
  return call.core.split(tensor, lengths, axis).map(part => ({ tensor: part, layout }));
};

/** Steps are taken by thinning, backwards ones after turning the axis round: slices with steps have no gradient. */
const slice: Operator = call => {
  const { core } = call;
  const { tensor, layout } = call.asIs();
  const answer = cuts(call).reduce((x, { axis: logical, start, step, count }) => {
    const axis = physicalAxis(layout, tensor.rank, logical);
    if (count === 0)
      return core.slice(
        x,
        x.shape.map(() => 0),
        x.shape.map((size, at) => (at === axis ? 0 : size)),
      );
    if (step > 0) return thinned(core, x, axis, start, step, count);
    return thinned(core, core.reverse(x, axis), axis, x.shape[axis]! - 1 - start, -step, count);
  }, tensor);
  return { tensor: answer, layout };
};

/** The gradient of picking rows as a matrix product, because the WebAssembly engine cannot add them up by index. */
const gather: Operator = call => {
  const { core } = call;
  const x = call.plain(0);
  const axis = axisOf(call, 0);
  const size = x.shape[axis]!;
  const shape = call.shape(1);
  const indices = call.numbers(1).map(index => (index < 0 ? index + size : index));
  if (indices.some(index => index < 0 || index >= size)) return call.fail(`picks an entry beyond ${size}`);
  const target = [...x.shape.slice(0, axis), ...shape, ...x.shape.slice(axis + 1)];
  call.bounded(target);
  const picked = () => core.tensor1d(indices, 'int32');
  const answer = withGradient(
    core,
    x,
    value => core.gather(value, picked(), axis),
    dy => {
      const rows = size === 1 ? core.ones([indices.length, 1]) : core.oneHot(picked(), size);
      const outer = x.shape.slice(0, axis).reduce((product, length) => product * length, 1);
      const parts3 = core.reshape(dy, [outer, indices.length, -1]);
      const turned = core.tile(core.expandDims(core.cast(rows, 'float32'), 0), [outer, 1, 1]);
      return core.reshape(core.matMul(turned, parts3, true), x.shape);
    },
  );
  return plain(core.reshape(answer, target));
};

const tile: Operator = call => {
  const { tensor, layout } = call.asIs();
  const repeats = call.numbers(1);
  const physical = axisOrder(layout, tensor.rank).map(axis => repeats[axis] ?? 1);
  call.bounded(tensor.shape.map((size, axis) => size * physical[axis]!));
  return { tensor: call.core.tile(tensor, physical), layout };
};

const expand: Operator = call =>
  plain(call.core.broadcastTo(call.plain(0), call.bounded(broadcast(call, call.shape(0), call.numbers(1)))));

const isFirst = (axis: number, rank: number): boolean => (axis < 0 ? axis + rank : axis) === 0;

/** Images stay apart unless the axis that a step names is theirs. */
const unlessAxis =
  (fallback: number): Operation['images'] =>
  (step, facts) =>
    isFirst(step.attributes.int('axis', fallback), facts.shape(step.inputs[0]!)?.length ?? 0) ? 'counted' : 'apart';

const concatenated: Operation['images'] = (step, facts) =>
  step.inputs.some(name => facts.constant(name)) ? 'counted' : unlessAxisZero(step, facts);
const unlessAxisZero = unlessAxis(0) as Exclude<Operation['images'], string>;

const turns: Operation['axes'] = step => (turnsLayout(step) ? 'turned' : 'rearranged');

export const movement = {
  Reshape: opaqueOf(reshape(reshaped.Reshape), {
    exact: exactMovement.Reshape,
    features: 'identity',
    cells: reshaping,
    scale: 'moved',
  }),
  Flatten: opaqueOf(reshape(reshaped.Flatten), {
    exact: exactMovement.Flatten,
    features: 'identity',
    cells: reshaping,
    images: step => (step.attributes.int('axis', 1) === 1 ? 'apart' : 'counted'),
    scale: 'moved',
  }),
  Squeeze: opaqueOf(reshape(reshaped.Squeeze), {
    exact: exactMovement.Squeeze,
    features: 'identity',
    cells: reshaping,
    scale: 'moved',
  }),
  Unsqueeze: opaqueOf(reshape(reshaped.Unsqueeze), {
    exact: exactMovement.Unsqueeze,
    features: 'identity',
    cells: reshaping,
    scale: 'moved',
  }),
  Transpose: opaqueOf(transpose, {
    exact: exactMovement.Transpose,
    features: step => (turnsLayout(step) ? 'identity' : 'other'),
    cells: transposing,
    images: step => (step.attributes.ints('perm')?.[0] === 0 ? 'apart' : 'counted'),
    axes: turns,
    scale: 'moved',
  }),
  Concat: opaqueOf(concat, {
    exact: exactMovement.Concat,
    features: joinFeatures,
    cells: joining,
    images: concatenated,
    axes: 'as-they-come',
  }),
  Split: opaqueOf(split, {
    exact: exactMovement.Split,
    cells: splitting,
    images: unlessAxis(0),
    axes: 'as-they-come',
    scale: 'moved',
  }),
  Slice: opaqueOf(slice, {
    exact: exactMovement.Slice,
    cells: slicing,
    axes: 'as-they-come',
    scale: 'moved',
  }),
  Gather: opaqueOf(gather, {
    exact: exactMovement.Gather,
    cells: gathering,
    images: unlessAxis(0),
    axes: 'as-they-come',
    scale: 'moved',
  }),
  Pad: opaqueOf(pad, { features: 'spatial', cells: surrounding, axes: 'as-they-come' }),
  Tile: opaqueOf(tile, { exact: exactMovement.Tile, cells: repeating, axes: 'as-they-come', scale: 'moved' }),
  Expand: opaqueOf(expand, {
    sets: since(8),
    exact: exactMovement.Expand,
    cells: repeating,
    axes: 'as-they-come',
    scale: 'moved',
  }),
  DepthToSpace: spatialOf(depthToSpace, { scale: 'moved' }),
  SpaceToDepth: spatialOf(spaceToDepth, { scale: 'moved' }),
} satisfies Readonly<Record<string, Operation>>;
