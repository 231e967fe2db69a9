import { CamdriftError } from '../errors.ts';
import { allFinite } from './_finite.ts';

/** A weight as the manifest lists it. */
export interface StoredWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool' | 'string' | 'complex64';
  readonly quantization?:
    | {
        readonly dtype: 'uint8' | 'uint16' | 'float16';
        readonly scale?: number | undefined;
        readonly min?: number | undefined;
      }
    | undefined;
}

export interface TfjsWeight {
  readonly shape: readonly number[];
  readonly type: 'float32' | 'int32' | 'bool';
  /** Worked out at every call. @throws CamdriftError `model-numbers` when one is not finite */
  values(): Float32Array | Int32Array | Uint8Array;
}

/** Weights by name. */
export type WeightTable = ReadonlyMap<string, TfjsWeight>;

/** The weights that lie one after another in these bytes, read when they are asked for; texts are left out. */
export function weightTable(path: string, bytes: Uint8Array, weights: readonly StoredWeight[]): WeightTable {
  const table = new Map<string, TfjsWeight>();
  let at = 0;
  for (const weight of weights) {
    const length = byteLength(weight) ?? textLength(path, bytes, at, weight);
    const own = bytes.subarray(at, at + length);
    at += length;
    if (weight.dtype === 'string' || weight.dtype === 'complex64') continue;
    if (table.has(weight.name))
      throw new CamdriftError('model-unreadable', `${path} names the weight \`${weight.name}\` twice.`);
    table.set(weight.name, { shape: weight.shape, type: weight.dtype, values: () => finite(path, weight, own) });
  }
  return table;
}

const bytesPerValue: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
  complex64: 8,
};

/** String tensors have no fixed length. */
export function byteLength(weight: StoredWeight): number | undefined {
  if (weight.dtype === 'string') return undefined;
  const values = weight.shape.reduce((product, size) => product * size, 1);
  return values * (bytesPerValue[weight.quantization?.dtype ?? weight.dtype] ?? Number.NaN);
}

/** Each text has its length before it, in four bytes. */
function textLength(path: string, bytes: Uint8Array, start: number, { name, shape }: StoredWeight): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = shape.reduce((product, size) => product * size, 1);
  let at = start;
  for (let text = 0; text < count && at <= bytes.length; text++)
    at += 4 + (at + 4 <= bytes.length ? view.getUint32(at, true) : bytes.length);
  if (at <= bytes.length) return at - start;
  throw new CamdriftError('model-unreadable', `The texts of \`${name}\` in ${path} are cut off.`);
}

function finite(path: string, weight: StoredWeight, bytes: Uint8Array): Float32Array | Int32Array | Uint8Array {
  const values = decoded(weight, bytes);
  if (!(values instanceof Float32Array) || allFinite(values)) return values;
  throw new CamdriftError('model-numbers', `Weight \`${weight.name}\` of ${path} holds NaN or infinite values.`);
}

function decoded({ dtype, quantization }: StoredWeight, bytes: Uint8Array): Float32Array | Int32Array | Uint8Array {
  const { buffer } = new Uint8Array(bytes);
  if (quantization?.dtype === 'float16') return Float32Array.from(new Uint16Array(buffer), halfValue);
  if (quantization) {
    const { scale = 1, min = 0 } = quantization;
    const steps = quantization.dtype === 'uint8' ? new Uint8Array(buffer) : new Uint16Array(buffer);
    const value = (step: number) => step * scale + min;
    return dtype === 'int32'
      ? Int32Array.from(steps, step => Math.round(value(step)))
      : Float32Array.from(steps, value);
  }
  if (dtype === 'bool') return new Uint8Array(buffer);
  return dtype === 'int32' ? new Int32Array(buffer) : new Float32Array(buffer);
}

/** IEEE 754 half: one bit of sign, five of exponent, ten of fraction. */
function halfValue(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
