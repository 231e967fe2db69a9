/**
 * CRC-32C (Castagnoli), as LevelDB and TensorFlow store it: rotated and shifted, because a checksum of data that holds
 * checksums is weak. Source: RFC 3720, appendix B.4, and `tsl/lib/hash/crc32c.h`.
 */
export function maskedCrc32c(...parts: readonly Uint8Array[]): number {
  const crc = ~parts.reduce(extended, ~0) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Eight bytes at a time: weights can be half a gigabyte. */
function extended(start: number, bytes: Uint8Array): number {
  let crc = start;
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) {
    crc =
      slices[7]![(crc ^ bytes[at]!) & 255]! ^
      slices[6]![((crc >>> 8) ^ bytes[at + 1]!) & 255]! ^
      slices[5]![((crc >>> 16) ^ bytes[at + 2]!) & 255]! ^
      slices[4]![(crc >>> 24) ^ bytes[at + 3]!]! ^
      slices[3]![bytes[at + 4]!]! ^
      slices[2]![bytes[at + 5]!]! ^
      slices[1]![bytes[at + 6]!]! ^
      slices[0]![bytes[at + 7]!]!;
  }
  for (let at = whole; at < bytes.length; at++) crc = (crc >>> 8) ^ slices[0]![(crc ^ bytes[at]!) & 255]!;
  return crc;
}

const slices: readonly Uint32Array[] = tables();

/** Table `n` holds what a byte does to the checksum when `n` more bytes follow it. */
function tables(): Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
    return crc;
  });
  const made = [first];
  while (made.length < 8) made.push(made.at(-1)!.map(crc => (crc >>> 8) ^ first[crc & 255]!));
  return made;
}
