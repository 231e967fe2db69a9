import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { node } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';
import { computed, floats, type Given, type Picture, type Use, whole } from './_computed.ts';

const engine = await wasmEngine();

const [height, width, channels] = [5, 6, 2];
const picture: Picture = { shape: [height, width, channels], data: [...filled(1, 1, [height, width, channels]).data] };
const pixel = (row: number, column: number, channel: number) =>
  row < 0 || row >= height || column < 0 || column >= width
    ? 0
    : picture.data[(row * width + column) * channels + channel]!;

const given = (seed: number, ...shape: number[]): Given => ({ shape, data: filled(seed, 0.5, shape).data });
const ints = (...i: number[]) => ({ list: { i } });
const text = (words: string) => ({ s: Buffer.from(words).toString('base64') });
const use = (op: string, reads: Use['reads'], attr: Use['attr'] = {}): Use => ({ op, reads, attr });

function close(found: readonly number[], expected: readonly number[], about: string): void {
  assert.equal(found.length, expected.length, about);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found[at]! - value) < 3e-6, `${about}, entry ${at}: expected ${value}, got ${found[at]}`);
}

interface Window {
  readonly size: readonly [number, number];
  readonly strides?: readonly [number, number];
  readonly dilations?: readonly [number, number];
  /** Rows and columns of zeros before and after, or TensorFlow's word for them. */
  readonly padding: 'SAME' | 'VALID' | readonly [top: number, bottom: number, left: number, right: number];
}

/** Where windows begin along one axis, and how many there are: TensorFlow puts the odd cell of SAME behind. */
function along({ size, strides = [1, 1], dilations = [1, 1], padding }: Window, axis: 0 | 1) {
  const [length, step] = [[height, width][axis]!, strides[axis]];
  const reach = (size[axis] - 1) * dilations[axis] + 1;
  const count = Math.ceil(length / step);
  const missing = Math.max(0, (count - 1) * step + reach - length);
  if (padding === 'SAME') return { count, before: Math.floor(missing / 2) };
  const [before, after] = padding === 'VALID' ? [0, 0] : [padding[2 * axis]!, padding[2 * axis + 1]!];
  return { count: Math.floor((length + before + after - reach) / step) + 1, before };
}

/** What `each` makes of the cells under every window: their rows and columns, and those of the kernel. */
function windows(window: Window, each: (cells: readonly (readonly [number, number, number, number])[]) => number[]) {
  const [rows, columns] = [along(window, 0), along(window, 1)];
  const { size, strides = [1, 1], dilations = [1, 1] } = window;
  return Array.from({ length: rows.count * columns.count }, (_, at) => {
    const [top, left] = [
      Math.floor(at / columns.count) * strides[0] - rows.before,
      (at % columns.count) * strides[1] - columns.before,
    ];
    const cells = Array.from({ length: size[0] * size[1] }, (__, cell) => {
      const [y, x] = [Math.floor(cell / size[1]), cell % size[1]];
      return [top + y * dilations[0], left + x * dilations[1], y, x] as const;
    });
    return each(cells);
  }).flat();
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Kernels are rows x columns x from x to. */
const convolved = (window: Window, { shape, data }: Given) =>
  windows(window, cells =>
    upTo(shape[3]!).map(to =>
      total(
        cells.flatMap(([row, column, y, x]) =>
          upTo(channels).map(
            from => pixel(row, column, from) * data[((y * shape[1]! + x) * channels + from) * shape[3]! + to]!,
          ),
        ),
      ),
    ),
  );

/** Kernels are rows x columns x channels x multiplier. */
const channelwise = (window: Window, { shape, data }: Given) =>
  windows(window, cells =>
    upTo(channels * shape[3]!).map(to =>
      total(
        cells.map(
          ([row, column, y, x]) =>
            pixel(row, column, Math.floor(to / shape[3]!)) * data[(y * shape[1]! + x) * channels * shape[3]! + to]!,
        ),
      ),
    ),
  );

const attributes = ({ strides = [1, 1], dilations = [1, 1], padding }: Window) => ({
  strides: ints(1, ...strides, 1),
  dilations: ints(1, ...dilations, 1),
  padding: text(typeof padding === 'string' ? padding : 'EXPLICIT'),
  ...(typeof padding !== 'string' && { explicit_paddings: ints(0, 0, ...padding, 0, 0) }),
});

const shapes: readonly Window[] = [
  { size: [3, 3], padding: 'SAME' },
  { size: [3, 2], padding: 'VALID', strides: [2, 1] },
  { size: [2, 3], padding: 'SAME', strides: [2, 3] },
  { size: [2, 2], padding: 'SAME', dilations: [2, 3] },
  { size: [3, 3], padding: [2, 1, 0, 3], strides: [2, 2] },
];

const named = (window: Window) => JSON.stringify(window);

test('a window slides as TensorFlow slides it: sizes, strides, dilations and three kinds of padding', async () => {
  for (const window of shapes) {
    const kernel = given(2, ...window.size, channels, 3);
    const found = await computed(engine, use('Conv2D', ['x', kernel], attributes(window)), picture);
    assert.deepEqual(found.shape, [1, along(window, 0).count, along(window, 1).count, 3], named(window));
    close(found.data, convolved(window, kernel), named(window));
  }
});

test('each channel by itself, with several answers for each', async () => {
  for (const window of shapes) {
    const kernel = given(3, ...window.size, channels, 2);
    const found = await computed(engine, use('DepthwiseConv2dNative', ['x', kernel], attributes(window)), picture);
    close(found.data, channelwise(window, kernel), named(window));
  }
});

test('a kernel that is computed is put in order as one of the file is', async () => {
  const window = shapes[0]!;
  const kernel = given(2, ...window.size, channels, 3);
  const doubled = { ...kernel, data: kernel.data.map(x => 2 * x) as Float32Array };
  const own = {
    ...node('kernel', 'Const'),
    attr: {
      dtype: { type: 'DT_FLOAT' },
      value: {
        tensor: {
          dtype: 'DT_FLOAT',
          tensorShape: { dim: kernel.shape.map(size => ({ size: String(size) })) },
          floatVal: [...kernel.data],
        },
      },
    },
  };
  const rows = {
    ...node('rows', 'Const'),
    attr: { dtype: { type: 'DT_INT32' }, value: { tensor: { dtype: 'DT_INT32', tensorShape: {}, intVal: [0] } } },
  };
  const twice = [own, rows, node('pair', 'Pack', ['kernel', 'kernel']), node('sum', 'Sum', ['pair', 'rows'])];
  const attr = attributes(window);
  const before = [...twice, node('conv', 'Conv2D', ['image', 'sum'], attr)];
  const found = await computed(engine, { op: 'Identity', reads: ['x'], x: 'conv', before }, picture);
  close(found.data, convolved(window, doubled), 'twice the kernel');
  const apart = [...twice, node('conv', 'DepthwiseConv2dNative', ['image', 'sum'], attr)];
  await assert.rejects(computed(engine, { op: 'Identity', reads: ['x'], x: 'conv', before: apart }, picture), {
    code: 'model-unsupported',
    message: '`conv` (DepthwiseConv2dNative) has a kernel that is computed.',
  });
});

/** TensorFlow's second way to count: images, channels, rows, columns. */
const planes = {
  ...node('planes', 'Const'),
  attr: {
    dtype: { type: 'DT_INT32' },
    value: { tensor: { dtype: 'DT_INT32', tensorShape: { dim: [{ size: '4' }] }, intVal: [0, 3, 1, 2] } },
  },
};
const first = { x: 'turned', before: [planes, node('turned', 'Transpose', ['image', 'planes'])] };
const turned = (values: readonly number[], count: number) =>
  upTo(values.length).map(
    at => values[(at % (values.length / count)) * count + Math.floor(at / (values.length / count))]!,
  );

test('channels that come first give the same numbers in planes', async () => {
  const window: Window = { size: [2, 3], padding: [1, 0, 2, 0], strides: [1, 2] };
  const kernel = given(2, 2, 3, channels, 3);
  const attr = {
    strides: ints(1, 1, 1, 2),
    dilations: ints(1, 1, 1, 1),
    padding: text('EXPLICIT'),
    explicit_paddings: ints(0, 0, 0, 0, 1, 0, 2, 0),
    data_format: text('NCHW'),
  };
  const found = await computed(engine, { ...use('Conv2D', ['x', kernel], attr), ...first }, picture);
  close(found.data, turned(convolved(window, kernel), 3), 'convolution');
  const pooling = {
    ksize: ints(1, 1, 2, 3),
    strides: ints(1, 1, 1, 2),
    padding: text('VALID'),
    data_format: text('NCHW'),
  };
  const most = await computed(engine, { ...use('MaxPool', ['x'], pooling), ...first }, picture);
  close(
    most.data,
    turned(
      pooled({ size: [2, 3], padding: 'VALID', strides: [1, 2] }, values => Math.max(...values)),
      channels,
    ),
    'maximum',
  );
});

/** Cells of the border take no part. */
const pooled = (window: Window, f: (values: number[]) => number) =>
  windows(window, cells => {
    const inside = cells.filter(([row, column]) => row >= 0 && row < height && column >= 0 && column < width);
    return upTo(channels).map(channel => f(inside.map(([row, column]) => pixel(row, column, channel))));
  });

test('pools take the maximum or the mean of what lies inside the picture', async () => {
  for (const window of shapes.slice(0, 3)) {
    const { size, strides = [1, 1], padding } = window;
    const attr = { ksize: ints(1, ...size, 1), strides: ints(1, ...strides, 1), padding: text(padding as string) };
    const most = pooled(window, values => Math.max(...values));
    for (const op of ['MaxPool', 'MaxPoolWithArgmax'])
      close((await computed(engine, use(op, ['x'], attr), picture)).data, most, named(window));
    const mean = pooled(window, values => total(values) / values.length);
    close((await computed(engine, use('AvgPool', ['x'], attr), picture)).data, mean, named(window));
  }
});

test('a transposed convolution is the adjoint: the sum of x times its answer is that of its input times the convolution of x', async () => {
  for (const window of shapes.slice(0, 3)) {
    const kernel = given(4, ...window.size, 3, channels); // to x from of the transposed one
    const attr = attributes(window);
    const back = await computed(engine, use('Conv2DBackpropInput', [whole(1, 0, 0, 0), kernel, 'x'], attr), picture);
    const [, rows, columns] = back.shape as [number, number, number, number];
    const probe = filled(5, 1, [rows, columns, 3]).data;
    const forward = await computed(engine, use('Conv2D', ['x', kernel], attr), {
      shape: [rows, columns, 3],
      data: [...probe],
    });
    assert.deepEqual(forward.shape.slice(1), picture.shape, named(window));
    const [one, other] = [
      total(back.data.map((x, at) => x * probe[at]!)),
      total(forward.data.map((y, at) => y * picture.data[at]!)),
    ];
    assert.ok(Math.abs(one - other) < 1e-5 * Math.max(1, Math.abs(one)), `${named(window)}: ${one} and ${other}`);
  }
});

test('bias and activation of a fused node come after it, in the order of its list', async () => {
  const window = shapes[0]!;
  const kernel = given(2, ...window.size, channels, 3);
  const bias = floats([3], 0.25, -0.5, 0.125);
  const biased = convolved(window, kernel).map((x, at) => x + bias.data[at % 3]!);
  const acts: Readonly<Record<string, (x: number) => number>> = {
    Relu: x => Math.max(0, x),
    Relu6: x => Math.min(6, Math.max(0, x)),
    Elu: x => (x < 0 ? Math.expm1(x) : x),
    Sigmoid: x => 1 / (1 + Math.exp(-x)),
    Tanh: Math.tanh,
    LeakyRelu: x => (x < 0 ? 0.4 * x : x),
  };
  const fused = (...names: string[]) => ({
    fused_ops: { list: { s: names.map(name => text(name).s) } },
    leakyrelu_alpha: { f: 0.4 },
  });
  for (const [name, f] of Object.entries(acts)) {
    const attr = { ...attributes(window), ...fused('BiasAdd', name) };
    close((await computed(engine, use('_FusedConv2D', ['x', kernel, bias], attr), picture)).data, biased.map(f), name);
  }
  const slopes = floats([3], 0.5, 0.1, -1);
  const attr = { ...attributes(window), ...fused('BiasAdd', 'Prelu') };
  const sloped = await computed(engine, use('_FusedConv2D', ['x', kernel, bias, slopes], attr), picture);
  close(
    sloped.data,
    biased.map((x, at) => (x < 0 ? x * slopes.data[at % 3]! : x)),
    'Prelu',
  );
  const own = given(3, 3, 3, channels, 1);
  const each = use('FusedDepthwiseConv2dNative', ['x', own], { ...attributes(window), ...fused('Relu') });
  close((await computed(engine, each, picture)).data, channelwise(window, own).map(acts.Relu!), 'channelwise');
  const refused = async (message: string, reads: Use['reads'], ...names: string[]) =>
    assert.rejects(
      computed(engine, use('_FusedConv2D', reads, { ...attributes(window), ...fused(...names) }), picture),
      { code: 'model-unsupported', message },
    );
  await refused('`made` (_FusedConv2D) has no bias.', ['x', kernel], 'BiasAdd');
  await refused('`made` (_FusedConv2D) has no slope.', ['x', kernel, bias], 'BiasAdd', 'Prelu');
  await refused('`made` (_FusedConv2D) holds the fused operation Swish.', ['x', kernel], 'Swish');
});

test('a batch normalisation uses the statistics of the file, with its own epsilon, and is refused in training mode', async () => {
  const [scale, shift, mean, variance] = [
    floats([2], 2, -1),
    floats([2], 0.5, 3),
    floats([2], 1, -2),
    floats([2], 4, 0.25),
  ];
  const normalized = (epsilon: number) =>
    picture.data.map((x, at) => {
      const c = at % 2;
      return ((x - mean.data[c]!) / Math.sqrt(variance.data[c]! + epsilon)) * scale.data[c]! + shift.data[c]!;
    });
  const reads = ['x', scale, shift, mean, variance] as const;
  const still = { is_training: { b: false } };
  for (const op of ['FusedBatchNorm', 'FusedBatchNormV2', 'FusedBatchNormV3'])
    close((await computed(engine, use(op, reads, still), picture)).data, normalized(0.0001), op);
  const wide = await computed(engine, use('FusedBatchNormV3', reads, { ...still, epsilon: { f: 0.5 } }), picture);
  close(wide.data, normalized(0.5), 'epsilon');
  await assert.rejects(computed(engine, use('FusedBatchNorm', reads), picture), {
    code: 'model-unsupported',
    message: /^`made` \(FusedBatchNorm\) is in training mode/,
  });
});

test('a response is divided by those of its neighbours among channels, summed', async () => {
  const row: Picture = { shape: [1, 1, 4], data: [1, -2, 3, 0.5] };
  const attr = { depth_radius: { i: 1 }, alpha: { f: 0.5 }, beta: { f: 0.75 }, bias: { f: 2 } };
  const squares = row.data.map((_, at) =>
    total(row.data.filter((__, other) => Math.abs(other - at) <= 1).map(x => x * x)),
  );
  const expected = row.data.map((x, at) => x / (2 + 0.5 * squares[at]!) ** 0.75);
  close((await computed(engine, use('LRN', ['x'], attr), row)).data, expected, 'LRN');
  const usual = row.data.map((x, at) => x / (1 + squares[at]!) ** 0.5);
  const one = use('LRN', ['x'], { depth_radius: { i: 1 } });
  close((await computed(engine, one, row)).data, usual, 'LRN by its defaults');
  const message = 'Node `made` (LRN) sums over 11 channels of 4.'; // five to either side where nothing is said
  await assert.rejects(computed(engine, use('LRN', ['x']), row), { code: 'model-unsupported', message });
});

test('products of matrices, either of them turned, and of several at once', async () => {
  const flat: Picture = { shape: [2, 3, 1], data: [1, 2, 3, 4, 5, 6] };
  const table = {
    ...node('table', 'Const'),
    attr: {
      dtype: { type: 'DT_INT32' },
      value: { tensor: { dtype: 'DT_INT32', tensorShape: { dim: [{ size: '2' }] }, intVal: [2, 3] } },
    },
  };
  const matrix = { x: 'matrix', before: [table, node('matrix', 'Reshape', ['image', 'table'])] };
  const product = async (b: Given, attr: Use['attr'] = {}, op = 'MatMul') =>
    (await computed(engine, { ...use(op, ['x', b], attr), ...matrix }, flat)).data;
  assert.deepEqual(await product(floats([3, 2], 1, 0, 0, 1, 1, 1)), [4, 5, 10, 11]);
  assert.deepEqual(await product(floats([2, 3], 1, 0, 1, 0, 1, 1), { transpose_b: { b: true } }), [4, 5, 10, 11]);
  assert.deepEqual(await product(floats([2, 1], 1, -1), { transpose_a: { b: true } }), [-3, -3, -3]);
  assert.deepEqual(
    await product(floats([1, 2], 1, -1), { transpose_a: { b: true }, transpose_b: { b: true } }),
    [-3, -3, -3],
  );
  for (const op of ['BatchMatMul', 'BatchMatMulV2']) {
    assert.deepEqual(await product(floats([3, 2], 1, 0, 0, 1, 1, 1), {}, op), [4, 5, 10, 11]);
    assert.deepEqual(await product(floats([2, 3], 1, 0, 1, 0, 1, 1), { adj_y: { b: true } }, op), [4, 5, 10, 11]);
    assert.deepEqual(await product(floats([2, 1], 1, -1), { adj_x: { b: true } }, op), [-3, -3, -3]);
  }
  assert.deepEqual(await product(floats([3], 1, 2, 3), { equation: text('ij,j->i') }, 'Einsum'), [14, 32]);
  assert.deepEqual(await product(floats([2], 1, -1), { equation: text('ij,i->j') }, 'Einsum'), [-3, -3, -3]);
});

test('probabilities over channels sum to one, and their logarithms are those of the probabilities', async () => {
  const cells = (f: (cell: number[]) => number[]) =>
    upTo(height * width).flatMap(cell => f(picture.data.slice(2 * cell, 2 * cell + 2)));
  const softmax = cells(cell => cell.map(x => Math.exp(x) / total(cell.map(Math.exp))));
  close((await computed(engine, use('Softmax', ['x']), picture)).data, softmax, 'softmax');
  close((await computed(engine, use('LogSoftmax', ['x']), picture)).data, softmax.map(Math.log), 'its logarithm');
});

const refusedWindows: readonly (readonly [about: string, attr: Use['attr'], message: string])[] = [
  ['another padding', { padding: text('CIRCULAR') }, '`made` (Conv2D) has the padding CIRCULAR.'],
  ['too few numbers of padding', { padding: text('EXPLICIT'), explicit_paddings: ints(1, 1) }, '`made` (Conv2D) has the padding EXPLICIT.'],
  ['a stride over channels', { strides: ints(1, 1, 1, 2) }, '`made` (Conv2D) has strides = 1, 1, 1, 2.'],
  ['a stride of nothing', { strides: ints(1, 1, 0, 1) }, '`made` (Conv2D) has strides = 1, 1, 0, 1.'],
  ['too few strides', { strides: ints(1, 2) }, '`made` (Conv2D) has strides = 1, 2.'],
  ['axes counted otherwise', { data_format: text('NCHW_VECT_C') }, '`made` (Conv2D) counts axes NCHW_VECT_C.'],
]; // biome-ignore format: a case per line

test('a window that is none is refused with what was found', async () => {
  for (const [about, attr, message] of refusedWindows)
    await assert.rejects(
      computed(engine, use('Conv2D', ['x', given(2, 3, 3, channels, 1)], attr), picture),
      { code: 'model-unsupported', message },
      about,
    );
});

test('enlarging takes the nearest or mixes two, by three ways to lay grids on each other', async () => {
  const row: Picture = { shape: [1, 3, 1], data: [0, 6, 12] };
  const resized = async (op: string, attr: Use['attr'] = {}) =>
    (await computed(engine, use(op, ['x', whole(1, 6)], attr), row)).data;
  const [corners, half] = [{ align_corners: { b: true } }, { half_pixel_centers: { b: true } }];
  close(await resized('ResizeBilinear'), [0, 3, 6, 9, 12, 12], 'from the upper left corner');
  close(await resized('ResizeBilinear', half), [0, 1.5, 4.5, 7.5, 10.5, 12], 'by the centres of pixels');
  close(await resized('ResizeBilinear', corners), [0, 2.4, 4.8, 7.2, 9.6, 12], 'corner on corner');
  assert.deepEqual(await resized('ResizeNearestNeighbor'), [0, 0, 6, 6, 12, 12]);
  assert.deepEqual(await resized('ResizeNearestNeighbor', half), [0, 0, 6, 6, 12, 12]);
  assert.deepEqual(await resized('ResizeNearestNeighbor', corners), [0, 0, 6, 6, 12, 12]);
});
