import { axesOf } from '../operators/_shapes.ts';
import { Known, sizeOf } from '../value.ts';
import { dot, strides } from './_indexing.ts';
import { numbers } from './arithmetic.ts';
import type { Exact } from './index.ts';

const reduction =
  (join: (a: number, b: number) => number): Exact =>
  call => {
    const x = call.known(0);
    const named = call.numbersFrom('axes', 1) ?? [];
    if (named.length === 0 && call.attributes.int('noop_with_empty_axes', 0) === 1) return x;
    const axes = new Set(named.length > 0 ? axesOf(call, named, x.shape) : x.shape.keys());
    const kept = x.shape.map((size, axis) => (axes.has(axis) ? 1 : size));
    const steps = strides(kept).map((step, axis) => (axes.has(axis) ? 0 : step));
    const own = strides(x.shape);
    const seen = new Uint8Array(sizeOf(kept));
    const data = numbers(x.type, sizeOf(kept));
    for (const [flat, value] of x.data.entries()) {
      const to = dot(
        x.shape.map((size, axis) => Math.floor(flat / own[axis]!) % size),
        steps,
      );
      data[to] = seen[to] ? join(data[to]!, value) : value;
      seen[to] = 1;
    }
    const shape = call.attributes.int('keepdims', 1) === 1 ? kept : kept.filter((_, axis) => !axes.has(axis));
    return new Known(shape, x.type, data);
  };

export const exactReductions = {
  ReduceProd: reduction((a, b) => a * b),
  ReduceSum: reduction((a, b) => a + b),
  ReduceMax: reduction(Math.max),
  ReduceMin: reduction(Math.min),
} satisfies Readonly<Record<string, Exact>>;
