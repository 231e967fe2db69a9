import type { Call } from '../call.ts';
import { type Shape, sizeOf } from '../value.ts';

/** The shape that Reshape, Flatten, Squeeze or Unsqueeze gives its input. */
export const reshaped = {
  Reshape: (call: Call) => reshapeTarget(call, call.shape(0), call.numbersFrom('shape', 1) ?? []),
  Flatten(call: Call) {
    const shape = call.shape(0);
    const axis = call.attributes.int('axis', 1);
    const at = axis < 0 ? axis + shape.length : axis;
    return [sizeOf(shape.slice(0, at)), sizeOf(shape.slice(at))];
  },
  Squeeze(call: Call) {
    const shape = call.shape(0);
    const axes = call.numbersFrom('axes', 1)?.map(axis => (axis < 0 ? axis + shape.length : axis));
    if (axes?.some(axis => shape[axis] !== 1)) call.fail(`squeezes axes ${axes} of ${shape.join(' x ')}`);
    return shape.filter((size, axis) => (axes ? !axes.includes(axis) : size !== 1));
  },
  Unsqueeze(call: Call) {
    const [shape, named] = [[...call.shape(0)], call.numbersFrom('axes', 1) ?? []];
    const rank = shape.length + named.length;
    const axes = new Set(named.map(axis => (axis < 0 ? axis + rank : axis)));
    return Array.from({ length: rank }, (_, axis) =>
      axes.has(axis) ? 1 : (shape.shift() ?? call.fail('has odd axes')),
    );
  },
} satisfies Readonly<Record<string, (call: Call) => number[]>>;

/** 0 copies a dimension, -1 is what remains. */
function reshapeTarget(call: Call, from: Shape, target: readonly number[]): number[] {
  const literal = call.attributes.int('allowzero', 0) === 1;
  const copied = target.map((size, axis) => (size === 0 && !literal ? from[axis]! : size));
  const known = copied.filter(size => size !== -1).reduce((product, size) => product * size, 1);
  const filled = copied.map(size => (size === -1 ? sizeOf(from) / known : size));
  if (sizeOf(filled) === sizeOf(from) && filled.every(size => Number.isInteger(size) && size >= 0)) return filled;
  return call.fail(`reshapes ${from.join(' x ')} to ${target.join(' x ')}, which does not fit`);
}

/** Start, step and number of entries per axis. */
export interface Cut {
  readonly axis: number;
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Starts, ends, axes and steps are attributes before operator set 10, inputs after. */
export function cuts(call: Call): Cut[] {
  const shape = call.shape(0);
  const starts = call.numbersFrom('starts', 1) ?? [];
  const ends = call.numbersFrom('ends', 2) ?? [];
  const axes = call.numbersFrom('axes', 3) ?? starts.map((_, axis) => axis);
  const steps = call.has(4) ? call.numbers(4) : starts.map(() => 1);
  if (ends.length !== starts.length)
    call.fail(`slices from ${starts.join(', ')} to ${ends.join(', ')}: as many ends as starts are expected`);
  return axes.map((named, at) => {
    const axis = named < 0 ? named + shape.length : named;
    const size = shape[axis] ?? call.fail(`slices axis ${named} of ${shape.join(' x ')}`);
    const step = steps[at]! || call.fail('slices with a step of 0');
    const counted = (value: number) => (value < 0 ? value + size : value);
    const clamped = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
    const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
    const start = clamped(counted(starts[at]!), 0, high);
    const end = clamped(counted(ends[at]!), low, high);
    return { axis, start, step, count: Math.max(0, Math.ceil((end - start) / step)) };
  });
}

/** The lengths of the parts along the axis. */
export function parts(call: Call, size: number): number[] {
  const named = call.numbersFrom('split', 1);
  const count = call.attributes.int('num_outputs', call.outputs);
  if (!named && !(count >= 1 && count <= Math.max(size, call.outputs)))
    return call.fail(`splits ${size} entries into ${count} parts`);
  const each = Math.ceil(size / count);
  const lengths = named ?? Array.from({ length: count }, (_, at) => Math.max(0, Math.min(each, size - at * each)));
  if (lengths.reduce((sum, length) => sum + length, 0) === size && lengths.length >= call.outputs) return lengths;
  return call.fail(`splits ${size} entries into ${lengths.join(', ')}`);
}

export function axisOf(call: Call, fallback: number, rank = call.shape(0).length): number {
  const axis = call.attributes.int('axis', fallback);
  const found = axis < 0 ? axis + rank : axis;
  return found >= 0 && found < rank ? found : call.fail(`names axis ${axis} of a value with ${rank} dimensions`);
}

/** Each of them there, and none twice: kernels do not look, and would write beyond their memory. */
export function axesOf(call: Call, named: readonly number[], shape: Shape): number[] {
  const axes = named.map(axis => (axis < 0 ? axis + shape.length : axis));
  if (axes.every((axis, at) => shape[axis] !== undefined && axes.indexOf(axis) === at)) return axes;
  return call.fail(`names axes ${named.slice(0, 9).join(', ')} of ${shape.join(' x ')}`);
}

export function broadcast(call: Call, a: Shape, b: Shape): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [left, right] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1];
    if (left !== right && left !== 1 && right !== 1)
      call.fail(`joins values of shapes ${a.join(' x ')} and ${b.join(' x ')}, which do not fit`);
    return left === 1 ? right : left;
  });
}
