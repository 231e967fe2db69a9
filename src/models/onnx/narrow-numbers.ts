/** IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits. */
export const halfFloats = (bits: Uint16Array): Float32Array => Float32Array.from(bits, half);

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The upper half of a float32. */
export const brainFloats = (bits: Uint16Array): Float32Array =>
  new Float32Array(Uint32Array.from(bits, value => value * 2 ** 16).buffer);

/** Two 4-bit integers per byte, the lower half first. */
export function nibbles(bytes: Uint8Array, count: number, signed: boolean): Int8Array {
  return Int8Array.from({ length: count }, (_, at) => {
    const value = at % 2 === 0 ? bytes[at >> 1]! & 15 : bytes[at >> 1]! >> 4;
    return signed && value > 7 ? value - 16 : value;
  });
}
