import { CamdriftError } from '../../errors.ts';
import { allFinite } from '../_finite.ts';
import { brainFloats, halfFloats, nibbles } from './narrow-numbers.ts';
import type { TensorProto } from './onnx_pb.ts';
import { type DataType, Known, type Numbers, type Shape, sizeOf } from './value.ts';

/**
 * A constant of the file.
 * @param external its bytes, when they lie in a file of their own
 * @param finite whether NaN and infinite numbers are refused
 */
export function readTensor(proto: TensorProto, external: Uint8Array | undefined, where: string, finite = true): Known {
  const shape = proto.dims.map(Number);
  const element = elements[proto.dataType];
  if (!element) throw unreadable(`${where} is of ONNX's element type ${proto.dataType}, which camdrift does not know`);
  const raw = external ?? (proto.rawData.length > 0 ? proto.rawData : undefined);
  const list = stored(proto, element).length * (element.bits === 4 ? 2 : 1);
  checkSize(shape, raw ? (raw.length * 8) / element.bits : list, where);
  const data = raw ? element.fromBytes(raw, sizeOf(shape)) : element.fromList(stored(proto, element), sizeOf(shape));
  if (element.type === 'float' && finite) checkFinite(data, where);
  return new Known(shape, element.type, data, true);
}

/** How many bytes a constant's shape asks for; nothing of an element type that is not known. */
export function bytesOf({ dims, dataType }: TensorProto): number | undefined {
  const known = elements[dataType];
  return known && Math.ceil((sizeOf(dims.map(Number)) * known.bits) / 8);
}

interface Element {
  readonly type: DataType;
  readonly bits: number;
  /** The field that holds the numbers when they are not stored as bytes. */
  readonly field: 'floatData' | 'int32Data' | 'int64Data' | 'doubleData' | 'uint64Data';
  fromBytes(bytes: Uint8Array, count: number): Numbers;
  fromList(list: readonly (number | bigint)[], count: number): Numbers;
}

const stored = (proto: TensorProto, { field }: Element): readonly (number | bigint)[] => proto[field];

const whole = (list: readonly (number | bigint)[]): Float64Array => Float64Array.from(list, Number);

const element = (
  type: DataType,
  bits: number,
  field: Element['field'],
  fromBytes: (bytes: ArrayBuffer, count: number) => Numbers,
): Element => ({
  type,
  bits,
  field,
  fromBytes: (bytes, count) => fromBytes(aligned(bytes), count),
  fromList: type === 'float' ? list => Float32Array.from(list, Number) : whole,
});

/** Two to a byte, wherever they stand. */
function fourBits(type: DataType, signed: boolean): Element {
  const fromBytes = (bytes: ArrayBuffer, count: number) => nibbles(new Uint8Array(bytes), count, signed);
  const fromList: Element['fromList'] = (list, count) => nibbles(Uint8Array.from(list, Number), count, signed);
  return { ...element(type, 4, 'int32Data', fromBytes), fromList };
}

/** By ONNX's number of the element type. Half floats stand as their bits in the list of integers. */
const elements: Readonly<Record<number, Element>> = {
  1: { ...element('float', 32, 'floatData', bytes => new Float32Array(bytes)), fromBytes: floats },
  2: element('uint8', 8, 'int32Data', bytes => new Uint8Array(bytes)),
  3: element('int8', 8, 'int32Data', bytes => new Int8Array(bytes)),
  4: element('uint16', 16, 'int32Data', bytes => new Uint16Array(bytes)),
  5: element('int16', 16, 'int32Data', bytes => new Int16Array(bytes)),
  6: element('int', 32, 'int32Data', bytes => new Int32Array(bytes)),
  7: element('int', 64, 'int64Data', bytes => Float64Array.from(new BigInt64Array(bytes), Number)),
  9: element('bool', 8, 'int32Data', bytes => new Uint8Array(bytes)),
  10: {
    ...element('float', 16, 'int32Data', bytes => halfFloats(new Uint16Array(bytes))),
    fromList: list => halfFloats(Uint16Array.from(list, Number)),
  },
  11: element('float', 64, 'doubleData', bytes => Float32Array.from(new Float64Array(bytes))),
  12: element('int', 32, 'uint64Data', bytes => new Uint32Array(bytes)),
  13: element('int', 64, 'uint64Data', bytes => Float64Array.from(new BigUint64Array(bytes), Number)),
  16: {
    ...element('float', 16, 'int32Data', bytes => brainFloats(new Uint16Array(bytes))),
    fromList: list => brainFloats(Uint16Array.from(list, Number)),
  },
  21: fourBits('uint4', false),
  22: fourBits('int4', true),
};

/** A copy, so that the file's bytes are let go of and typed arrays may start anywhere. */
const aligned = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Where many floats can stay where they are they do: a file's constants are held once. */
function floats(bytes: Uint8Array): Float32Array {
  const { buffer, byteOffset, length } = bytes;
  const stays = length >= many && byteOffset % 4 === 0;
  return stays ? new Float32Array(buffer, byteOffset, length / 4) : new Float32Array(aligned(bytes));
}

/** Bytes of a constant that may keep a file's other bytes with it. */
const many = 4096;

/**
 * Moves a constant's floats to where a typed array can begin. In front of them the file has their length and what field they are, three bytes or
 * more, which whoever parsed it has read: over those they are moved, and take no new memory.
 * @param proto parsed from bytes that nobody else reads
 */
export function settle(proto: TensorProto): void {
  const { rawData } = proto;
  const off = rawData.byteOffset % 4;
  if (proto.dataType !== 1 || rawData.length < many || off === 0) return;
  const whole = new Uint8Array(rawData.buffer);
  const [from, length] = [rawData.byteOffset, rawData.length];
  proto.rawData = whole.copyWithin(from - off, from, from + length).subarray(from - off, from - off + length);
}

function checkSize(shape: Shape, found: number, where: string): void {
  const size = sizeOf(shape);
  const fits = found === size || (found === size + 1 && size % 2 === 1); // an odd number of half bytes
  if (shape.every(length => Number.isSafeInteger(length) && length >= 0) && fits) return;
  throw unreadable(
    `${where} has the shape ${shape.join(' x ') || 'of a scalar'}, so ${size} numbers; got ${found}${found < size ? ' (truncated?)' : ''}`,
  );
}

/** A lone infinity is a limit or a mask; among weights it is a training that went wrong. */
function checkFinite(data: Numbers, where: string): void {
  const bad = data.length === 1 ? Number.isNaN(data[0]!) : !allFinite(data);
  if (bad) throw new CamdriftError('model-numbers', `${where} holds NaN or infinite values.`);
}

const unreadable = (message: string) => new CamdriftError('model-unreadable', `${message}.`);
