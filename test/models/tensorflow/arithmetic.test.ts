import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { node } from '../../support/tfjs-model.ts';
import { computed, floats, type Given, one, type Picture, type Use, whole } from './_computed.ts';

const engine = await wasmEngine();

const picture: Picture = { shape: [2, 2, 3], data: [-2.5, -1, -0.5, 0, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 7] };
const { data } = picture;

/** Equal up to float32, and alike in what is no number. */
function same(found: readonly number[], expected: readonly number[], about: string): void {
  assert.equal(found.length, expected.length, about);
  for (const [at, value] of expected.entries()) {
    const near = Object.is(found[at], value) || Math.abs(found[at]! - value) <= 2e-6 * Math.max(1, Math.abs(value));
    assert.ok(near, `${about}, entry ${at}: expected ${value}, got ${found[at]}`);
  }
}

/** Above 1, between -1 and 1, or positive where a function is defined there only. */
const domains: Readonly<Record<string, (x: number) => number>> = {
  all: x => x,
  positive: x => Math.abs(x) + 0.25,
  small: x => x / 8,
  'above one': x => Math.abs(x) + 1.25,
};

type Unary = readonly [name: string, domain: string, f: (x: number) => number];
const halves = (x: number) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
const unary: readonly Unary[] = [
  ['Abs', 'all', Math.abs],
  ['Acos', 'small', Math.acos],
  ['Acosh', 'above one', Math.acosh],
  ['Asin', 'small', Math.asin],
  ['Asinh', 'all', Math.asinh],
  ['Atan', 'all', Math.atan],
  ['Atanh', 'small', Math.atanh],
  ['Ceil', 'all', Math.ceil],
  ['Cos', 'all', Math.cos],
  ['Cosh', 'all', Math.cosh],
  ['Elu', 'all', x => (x < 0 ? Math.expm1(x) : x)],
  ['Exp', 'all', Math.exp],
  ['Expm1', 'all', Math.expm1],
  ['Floor', 'all', Math.floor],
  ['Inv', 'positive', x => 1 / x],
  ['IsFinite', 'all', () => 1],
  ['IsInf', 'all', () => 0],
  ['IsNan', 'all', () => 0],
  ['LeakyRelu', 'all', x => (x < 0 ? 0.2 * x : x)],
  ['Log', 'positive', Math.log],
  ['Log1p', 'positive', Math.log1p],
  ['Neg', 'all', x => -x],
  ['OnesLike', 'all', () => 1],
  ['Reciprocal', 'positive', x => 1 / x],
  ['Relu', 'all', x => Math.max(0, x)],
  ['Relu6', 'all', x => Math.min(6, Math.max(0, x))],
  ['Round', 'all', halves],
  ['Rsqrt', 'positive', x => 1 / Math.sqrt(x)],
  ['Selu', 'all', x => 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * Math.expm1(x) : x)],
  ['Sigmoid', 'all', x => 1 / (1 + Math.exp(-x))],
  ['Sign', 'all', Math.sign],
  ['Sin', 'all', Math.sin],
  ['Sinh', 'all', Math.sinh],
  ['Softplus', 'all', x => Math.log1p(Math.exp(x))],
  ['Softsign', 'all', x => x / (1 + Math.abs(x))],
  ['Sqrt', 'positive', Math.sqrt],
  ['Square', 'all', x => x * x],
  ['Tan', 'small', Math.tan],
  ['Tanh', 'all', Math.tanh],
  ['ZerosLike', 'all', () => 0],
];

test('what is computed of each number alone is what mathematics says', async () => {
  for (const [op, domain, f] of unary) {
    const moved = data.map(domains[domain]!);
    const found = await computed(engine, { op, reads: ['x'] }, { ...picture, data: moved });
    assert.deepEqual(found.shape, [1, 2, 2, 3], op);
    same(
      found.data,
      moved.map(x => f(Math.fround(x)) + 0),
      op,
    );
  }
});

test('the error function and its complement have the values of the tables', async () => {
  const row: Picture = { shape: [1, 4, 1], data: [-0.5, 0, 1, 2] };
  const table = [-0.5204998778, 0, 0.8427007929, 0.995322265];
  const [erf, erfc] = [
    await computed(engine, { op: 'Erf', reads: ['x'] }, row),
    await computed(engine, { op: 'Erfc', reads: ['x'] }, row),
  ];
  for (const [at, value] of table.entries()) {
    assert.ok(Math.abs(erf.data[at]! - value) < 1e-6, `erf, ${erf.data[at]}`);
    assert.ok(Math.abs(erfc.data[at]! - (1 - value)) < 1e-6, `erfc, ${erfc.data[at]}`);
  }
});

test('what a node says of its slope is taken in place of the default', async () => {
  const found = await computed(engine, { op: 'LeakyRelu', reads: ['x'], attr: { alpha: { f: 0.5 } } }, picture);
  same(
    found.data,
    data.map(x => (x < 0 ? x / 2 : x)),
    'LeakyRelu',
  );
});

type Binary = readonly [name: string, f: (a: number, b: number) => number];
const is = (yes: boolean) => (yes ? 1 : 0);
const binary: readonly Binary[] = [
  ['Add', (a, b) => a + b],
  ['AddV2', (a, b) => a + b],
  ['Sub', (a, b) => a - b],
  ['Mul', (a, b) => a * b],
  ['Div', (a, b) => a / b],
  ['RealDiv', (a, b) => a / b],
  ['FloorDiv', (a, b) => Math.floor(a / b)],
  ['FloorMod', (a, b) => a - b * Math.floor(a / b)],
  ['Maximum', Math.max],
  ['Minimum', Math.min],
  ['SquaredDifference', (a, b) => (a - b) ** 2],
  ['DivNoNan', (a, b) => (b === 0 ? 0 : a / b)],
  ['Equal', (a, b) => is(a === b)],
  ['NotEqual', (a, b) => is(a !== b)],
  ['Greater', (a, b) => is(a > b)],
  ['GreaterEqual', (a, b) => is(a >= b)],
  ['Less', (a, b) => is(a < b)],
  ['LessEqual', (a, b) => is(a <= b)],
];

/** A single number, one per channel, one per cell, and one per entry: how they repeat. */
const operands: readonly (readonly [about: string, given: Given, at: (entry: number) => number])[] = [
  ['a single number', floats([], 0.5), () => 0],
  ['a list of one', floats([1], 0.5), () => 0],
  ['one per channel', floats([3], 0.5, -2, 1.5), entry => entry % 3],
  ['one per channel, with axes of one', floats([1, 1, 1, 3], 0.5, -2, 1.5), entry => entry % 3],
  ['one per cell', floats([2, 2, 1], 0.5, -2, 1.5, 3), entry => Math.floor(entry / 3)],
  ['one per column', floats([2, 1], 0.5, -2), entry => Math.floor(entry / 3) % 2],
  ['one per entry', floats([1, 2, 2, 3], ...data.map(x => 3 - x).map(x => x || 2)), entry => entry],
];

test('two values are joined entry by entry, whichever of them is of the file and however it repeats', async () => {
  for (const [op, f] of binary)
    for (const [about, given, at] of op === 'Sub' ? operands : operands.slice(2, 3)) {
      const other = data.map((_, entry) => given.data[at(entry)]!);
      const behind = await computed(engine, { op, reads: ['x', given] }, picture);
      same(
        behind.data,
        data.map((x, entry) => f(x, other[entry]!)),
        `x ${op} ${about}`,
      );
      if (['Div', 'RealDiv', 'FloorDiv', 'FloorMod'].includes(op)) continue; // x holds 0
      const front = await computed(engine, { op, reads: [given, 'x'] }, picture);
      same(
        front.data,
        data.map((x, entry) => f(other[entry]!, x)),
        `${about} ${op} x`,
      );
      assert.deepEqual(
        [behind.shape, front.shape],
        [
          [1, 2, 2, 3],
          [1, 2, 2, 3],
        ],
        `${op}, ${about}`,
      );
    }
});

test('two values of the picture are joined too, and powers are of positive numbers', async () => {
  const doubled = node('doubled', 'AddV2', ['image', 'image']);
  for (const [op, f] of binary.filter(([name]) => !/Div|Mod/.test(name))) {
    const turned = { op: 'Sub', reads: ['x', 'x'], x: 'doubled', before: [doubled] } as const;
    same(
      (await computed(engine, turned, picture)).data,
      data.map(() => 0),
      'x - x',
    );
    const use: Use = { op, reads: ['x', 'x'] };
    same(
      (await computed(engine, use, picture)).data,
      data.map(x => f(x, x)),
      `x ${op} x`,
    );
  }
  const positive = { ...picture, data: data.map(x => Math.abs(x) + 0.5) };
  const found = await computed(engine, { op: 'Pow', reads: ['x', floats([3], 2, -1, 0.5)] }, positive);
  same(
    found.data,
    positive.data.map((x, at) => x ** [2, -1, 0.5][at % 3]!),
    'Pow',
  );
});

test('a division by 0 that is asked to be 0 is 0, and its gradient no NaN in between', async () => {
  const found = await computed(engine, { op: 'DivNoNan', reads: ['x', floats([3], 0, 4, 0)] }, picture);
  same(
    found.data,
    data.map((x, at) => (at % 3 === 1 ? x / 4 : 0)),
    'DivNoNan',
  );
});

test('yes and no are joined, turned round and chosen by', async () => {
  const above = (name: string, limit: string) => node(name, 'Greater', ['image', limit]);
  const limits = [
    { ...node('low', 'Const'), attr: constant(-0.75) },
    { ...node('high', 'Const'), attr: constant(1.75) },
  ];
  const [a, b] = [data.map(x => x > -0.75), data.map(x => x > 1.75)];
  const both = async (op: string) => {
    const before = [...limits, above('a', 'low'), above('b', 'high'), node('joined', op, ['a', 'b'])];
    return (await computed(engine, { op: 'Identity', reads: ['x'], x: 'joined', before }, picture)).data;
  };
  same(
    await both('LogicalAnd'),
    a.map((yes, at) => is(yes && b[at]!)),
    'and',
  );
  same(
    await both('LogicalOr'),
    a.map((yes, at) => is(yes || b[at]!)),
    'or',
  );
  const before = [...limits, above('a', 'low')];
  const not = await computed(engine, { op: 'LogicalNot', reads: ['x'], x: 'a', before }, picture);
  same(
    not.data,
    a.map(yes => is(!yes)),
    'not',
  );
  for (const op of ['Select', 'SelectV2']) {
    const chosen = node('chosen', op, ['a', 'image', 'other']);
    const other = { ...node('other', 'Mul', ['image', 'high']) };
    const steps = [...before, other, chosen];
    const found = await computed(engine, { op: 'Identity', reads: ['x'], x: 'chosen', before: steps }, picture);
    same(
      found.data,
      data.map((x, at) => (a[at] ? x : 1.75 * x)),
      op,
    );
  }
});

const constant = (value: number) => ({
  dtype: { type: 'DT_FLOAT' },
  value: { tensor: { dtype: 'DT_FLOAT', tensorShape: {}, floatVal: [value] } },
});

test('a choice of whole rows, which one yes or no per image would make, is refused', async () => {
  const yes: Given = { shape: [1], data: Uint8Array.of(1) };
  await assert.rejects(computed(engine, { op: 'Select', reads: [yes, 'x', 'x'] }, picture), {
    code: 'model-unsupported',
    message: '`made` (Select) chooses whole rows.',
  });
});

test('numbers are kept between two limits, each with its own form', async () => {
  const found = await computed(
    engine,
    { op: 'ClipByValue', reads: ['x', floats([], -1), floats([3], 0, 1, 2)] },
    picture,
  );
  same(
    found.data,
    data.map((x, at) => Math.min([0, 1, 2][at % 3]!, Math.max(-1, x))),
    'ClipByValue',
  );
});

test('a sum of one value is that value, of three their sum', async () => {
  same((await computed(engine, { op: 'AddN', reads: ['x'] }, picture)).data, data, 'one');
  same(
    (await computed(engine, { op: 'AddN', reads: ['x', 'x', 'x'] }, picture)).data,
    data.map(x => 3 * x),
    'three',
  );
});

test('a bias is one number per channel, wherever channels stand', async () => {
  const bias = floats([3], 10, 20, 30);
  const last = await computed(engine, { op: 'BiasAdd', reads: ['x', bias] }, picture);
  same(
    last.data,
    data.map((x, at) => x + bias.data[at % 3]!),
    'channels last',
  );
  const order = {
    ...node('order', 'Const'),
    attr: {
      dtype: { type: 'DT_INT32' },
      value: { tensor: { dtype: 'DT_INT32', tensorShape: { dim: [{ size: '4' }] }, intVal: [0, 3, 1, 2] } },
    },
  };
  const before = [order, node('turned', 'Transpose', ['image', 'order'])];
  const attr = { data_format: { s: Buffer.from('NCHW').toString('base64') } };
  const first = await computed(engine, { op: 'BiasAdd', reads: ['x', bias], x: 'turned', before, attr }, picture);
  const planes = Array.from(
    { length: 12 },
    (_, at) => data[(at % 4) * 3 + Math.floor(at / 4)]! + bias.data[Math.floor(at / 4)]!,
  );
  same(first.data, planes, 'channels first');
  const odd = { data_format: { s: Buffer.from('NHCW').toString('base64') } };
  await assert.rejects(computed(engine, { op: 'BiasAdd', reads: ['x', bias], attr: odd }, picture), {
    message: '`made` (BiasAdd) counts axes NHCW.',
  });
});

test('an input that is missing is named by its place', async () => {
  const missing = { code: 'model-unsupported', message: '`made` (BiasAdd) has no input 2.' };
  await assert.rejects(computed(engine, { op: 'BiasAdd', reads: ['x'] }, picture), missing);
});

const axesOf = (axes: readonly number[]) => axes.map(axis => (axis + 4) % 4);

/** Over some axes of the picture, images first. */
function reduced(axes: readonly number[], f: (values: number[]) => number): number[] {
  const kept = new Map<string, number[]>();
  for (const [at, value] of data.entries()) {
    const index = [0, Math.floor(at / 6), Math.floor(at / 3) % 2, at % 3];
    const key = index.filter((_, axis) => !axesOf(axes).includes(axis)).join();
    kept.set(key, [...(kept.get(key) ?? []), value]);
  }
  return [...kept.values()].map(f);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const reductions: readonly (readonly [name: string, f: (values: number[]) => number])[] = [
  ['Mean', values => sum(values) / values.length],
  ['Sum', sum],
  ['Max', values => Math.max(...values)],
  ['Min', values => Math.min(...values)],
  ['Prod', values => values.reduce((a, b) => a * b, 1)],
  ['EuclideanNorm', values => Math.hypot(...values)],
];

test('numbers are reduced over any axes, which stay as axes of one or go', async () => {
  const every = [[1, 2], [3], [2, 1], [-3, -2], [-1], [1], [1, 2, 3], []];
  for (const [op, f] of reductions)
    for (const axes of op === 'Max' ? every : every.slice(0, 2)) {
      const kept = { keep_dims: { b: true } };
      const gone = await computed(engine, { op, reads: ['x', whole(...axes)] }, picture);
      const stay = await computed(engine, { op, reads: ['x', whole(...axes)], attr: kept }, picture);
      const expected = reduced(axes, f);
      same(gone.data, axes.length === 0 ? data : expected, `${op} over ${axes}`);
      same(stay.data, axes.length === 0 ? data : expected, `${op} over ${axes}, kept`);
      const ones = [1, 2, 2, 3].map((size, axis) => (axesOf(axes).includes(axis) ? 1 : size));
      const left = [1, 2, 2, 3].filter((_, axis) => !axesOf(axes).includes(axis));
      assert.deepEqual([stay.shape, gone.shape], [ones, left], `${op} over ${axes}`);
    }
});

test('all and any of yes and no, over a grid', async () => {
  const limit = { ...node('limit', 'Const'), attr: constant(0.4) };
  const before = [limit, node('above', 'Greater', ['image', 'limit'])];
  const over = async (op: string) =>
    (await computed(engine, { op, reads: ['x', whole(1, 2)], x: 'above', before }, picture)).data;
  assert.deepEqual(
    await over('All'),
    reduced([1, 2], values => is(values.every(x => x > 0.4))),
  );
  assert.deepEqual(
    await over('Any'),
    reduced([1, 2], values => is(values.some(x => x > 2.75))).map((yes, at) => yes || is(at < 3)),
  );
});

test('the place of the largest and the smallest, along the first axis where none is given', async () => {
  const along = (axis: number) => ({ reads: ['x', one(axis)] as const });
  assert.deepEqual((await computed(engine, { op: 'ArgMax', ...along(3) }, picture)).data, [2, 2, 2, 2]);
  assert.deepEqual((await computed(engine, { op: 'ArgMin', ...along(-1) }, picture)).data, [0, 0, 0, 0]);
  assert.deepEqual((await computed(engine, { op: 'ArgMax', ...along(1) }, picture)).data, [1, 1, 1, 1, 1, 1]);
  assert.deepEqual(
    (await computed(engine, { op: 'ArgMax', reads: ['x'] }, picture)).data,
    data.map(() => 0),
  );
});

test('running sums go from either end, with or without the entry itself', async () => {
  const lines = (sums: (row: readonly [number, number, number]) => number[]) =>
    [0, 3, 6, 9].flatMap(at => sums(data.slice(at, at + 3) as unknown as [number, number, number]));
  const run = async (exclusive: boolean, reverse: boolean) =>
    (
      await computed(
        engine,
        { op: 'Cumsum', reads: ['x', one(3)], attr: { exclusive: { b: exclusive }, reverse: { b: reverse } } },
        picture,
      )
    ).data;
  same(
    await run(false, false),
    lines(([a, b, c]) => [a, a + b, a + b + c]),
    'from the start',
  );
  same(
    await run(true, false),
    lines(([a, b]) => [0, a, a + b]),
    'before each',
  );
  same(
    await run(false, true),
    lines(([a, b, c]) => [a + b + c, b + c, c]),
    'from the end',
  );
  same(
    await run(true, true),
    lines(([, b, c]) => [b + c, c, 0]),
    'behind each',
  );
});
