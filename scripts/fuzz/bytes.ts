import type { Chooser } from './random.ts';

const edges = [0, 1, 2, 7, 8, 127, 128, 255, 256, 32767, 65535, 65536, 2 ** 24, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

type Edit = (bytes: Buffer, choose: Chooser) => Buffer;

const edits: readonly Edit[] = [
  (bytes, choose) => {
    const at = choose.below(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << choose.below(8));
    return bytes;
  },
  (bytes, choose) => {
    bytes[choose.below(bytes.length)] = choose.below(256);
    return bytes;
  },
  // A number that counts, sizes or points.
  (bytes, choose) => {
    const width = choose.one([1, 2, 4]);
    const at = choose.below(Math.max(1, bytes.length - width));
    const value = choose.one(edges) % 256 ** width;
    if (at + width <= bytes.length)
      choose.maybe(0.5) ? bytes.writeUIntLE(value, at, width) : bytes.writeUIntBE(value, at, width);
    return bytes;
  },
  (bytes, choose) => bytes.subarray(0, choose.below(bytes.length) + 1),
  (bytes, choose) => {
    const [from, at] = [choose.below(bytes.length), choose.below(bytes.length)];
    const piece = bytes.subarray(from, from + 1 + choose.below(64));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  (bytes, choose) => {
    const at = choose.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + choose.below(64))]);
  },
  (bytes, choose) => {
    const [from, to, length] = [choose.below(bytes.length), choose.below(bytes.length), 1 + choose.below(64)];
    bytes.copy(bytes, to, from, Math.min(bytes.length, from + length));
    return bytes;
  },
];

/** A few edits of bytes: bits, numbers, cuts, pieces twice or elsewhere. */
export function mutatedBytes(bytes: Uint8Array, choose: Chooser): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  const count = 1 + choose.below(4);
  // The front of a file says what the rest is.
  for (let edit = 0; edit < count && changed.length > 0; edit++) {
    const front = choose.maybe(0.4) ? Math.min(changed.length, 256) : changed.length;
    changed = Buffer.concat([
      choose.one(edits)(Buffer.from(changed.subarray(0, front)), choose),
      changed.subarray(front),
    ]);
  }
  return changed;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

/** A PNG whose chunks have the checks that their bytes need, so that a reader looks further. */
export function withChecks(png: Buffer): Buffer {
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    if (end + 4 > png.length) break;
    const crc = png
      .subarray(at + 4, end)
      .reduce((sum, byte) => crcTable[(sum ^ byte) & 255]! ^ (sum >>> 8), 0xffffffff);
    png.writeUInt32BE((crc ^ 0xffffffff) >>> 0, end);
    at = end + 4;
  }
  return png;
}
