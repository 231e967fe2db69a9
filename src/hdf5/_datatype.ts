import { type Bytes, Hdf5Error } from './_bytes.ts';

/** Numbers and texts; anything else is refused where it is read. */
export type Datatype =
  | { readonly kind: 'number'; readonly size: number; readonly read: (view: DataView, at: number) => number }
  | { readonly kind: 'text'; readonly size: number }
  | { readonly kind: 'long text'; readonly size: number }
  | { readonly kind: 'other'; readonly size: number };

export function readDatatype(file: Bytes, at: number): Datatype {
  const [type, flags, size] = [file.u8(at) & 0x0f, file.u8(at + 1), file.u32(at + 4)];
  if (size === 0) throw new Hdf5Error('a data type has no size');
  const little = (flags & 1) === 0;
  if (type === 0) return whole(size, little, (flags & 0x08) !== 0);
  if (type === 1) return floating(size, little, file.u8(at + 13));
  if (type === 3) return { kind: 'text', size };
  if (type === 9 && (flags & 0x0f) === 1) return { kind: 'long text', size };
  return { kind: 'other', size };
}

/** The shape; `undefined` for a null space, which holds nothing. */
export function readDataspace(file: Bytes, at: number): readonly number[] | undefined {
  const [version, rank] = [file.u8(at), file.u8(at + 1)];
  if (version === 2 && file.u8(at + 3) === 2) return undefined;
  if (rank > 32) throw new Hdf5Error(`a data space has ${rank} dimensions`);
  const dims = at + (version === 1 ? 8 : 4);
  return Array.from({ length: rank }, (_, axis) => file.u64(dims + 8 * axis));
}

export const countOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

function whole(size: number, little: boolean, signed: boolean): Datatype {
  const read = {
    1: (view: DataView, at: number) => (signed ? view.getInt8(at) : view.getUint8(at)),
    2: (view: DataView, at: number) => (signed ? view.getInt16(at, little) : view.getUint16(at, little)),
    4: (view: DataView, at: number) => (signed ? view.getInt32(at, little) : view.getUint32(at, little)),
    8: (view: DataView, at: number) => Number(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little)),
  }[size];
  return read ? { kind: 'number', size, read } : { kind: 'other', size };
}

function floating(size: number, little: boolean, exponentBits: number): Datatype {
  const half = (view: DataView, at: number) => fromHalf(view.getUint16(at, little));
  const brain = (view: DataView, at: number) => fromBrain(view.getUint16(at, little));
  const read = {
    2: exponentBits === 8 ? brain : half,
    4: (view: DataView, at: number) => view.getFloat32(at, little),
    8: (view: DataView, at: number) => view.getFloat64(at, little),
  }[size];
  return read ? { kind: 'number', size, read } : { kind: 'other', size };
}

/** IEEE 754 half: 1 sign, 5 exponent, 10 fraction bits. */
function fromHalf(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 0x1f, bits & 0x3ff];
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

const word = new DataView(new ArrayBuffer(4));

/** bfloat16: the upper half of a float32. */
function fromBrain(bits: number): number {
  word.setUint32(0, bits * 0x10000);
  return word.getFloat32(0);
}
