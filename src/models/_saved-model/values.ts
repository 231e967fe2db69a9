import { CamdriftError } from '../../errors.ts';
import { DataType, DataTypeSchema, type TensorProto, type TensorShapeProto } from './tensorflow_pb.ts';

/** A constant as TensorFlow.js takes it: it knows three types of numbers, so wider ones are narrowed. */
export interface Value {
  readonly shape: readonly number[];
  readonly type: 'float32' | 'int32' | 'bool';
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** From little-endian bytes as TensorFlow writes them. @param where for messages */
export function valueFromBytes(dataType: DataType, shape: readonly number[], bytes: Uint8Array, where: string): Value {
  const format = formatOf(dataType, where);
  const count = countOf(shape);
  if (bytes.length !== count * format.bytes) throw sizeProblem(where, shape, count * format.bytes, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return filled(format, shape, at => format.read(view, at * format.bytes));
}

/** From a constant in a graph. A list of values that ends early goes on with its last one, which is how TensorFlow compresses. */
export function valueFromProto(proto: TensorProto, where: string): Value {
  const format = formatOf(proto.dtype, where);
  const shape = dimensions(proto.tensorShape, where);
  const count = countOf(shape);
  if (proto.tensorContent.length > 0) return valueFromBytes(proto.dtype, shape, proto.tensorContent, where);
  const listed = listedIn(proto);
  if (count > mostRepeated && listed.length < count)
    throw sizeProblem(where, shape, count * format.bytes, listed.length * format.bytes);
  if (listed.length > count) throw sizeProblem(where, shape, count * format.bytes, listed.length * format.bytes);
  return filled(format, shape, at => listed[Math.min(at, listed.length - 1)] ?? 0);
}

/** A repeated value costs a file nothing, so it is not taken as a reason to allocate much. */
const mostRepeated = 2 ** 22;

/** Sizes of a shape that is wholly known. @throws CamdriftError `model-unreadable` */
export function dimensions(shape: TensorShapeProto | undefined, where: string): number[] {
  const sizes = (shape?.dim ?? []).map(({ size }) => Number(size));
  if (shape?.unknownRank || sizes.some(size => size < 0) || sizes.length > 8 || countOf(sizes) > mostValues) {
    throw new CamdriftError(
      'model-unreadable',
      `${where} has the shape ${sizes.join(' x ') || 'unknown'}: expected at most 8 known sizes and ${mostValues} values.`,
    );
  }
  return sizes;
}

export const countOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Two gigabytes of numbers: more than WebAssembly can hold with room to work. */
const mostValues = 2 ** 29;

function sizeProblem(where: string, shape: readonly number[], expected: number, found: number): CamdriftError {
  return new CamdriftError(
    'model-unreadable',
    `${where} does not fit its shape ${shape.join(' x ') || '(scalar)'}: expected ${expected} bytes, got ${found}.`,
  );
}

interface Format {
  readonly type: Value['type'];
  readonly bytes: number;
  read(view: DataView, at: number): number;
}

function formatOf(dataType: DataType, where: string): Format {
  const format = formats.get(dataType);
  if (format) return format;
  throw new CamdriftError(
    'model-unsupported',
    `${where} holds ${typeName(dataType)}, which TensorFlow.js does not have.`,
  );
}

export const typeName = (dataType: DataType): string => DataTypeSchema.value[dataType]?.name ?? `type ${dataType}`;

/** What TensorFlow.js makes of a type; `undefined` when it has nothing like it. */
export const narrowed = (dataType: DataType): Value['type'] | undefined => formats.get(dataType)?.type;

function filled({ type }: Format, shape: readonly number[], valueAt: (at: number) => number): Value {
  const data = new { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[type](countOf(shape));
  for (let at = 0; at < data.length; at++) data[at] = valueAt(at);
  return { shape, type, data };
}

function listedIn(proto: TensorProto): readonly number[] {
  const halves = () => {
    const view = new DataView(new ArrayBuffer(2));
    const { read } = formats.get(proto.dtype)!;
    return proto.halfVal.map(bits => {
      view.setUint16(0, bits, true);
      return read(view, 0);
    });
  };
  if (proto.dtype === DataType.DT_FLOAT) return proto.floatVal;
  if (proto.dtype === DataType.DT_DOUBLE) return proto.doubleVal;
  if (proto.dtype === DataType.DT_INT64) return proto.int64Val.map(whole);
  if (proto.dtype === DataType.DT_BOOL) return proto.boolVal.map(Number);
  return proto.halfVal.length > 0 ? halves() : proto.intVal;
}

/** Clamped to 32 bits: larger ones are "as far as it goes" in slices. */
const whole = (value: bigint): number => Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Number(value)));

const formats: ReadonlyMap<DataType, Format> = new Map<DataType, Format>([
  [DataType.DT_FLOAT, { type: 'float32', bytes: 4, read: (view, at) => view.getFloat32(at, true) }],
  [DataType.DT_DOUBLE, { type: 'float32', bytes: 8, read: (view, at) => view.getFloat64(at, true) }],
  [DataType.DT_HALF, { type: 'float32', bytes: 2, read: (view, at) => halfValue(view.getUint16(at, true)) }],
  [DataType.DT_BFLOAT16, { type: 'float32', bytes: 2, read: (view, at) => brainValue(view.getUint16(at, true)) }],
  [DataType.DT_INT32, { type: 'int32', bytes: 4, read: (view, at) => view.getInt32(at, true) }],
  [DataType.DT_INT64, { type: 'int32', bytes: 8, read: (view, at) => whole(view.getBigInt64(at, true)) }],
  [DataType.DT_INT16, { type: 'int32', bytes: 2, read: (view, at) => view.getInt16(at, true) }],
  [DataType.DT_INT8, { type: 'int32', bytes: 1, read: (view, at) => view.getInt8(at) }],
  [DataType.DT_UINT8, { type: 'int32', bytes: 1, read: (view, at) => view.getUint8(at) }],
  [DataType.DT_BOOL, { type: 'bool', bytes: 1, read: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) }],
]);

/** IEEE 754 half: one bit of sign, five of exponent, ten of fraction. */
function halfValue(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** The upper half of a float32. */
function brainValue(bits: number): number {
  return new Float32Array(Uint32Array.of(bits << 16).buffer)[0]!;
}
