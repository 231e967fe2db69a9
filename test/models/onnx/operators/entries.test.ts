import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import { type Known, sizeOf } from '../../../../src/models/onnx/value.ts';
import type { Attribute } from '../../../support/onnx-model.ts';
import { close, computed, counted, floats, list, type Made, refusal, some, typed } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

type Form = Readonly<Record<string, Attribute>>;
const f = (value: number) => ({ f: value });
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const clamped = (x: number, low = 0, high = 1) => Math.max(low, Math.min(high, x));
const places = [-8, -3, -1.5, -0.6, -0.5, -0.2, 0, 0.2, 0.5, 0.75, 1, 1.5, 3, 8];

for (const [operator, attributes, make] of [
  ['LeakyRelu', {}, x => (x < 0 ? 0.01 * x : x)],
  ['LeakyRelu', { alpha: f(0.3) }, x => (x < 0 ? 0.3 * x : x)],
  ['HardSigmoid', {}, x => clamped(0.2 * x + 0.5)],
  ['HardSigmoid', { alpha: f(0.1), beta: f(0.6) }, x => clamped(0.1 * x + 0.6)],
  ['HardSwish', {}, x => x * clamped(x / 6 + 0.5)],
  ['Swish', {}, x => x * sigmoid(x)],
  ['Swish', { alpha: f(2) }, x => x * sigmoid(2 * x)],
  ['Elu', {}, x => (x < 0 ? Math.expm1(x) : x)],
  ['Elu', { alpha: f(0.5) }, x => (x < 0 ? 0.5 * Math.expm1(x) : x)],
  ['Celu', {}, x => (x < 0 ? Math.expm1(x) : x)],
  ['Celu', { alpha: f(2) }, x => (x < 0 ? 2 * Math.expm1(x / 2) : x)],
  ['Selu', {}, x => 1.050701 * (x < 0 ? 1.6732632 * Math.expm1(x) : x)],
  ['Selu', { alpha: f(2), gamma: f(3) }, x => 3 * (x < 0 ? 2 * Math.expm1(x) : x)],
  ['ThresholdedRelu', {}, x => (x > 1 ? x : 0)],
  ['ThresholdedRelu', { alpha: f(0.5) }, x => (x > 0.5 ? x : 0)],
  ['Gelu', { approximate: 'tanh' }, x => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))],
  ['Mish', {}, x => x * Math.tanh(Math.log1p(Math.exp(x)))],
  ['Softplus', {}, x => Math.log1p(Math.exp(x))],
  ['Softsign', {}, x => x / (1 + Math.abs(x))],
  ['Shrink', {}, x => (Math.abs(x) > 0.5 ? x : 0)],
  ['Shrink', { lambd: f(1), bias: f(0.25) }, x => (x > 1 ? x - 0.25 : x < -1 ? x + 0.25 : 0)],
  ['Reciprocal', {}, x => 1 / x],
  ['Sign', {}, x => Math.sign(x)],
  [
    'Round',
    {},
    x => {
      const whole = Math.floor(x + 0.5);
      return x + 0.5 === whole && whole % 2 !== 0 ? whole - 1 : whole;
    },
  ],
  ['Floor', {}, x => Math.floor(x)],
  ['Ceil', {}, x => Math.ceil(x)],
  ['Sinh', {}, x => Math.sinh(x)],
  ['Atan', {}, x => Math.atan(x)],
  ['Asinh', {}, x => Math.asinh(x)],
] as const satisfies readonly (readonly [string, Form, (x: number) => number])[])
  test(`${operator}${Object.keys(attributes)
    .map(name => `, ${name} given`)
    .join('')}: each number by its definition`, () => {
    const at = operator === 'Reciprocal' ? places.filter(Boolean) : places;
    const [found] = computed(engine, operator, [list(...at)], { attributes, opset: 24 });
    close(found!, { shape: [at.length], data: at.map(make) }, 1e-5);
  });

test('the error function has the values of the tables, and the GELU is x times half of one more', () => {
  const [xs, values] = [
    [-2, -0.5, 0, 0.5, 1, 2],
    [-0.9953222650189527, -0.5204998778130465, 0, 0.5204998778130465, 0.8427007929497149, 0.9953222650189527],
  ];
  close(computed(engine, 'Erf', [list(...xs!)])[0]!, { shape: [6], data: values! }, 1e-6);
  const scaled = xs!.map(x => x * Math.SQRT2);
  close(
    computed(engine, 'Gelu', [list(...scaled)], { opset: 20 })[0]!,
    { shape: [6], data: scaled.map((x, at) => 0.5 * x * (1 + values![at]!)) },
    1e-6,
  );
  assert.throws(
    () => computed(engine, 'Gelu', [list(1)], { attributes: { approximate: 'erf' } }),
    refusal(/^the node has the attribute approximate = erf; camdrift knows none, tanh\.$/),
  );
});

test('limits stand in attributes or in inputs, one of them may be missing, and the upper one wins', () => {
  const x = list(-2, 0.5, 3, 7);
  const run = (low?: Known, high?: Known, attributes: Form = {}, live = [0]) =>
    computed(engine, 'Clip', [x, low, high], { attributes, live })[0]!.data;
  const [one, two] = [floats([], 1), floats([], 2)];
  for (const live of [[0], [0, 1], [0, 2], [0, 1, 2]]) assert.deepEqual(run(one, two, {}, live), [1, 1, 2, 2]);
  assert.deepEqual(run(two, one), [1, 1, 1, 1]);
  assert.deepEqual(run(one), [1, 1, 3, 7]);
  assert.deepEqual(run(undefined, one), [-2, 0.5, 1, 1]);
  assert.deepEqual(run(undefined, one, {}, [0, 2]), [-2, 0.5, 1, 1]);
  assert.deepEqual(run(undefined, undefined, { min: f(0), max: f(6) }), [0, 0.5, 3, 6]);
  assert.deepEqual(run(undefined, undefined, { min: f(0) }), [0, 0.5, 3, 7]);
  assert.deepEqual(run(undefined, undefined, { max: f(1) }), [-2, 0.5, 1, 1]);
  assert.deepEqual(run(), [-2, 0.5, 3, 7]);
});

test('what is no number is told, and which infinity', () => {
  const x = list(1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  const run = (operator: string, attributes: Form = {}) => computed(engine, operator, [x], { attributes })[0]!.data;
  assert.deepEqual(run('IsNaN'), [0, 1, 0, 0]);
  assert.deepEqual(run('IsInf'), [0, 0, 1, 1]);
  assert.deepEqual(run('IsInf', { detect_negative: 0 }), [0, 0, 1, 0]);
  assert.deepEqual(run('IsInf', { detect_positive: 0 }), [0, 0, 0, 1]);
  assert.deepEqual(run('IsInf', { detect_positive: 0, detect_negative: 0 }), [0, 0, 0, 0]);
});

test('numbers become whole ones, yes and no, or stay; other types are refused', () => {
  const x = list(-1.5, 0, 0.5, 2.7);
  const run = (to: number) => computed(engine, 'Cast', [x], { attributes: { to } })[0]!.data;
  for (const [types, expected] of [
    [
      [1, 10, 11, 16],
      [-1.5, 0, 0.5, 2.7],
    ],
    [
      [2, 3, 6, 7, 12],
      [-1, 0, 0, 2],
    ],
    [[9], [1, 0, 1, 1]],
  ] as const)
    for (const type of types) close({ shape: [4], data: run(type) }, { shape: [4], data: expected });
  assert.throws(() => run(17), refusal(/^the node casts to ONNX's element type 17\.$/));
  assert.deepEqual(computed(engine, 'CastLike', [x, typed('int', [1], 0)])[0]!.data, [-1, 0, 0, 2]);
  assert.deepEqual(computed(engine, 'CastLike', [x, typed('bool', [1], 0)])[0]!.data, [1, 0, 1, 1]);
  for (const type of ['int4', 'uint4'] as const)
    assert.throws(
      () => computed(engine, 'CastLike', [x, typed(type, [1], 0)]),
      refusal(/^the node casts to 4 bits\.$/),
    );
});

test('dropout is nothing in inference, and refused where it is something', () => {
  const [x, share] = [list(1, 2), floats([], 0.5)];
  assert.deepEqual(computed(engine, 'Dropout', [x, share, typed('bool', [], 0)])[0]!.data, [1, 2]);
  assert.throws(
    () => computed(engine, 'Dropout', [x, share, typed('bool', [], 1)]),
    refusal(/^the node drops out in training mode\.$/),
  );
  assert.throws(
    () => computed(engine, 'Dropout', [x], { outputs: 2 }),
    refusal(/^the node asks for the mask of a dropout\.$/),
  );
});

/** NumPy's rule: axes are aligned at the end, one of size 1 is repeated. */
function joined(values: readonly Known[], make: (...entries: number[]) => number): Made {
  const rank = Math.max(...values.map(({ shape }) => shape.length));
  const full = values.map(({ shape }) => [...new Array<number>(rank - shape.length).fill(1), ...shape]);
  const shape = Array.from({ length: rank }, (_, axis) => Math.max(...full.map(own => own[axis]!)));
  const data = Array.from({ length: sizeOf(shape) }, (_, at) => {
    const index = shape.map((size, axis) => Math.floor(at / sizeOf(shape.slice(axis + 1))) % size);
    return make(
      ...values.map(
        (value, which) =>
          value.data[full[which]!.reduce((place, size, axis) => place * size + (size === 1 ? 0 : index[axis]!), 0)]!,
      ),
    );
  });
  return { shape, data };
}

const picture = some(1, 2, 3, 2, 4);
for (const [title, others, live] of [
  ['a number', [floats([], 0.3)], [0]],
  ['one number per channel', [some(2, 3, 1, 1)], [0]],
  ['a row', [some(2, 4)], [0]],
  ['one number per image', [some(2, 2, 1, 1, 1)], [0]],
  ['another picture', [some(2, 2, 3, 2, 4)], [0, 1]],
  ['what was pooled of another', [some(2, 2, 3, 1, 1)], [0, 1]],
  ['two more', [some(2, 3, 1, 1), some(3, 1, 1, 2, 1)], [0, 1]],
  ['more axes than a picture has', [some(2, 2, 1, 1, 1, 1)], [0]],
] as const)
  test(`a picture is joined entry by entry with ${title}`, () => {
    const values = [picture, ...others];
    const many: [string, (...entries: number[]) => number][] = [
      ['Sum', (...entries) => entries.reduce((a, b) => a + b)],
      ['Mean', (...entries) => entries.reduce((a, b) => a + b) / entries.length],
      ['Max', Math.max],
      ['Min', Math.min],
    ];
    const two: [string, (a: number, b: number) => number][] = [
      ['Add', (a, b) => a + b],
      ['Sub', (a, b) => a - b],
      ['Mul', (a, b) => a * b],
      ['Div', (a, b) => a / b],
      ['Greater', (a, b) => Number(a > b)],
      ['GreaterOrEqual', (a, b) => Number(a >= b)],
      ['Less', (a, b) => Number(a < b)],
      ['LessOrEqual', (a, b) => Number(a <= b)],
      ['Equal', (a, b) => Number(a === b)],
    ];
    for (const [operator, make] of [...many, ...(values.length === 2 ? two : [])])
      close(
        computed(engine, operator, values, { live })[0]!,
        joined(values, make as (...entries: number[]) => number),
        1e-5,
      );
  });

test('equal numbers are not greater, and not less', () => {
  const [a, b] = [list(1, 2, 3), list(2, 2, 2)];
  const run = (operator: string) => computed(engine, operator, [a, b])[0]!.data;
  assert.deepEqual(run('Greater'), [0, 0, 1]);
  assert.deepEqual(run('GreaterOrEqual'), [0, 1, 1]);
  assert.deepEqual(run('Less'), [1, 0, 0]);
  assert.deepEqual(run('LessOrEqual'), [1, 1, 0]);
  assert.deepEqual(run('Equal'), [0, 1, 0]);
});

test('yes and no', () => {
  const [a, b] = [typed('bool', [4], 0, 0, 1, 1), typed('bool', [4], 0, 1, 0, 1)];
  const run = (operator: string, ...values: Known[]) => computed(engine, operator, values)[0]!.data;
  assert.deepEqual(run('And', a, b), [0, 0, 0, 1]);
  assert.deepEqual(run('Or', a, b), [0, 1, 1, 1]);
  assert.deepEqual(run('Xor', a, b), [0, 1, 1, 0]);
  assert.deepEqual(run('Not', a), [1, 1, 0, 0]);
  assert.deepEqual(run('Where', a, list(1, 2, 3, 4), list(10)), [10, 10, 3, 4]);
});

test('powers, of which some need no logarithm', () => {
  const base = list(-2, -1, 0, 3);
  for (const exponent of [1, 2, 3])
    close(computed(engine, 'Pow', [base, floats([], exponent)])[0]!, {
      shape: [4],
      data: [...base.data].map(x => x ** exponent),
    });
  close(computed(engine, 'Pow', [list(0, 4, 9), floats([], 0.5)])[0]!, { shape: [3], data: [0, 2, 3] });
  close(computed(engine, 'Pow', [list(2, 4, 9), list(-1, 1.5, 0)])[0]!, { shape: [3], data: [0.5, 8, 1] }, 1e-5);
});

test('a remainder has the sign of the divisor, or that of the dividend where it is asked to', () => {
  const [a, b] = [list(5, -5, 5, -5, 6), list(3, 3, -3, -3, 3)];
  assert.deepEqual(
    computed(engine, 'Mod', [a, b])[0]!.data.map(x => x + 0),
    [2, 1, -1, -2, 0],
  );
  assert.deepEqual(computed(engine, 'Mod', [a, b], { attributes: { fmod: 1 } })[0]!.data, [2, -2, 2, -2, 0]);
});

test('values that do not fit are refused with their shapes', () => {
  const words = /^the node joins values of shapes 2 x 3 and 2, which do not fit\.$/;
  assert.throws(() => computed(engine, 'Add', [counted(2, 3), counted(2)]), refusal(words));
});

test('a slope per channel below zero', () => {
  const slope = list(0.5, 0.1, -1).reshaped([3, 1, 1]);
  close(
    computed(engine, 'PRelu', [picture, slope])[0]!,
    joined([picture, slope], (x, a) => (x < 0 ? a * x : x)),
  );
});
