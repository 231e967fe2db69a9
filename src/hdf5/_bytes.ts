/** What a damaged or hostile file gives. */
export class Hdf5Error extends Error {
  override readonly name = 'Hdf5Error';
}

/**
 * The bytes of a file behind one door: every read is checked against the end of the file and counted, so that whatever
 * the file says, reading it ends.
 */
export class Bytes {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length); // a Buffer slices without copying
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
    this.#left = 4_000_000 + bytes.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#checked(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#checked(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#checked(at, 4), true);
  }

  /** A length or an address; what does not fit a double exactly lies outside any file. */
  u64(at: number): number {
    const value = this.#view.getBigUint64(this.#checked(at, 8), true);
    if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
    return Number.POSITIVE_INFINITY;
  }

  /** An unsigned number of 1 to 8 bytes. */
  uint(at: number, size: number): number {
    if (size === 8) return this.u64(at);
    return this.slice(at, size).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  /** A view, not a copy. */
  slice(at: number, length: number): Uint8Array {
    this.#checked(at, length);
    return this.#bytes.subarray(at, at + length);
  }

  text(at: number, length: number): string {
    this.spend(length);
    return untilZero(this.slice(at, length));
  }

  requireSignature(at: number, signature: string): void {
    const found = Buffer.from(this.slice(at, signature.length)).toString('latin1');
    if (found !== signature) throw new Hdf5Error(`expected "${signature}" at byte ${at}, got ${JSON.stringify(found)}`);
  }

  /** Counts work that does not read, such as values that are copied. */
  spend(amount: number): void {
    this.#left -= amount;
    if (!(this.#left >= 0)) throw new Hdf5Error('it refers to the same bytes over and over');
  }

  #checked(at: number, length: number): number {
    this.#left--;
    if (this.#left < 0) throw new Hdf5Error('it refers to the same bytes over and over');
    if (at >= 0 && length >= 0 && at + length <= this.length) return at;
    throw new Hdf5Error(`it is cut off or damaged: bytes ${at} to ${at + length} of ${this.length} are referred to`);
  }
}

export function untilZero(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8');
}

/** An address that stands for "nothing there". */
export const isUndefined = (address: number): boolean => address === Number.POSITIVE_INFINITY;
