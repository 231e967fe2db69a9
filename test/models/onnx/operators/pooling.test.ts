import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import type { Attribute } from '../../../support/onnx-model.ts';
import { close, computed, counted, floats, type Made, refusal, some } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

type Form = Readonly<Record<string, Attribute>>;

/** Where windows begin, how many cells they have and how far apart those are, along one axis. */
interface Axis {
  readonly kernel: number;
  readonly stride?: number;
  readonly dilation?: number;
  readonly before?: number;
  readonly after?: number;
  /** How many windows there are. */
  readonly count: number;
}

type Reduce = (inside: readonly number[], padded: number) => number;

/** One window after the other: what it holds, and how many of its cells are padding. */
function naive(
  x: { shape: readonly number[]; data: ArrayLike<number> },
  rows: Axis,
  columns: Axis,
  reduce: Reduce,
): Made {
  const [images, channels, height, width] = x.shape as [number, number, number, number];
  const places = ({ kernel, stride = 1, dilation = 1, before = 0 }: Axis, at: number) =>
    Array.from({ length: kernel }, (_, cell) => at * stride + cell * dilation - before);
  const data: number[] = [];
  for (let plane = 0; plane < images * channels; plane++)
    for (let row = 0; row < rows.count; row++)
      for (let column = 0; column < columns.count; column++) {
        const cells = places(rows, row).flatMap(y => places(columns, column).map(z => [y, z] as const));
        const isIn = ([y, z]: readonly [number, number]) => y >= 0 && y < height && z >= 0 && z < width;
        const isPadding = ([y, z]: readonly [number, number]) =>
          y < height + (rows.after ?? 0) && z < width + (columns.after ?? 0);
        const inside = cells.filter(isIn);
        const padded = cells.filter(cell => !isIn(cell) && isPadding(cell)).length;
        data.push(
          reduce(
            inside.map(([y, z]) => x.data[(plane * height + y) * width + z]!),
            padded,
          ),
        );
      }
  return { shape: [images, channels, rows.count, columns.count], data };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const most: Reduce = inside => Math.max(...inside);
const mean: Reduce = inside => total(inside) / inside.length;
const meanWithPadding: Reduce = (inside, padded) => total(inside) / (inside.length + padded);
const length =
  (p: number): Reduce =>
  inside =>
    total(inside.map(value => Math.abs(value) ** p)) ** (1 / p);

const picture = some(1, 2, 3, 7, 6);

for (const [title, form, rows, columns] of [
  [
    'side by side',
    { kernel_shape: [2, 3], strides: [2, 3] },
    { kernel: 2, stride: 2, count: 3 },
    { kernel: 3, stride: 3, count: 2 },
  ],
  ['that overlap', { kernel_shape: [3, 2] }, { kernel: 3, count: 5 }, { kernel: 2, count: 5 }],
  [
    'with padding',
    { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 0] },
    { kernel: 3, stride: 2, before: 1, after: 1, count: 4 },
    { kernel: 3, stride: 2, before: 1, count: 3 },
  ],
  [
    'whose number is rounded up',
    { kernel_shape: [2, 4], strides: [2, 3], ceil_mode: 1 },
    { kernel: 2, stride: 2, count: 4 },
    { kernel: 4, stride: 3, count: 2 },
  ],
  [
    'whose number is rounded up, beside padding',
    { kernel_shape: [3, 3], strides: [3, 2], pads: [1, 0, 0, 0], ceil_mode: 1 },
    { kernel: 3, stride: 3, before: 1, count: 3 },
    { kernel: 3, stride: 2, count: 3 },
  ],
  [
    'of which one would begin behind the padding, and is none',
    { kernel_shape: [1, 1], strides: [4, 4], pads: [0, 0, 1, 2], ceil_mode: 1 },
    { kernel: 1, stride: 4, after: 1, count: 2 },
    { kernel: 1, stride: 4, after: 2, count: 2 },
  ],
  [
    'as many as the stride asks for, the odd cell after',
    { kernel_shape: [2, 3], strides: [2, 2], auto_pad: 'SAME_UPPER' },
    { kernel: 2, stride: 2, after: 1, count: 4 },
    { kernel: 3, stride: 2, after: 1, count: 3 },
  ],
  [
    'as many as the stride asks for, the odd cell before',
    { kernel_shape: [2, 3], strides: [2, 2], auto_pad: 'SAME_LOWER' },
    { kernel: 2, stride: 2, before: 1, count: 4 },
    { kernel: 3, stride: 2, before: 1, count: 3 },
  ],
] as const satisfies readonly (readonly [string, Form, Axis, Axis])[]) {
  test(`windows ${title}: their largest, their mean with and without padding, their length`, () => {
    const made = (operator: string, more: Form = {}) =>
      computed(engine, operator, [picture], { attributes: { ...form, ...more } })[0]!;
    close(made('MaxPool'), naive(picture, rows, columns, most));
    close(made('AveragePool'), naive(picture, rows, columns, mean));
    close(made('AveragePool', { count_include_pad: 1 }), naive(picture, rows, columns, meanWithPadding));
    for (const p of [1, 2, 3]) close(made('LpPool', { p }), naive(picture, rows, columns, length(p)), 2e-5);
    close(made('LpPool'), naive(picture, rows, columns, length(2)), 2e-5);
  });
}

test('the largest in dilated windows, with strides and padding', () => {
  const attributes = { kernel_shape: [3, 2], dilations: [2, 3], strides: [1, 2], pads: [1, 0, 0, 1] };
  const [rows, columns] = [
    { kernel: 3, dilation: 2, before: 1, count: 4 },
    { kernel: 2, dilation: 3, stride: 2, count: 2 },
  ];
  close(computed(engine, 'MaxPool', [picture], { attributes })[0]!, naive(picture, rows, columns, most));
  for (const [operator, words] of [
    ['AveragePool', 'averages'],
    ['LpPool', 'sums'],
  ] as const)
    assert.throws(
      () => computed(engine, operator, [picture], { attributes }),
      refusal(new RegExp(`^the node ${words} over dilated windows\\.$`)),
    );
});

test('padding never is the largest, also where all that a window holds is below zero', () => {
  const below = floats([1, 1, 1, 2], -3, -5);
  const attributes = { kernel_shape: [1, 2], pads: [0, 1, 0, 1] };
  assert.deepEqual(computed(engine, 'MaxPool', [below], { attributes })[0]!.data, [-3, -3, -5]);
});

test('a window that reaches beyond all of its input, as rounding up allows, holds what is there', () => {
  const attributes = { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 };
  const small = counted(1, 1, 2, 2);
  assert.deepEqual(computed(engine, 'AveragePool', [small], { attributes })[0], { shape: [1, 1, 1, 1], data: [2.5] });
  assert.deepEqual(
    computed(engine, 'AveragePool', [small], { attributes: { ...attributes, count_include_pad: 1 } })[0]!.data,
    [2.5],
  );
  assert.deepEqual(computed(engine, 'MaxPool', [small], { attributes })[0]!.data, [4]);
});

test('along a row', () => {
  const row = floats([1, 2, 5], 1, 4, 2, 8, 6, -1, -2, -3, -4, -6);
  const attributes = { kernel_shape: [2], strides: [2], pads: [1, 0] };
  assert.deepEqual(computed(engine, 'MaxPool', [row], { attributes })[0], {
    shape: [1, 2, 3],
    data: [1, 4, 8, -1, -2, -4],
  });
  assert.deepEqual(computed(engine, 'AveragePool', [row], { attributes })[0]!.data, [1, 3, 7, -1, -2.5, -5]);
});

test('over the whole grid, however many axes it has', () => {
  const expected = (reduce: Reduce, size: number) =>
    Array.from({ length: 6 }, (_, plane) => reduce([...picture.data.slice(plane * size, (plane + 1) * size)], 0));
  for (const shape of [
    [2, 3, 7, 6],
    [2, 3, 42],
    [2, 3, 7, 3, 2],
  ]) {
    const x = picture.reshaped(shape);
    const to = [2, 3, ...shape.slice(2).map(() => 1)];
    close(computed(engine, 'GlobalAveragePool', [x])[0]!, { shape: to, data: expected(mean, 42) });
    close(computed(engine, 'GlobalMaxPool', [x])[0]!, { shape: to, data: expected(most, 42) });
    close(
      computed(engine, 'GlobalLpPool', [x], { attributes: { p: 3 } })[0]!,
      { shape: to, data: expected(length(3), 42) },
      1e-5,
    );
    close(computed(engine, 'GlobalLpPool', [x])[0]!, { shape: to, data: expected(length(2), 42) }, 1e-5);
  }
});

test('what is not computed is refused in words', () => {
  const attributes = { kernel_shape: [2, 2] };
  assert.throws(
    () => computed(engine, 'MaxPool', [picture], { attributes, outputs: 2 }),
    refusal(/^the node asks for the positions of the maxima, which camdrift does not compute\.$/),
  );
  assert.throws(() => computed(engine, 'MaxPool', [picture]), refusal(/^the node names no kernel_shape\.$/));
  assert.throws(
    () => computed(engine, 'AveragePool', [picture], { attributes: { kernel_shape: [8, 2] } }),
    refusal(/^the node has a window larger than its input \(7 x 6\)\.$/),
  );
  assert.throws(
    () => computed(engine, 'MaxPool', [picture], { attributes: { kernel_shape: [2, 2, 2] } }),
    refusal(/^the node slides over 3 dimensions \(2, 2, 2\); expected two, of at least 1\.$/),
  );
});
