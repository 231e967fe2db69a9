import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { node } from '../../support/tfjs-model.ts';
import { computed, floats, type Given, one, type Picture, type Use, whole } from './_computed.ts';

const engine = await wasmEngine();

/** 3 rows, 4 columns, 2 channels: each entry is its own place. */
const picture: Picture = { shape: [3, 4, 2], data: Array.from({ length: 24 }, (_, at) => at) };
const at = (row: number, column: number, channel: number) => row * 8 + column * 2 + channel;

/** The numbers of a value of that shape, from where `from` says; `undefined` stands for the filling. */
function numbers(shape: readonly number[], from: (...index: number[]) => number | undefined, filling = 0): number[] {
  const size = shape.reduce((product, each) => product * each, 1);
  return Array.from({ length: size }, (_, entry) => {
    const index = shape.map(
      (length, axis) => Math.floor(entry / shape.slice(axis + 1).reduce((a, b) => a * b, 1)) % length,
    );
    return from(...index) ?? filling;
  });
}

const use = (op: string, reads: Use['reads'], attr: Use['attr'] = {}): Use => ({ op, reads, attr });
const ints = (...i: number[]) => ({ list: { i } });
const text = (words: string) => ({ s: Buffer.from(words).toString('base64') });
const table = (shape: readonly number[], ...data: number[]): Given => ({ shape, data: Int32Array.from(data) });

interface Case {
  readonly use: Use;
  readonly shape: readonly number[];
  /** Which entry of the picture stands at an index. */
  readonly from: (...index: number[]) => number | undefined;
  readonly filling?: number;
}

const cases: Readonly<Record<string, Case>> = {
  'another shape': { use: use('Reshape', ['x', whole(1, 6, 4)]), shape: [1, 6, 4], from: (_, row, column) => row! * 4 + column! },
  'a shape with one size left open': { use: use('Reshape', ['x', whole(-1, 8)]), shape: [3, 8], from: (row, column) => row! * 8 + column! },
  'a new axis': { use: use('ExpandDims', ['x', one(1)]), shape: [1, 1, 3, 4, 2], from: (_, __, r, c, k) => at(r!, c!, k!) },
  'a new axis from the end': { use: use('ExpandDims', ['x', one(-1)]), shape: [1, 3, 4, 2, 1], from: (_, r, c, k) => at(r!, c!, k!) },
  'columns before rows': { use: use('Transpose', ['x', whole(0, 2, 1, 3)]), shape: [1, 4, 3, 2], from: (_, c, r, k) => at(r!, c!, k!) },
  'channels before columns': { use: use('Transpose', ['x', whole(0, 1, 3, 2)]), shape: [1, 3, 2, 4], from: (_, r, k, c) => at(r!, c!, k!) },
  'joined along channels': { use: use('ConcatV2', ['x', 'x', one(3)]), shape: [1, 3, 4, 4], from: (_, r, c, k) => at(r!, c!, k! % 2) },
  'joined along rows, counted from the end': { use: use('ConcatV2', ['x', 'x', one(-3)]), shape: [1, 6, 4, 2], from: (_, r, c, k) => at(r! % 3, c!, k!) },
  'joined as the first version writes it': { use: use('Concat', [one(2), 'x', 'x']), shape: [1, 3, 8, 2], from: (_, r, c, k) => at(r!, c! % 4, k!) },
  'stacked on a new last axis': { use: use('Pack', ['x', 'x'], { axis: { i: 4 } }), shape: [1, 3, 4, 2, 2], from: (_, r, c, k) => at(r!, c!, k!) },
  'one value stacked': { use: use('Pack', ['x'], { axis: { i: 1 } }), shape: [1, 1, 3, 4, 2], from: (_, __, r, c, k) => at(r!, c!, k!) },
  'one part of rows': { use: { ...use('Unpack', ['x'], { num: { i: 3 }, axis: { i: 1 } }), output: 2 }, shape: [1, 4, 2], from: (_, c, k) => at(2, c!, k!) },
  'the second half of columns': { use: { ...use('Split', [one(2), 'x'], { num_split: { i: 2 } }), output: 1 }, shape: [1, 3, 2, 2], from: (_, r, c, k) => at(r!, c! + 2, k!) },
  'a split in one': { use: use('Split', [one(2), 'x'], { num_split: { i: 1 } }), shape: [1, 3, 4, 2], from: (_, r, c, k) => at(r!, c!, k!) },
  'parts of several sizes': { use: { ...use('SplitV', ['x', whole(1, 3), one(2)], { num_split: { i: 2 } }), output: 1 }, shape: [1, 3, 3, 2], from: (_, r, c, k) => at(r!, c! + 1, k!) },
  'a piece': { use: use('Slice', ['x', whole(0, 1, 0, 1), whole(-1, 2, 3, 1)]), shape: [1, 2, 3, 1], from: (_, r, c) => at(r! + 1, c!, 1) },
  'rows by number': { use: use('GatherV2', ['x', whole(2, 0, 2), one(1)]), shape: [1, 3, 4, 2], from: (_, r, c, k) => at([2, 0, 2][r!]!, c!, k!) },
  'images by number': { use: use('Gather', ['x', whole(0)]), shape: [1, 3, 4, 2], from: (_, r, c, k) => at(r!, c!, k!) },
  'entries by place': { use: use('GatherNd', ['x', table([2, 3], 0, 2, 1, 0, 0, 3)]), shape: [2, 2], from: (n, k) => at([2, 0][n!]!, [1, 3][n!]!, k!) },
  'columns backwards': { use: use('ReverseV2', ['x', whole(2)]), shape: [1, 3, 4, 2], from: (_, r, c, k) => at(r!, 3 - c!, k!) },
  'rows and channels backwards, by flags': { use: use('Reverse', ['x', { shape: [4], data: Uint8Array.of(0, 1, 0, 1) }]), shape: [1, 3, 4, 2], from: (_, r, c, k) => at(2 - r!, c!, 1 - k!) },
  'nothing backwards': { use: use('ReverseV2', ['x', whole()]), shape: [1, 3, 4, 2], from: (_, r, c, k) => at(r!, c!, k!) },
  'repeated along rows and channels': { use: use('Tile', ['x', whole(1, 2, 1, 3)]), shape: [1, 6, 4, 6], from: (_, r, c, k) => at(r! % 3, c!, k! % 2) },
  'padded with zeros': { use: use('Pad', ['x', table([4, 2], 0, 0, 1, 0, 0, 2, 0, 0)]), shape: [1, 4, 6, 2], from: (_, r, c, k) => r! > 0 && c! < 4 ? at(r! - 1, c!, k!) : undefined },
  'padded with a number': { use: use('PadV2', ['x', table([4, 2], 0, 0, 0, 1, 1, 0, 0, 1), floats([], -7)]), shape: [1, 4, 5, 3], from: (_, r, c, k) => r! < 3 && c! > 0 && k! < 2 ? at(r!, c! - 1, k!) : undefined, filling: -7 },
  'padded with its mirror': { use: use('MirrorPad', ['x', table([4, 2], 0, 0, 1, 1, 2, 0, 0, 0)], { mode: text('REFLECT') }), shape: [1, 5, 6, 2], from: (_, r, c, k) => at([1, 0, 1, 2, 1][r!]!, [2, 1, 0, 1, 2, 3][c!]!, k!) },
  'channels as blocks of cells': { use: { ...use('DepthToSpace', ['x'], { block_size: { i: 2 } }), before: [node('wide', 'ConcatV2', ['image', 'image', 'last'])], x: 'wide' }, shape: [1, 6, 8, 1], from: (_, r, c) => at(r! >> 1, c! >> 1, (2 * (r! % 2) + (c! % 2)) % 2) },
  'blocks of cells as channels': { use: { ...use('SpaceToDepth', ['x'], { block_size: { i: 2 } }), before: [node('even', 'Slice', ['image', 'begin', 'size'])], x: 'even' }, shape: [1, 1, 2, 8], from: (_, r, c, k) => at(2 * r! + (k! >> 2), 2 * c! + ((k! >> 1) % 2), k! % 2) },
  'patches side by side': { use: use('ExtractImagePatches', ['x'], { ksizes: ints(1, 3, 2, 1), strides: ints(1, 3, 2, 1), rates: ints(1, 1, 1, 1), padding: text('VALID') }), shape: [1, 1, 2, 12], from: (_, __, c, k) => at(k! >> 2, 2 * c! + ((k! >> 1) % 2), k! % 2) },
  'cells of blocks as images of their own': { use: use('SpaceToBatchND', ['x', whole(1, 2), table([2, 2], 0, 0, 0, 0)]), shape: [2, 3, 2, 2], from: (n, r, c, k) => at(r!, 2 * c! + n!, k!) },
  'the same, with a border': { use: use('SpaceToBatchND', ['x', whole(2, 3), table([2, 2], 1, 0, 0, 2)]), shape: [6, 2, 2, 2], from: (n, r, c, k) => { const [row, column] = [2 * r! + Math.floor(n! / 3) - 1, 3 * c! + (n! % 3)]; return row >= 0 && column < 4 ? at(row, column, k!) : undefined; } },
  'cut after every second row and before the end': { use: use('StridedSlice', ['x', whole(0, 0, 1, 0), whole(1, 3, 4, 2), whole(1, 2, 1, 1)]), shape: [1, 2, 3, 2], from: (_, r, c, k) => at(2 * r!, c! + 1, k!) },
  'open at both ends, which the masks say': { use: use('StridedSlice', ['x', whole(0, 2, 3, 1), whole(0, 0, 0, 1), whole(1, 1, 1, 1)], { begin_mask: { i: 0b0001 }, end_mask: { i: 0b1111 } }), shape: [1, 1, 1, 1], from: () => at(2, 3, 1) },
  'backwards to the first': { use: use('StridedSlice', ['x', whole(0, 2, 9, 0), whole(1, 0, 9, 2), whole(1, -1, -2, 1)], { begin_mask: { i: 0b0100 }, end_mask: { i: 0b0110 } }), shape: [1, 3, 2, 2], from: (_, r, c, k) => at(2 - r!, 3 - 2 * c!, k!) },
  'one place, whose axis goes': { use: use('StridedSlice', ['x', whole(0, 1), whole(1, 2), whole(1, 1)], { shrink_axis_mask: { i: 0b10 } }), shape: [1, 4, 2], from: (_, c, k) => at(1, c!, k!) },
  'the last place': { use: use('StridedSlice', ['x', whole(0, 0, -1), whole(1, 3, 0), whole(1, 1, 1)], { shrink_axis_mask: { i: 0b100 } }), shape: [1, 3, 2], from: (_, r, k) => at(r!, 3, k!) },
  'channels alone, behind an ellipsis': { use: use('StridedSlice', ['x', whole(0, 1), whole(0, 2), whole(1, 1)], { ellipsis_mask: { i: 0b01 } }), shape: [1, 3, 4, 1], from: (_, r, c) => at(r!, c!, 1) },
  'a place and a range behind an ellipsis': { use: use('StridedSlice', ['x', whole(0, 0, 2, 1), whole(1, 0, 3, 2), whole(1, 1, 1, 1)], { ellipsis_mask: { i: 0b0010 }, shrink_axis_mask: { i: 0b0100 } }), shape: [1, 3, 1], from: (_, r) => at(r!, 2, 1) },
  'a new axis before and one behind an ellipsis': { use: use('StridedSlice', ['x', whole(0, 0, 0, 0), whole(1, 0, 0, 0), whole(1, 1, 1, 1)], { new_axis_mask: { i: 0b1010 }, ellipsis_mask: { i: 0b0100 } }), shape: [1, 1, 3, 4, 2, 1], from: (_, __, r, c, k) => at(r!, c!, k!) },
}; // biome-ignore format: a case per line

const helpers = Object.entries({ last: [3], begin: [0, 0, 0, 0], size: [1, 2, 4, 2] }).map(([name, values]) => ({
  ...node(name, 'Const'),
  attr: {
    dtype: { type: 'DT_INT32' },
    value: {
      tensor: { dtype: 'DT_INT32', tensorShape: { dim: name === 'last' ? [] : [{ size: '4' }] }, intVal: values },
    },
  },
}));

test('values are moved as TensorFlow moves them', async () => {
  for (const [about, { use: given, shape, from, filling }] of Object.entries(cases)) {
    const before = given.before && [...helpers, ...given.before];
    const found = await computed(engine, { ...given, ...(before && { before }) }, picture);
    assert.deepEqual(found.shape, shape, about);
    assert.deepEqual(found.data, numbers(shape, from, filling), about);
  }
});

test('images of blocks become one image again, whatever border was cut off', async () => {
  for (const [block, around] of [
    [whole(1, 2), [0, 0, 0, 0]],
    [whole(2, 3), [1, 0, 0, 2]],
  ] as const) {
    const bordered = table([2, 2], ...around);
    const before = [
      ...[
        ['block', block],
        ['around', bordered],
      ].map(([name, given]) => ({
        ...node(name as string, 'Const'),
        attr: {
          dtype: { type: 'DT_INT32' },
          value: {
            tensor: {
              dtype: 'DT_INT32',
              tensorShape: { dim: (given as Given).shape.map(size => ({ size: String(size) })) },
              intVal: [...(given as Given).data],
            },
          },
        },
      })),
      node('apart', 'SpaceToBatchND', ['image', 'block', 'around']),
    ];
    const back = await computed(
      engine,
      { op: 'BatchToSpaceND', reads: ['x', block, bordered], x: 'apart', before },
      picture,
    );
    assert.deepEqual([back.shape, back.data], [[1, 3, 4, 2], picture.data]);
  }
});

test('an axis of one is taken away by its place, or all of them', async () => {
  const narrow: Picture = { shape: [1, 3, 1], data: [4, 5, 6] };
  const rank = async (attr: Use['attr'] = {}) => (await computed(engine, use('Squeeze', ['x'], attr), narrow)).shape;
  assert.deepEqual(await rank({ squeeze_dims: ints(1) }), [1, 3, 1]);
  assert.deepEqual(await rank({ squeeze_dims: ints(1, 3) }), [1, 3]);
  assert.deepEqual(await rank({ axis: ints(-1) }), [1, 1, 3]);
  assert.deepEqual(await rank(), [3]);
});

test('numbers are cast towards zero, to yes and no, and left as they are', async () => {
  const broken: Picture = { shape: [1, 5, 1], data: [-1.75, -0.5, 0, 0.5, 2.25] };
  const cast = async (DstT: string) =>
    (await computed(engine, { ...use('Cast', ['x'], { DstT: { type: DstT } }) }, broken)).data.map(x => x + 0);
  assert.deepEqual(await cast('DT_FLOAT'), broken.data);
  assert.deepEqual(await cast('DT_HALF'), broken.data);
  assert.deepEqual(await cast('DT_INT32'), [-1, 0, 0, 0, 2]);
  assert.deepEqual(await cast('DT_BOOL'), [1, 1, 0, 1, 1]);
});

test('the largest and their places, and one of many', async () => {
  const row: Picture = { shape: [1, 2, 3], data: [5, 7, 6, 3, 1, 2] };
  const top = async (output: number) => computed(engine, { ...use('TopKV2', ['x', one(2)]), output }, row);
  assert.deepEqual((await top(0)).data, [7, 6, 3, 2]);
  assert.deepEqual((await top(1)).data, [1, 2, 0, 2]);
  const many = use('OneHot', ['x', one(4), floats([], 9), floats([], -1)]);
  const found = await computed(engine, many, { shape: [1, 1, 2], data: [2, 0] });
  assert.deepEqual(
    [found.shape, found.data],
    [
      [1, 1, 1, 2, 4],
      [-1, -1, 9, -1, 9, -1, -1, -1],
    ],
  );
});

test('an answer that is made of shapes alone does not depend on the image', async () => {
  for (const op of ['Shape', 'Size', 'Rank'])
    await assert.rejects(computed(engine, use(op, ['x']), picture), /does not depend on the image/, op);
});

test('sizes, ranks and counts take part in arithmetic', async () => {
  const shaped = async (op: string) => {
    const before = [
      node('counted', op, ['image']),
      node('number', 'Cast', ['counted'], { DstT: { type: 'DT_FLOAT' } }),
      node('sum', 'AddV2', ['image', 'number']),
    ];
    const renamed = before.map(each => JSON.parse(JSON.stringify(each).replaceAll('"number"', '"n"')));
    return (await computed(engine, { ...use('Identity', ['x']), x: 'sum', before: renamed }, picture)).data;
  };
  assert.deepEqual(
    await shaped('Size'),
    picture.data.map(x => x + 24),
  );
  assert.deepEqual(
    await shaped('Rank'),
    picture.data.map(x => x + 4),
  );
});

const refused: readonly (readonly [about: string, use: Use, message: string])[] = [
  ['too many parts', use('Unpack', ['x'], { num: { i: 10_001 } }), '`made` (Unpack) takes 10001 parts.'],
  ['no parts', use('Unpack', ['x']), '`made` (Unpack) takes 0 parts.'],
  ['a split in none', use('Split', [one(1), 'x']), '`made` (Split) makes 0 parts.'],
  ['an edge repeated', use('MirrorPad', ['x', table([4, 2], 0, 0, 1, 1, 0, 0, 0, 0)], { mode: text('SYMMETRIC') }), '`made` (MirrorPad) repeats its edges.'],
  ['indices per image', use('GatherV2', ['x', whole(1), one(1)], { batch_dims: { i: 1 } }), '`made` (GatherV2) gathers by other indices for each image.'],
  ['pads that are computed', use('Pad', ['x', 'x']), '`made` (Pad) computes what its input 2 says, which camdrift does not read.'],
  ['two ellipses', use('StridedSlice', ['x', whole(0, 0), whole(0, 0), whole(1, 1)], { ellipsis_mask: { i: 3 } }), '`made` (StridedSlice) has several ellipses.'],
  ['a border that fits no block', use('SpaceToBatchND', ['x', whole(2, 2), table([1, 2], 0, 0)]), '`made` (SpaceToBatchND) has blocks of an unknown form.'],
  ['a block of nothing', use('SpaceToBatchND', ['x', whole(0, 2), table([2, 2], 0, 0, 0, 0)]), '`made` (SpaceToBatchND) has blocks of an unknown form.'],
  ['blocks over every axis', use('BatchToSpaceND', ['x', whole(1, 1, 1, 1), table([4, 2], 0, 0, 0, 0, 0, 0, 0, 0)]), '`made` (BatchToSpaceND) has blocks of an unknown form.'],
  ['patches that overlap', use('ExtractImagePatches', ['x'], { ksizes: ints(1, 2, 2, 1), strides: ints(1, 1, 2, 1) }), '`made` (ExtractImagePatches) cuts out patches that overlap, or of pixels apart from one another.'],
  ['patches of pixels apart', use('ExtractImagePatches', ['x'], { ksizes: ints(1, 2, 2, 1), strides: ints(1, 2, 2, 1), rates: ints(1, 2, 2, 1) }), '`made` (ExtractImagePatches) cuts out patches that overlap, or of pixels apart from one another.'],
  ['a window over images', use('ExtractImagePatches', ['x'], { ksizes: ints(2, 2, 2, 1) }), '`made` (ExtractImagePatches) has ksizes = 2, 2, 2, 1.'],
  ['a window of no size', use('ExtractImagePatches', ['x'], { ksizes: ints(1, 0, 2, 1) }), '`made` (ExtractImagePatches) has ksizes = 1, 0, 2, 1.'],
]; // biome-ignore format: a case per line

test('a form that is not read is refused, by the name of its node and operation', async () => {
  for (const [about, given, message] of refused)
    await assert.rejects(computed(engine, given, picture), { code: 'model-unsupported', message }, about);
});
