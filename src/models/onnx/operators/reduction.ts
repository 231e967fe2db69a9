import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { reducedAxes, reducing } from '../cells.ts';
import { exactReductions } from '../known/reduction.ts';
import { type Core, physicalAxis } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { type Live, plain } from '../value.ts';
import { entrywiseOf } from './_families.ts';
import { meanFeatures } from './_features.ts';
import { root } from './_gradients.ts';
import { axesOf } from './_shapes.ts';

type Reduce = (core: Core, x: Tensor, axes: number[]) => Tensor;

/** Axes are an attribute in older operator sets, an input in newer ones; none at all means every axis. */
const reduction =
  (reduce: Reduce): Operator =>
  (call): Live => {
    const shape = call.shape(0);
    const axes = reduced(call, shape);
    if (axes.length === 0 && shape.length > 0) return call.asIs();
    const keep = call.attributes.int('keepdims', 1) === 1;
    if (call.layout === 'channels-last' && (keep || keepsOrder(axes))) return reducedInPlace(call, reduce, axes, keep);
    const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    const answer = reduce(call.core, call.plain(0), axes);
    return plain(call.core.reshape(answer, keep ? kept : kept.filter((_, axis) => !axes.includes(axis))));
  };

function reduced(call: Call, shape: readonly number[]): number[] {
  const named = call.numbersFrom('axes', 1) ?? [];
  if (named.length === 0) return call.attributes.int('noop_with_empty_axes', 0) === 1 ? [] : [...shape.keys()];
  const axes = axesOf(call, named, shape);
  if (axes.some(axis => shape[axis] === 0)) call.fail(`reduces axes ${named.join(', ')} of ${shape.join(' x ')}`);
  return axes;
}

const keepsOrder = (axes: readonly number[]): boolean =>
  !axes.includes(1) === axes.includes(2) && axes.includes(2) === axes.includes(3);

/** Height and width go together, or all axes stay: what is left has the same order in both layouts. */
function reducedInPlace(call: Call, reduce: Reduce, axes: readonly number[], keep: boolean): Live {
  const { core } = call;
  const { tensor } = call.asIs();
  const physical = axes.map(axis => physicalAxis('channels-last', 4, axis));
  const answer = reduce(core, tensor, physical);
  const kept = tensor.shape.map((size, axis) => (physical.includes(axis) ? 1 : size));
  if (keep) return { tensor: core.reshape(answer, kept), layout: 'channels-last' };
  return plain(answer);
}

/** TensorFlow.js gives every tie the whole gradient. */
const extreme =
  (pick: 'max' | 'min'): Reduce =>
  (core, x, axes) =>
    core[pick](x, axes);

const products: Reduce = (core, x, axes) => {
  const kept = axes.reduce((rest, axis) => product(core, rest, axis), x);
  return core.reshape(
    kept,
    x.shape.filter((_, axis) => !axes.includes(axis)),
  );
};

/** By halves, down to an axis of one: the gradient of TensorFlow.js's own product does not run. */
function product(core: Core, x: Tensor, axis: number): Tensor {
  const size = x.shape[axis]!;
  if (size <= 1) return x;
  const half = Math.floor(size / 2);
  const part = (start: number, count: number) =>
    core.slice(
      x,
      x.shape.map((_, at) => (at === axis ? start : 0)),
      x.shape.map((all, at) => (at === axis ? count : all)),
    );
  const halves = product(core, core.mul(part(0, half), part(half, half)), axis);
  return size % 2 === 0 ? halves : core.mul(halves, part(size - 1, 1));
}

const norm: Reduce = (core, x, axes) => root(core, core.sum(core.square(x), axes), 2);

const images: Operation['images'] = (step, facts) => {
  const axes = reducedAxes(step, facts);
  return !axes ? 'counted' : axes.includes(0) ? 'mixed' : 'apart';
};

/** Over the axes that a step names, which may hold cells, channels or both. */
const over = (reduce: Reduce, more: Partial<Operation> = {}): Operation =>
  entrywiseOf(reduction(reduce), { cells: reducing, images, ...more });

export const reductions = {
  ReduceMean: over((core, x, axes) => core.mean(x, axes), { features: meanFeatures }),
  ReduceSum: over((core, x, axes) => core.sum(x, axes), { exact: exactReductions.ReduceSum }),
  ReduceMax: over(extreme('max'), { exact: exactReductions.ReduceMax }),
  ReduceMin: over(extreme('min'), { exact: exactReductions.ReduceMin }),
  ReduceProd: over(products, { exact: exactReductions.ReduceProd }),
  ReduceL1: over((core, x, axes) => core.sum(core.abs(x), axes)),
  ReduceL2: over(norm),
  ReduceSumSquare: over((core, x, axes) => core.sum(core.square(x), axes)),
  ReduceLogSum: over((core, x, axes) => core.log(core.sum(x, axes))),
  ReduceLogSumExp: over((core, x, axes) => core.logSumExp(x, axes)),
} satisfies Readonly<Record<string, Operation>>;
