import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { brainFloats, halfFloats, nibbles } from '../../../src/models/onnx/narrow-numbers.ts';
import { GraphProtoSchema, type TensorProto, TensorProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import { bytesOf, readTensor, settle } from '../../../src/models/onnx/read-tensor.ts';
import type { DataType } from '../../../src/models/onnx/value.ts';

const proto = (init: Partial<TensorProto>) => create(TensorProtoSchema, init as object);
const read = (init: Partial<TensorProto>, external?: Uint8Array) => readTensor(proto(init), external, 'Constant `k`');
const bytes = (array: { readonly buffer: ArrayBufferLike }) => new Uint8Array(array.buffer);

interface Kind {
  readonly type: DataType;
  readonly raw: Uint8Array;
  /** The same numbers in a list of the message. */
  readonly list: Partial<TensorProto>;
  readonly numbers: readonly number[];
}

/** By ONNX's number of the element type. */
const kinds: Readonly<Record<number, Kind>> = {
  1: { type: 'float', raw: bytes(Float32Array.of(1.5, -2)), list: { floatData: [1.5, -2] }, numbers: [1.5, -2] },
  2: { type: 'uint8', raw: Uint8Array.of(3, 255), list: { int32Data: [3, 255] }, numbers: [3, 255] },
  3: { type: 'int8', raw: Uint8Array.of(3, 255), list: { int32Data: [3, -1] }, numbers: [3, -1] },
  4: { type: 'uint16', raw: bytes(Uint16Array.of(3, 65535)), list: { int32Data: [3, 65535] }, numbers: [3, 65535] },
  5: { type: 'int16', raw: bytes(Int16Array.of(3, -300)), list: { int32Data: [3, -300] }, numbers: [3, -300] },
  6: {
    type: 'int',
    raw: bytes(Int32Array.of(7, -(2 ** 31))),
    list: { int32Data: [7, -(2 ** 31)] },
    numbers: [7, -(2 ** 31)],
  },
  7: {
    type: 'int',
    raw: bytes(BigInt64Array.of(2n ** 40n, -5n)),
    list: { int64Data: [2n ** 40n, -5n] },
    numbers: [2 ** 40, -5],
  },
  9: { type: 'bool', raw: Uint8Array.of(1, 0), list: { int32Data: [1, 0] }, numbers: [1, 0] },
  10: {
    type: 'float',
    raw: bytes(Uint16Array.of(0x3e00, 0xc000)),
    list: { int32Data: [0x3e00, 0xc000] },
    numbers: [1.5, -2],
  },
  11: {
    type: 'float',
    raw: bytes(Float64Array.of(0.1, -2)),
    list: { doubleData: [0.1, -2] },
    numbers: [Math.fround(0.1), -2],
  },
  12: {
    type: 'int',
    raw: bytes(Uint32Array.of(7, 2 ** 32 - 1)),
    list: { uint64Data: [7n, 2n ** 32n - 1n] },
    numbers: [7, 2 ** 32 - 1],
  },
  13: {
    type: 'int',
    raw: bytes(BigUint64Array.of(7n, 2n ** 40n)),
    list: { uint64Data: [7n, 2n ** 40n] },
    numbers: [7, 2 ** 40],
  },
  16: {
    type: 'float',
    raw: bytes(Uint16Array.of(0x3fc0, 0xc000)),
    list: { int32Data: [0x3fc0, 0xc000] },
    numbers: [1.5, -2],
  },
  21: { type: 'uint4', raw: Uint8Array.of(0xf3), list: { int32Data: [0xf3] }, numbers: [3, 15] },
  22: { type: 'int4', raw: Uint8Array.of(0xf3), list: { int32Data: [0xf3] }, numbers: [3, -1] },
};

describe('a constant of the file', () => {
  test('has the same numbers of every element type, as bytes, as a list, and in a file of its own', () => {
    for (const [dataType, { type, raw, list, numbers }] of Object.entries(kinds)) {
      const about = { dims: [2n], dataType: Number(dataType) };
      const odd = new Uint8Array(raw.length + 3);
      odd.set(raw, 3);
      for (const found of [read({ ...about, rawData: raw }), read({ ...about, ...list }), read(about, odd.subarray(3))]) {
        assert.deepEqual([[...found.data], found.type, found.shape, found.lasting], [numbers, type, [2], true], dataType);
      }
      assert.equal(bytesOf(proto(about)), raw.length, dataType);
    }
  });

  test('keeps its numbers when the bytes it came from are written over', () => {
    const raw = bytes(Float32Array.of(1, 2));
    const found = read({ dims: [2n], dataType: 1, rawData: raw });
    raw.fill(0);
    assert.deepEqual([...found.data], [1, 2]);
  });

  test('may be a single number, empty, or of an odd number of half bytes', () => {
    assert.deepEqual([...read({ dims: [], dataType: 1, floatData: [4] }).data], [4]);
    assert.deepEqual([...read({ dims: [0n, 3n], dataType: 1 }).data], []);
    assert.deepEqual([...read({ dims: [3n], dataType: 22, rawData: Uint8Array.of(0x87, 0x0c) }).data], [7, -8, -4]);
    assert.deepEqual([...read({ dims: [3n], dataType: 21, int32Data: [0x87, 0x0c] }).data], [7, 8, 12]);
    assert.equal(bytesOf(proto({ dims: [3n], dataType: 21 })), 2);
  });

  test('of a type that is not known is refused by its number, and has no size', () => {
    for (const dataType of [0, 8, 14, 17, 99]) {
      const message = `Constant \`k\` is of ONNX's element type ${dataType}, which camdrift does not know.`;
      assert.throws(() => read({ dims: [1n], dataType, rawData: Uint8Array.of(1) }), { code: 'model-unreadable', message });
      assert.equal(bytesOf(proto({ dims: [1n], dataType })), undefined);
    }
  });

  test('is as long as its shape says, neither shorter nor longer', () => {
    const cut = { code: 'model-unreadable', message: 'Constant `k` has the shape 2 x 3, so 6 numbers; got 5 (truncated?).' };
    assert.throws(() => read({ dims: [2n, 3n], dataType: 1, floatData: [1, 2, 3, 4, 5] }), cut);
    assert.throws(() => read({ dims: [2n, 3n], dataType: 1 }, new Uint8Array(20)), cut);
    const long = 'Constant `k` has the shape of a scalar, so 1 numbers; got 3.';
    assert.throws(() => read({ dims: [], dataType: 1, floatData: [1, 2, 3] }), { message: long });
    assert.throws(() => read({ dims: [2n], dataType: 1, floatData: [1, 2, 3] }), { message: /so 2 numbers; got 3\.$/ });
    assert.throws(() => read({ dims: [1n], dataType: 1, rawData: new Uint8Array(5) }), { message: /so 1 numbers; got 1.25/ });
    assert.throws(() => read({ dims: [-1n, -1n], dataType: 1, floatData: [1] }), { message: /has the shape -1 x -1/ });
    assert.throws(() => read({ dims: [2n ** 60n], dataType: 1, floatData: [1] }), { code: 'model-unreadable' });
  });

  test('holds no NaN and, unless it is a lone limit, nothing infinite, where numbers are to be finite', () => {
    const bad = { code: 'model-numbers', message: 'Constant `k` holds NaN or infinite values.' };
    assert.throws(() => read({ dims: [1n], dataType: 1, floatData: [Number.NaN] }), bad);
    assert.throws(() => read({ dims: [2n], dataType: 1, floatData: [0, Number.NEGATIVE_INFINITY] }), bad);
    assert.throws(() => read({ dims: [2n], dataType: 10, rawData: bytes(Uint16Array.of(0, 0x7e00)) }), bad);
    assert.deepEqual([...read({ dims: [1n], dataType: 1, floatData: [-Infinity] }).data], [-Infinity]);
    const any = readTensor(proto({ dims: [2n], dataType: 1, floatData: [0, Number.NaN] }), undefined, 'k', false);
    assert.ok(Number.isNaN(any.data[1]));
  });
}); // biome-ignore format: a case per line

describe('numbers of few bits', () => {
  test('halves: zero, the smallest, the largest, infinity and what is no number', () => {
    const table: readonly (readonly [bits: number, value: number])[] = [
      [0x0000, 0],
      [0x8000, -0],
      [0x0001, 2 ** -24],
      [0x03ff, 1023 * 2 ** -24],
      [0x0400, 2 ** -14],
      [0x3555, 0.333251953125],
      [0x3c00, 1],
      [0x3c01, 1 + 2 ** -10],
      [0x7bff, 65504],
      [0x7c00, Infinity],
      [0xfc00, -Infinity],
      [0x7c01, Number.NaN],
    ];
    for (const [bits, value] of table)
      assert.ok(Object.is(halfFloats(Uint16Array.of(bits))[0], value), bits.toString(16));
  });

  test('every half is larger than the one before it, and changes its sign with its first bit', () => {
    const all = halfFloats(Uint16Array.from({ length: 0x7c01 }, (_, bits) => bits));
    const negative = halfFloats(Uint16Array.from({ length: 0x7c01 }, (_, bits) => bits | 0x8000));
    assert.ok(all.every((value, at) => at === 0 || value > all[at - 1]!));
    assert.ok(all.every((value, at) => Object.is(-value, negative[at])));
  });

  test('brain floats are the upper halves of single ones', () => {
    const values = Float32Array.of(0, 1, -1.5, 3.140625, 2 ** 100, -Infinity);
    const upper = Uint16Array.from(new Uint32Array(values.buffer), bits => bits >>> 16);
    assert.deepEqual(brainFloats(upper), values);
    assert.ok(Number.isNaN(brainFloats(Uint16Array.of(0x7fc0))[0]));
  });

  test('half bytes stand with the lower one first, from -8 to 7 or from 0 to 15', () => {
    const every = Uint8Array.from({ length: 8 }, (_, at) => 2 * at + 16 * (2 * at + 1));
    assert.deepEqual(
      [...nibbles(every, 16, false)],
      Array.from({ length: 16 }, (_, at) => at),
    );
    assert.deepEqual([...nibbles(every, 16, true)], [0, 1, 2, 3, 4, 5, 6, 7, -8, -7, -6, -5, -4, -3, -2, -1]);
    assert.deepEqual([...nibbles(Uint8Array.of(0x21, 0x43), 3, false)], [1, 2, 3]);
  });
});

describe('many floats of a file', () => {
  const numbers = [1024, 1500, 2048, 3].map((count, at) => Float32Array.from({ length: count }, (_, i) => at + i / 7));
  /** Constants one after the other, as a file has them; their names are of other lengths, so they begin anywhere. */
  const file = () => {
    const initializer = numbers.map((data, at) =>
      proto({ name: 'x'.repeat(at), dims: [BigInt(data.length)], dataType: 1, rawData: bytes(data) }),
    );
    return toBinary(GraphProtoSchema, create(GraphProtoSchema, { initializer }));
  };

  test('are moved to where they can be used in place, and nothing else of the file changes', () => {
    const begun = new Set<number>();
    for (const shift of [0, 1, 2, 3]) {
      const written = file();
      const whole = new Uint8Array(written.length + 8).fill(77);
      whole.set(written, shift);
      const graph = fromBinary(GraphProtoSchema, whole.subarray(shift, shift + written.length));
      for (const tensor of graph.initializer) begun.add(tensor.rawData.byteOffset % 4);
      // Once more changes nothing: a constant can be read twice.
      for (const tensor of [...graph.initializer, ...graph.initializer]) settle(tensor);
      for (const [at, tensor] of graph.initializer.entries()) {
        const { data } = readTensor(tensor, undefined, 'it');
        assert.deepEqual(data, numbers[at]);
        assert.equal(data.buffer === whole.buffer, data.length >= 1024, `${data.length} floats`);
      }
      assert.deepEqual([...whole.subarray(0, shift), ...whole.subarray(shift + written.length)], Array(8).fill(77));
    }
    assert.deepEqual([...begun].sort(), [0, 1, 2, 3]);
  });

  test('that begin where no typed array can are copied, and no other type is moved', () => {
    const odd = new Uint8Array(4096 + 1);
    odd.set(bytes(numbers[0]!), 1);
    const found = read({ dims: [1024n], dataType: 1 }, odd.subarray(1)).data;
    assert.deepEqual(found, numbers[0]);
    assert.notEqual(found.buffer, odd.buffer);
    const whole = proto({ dims: [4096n], dataType: 2, rawData: odd.subarray(1) });
    settle(whole);
    assert.equal(whole.rawData.byteOffset, 1);
    assert.deepEqual(odd.subarray(1), bytes(numbers[0]!));
  });
});
