import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import { integers, type Known, sizeOf } from '../../../../src/models/onnx/value.ts';
import type { Attribute } from '../../../support/onnx-model.ts';
import { close, computed, counted, floats, list, type Made, refusal, some, typed } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

type Form = Readonly<Record<string, Attribute>>;
const run = (operator: string, inputs: readonly (Known | undefined)[], attributes: Form = {}, more = {}) =>
  computed(engine, operator, inputs, { attributes, ...more })[0]!;
const refuses = (
  operator: string,
  inputs: readonly (Known | undefined)[],
  words: RegExp,
  attributes: Form = {},
  more = {},
) => assert.throws(() => run(operator, inputs, attributes, more), refusal(words));

/** Entry by entry of the answer: which entry of x it is, or a number. */
function taken(x: Known, shape: readonly number[], from: (index: number[]) => number[] | number): Made {
  const data = Array.from({ length: sizeOf(shape) }, (_, at) => {
    const place = from(shape.map((size, axis) => Math.floor(at / sizeOf(shape.slice(axis + 1))) % size));
    return typeof place === 'number'
      ? place
      : x.data[place.reduce((sum, index, axis) => sum * x.shape[axis]! + index, 0)]!;
  });
  return { shape, data };
}

const picture = some(1, 2, 4, 6, 3);

test('a shape is given with what is copied and what is left over', () => {
  const shape = (x: Known, to: number[], attributes: Form = {}) => run('Reshape', [x, integers(to)], attributes).shape;
  assert.deepEqual(shape(picture, [0, -1]), [2, 72]);
  assert.deepEqual(shape(picture, [-1, 0, 9]), [4, 4, 9]);
  assert.deepEqual(shape(picture, [8, 18]), [8, 18]);
  assert.deepEqual(run('Reshape', [picture, integers([0, -1])]).data, [...picture.data]);
  refuses('Reshape', [counted(2, 3), integers([4, -1])], /^the node reshapes 2 x 3 to 4 x -1, which does not fit\.$/);
  refuses('Reshape', [counted(2, 3), integers([5])], /^the node reshapes 2 x 3 to 5, which does not fit\.$/);
  refuses('Reshape', [counted(2, 3), integers([0, 3])], /^the node reshapes 2 x 3 to 0 x 3, which does not fit\.$/, {
    allowzero: 1,
  });
  refuses('Reshape', [counted(2, 3), integers([-2, -3])], /^the node reshapes 2 x 3 to -2 x -3, which does not fit\.$/);
});

test('axes are laid out in a row, taken away and put in', () => {
  assert.deepEqual(run('Flatten', [picture]).shape, [2, 72]);
  assert.deepEqual(run('Flatten', [picture], { axis: -1 }).shape, [48, 3]);
  assert.deepEqual(run('Flatten', [picture], { axis: 0 }).shape, [1, 144]);
  const ones = counted(1, 3, 1, 2);
  assert.deepEqual(run('Squeeze', [ones]).shape, [3, 2]);
  assert.deepEqual(run('Squeeze', [ones, integers([-2])]).shape, [1, 3, 2]);
  assert.deepEqual(run('Squeeze', [ones], { axes: [0] }).shape, [3, 1, 2]);
  refuses('Squeeze', [ones, integers([1])], /^the node squeezes axes 1 of 1 x 3 x 1 x 2\.$/);
  assert.deepEqual(run('Unsqueeze', [counted(2, 3), integers([-1, 0])]).shape, [1, 2, 3, 1]);
  assert.deepEqual(run('Unsqueeze', [counted(2, 3)], { axes: [1] }).shape, [2, 1, 3]);
  refuses('Unsqueeze', [counted(2, 3), integers([5])], /^the node has odd axes\.$/);
});

test('axes come in another order, whichever it is', () => {
  for (const perm of [
    [0, 2, 3, 1],
    [0, 3, 1, 2],
    [3, 2, 1, 0],
    [0, 1, 3, 2],
    [1, 0, 2, 3],
  ]) {
    const shape = perm.map(axis => picture.shape[axis]!);
    const expected = taken(picture, shape, index => perm.map((_, axis) => index[perm.indexOf(axis)]!));
    close(run('Transpose', [picture], { perm }), expected);
    if (perm[0] === 3) close(run('Transpose', [picture]), expected);
  }
  refuses('Transpose', [counted(2, 3)], /^the node has the permutation 0,0 for a value with 2 dimensions\.$/, {
    perm: [0, 0],
  });
  refuses('Transpose', [counted(2, 3)], /^the node has the permutation 1,0,2 for a value with 2 dimensions\.$/, {
    perm: [1, 0, 2],
  });
});

test('values are joined along any axis and split again', () => {
  const other = some(2, 2, 1, 6, 3);
  const whole = run('Concat', [picture, other], { axis: 1 });
  close(
    whole,
    taken(picture, [2, 5, 6, 3], ([n, c, y, x]) => (c! < 4 ? [n!, c!, y!, x!] : other.data[(n! * 6 + y!) * 3 + x!]!)),
  );
  close(run('Concat', [picture, other], { axis: -3 }), whole);
  const parts = computed(engine, 'Split', [floats(whole.shape, ...whole.data), integers([4, 1])], {
    attributes: { axis: 1 },
    outputs: 2,
  });
  assert.deepEqual(
    parts.map(({ data }) => data),
    [[...picture.data], [...other.data]],
  );
  const sizes = (size: number, outputs: number, attributes: Form = {}) =>
    computed(engine, 'Split', [counted(size)], { outputs, attributes }).map(({ data }) => data.length);
  assert.deepEqual(sizes(6, 3), [2, 2, 2]);
  assert.deepEqual(sizes(7, 3, { num_outputs: 3 }), [3, 3, 1]);
  assert.deepEqual(sizes(5, 2, { split: [1, 4] }), [1, 4]);
  for (const [split, told] of [
    [[2, 2], '2, 2'],
    [[5], '5'],
  ] as const)
    refuses(
      'Split',
      [counted(5), integers(split)],
      new RegExp(`^the node splits 5 entries into ${told}\\.$`),
      {},
      { outputs: 2 },
    );
  refuses('Split', [counted(5)], /^the node splits 5 entries into 0 parts\.$/, { num_outputs: 0 });
  refuses('Split', [counted(5)], /^the node splits 5 entries into 6 parts\.$/, { num_outputs: 6 });
  refuses('Split', [counted(5)], /^the node names axis 1 of a value with 1 dimensions\.$/, { axis: 1 });
});

test('slices: from either end, in steps, backwards, beyond the end, and none at all', () => {
  const x = list(0, 1, 2, 3, 4, 5, 6);
  for (const [start, end, step, expected] of [
    [1, 4, 1, [1, 2, 3]],
    [-3, -1, 1, [4, 5]],
    [0, 99, 3, [0, 3, 6]],
    [1, 6, 2, [1, 3, 5]],
    [-99, 2, 1, [0, 1]],
    [5, 2, 1, []],
    [99, 100, 1, []],
    [-1, -99, -1, [6, 5, 4, 3, 2, 1, 0]],
    [5, 0, -2, [5, 3, 1]],
    [99, 3, -1, [6, 5, 4]],
    [2, -99, -2, [2, 0]],
    [1, 3, -1, []],
  ] as const)
    assert.deepEqual(
      run('Slice', [x, ...[[start], [end], [0], [step]].map(each => integers(each))]),
      { shape: [expected.length], data: expected },
      `${start}:${end}:${step}`,
    );
  const cut = run('Slice', [picture, integers([1, 5]), integers([3, 0]), integers([1, -2]), integers([1, -2])]);
  close(
    cut,
    taken(picture, [2, 2, 3, 3], ([n, c, y, z]) => [n!, c! + 1, 5 - 2 * y!, z!]),
  );
  close(
    run('Slice', [picture], { starts: [1, 0], ends: [2, 2] }, { opset: 9 }),
    taken(picture, [1, 2, 6, 3], ([, c, y, z]) => [1, c!, y!, z!]),
  );
  refuses('Slice', [x, integers([0]), integers([2]), integers([1])], /^the node slices axis 1 of 7\.$/);
  refuses('Slice', [x, ...[[0], [2], [0], [0]].map(each => integers(each))], /^the node slices with a step of 0\.$/);
});

test('entries are picked along an axis, in any shape, from either end', () => {
  const indices = integers([3, 0, -1, 3], [2, 2]);
  const at = [
    [3, 0],
    [3, 3],
  ];
  close(
    run('Gather', [picture, indices], { axis: 1 }),
    taken(picture, [2, 2, 2, 6, 3], ([n, i, j, y, z]) => [n!, at[i!]![j!]!, y!, z!]),
  );
  assert.deepEqual(run('Gather', [counted(3, 2), integers([1], [])]), { shape: [2], data: [3, 4] });
  for (const index of [3, -4])
    refuses('Gather', [counted(3, 2), integers([index])], /^the node picks an entry beyond 3\.$/);
});

test('values are repeated, whole or along axes of one', () => {
  close(
    run('Tile', [picture, integers([1, 2, 1, 3])]),
    taken(picture, [2, 8, 6, 9], ([n, c, y, z]) => [n!, c! % 4, y!, z! % 3]),
  );
  assert.deepEqual(run('Expand', [counted(2, 1), integers([3, 1, 2])]), {
    shape: [3, 2, 2],
    data: [1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2],
  });
  assert.deepEqual(run('Expand', [counted(2, 3), integers([1])]).shape, [2, 3]);
  refuses(
    'Expand',
    [counted(2, 3), integers([2])],
    /^the node joins values of shapes 2 x 3 and 2, which do not fit\.$/,
  );
});

test('what surrounds a value is a number, its edge or its mirror', () => {
  const x = list(1, 2, 3);
  const pad = (sizes: number[], mode: string, value?: Known) => run('Pad', [x, integers(sizes), value], { mode }).data;
  assert.deepEqual(pad([2, 1], 'constant'), [0, 0, 1, 2, 3, 0]);
  assert.deepEqual(pad([1, 1], 'constant', floats([], 7)), [7, 1, 2, 3, 7]);
  assert.deepEqual(pad([2, 1], 'edge'), [1, 1, 1, 2, 3, 3]);
  assert.deepEqual(pad([2, 1], 'reflect'), [3, 2, 1, 2, 3, 2]);
  assert.deepEqual(pad([0, 2], 'reflect'), [1, 2, 3, 2, 1]);
  assert.deepEqual(pad([-1, 2], 'constant'), [2, 3, 0, 0]);
  assert.deepEqual(pad([1, -2], 'edge'), [1, 1]);
  assert.deepEqual(run('Pad', [x], { pads: [1, 0], value: { f: 4 } }, { opset: 10 }).data, [4, 1, 2, 3]);
  const around = taken(picture, [2, 4, 9, 4], ([n, c, y, z]) =>
    y! < 2 || y! > 7 || z! > 2 ? 5 : [n!, c!, y! - 2, z!],
  );
  close(run('Pad', [picture, integers([0, 0, 2, 0, 0, 0, 1, 1]), floats([], 5)]), around);
  close(run('Pad', [picture, integers([0, 2, 1, 1]), floats([], 5), integers([-1, 2])]), around);
  refuses('Pad', [x, integers([3, 0])], /^the node reflects 3 entries into more\.$/, { mode: 'reflect' });
  refuses(
    'Pad',
    [x, integers([1, 1])],
    /^the node has the attribute mode = wrap; camdrift knows constant, reflect, edge\.$/,
    { mode: 'wrap' },
  );
});

test('blocks of channels become blocks of cells and back, in both orders of their channels', () => {
  const x = some(3, 2, 8, 2, 3);
  for (const [mode, channel] of [
    ['DCR', (c: number, i: number, j: number) => (i * 2 + j) * 2 + c],
    ['CRD', (c: number, i: number, j: number) => c * 4 + i * 2 + j],
  ] as const) {
    const made = run('DepthToSpace', [x], { blocksize: 2, mode });
    close(
      made,
      taken(x, [2, 2, 4, 6], ([n, c, y, z]) => [
        n!,
        channel(c!, y! % 2, z! % 2),
        Math.floor(y! / 2),
        Math.floor(z! / 2),
      ]),
    );
    assert.deepEqual(run('SpaceToDepth', [floats(made.shape, ...made.data)], { blocksize: 2, mode }).data, [...x.data]);
  }
  refuses('DepthToSpace', [picture], /^the node divides 4 channels into blocks of 3 x 3\.$/, { blocksize: 3 });
  for (const size of [2, 4])
    refuses(
      'SpaceToDepth',
      [picture],
      new RegExp(`^the node divides 6 x 3 cells into blocks of ${size} x ${size}\\.$`),
      { blocksize: size },
    );
});

test('running sums, triangles and rows of a single one', () => {
  const x = counted(2, 3);
  const sums = (attributes: Form) => run('CumSum', [x, integers([-1], [])], attributes).data;
  assert.deepEqual(sums({}), [1, 3, 6, 4, 9, 15]);
  assert.deepEqual(sums({ exclusive: 1 }), [0, 1, 3, 0, 4, 9]);
  assert.deepEqual(sums({ reverse: 1 }), [6, 5, 3, 15, 11, 6]);
  assert.deepEqual(sums({ reverse: 1, exclusive: 1 }), [5, 3, 0, 11, 6, 0]);
  assert.deepEqual(run('CumSum', [x, integers([0], [])]).data, [1, 2, 3, 5, 7, 9]);
  assert.deepEqual(run('Trilu', [x]).data, [1, 2, 3, 0, 5, 6]);
  assert.deepEqual(run('Trilu', [x, integers([1], [])]).data, [0, 2, 3, 0, 0, 6]);
  assert.deepEqual(run('Trilu', [x], { upper: 0 }).data, [1, 0, 0, 4, 5, 0]);
  assert.deepEqual(run('Trilu', [x, integers([-1], [])], { upper: 0 }).data, [0, 0, 0, 4, 0, 0]);
  assert.deepEqual(run('OneHot', [list(1, -1), integers([3], []), list(2, 5)]), {
    shape: [2, 3],
    data: [2, 5, 2, 2, 2, 5],
  });
  assert.deepEqual(run('OneHot', [list(1, -1), integers([3], []), list(0, 1)], { axis: 0 }), {
    shape: [3, 2],
    data: [0, 0, 1, 0, 0, 1],
  });
  const rows = floats([2, 2, 2], 1, 3, 2, 3, 5, 4, 0, 5);
  assert.deepEqual(run('Hardmax', [rows]).data, [0, 1, 0, 1, 1, 0, 0, 1]);
  assert.deepEqual(run('Hardmax', [rows], { axis: 1 }).data, [0, 1, 1, 0, 1, 0, 0, 1]);
  assert.deepEqual(run('Hardmax', [rows], {}, { opset: 12 }).data, [0, 1, 0, 0, 1, 0, 0, 0]);
});

test('entries are gathered one by one, or at places in several axes, and written there', () => {
  const x = counted(2, 3);
  assert.deepEqual(run('GatherElements', [x, typed('int', [2, 2], 2, 0, -1, 1)], { axis: 1 }).data, [3, 1, 6, 5]);
  assert.deepEqual(run('GatherElements', [x, typed('int', [1, 3], 1, 0, -1)]).data, [4, 2, 6]);
  assert.deepEqual(run('GatherND', [x, integers([1, 2, 0, -1], [2, 2])]), { shape: [2], data: [6, 3] });
  assert.deepEqual(run('GatherND', [x, integers([-1], [1, 1])]), { shape: [1, 3], data: [4, 5, 6] });
  assert.deepEqual(run('GatherND', [x, integers([2, -3], [2, 1])], { batch_dims: 1 }), { shape: [2], data: [3, 4] });
  refuses('GatherND', [x, integers([0, 3], [1, 2])], /^the node picks at 0,3\.$/);
  assert.deepEqual(run('ScatterND', [x, integers([1, 0, -2, 2], [2, 2]), list(40, 30)]).data, [1, 2, 30, 40, 5, 6]);
  assert.deepEqual(run('ScatterND', [x, integers([1], [1, 1]), floats([1, 3], 7, 8, 9)]).data, [1, 2, 3, 7, 8, 9]);
  refuses('ScatterND', [x, integers([2], [1, 1]), floats([1, 3], 7, 8, 9)], /^the node writes beyond a value\.$/);
  refuses(
    'ScatterND',
    [x, integers([1], [1, 1]), floats([1, 3], 7, 8, 9)],
    /^the node has the attribute reduction = add; camdrift knows none\.$/,
    { reduction: 'add' },
  );
  assert.deepEqual(run('TopK', [floats([3, 2], 1, 6, 5, 2, 3, 4), integers([2])], { axis: 0 }), {
    shape: [2, 2],
    data: [5, 6, 3, 4],
  });
  refuses('TopK', [list(1, 2), integers([3])], /^the node chooses 3 entries of 2\.$/);
});

for (const [operator, reduce] of [
  ['ReduceMean', all => all.reduce((a, b) => a + b) / all.length],
  ['ReduceSum', all => all.reduce((a, b) => a + b)],
  ['ReduceMax', all => Math.max(...all)],
  ['ReduceMin', all => Math.min(...all)],
  ['ReduceProd', all => all.reduce((a, b) => a * b)],
  ['ReduceL1', all => all.reduce((sum, x) => sum + Math.abs(x), 0)],
  ['ReduceL2', all => Math.sqrt(all.reduce((sum, x) => sum + x * x, 0))],
  ['ReduceSumSquare', all => all.reduce((sum, x) => sum + x * x, 0)],
  ['ReduceLogSum', all => Math.log(all.reduce((a, b) => a + b))],
  ['ReduceLogSumExp', all => Math.log(all.reduce((sum, x) => sum + Math.exp(x), 0))],
] as const satisfies readonly (readonly [string, (all: number[]) => number])[])
  test(`${operator} takes the axes that are named, in an attribute or an input, or all; they stay or go`, () => {
    const x = floats(
      picture.shape,
      ...[...picture.data].map(value => (operator === 'ReduceLogSum' ? value + 1.5 : value)),
    );
    const expected = (axes: readonly number[], keep: boolean): Made => {
      const groups = new Map<string, number[]>();
      for (const [at, value] of x.data.entries()) {
        const key = x.shape
          .map((size, axis) => (axes.includes(axis) ? 0 : Math.floor(at / sizeOf(x.shape.slice(axis + 1))) % size))
          .join();
        groups.set(key, [...(groups.get(key) ?? []), value]);
      }
      const shape = x.shape.flatMap((size, axis) => (!axes.includes(axis) ? [size] : keep ? [1] : []));
      return { shape, data: [...groups.values()].map(reduce) };
    };
    for (const axes of [[2, 3], [1], [3], [1, 2, 3], [0, 1], [2]]) {
      close(run(operator, [x], { axes }), expected(axes, true), 1e-5);
      close(run(operator, [x, integers(axes.map(axis => axis - 4))], { keepdims: 0 }), expected(axes, false), 1e-5);
    }
    close(run(operator, [x]), expected([0, 1, 2, 3], true), 1e-5);
    close(run(operator, [x], { noop_with_empty_axes: 1 }), { shape: x.shape, data: [...x.data] });
    refuses(operator, [x], /^the node names axes 1, 1 of 2 x 4 x 6 x 3\.$/, { axes: [1, 1] });
  });
