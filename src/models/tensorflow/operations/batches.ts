import type { Builder, Value } from '../../lowering/builder.ts';
import type { NodeCall, Operation } from '../call.ts';

/** Cells that lie as far apart as a block is wide become images of their own, and back: how TensorFlow 1 dilates convolutions. */
export const batches: Readonly<Record<string, Operation>> = {
  SpaceToBatchND: { kind: 'other', lower: toBatch },
  BatchToSpaceND: { kind: 'other', lower: toSpace },
};

interface Blocks {
  readonly block: readonly number[];
  /** Before and after, per axis. */
  readonly around: readonly number[];
  readonly rank: number;
}

function blocksOf(call: NodeCall): Blocks {
  const [block, around, { rank }] = [call.numbers(1), call.numbers(2), call.x];
  const fits = around.length === 2 * block.length && block.every(size => size >= 1) && rank !== undefined;
  return fits && rank > block.length ? { block, around, rank } : call.refuse('has blocks of an unknown form');
}

/** Numbers of a shape, one after another. */
class Sizes {
  readonly #b: Builder;
  readonly #shape: Value;

  constructor(b: Builder, x: Value) {
    this.#b = b;
    this.#shape = b.plainStep('Shape', [b.plain(x)], {}, 1);
  }

  from(start: number, end: number): Value {
    return this.#b.plainStep('Slice', [this.#shape, this.#b.integers([start]), this.#b.integers([end])]);
  }

  times(axis: number, operation: 'Mul' | 'Div', by: number): Value {
    return this.#b.plainStep(operation, [this.from(axis, axis + 1), this.#b.integers([by])]);
  }
}

const joined = (b: Builder, parts: readonly (Value | number)[]): Value =>
  b.plainStep(
    'Concat',
    parts.map(part => (typeof part === 'number' ? b.integers([part]) : part)),
    { axis: 0 },
    1,
  );

function toBatch(call: NodeCall): Value {
  const b = call.builder;
  const { block, around, rank } = blocksOf(call);
  const pads = [0, 1].flatMap(side => Array.from({ length: rank }, (_, axis) => around[2 * (axis - 1) + side] ?? 0));
  const wide = b.plainStep('Pad', [call.x, b.integers(pads.map((size, at) => (at % rank === 0 ? 0 : size)))]);
  const sizes = new Sizes(b, wide);
  const rest = sizes.from(block.length + 1, rank);
  const apart = b.plainStep('Reshape', [
    wide,
    joined(b, [sizes.from(0, 1), ...block.flatMap((size, at) => [sizes.times(at + 1, 'Div', size), size]), rest]),
  ]);
  const inner = block.map((_, at) => 2 * at + 2);
  const outer = block.map((_, at) => 2 * at + 1);
  const behind = Array.from({ length: rank - block.length - 1 }, (_, at) => 2 * block.length + 1 + at);
  const turned = b.plainStep('Transpose', [apart], { perm: [...inner, 0, ...outer, ...behind] });
  const count = block.reduce((product, size) => product * size, 1);
  const target = joined(b, [
    sizes.times(0, 'Mul', count),
    ...block.map((size, at) => sizes.times(at + 1, 'Div', size)),
    rest,
  ]);
  return b.plainStep('Reshape', [turned, target], {}, rank);
}

function toSpace(call: NodeCall): Value {
  const b = call.builder;
  const { block, around, rank } = blocksOf(call);
  const sizes = new Sizes(b, call.x);
  const count = block.reduce((product, size) => product * size, 1);
  const images = sizes.times(0, 'Div', count);
  const apart = b.plainStep('Reshape', [call.x, joined(b, [...block, images, sizes.from(1, rank)])]);
  const grid = block.flatMap((_, at) => [block.length + 1 + at, at]);
  const behind = Array.from({ length: rank - block.length - 1 }, (_, at) => 2 * block.length + 1 + at);
  const turned = b.plainStep('Transpose', [apart], { perm: [block.length, ...grid, ...behind] });
  const wide = block.map((size, at) => sizes.times(at + 1, 'Mul', size));
  const whole = b.plainStep(
    'Reshape',
    [turned, joined(b, [images, ...wide, sizes.from(block.length + 1, rank)])],
    {},
    rank,
  );
  if (around.every(size => size === 0)) return whole;
  const axes = block.map((_, at) => at + 1);
  const starts = axes.map(axis => around[2 * (axis - 1)]!);
  const ends = axes.map(axis => (around[2 * axis - 1]! > 0 ? -around[2 * axis - 1]! : 2 ** 31 - 1));
  return b.plainStep('Slice', [whole, b.integers(starts), b.integers(ends), b.integers(axes)]);
}
