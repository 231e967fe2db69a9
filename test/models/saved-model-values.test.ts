import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { folded } from '../../src/models/_saved-model/fold.ts';
import { frozen } from '../../src/models/_saved-model/freeze.ts';
import { stepNames } from '../../src/models/_saved-model/names.ts';
import type { Ref, Step } from '../../src/models/_saved-model/step.ts';
import { AttrValueSchema, DataType, TensorProtoSchema } from '../../src/models/_saved-model/tensorflow_pb.ts';
import {
  dimensions,
  narrowed,
  type Value,
  valueFromBytes,
  valueFromProto,
} from '../../src/models/_saved-model/values.ts';

const tensor = (dtype: DataType, sizes: readonly number[], content: object) =>
  valueFromProto(
    create(TensorProtoSchema, { dtype, tensorShape: { dim: sizes.map(size => ({ size: BigInt(size) })) }, ...content }),
    'it',
  );

test('constants are read in every type that TensorFlow.js can stand for', () => {
  const data = (value: Value) => [...value.data];
  assert.deepEqual(data(tensor(DataType.DT_FLOAT, [3], { floatVal: [1, 2] })), [1, 2, 2], 'the last one goes on');
  assert.deepEqual(data(tensor(DataType.DT_FLOAT, [2], {})), [0, 0], 'nothing listed is zero');
  assert.deepEqual(data(tensor(DataType.DT_DOUBLE, [], { doubleVal: [0.5] })), [0.5]);
  assert.deepEqual(data(tensor(DataType.DT_INT64, [3], { int64Val: [-1n, 2n ** 40n, -(2n ** 40n)] })), [
    -1,
    2 ** 31 - 1,
    -(2 ** 31),
  ]);
  assert.deepEqual(data(tensor(DataType.DT_BOOL, [2], { boolVal: [true, false] })), [1, 0]);
  // 1, -2, 2^-24, infinity in ten bits of fraction; 1 and -2 in seven.
  assert.deepEqual(data(tensor(DataType.DT_HALF, [4], { halfVal: [0x3c00, 0xc000, 1, 0x7c00] })), [
    1,
    -2,
    2 ** -24,
    Infinity,
  ]);
  assert.deepEqual(data(tensor(DataType.DT_BFLOAT16, [2], { halfVal: [0x3f80, 0xc000] })), [1, -2]);
  const bytes = new Uint8Array(Float32Array.of(1.5, -2).buffer);
  assert.deepEqual(data(tensor(DataType.DT_FLOAT, [2, 1], { tensorContent: bytes })), [1.5, -2]);
  assert.throws(() => tensor(DataType.DT_FLOAT, [3], { tensorContent: bytes }), /expected 12 bytes, got 8/);
  assert.throws(() => tensor(DataType.DT_COMPLEX64, [1], {}), /DT_COMPLEX64/);
});

const step = (op: string, attr: Step['attr'] = {}): Step => ({ name: op, op, inputs: [], attr });
const floats = (shape: readonly number[], ...data: number[]): Value => ({
  shape,
  type: 'float32',
  data: Float32Array.from(data),
});
const ints = (...data: number[]): Value => ({ shape: [data.length], type: 'int32', data: Int32Array.from(data) });
const fold = (op: Step | string, ...values: readonly (Value | undefined)[]) =>
  folded(
    typeof op === 'string' ? step(op) : op,
    values.map(value => ({ step: value ? { ...step('Const'), value } : step('Relu'), index: 0 })),
  );

test('what follows from constants alone is worked out, in float32', () => {
  assert.deepEqual(fold('Rsqrt', floats([2], 4, 0.25)), floats([2], 0.5, 2));
  assert.deepEqual(fold('Sub', floats([2], 5, 7), floats([], 2)), floats([2], 3, 5));
  assert.deepEqual(fold('Sub', floats([], 2), floats([2], 5, 7)), floats([2], -3, -5));
  assert.deepEqual(fold('Mul', floats([2, 2], 1, 2, 3, 4), floats([1, 2], 10, 100)), floats([2, 2], 10, 200, 30, 400));
  assert.deepEqual(fold('Reshape', floats([4], 1, 2, 3, 4), ints(1, -1, 2)), floats([1, 2, 2], 1, 2, 3, 4));
  assert.deepEqual(fold('Squeeze', floats([1, 2, 1], 1, 2)), floats([2], 1, 2));
  assert.deepEqual(fold('Sub', ints(5, 7), ints(2)), ints(3, 5));
  assert.deepEqual(fold('Range', ints(7), ints(1), ints(-2)), ints(7, 5, 3));
  assert.deepEqual(fold('ExpandDims', floats([2], 1, 2), ints(-1)), floats([2, 1], 1, 2));
});

test('what does not is left: other inputs, other operations, shapes that would grow, sizes that do not fit', () => {
  assert.equal(fold('Add', floats([1], 1), undefined), undefined);
  assert.equal(fold('MatMul', floats([1, 1], 1), floats([1, 1], 1)), undefined);
  assert.equal(fold('Add', floats([2, 1], 1, 2), floats([1, 2], 1, 2)), undefined);
  assert.equal(fold('Mul', floats([2, 2], 1, 2, 3, 4), floats([2, 1], 10, 100)), undefined);
  assert.equal(fold('Reshape', floats([4], 1, 2, 3, 4), ints(3, -1)), undefined);
  assert.equal(fold('Add', ints(1), floats([1], 2)), undefined, 'numbers of two types');
  assert.equal(fold('Range', ints(0), ints(2 ** 30), ints(1)), undefined, 'more than any rank or list of axes');
  assert.equal(fold('Range', ints(0), ints(4), ints(0)), undefined, 'steps that lead nowhere');
});

test('layers have the names their author gave, not the numbers and scopes that an export adds', () => {
  const named = (...names: string[]) => {
    const steps = names.map(name => ({ ...step('Relu'), name }));
    return [...stepNames([{ ...step('Placeholder'), name: 'image' }, ...steps]).values()].slice(1);
  };
  assert.deepEqual(named('net_1/conv_1/Relu', 'net_1/conv_1_1/Relu'), ['conv/Relu', 'conv_1/Relu']);
  assert.deepEqual(named('net/conv/Relu', 'net/conv_1/Relu'), ['conv/Relu', 'conv_1/Relu']);
  assert.deepEqual(named('net_1/conv/Relu', 'net_1/conv_1/Relu'), ['conv/Relu', 'conv_1/Relu']);
  assert.deepEqual(named('conv/Relu', 'dense/Relu'), ['conv/Relu', 'dense/Relu']);
  assert.deepEqual(named('relu', 'relu'), ['relu', 'relu#2']);
});

test('bytes are read in every type, wherever they begin', () => {
  const kinds: readonly (readonly [
    type: DataType,
    bytes: { readonly buffer: ArrayBufferLike },
    expected: number[],
    as: Value['type'],
  ])[] = [
    [DataType.DT_FLOAT, Float32Array.of(1.5, -2), [1.5, -2], 'float32'],
    [DataType.DT_DOUBLE, Float64Array.of(0.1, -2), [Math.fround(0.1), -2], 'float32'],
    [DataType.DT_HALF, Uint16Array.of(0x3e00, 0xfc00), [1.5, -Infinity], 'float32'],
    [DataType.DT_BFLOAT16, Uint16Array.of(0x3fc0, 0xc000), [1.5, -2], 'float32'],
    [DataType.DT_INT32, Int32Array.of(7, -(2 ** 31)), [7, -(2 ** 31)], 'int32'],
    [DataType.DT_INT64, BigInt64Array.of(2n ** 31n, -(2n ** 31n) - 1n), [2 ** 31 - 1, -(2 ** 31)], 'int32'],
    [DataType.DT_INT16, Int16Array.of(300, -300), [300, -300], 'int32'],
    [DataType.DT_INT8, Int8Array.of(7, -7), [7, -7], 'int32'],
    [DataType.DT_UINT8, Uint8Array.of(7, 255), [7, 255], 'int32'],
    [DataType.DT_BOOL, Uint8Array.of(0, 2), [0, 1], 'bool'],
  ];
  for (const [type, { buffer }, expected, as] of kinds) {
    const odd = new Uint8Array(buffer.byteLength + 1);
    odd.set(new Uint8Array(buffer), 1);
    const value = valueFromBytes(type, [2], odd.subarray(1), 'it');
    assert.deepEqual([[...value.data], value.type, value.shape], [expected, as, [2]], `type ${type}`);
    assert.equal(narrowed(type), as);
    const short = {
      code: 'model-unreadable',
      message: `it does not fit its shape 3: expected ${1.5 * buffer.byteLength} bytes, got ${buffer.byteLength}.`,
    };
    assert.throws(() => valueFromBytes(type, [3], odd.subarray(1), 'it'), short);
  }
  assert.equal(narrowed(DataType.DT_STRING), undefined);
});

test('a list longer than its shape, and a value repeated millions of times, are refused; a scalar is named as one', () => {
  assert.throws(() => tensor(DataType.DT_FLOAT, [], { floatVal: [1, 2] }), {
    message: 'it does not fit its shape (scalar): expected 4 bytes, got 8.',
  });
  assert.equal(tensor(DataType.DT_FLOAT, [2 ** 22], { floatVal: [3] }).data.at(-1), 3);
  assert.throws(() => tensor(DataType.DT_FLOAT, [2 ** 22 + 1], { floatVal: [3] }), {
    code: 'model-unreadable',
    message: 'it does not fit its shape 4194305: expected 16777220 bytes, got 4.',
  });
});

test('a shape is known, of at most eight sizes and half a billion values', () => {
  const shape = (sizes: readonly number[], unknownRank = false) => {
    const dim = sizes.map(size => ({ size: BigInt(size) }));
    return create(TensorProtoSchema, { tensorShape: { dim, unknownRank } }).tensorShape;
  };
  assert.deepEqual(dimensions(shape([2, 0, 3]), 'it'), [2, 0, 3]);
  assert.deepEqual(dimensions(undefined, 'it'), []);
  assert.deepEqual(dimensions(shape([2 ** 29]), 'it'), [2 ** 29]);
  for (const bad of [shape([2, -1]), shape([], true), shape(Array(9).fill(1)), shape([2 ** 29 + 1])])
    assert.throws(() => dimensions(bad, 'it'), {
      code: 'model-unreadable',
      message: /expected at most 8 known sizes and 536870912 values\.$/,
    });
});

test('each of the two is worked out by its own formula, whichever is longer', () => {
  const formulas: Readonly<Record<string, (a: number, b: number) => number>> = {
    Add: (a, b) => a + b,
    AddV2: (a, b) => a + b,
    Div: (a, b) => a / b,
    Maximum: Math.max,
    Minimum: Math.min,
    Mul: (a, b) => a * b,
    Pow: (a, b) => a ** b,
    RealDiv: (a, b) => a / b,
    Sub: (a, b) => a - b,
  };
  for (const [op, f] of Object.entries(formulas)) {
    assert.deepEqual(fold(op, floats([3], 1, 4, 0.5), floats([1], 2)), floats([3], f(1, 2), f(4, 2), f(0.5, 2)), op);
    assert.deepEqual(fold(op, floats([], 2), floats([3], 1, 4, 0.5)), floats([3], f(2, 1), f(2, 4), f(2, 0.5)), op);
  }
  const alone: Readonly<Record<string, (x: number) => number>> = {
    Abs: Math.abs,
    Exp: Math.exp,
    Log: Math.log,
    Neg: x => -x,
    Reciprocal: x => 1 / x,
    Sqrt: Math.sqrt,
    Square: x => x * x,
  };
  for (const [op, f] of Object.entries(alone))
    assert.deepEqual(fold(op, floats([2], 4, 0.25)), floats([2], f(4), f(0.25)), op);
  assert.equal(fold('Sqrt', ints(4)), undefined, 'whole numbers have no root here');
  assert.deepEqual(fold('Div', ints(7, -7), ints(2)), ints(3, -3), 'towards zero');
  const yes: Value = { shape: [1], type: 'bool', data: Uint8Array.of(1) };
  assert.equal(fold('Add', yes, yes), undefined, 'yes and no do not add up');
});

test('lists are joined from lists or single numbers of one type, up to 65536 of them', () => {
  const one = (value: number): Value => ({ shape: [], type: 'int32', data: Int32Array.of(value) });
  assert.deepEqual(fold('ConcatV2', ints(1, 2), ints(3), one(0)), ints(1, 2, 3));
  assert.deepEqual(fold('Pack', one(4), one(5)), ints(4, 5));
  assert.deepEqual(fold('Pack', floats([], 0.5), floats([], 2)), floats([2], 0.5, 2));
  assert.equal(fold('Pack', one(4), floats([], 2)), undefined, 'of two types');
  assert.equal(fold('Pack', ints(4), ints(5)), undefined, 'lists beside lists');
  assert.equal(fold('ConcatV2', floats([1, 1], 1), floats([1, 1], 2), one(0)), undefined, 'tables');
  const long = ints(...Array(2 ** 15).fill(1));
  assert.equal(fold('ConcatV2', long, long, one(0))?.data.length, 2 ** 16);
  assert.equal(fold('ConcatV2', long, long, ints(1), one(0)), undefined, 'one more');
  assert.equal(fold('Range', ints(0), ints(2 ** 16), ints(1))?.data.length, 2 ** 16);
  assert.equal(fold('Range', ints(0), ints(2 ** 16 + 1), ints(1)), undefined);
  assert.deepEqual(fold('Range', ints(5), ints(5), ints(1)), ints());
});

test('axes of one are taken away where they are named, and no others', () => {
  const named = (...axes: number[]) =>
    step('Squeeze', {
      squeeze_dims: create(AttrValueSchema, { value: { case: 'list', value: { i: axes.map(BigInt) } } }),
    });
  const value = floats([1, 2, 1], 3, 4);
  assert.deepEqual(fold(named(0), value), floats([2, 1], 3, 4));
  assert.deepEqual(fold(named(-1), value), floats([1, 2], 3, 4));
  assert.equal(fold(named(1), value), undefined);
  assert.deepEqual(fold('ExpandDims', value, ints(0)), floats([1, 1, 2, 1], 3, 4));
  assert.deepEqual(fold('ExpandDims', value, ints(-2)), floats([1, 2, 1, 1], 3, 4));
  assert.deepEqual(fold('Identity', value), value);
});

test('a graph with numbers in place of variables: read, of the first kind, and rows of a table', async () => {
  const constant = (name: string, ...values: number[]): Step => ({
    ...step('Const', {
      value: create(AttrValueSchema, {
        value: {
          case: 'tensor',
          value: create(TensorProtoSchema, {
            dtype: DataType.DT_INT32,
            tensorShape: { dim: [{ size: BigInt(values.length) }] },
            intVal: values,
          }),
        },
      }),
    }),
    name,
  });
  const ref = (of: Step): Ref => ({ step: of, index: 0 });
  const reads = (op: string, ...inputs: Step[]): Step => ({ ...step(op), inputs: inputs.map(ref) });
  const handle = { ...step('VarHandleOp'), name: 'w' };
  const asked: string[] = [];
  const freeze = (of: Step) =>
    frozen([ref(of)], async ({ name }) => {
      asked.push(name);
      return floats([2], 10, 20);
    });
  const [read] = await freeze(reads('ReadVariableOp', handle));
  assert.deepEqual([read!.step.op, read!.step.value], ['Const', floats([2], 10, 20)]);
  const [old] = await freeze({ ...step('VariableV2'), name: 'v' });
  assert.deepEqual([old!.step.value, asked], [floats([2], 10, 20), ['w', 'v']]);
  const [rows] = await freeze(reads('ResourceGather', handle, constant('i', 1, 0)));
  const { op, inputs } = rows!.step;
  assert.deepEqual([op, ...inputs.map(input => [...input.step.value!.data])], ['GatherV2', [10, 20], [1, 0], [0]]);
  const [sum] = await freeze(reads('Add', constant('a', 1, 2), constant('b', 3, 4)));
  assert.deepEqual(sum!.step.value, ints(4, 6));
  const [kept] = await freeze(reads('Relu', { ...step('Placeholder'), name: 'image' }));
  assert.deepEqual([kept!.step.op, kept!.step.value], ['Relu', undefined]);
  const refused = (of: Step, message: string) => assert.rejects(freeze(of), { code: 'model-unreadable', message });
  await refused(step('Const'), 'The constant `Const` has no value.');
  await refused(reads('ReadVariableOp'), '`ReadVariableOp` (ReadVariableOp) reads no variable.');
  await refused(reads('ResourceGather', handle), '`ResourceGather` (ResourceGather) reads no indices.');
});
