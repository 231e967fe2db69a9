import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { folded } from '../../src/models/_saved-model/fold.ts';
import { stepNames } from '../../src/models/_saved-model/names.ts';
import type { Step } from '../../src/models/_saved-model/step.ts';
import { DataType, TensorProtoSchema } from '../../src/models/_saved-model/tensorflow_pb.ts';
import { type Value, valueFromProto } from '../../src/models/_saved-model/values.ts';

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
