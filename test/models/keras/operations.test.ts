import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computed, operation, type Picture } from './_computed.ts';
import { layer, reads, type Written } from './_layers.ts';

/** 2 rows, 3 columns, 2 channels. */
const picture: Picture = { shape: [2, 3, 2], data: [1, 2, 3, -4, 5, 6, 0.5, 8, -9, 10, 11, 12] };
const { data } = picture;
const same = [1, 2, 3, 2];
const channel = (c: number) => data.filter((_, at) => at % 2 === c);

function gives(about: string, steps: readonly Written[], shape: readonly number[], expected: readonly number[], dialect: 2 | 3 = 3) {
  const found = computed(steps, picture, { dialect });
  assert.deepEqual(found.shape, shape, about);
  assert.equal(found.data.length, expected.length, about);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found.data[at]! - value) <= 3e-6 * Math.max(1, Math.abs(value)), `${about}, entry ${at}: expected ${value}, got ${found.data[at]}`);
} // biome-ignore format: one line per question

const refused = (about: string, steps: readonly Written[], message: string | RegExp, dialect: 2 | 3 = 3) =>
  assert.throws(
    () => computed(steps, picture, { dialect }),
    { name: 'CamdriftError', code: 'model-unsupported', message },
    about,
  );
const unread = 'The operation `op` is called in a way that camdrift does not read.';

const joins: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Subtract: (a, b) => a - b,
  Multiply: (a, b) => a * b,
  TrueDivide: (a, b) => a / b,
  Divide: (a, b) => a / b,
  Maximum: Math.max,
  Minimum: Math.min,
};

test('two operands are joined in their order, numbers, lists and tensors alike', () => {
  const doubled = layer('Add', 'twice', {}, reads('image', 'image'));
  for (const [name, f] of Object.entries(joins)) {
    gives(name, [operation(name, ['image', 2])], same, data.map(x => f(x, 2)));
    gives(name, [operation(name, [2, 'image'])], same, data.map(x => f(2, x)));
    gives(name, [operation(name, ['image', [4, -0.5]])], same, data.map((x, at) => f(x, at % 2 ? -0.5 : 4)));
    gives(name, [doubled, operation(name, ['twice', 'image'])], same, data.map(x => f(2 * x, x)));
  }
  const positive = layer('ReLU', 'positive');
  gives('Power', [positive, operation('Power', ['positive', 2])], same, data.map(x => Math.max(0, x) ** 2));
  const array = { class_name: '__numpy__', config: { value: [4, -0.5] } };
  gives('an array', [operation('Add', ['image', array])], same, data.map((x, at) => x + (at % 2 ? -0.5 : 4)));
  const means = [0, 1].map(c => channel(c).reduce((a, b) => a + b) / 6);
  const mean = layer('GlobalAveragePooling2D', 'mean', { keepdims: true });
  gives('a grid and one cell', [mean, operation('Subtract', ['image', 'mean'])], same, data.map((x, at) => x - means[at % 2]!));
  refused('one operand', [operation('Add', ['image'])], unread);
  refused('three operands', [operation('Add', ['image', 1, 2])], unread);
}); // biome-ignore format: a case per line

const each: Readonly<Record<string, (x: number) => number>> = {
  Negative: x => -x,
  Exp: Math.exp,
  Abs: Math.abs,
  Absolute: Math.abs,
  Relu: x => Math.max(0, x),
  Relu6: x => Math.min(6, Math.max(0, x)),
  Sigmoid: x => 1 / (1 + Math.exp(-x)),
  Tanh: Math.tanh,
  Silu: x => x / (1 + Math.exp(-x)),
  Gelu: x => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  Elu: x => (x < 0 ? Math.expm1(x) : x),
  Selu: x => 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * Math.expm1(x) : x),
  HardSigmoid: x => Math.min(1, Math.max(0, x / 6 + 0.5)),
  HardSilu: x => x * Math.min(1, Math.max(0, x / 6 + 0.5)),
  LeakyRelu: x => (x < 0 ? 0.2 * x : x),
  Softplus: x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  Softsign: x => x / (1 + Math.abs(x)),
};

test('one operand: each entry by its definition, with the options of the call', () => {
  for (const [name, f] of Object.entries(each)) gives(name, [operation(name, ['image'])], same, data.map(f));
  const positive = { ...operation('Absolute', ['image'], { name: 'a' }), name: 'a' };
  gives('Sqrt', [positive, operation('Sqrt', ['a'])], same, data.map(x => Math.sqrt(Math.abs(x))));
  gives('Log', [positive, operation('Log', ['a'])], same, data.map(x => Math.log(Math.abs(x))));
  gives('Clip', [operation('Clip', ['image'], { x_min: -1, x_max: 5.5 })], same, data.map(x => Math.min(5.5, Math.max(-1, x))));
  gives('Elu', [operation('Elu', ['image'], { alpha: 0.5 })], same, data.map(x => (x < 0 ? 0.5 * Math.expm1(x) : x)));
  gives('LeakyRelu', [operation('LeakyRelu', ['image'], {}, { negative_slope: 0.5 })], same, data.map(x => (x < 0 ? x / 2 : x)));
  gives('Cast', [operation('Cast', ['image'], { dtype: 'bfloat16' })], same, data);
  refused('whole numbers', [operation('Cast', ['image'], { dtype: 'int32' })], 'Layer `op` casts to whole numbers.');
  refused('a number', [operation('Relu', ['image', 1])], unread);
  refused('a stranger', [operation('Cumsum', ['image'])], /^`op` is the operation `Cumsum`, which camdrift does not read\.$/);
}); // biome-ignore format: a case per line

test('the exact form of the Gaussian unit is another one than that by a hyperbolic tangent', () => {
  const exact = computed([operation('Gelu', ['image'], { approximate: false })], picture).data;
  const near = computed([operation('Gelu', ['image'])], picture).data;
  assert.ok(Math.abs(exact[0]! - 0.8413447) < 2e-6, `${exact[0]}`); // x = 1
  assert.ok(Math.abs(near[0]! - 0.841192) < 2e-6, `${near[0]}`);
});

test('axes are reduced, kept or not, but never those of the images', () => {
  const most = [0, 1].map(c => Math.max(...channel(c)));
  gives('Max', [operation('Max', ['image'], { axis: [1, 2] })], [1, 2], most);
  gives('Amax', [operation('Amax', ['image'], { axis: [-2, -3], keepdims: true })], [1, 1, 1, 2], most);
  gives('Min', [operation('Min', ['image'], {}, { axis: [1, 2] })], [1, 2], [0, 1].map(c => Math.min(...channel(c))));
  gives('Sum', [operation('Sum', ['image'], { axis: -1 })], [1, 2, 3], channel(0).map((x, at) => x + channel(1)[at]!));
  gives('Mean', [operation('Mean', ['image'], { axis: 1 })], [1, 3, 2], data.slice(0, 6).map((x, at) => (x + data[at + 6]!) / 2));
  refused('all axes', [operation('Mean', ['image'])], 'Layer `op` works on several images at once (axis 0).');
  refused('no such axis', [operation('Mean', ['image'], { axis: 4 })], 'Layer `op` names axis 4 of a value with 4 dimensions.');
}); // biome-ignore format: a case per line

const at = (row: number, column: number, c: number) => data[(row * 3 + column) * 2 + c]!;
const range = (start: number | null, stop: number | null, step: number | null = null) => ({
  class_name: '__slice__',
  config: { start, stop, step },
});
const rest = { class_name: '__ellipsis__' };
const all = range(null, null);

test('an index takes ranges, places, what lies between, and new axes', () => {
  const item = (...parts: readonly unknown[]) => [{ ...operation('GetItem', ['image']), inbound_nodes: [{ args: [{ class_name: '__keras_tensor__', config: { keras_history: ['image', 0, 0] } }, parts], kwargs: {} }] } as unknown as Written];
  gives('a row', item(all, 1), [1, 3, 2], data.slice(6));
  gives('the last column', item(all, all, -1), [1, 2, 2], [5, 6, 11, 12]);
  gives('channels behind what lies between', item(rest, range(1, null)), [1, 2, 3, 1], channel(1));
  gives('columns backwards', item(all, all, range(null, null, -1)), same, [0, 1].flatMap(row => [2, 1, 0].flatMap(column => [at(row, column, 0), at(row, column, 1)])));
  gives('every second column', item(all, all, range(0, 3, 2)), [1, 2, 2, 2], [1, 2, 5, 6, 0.5, 8, 11, 12]);
  gives('all of it', item(rest), same, data);
  gives('a new axis', item(all, null, 0), [1, 1, 3, 2], data.slice(0, 6));
  gives('a place and a range behind what lies between', item(rest, 1, range(0, 1)), [1, 2, 1], [3, -9]);
  refused('an image', item(0), 'Layer `op` takes one image out of a batch.');
  refused('too many parts', item(all, all, all, all, all), unread);
  refused('two ellipses', item(rest, rest), unread);
  refused('a list of places', item(all, [0, 1]), unread);
}); // biome-ignore format: a case per line

test('shapes: the images stay the first axis', () => {
  gives('Reshape', [operation('Reshape', ['image'], { newshape: [-1, 6, 2] })], [1, 6, 2], data);
  gives('Reshape, one left open', [operation('Reshape', ['image'], {}, { shape: [1, -1, 4] })], [1, 3, 4], data);
  gives('Transpose, shown with its channels last', [operation('Transpose', ['image'], { axes: [0, -1, 1, 2] })], same, [...channel(0), ...channel(1)]);
  gives('ExpandDims', [operation('ExpandDims', ['image'], { axis: 1 })], [1, 1, 2, 3, 2], data);
  const one = { ...operation('Max', ['image'], { name: 'm', axis: 3, keepdims: true }), name: 'm' };
  gives('Squeeze', [one, operation('Squeeze', ['m'], { axis: 3 })], [1, 2, 3], channel(0).map((x, cell) => Math.max(x, channel(1)[cell]!)));
  gives('Concatenate', [operation('Concatenate', [['image', 'image']], { axis: -2 })], [1, 2, 6, 2], [0, 1].flatMap(row => [...data.slice(6 * row, 6 * row + 6), ...data.slice(6 * row, 6 * row + 6)]));
  refused('images moved', [operation('Transpose', ['image'], { axes: [1, 0, 2, 3] })], 'Layer `op` moves the axis of the images.');
  refused('no shape', [operation('Reshape', ['image'])], unread);
  refused('a broken size', [operation('Reshape', ['image'], { newshape: [1, 1.5] })], unread);
}); // biome-ignore format: a case per line

test('probabilities along any axis', () => {
  const cells = channel(0).flatMap((x, cell) => {
    const [a, b] = [Math.exp(x - channel(1)[cell]!), 1];
    return [a / (a + b), b / (a + b)];
  });
  gives('Softmax', [operation('Softmax', ['image'])], same, cells);
  gives('LogSoftmax', [operation('LogSoftmax', ['image'], { axis: 3 })], same, cells.map(Math.log));
  const rows = data.map((x, place) => 1 / (1 + Math.exp(data[(place + 6) % 12]! - x)));
  gives('over rows', [operation('Softmax', ['image'], { axis: 1 })], same, rows);
});

/** As Keras 2 writes what it makes of an operator in Python. */
const lambda = (name: string, options: object, className = 'TFOpLambda'): Written => ({
  ...layer(className, 'op', { function: name }),
  inbound_nodes: [[['image', 0, 0, options]]] as never,
});

test('Keras 2 calls operations by other names, and keeps numbers in options', () => {
  const twice = (name: string, options: object, f: (x: number) => number) =>
    gives(name, [lambda(name, options)], same, data.map(f), 2);
  twice('math.subtract', { y: 2 }, x => x - 2);
  twice('math.truediv', { y: 4 }, x => x / 4);
  twice('math.multiply', { y: 3 }, x => 3 * x);
  twice('__operators__.add', { y: 3 }, x => x + 3);
  twice('math.maximum', { y: 3 }, x => Math.max(3, x));
  twice('nn.relu', {}, x => Math.max(0, x));
  gives(
    'math.reduce_mean',
    [lambda('math.reduce_mean', { axis: [1, 2] })],
    [1, 2],
    [0, 1].map(c => channel(c).reduce((a, b) => a + b) / 6),
    2,
  );
  const slices = { slice_spec: [{ start: null, stop: null, step: null }, { type: 'ellipsis' }, { start: 0, stop: 1 }] };
  gives('a slice', [lambda('__operators__.getitem', slices, 'SlicingOpLambda')], [1, 2, 3, 1], channel(0), 2);
  refused('a stranger', [lambda('math.cumsum', {})], /is the operation `math.cumsum`, which camdrift does not read/, 2);
});
