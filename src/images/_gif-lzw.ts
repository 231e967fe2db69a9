/** Codes have at most 12 bits. */
const mostCodes = 4096;

/**
 * Unpacks the indices of a GIF frame.
 * @param bits of an index, 1 to 8
 * @param count of indices wanted
 * Throws `Error` when the codes end early, or one of them stands for nothing.
 */
export function unpackLzw(bytes: Uint8Array, bits: number, count: number): Uint8Array {
  if (bits < 1 || bits > 8) throw new Error(`its codes start with ${bits} bits`);
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  const out = new Uint8Array(count);
  const next = codeReader(bytes);
  let table = new CodeTable(bits);
  let filled = 0;
  while (filled < count) {
    const code = next(table.size);
    if (code === end) throw new Error('its codes end early');
    if (code === clear) table = new CodeTable(bits);
    else filled += copied(table.unpack(code), out, filled);
  }
  return out;
}

function copied(indices: Uint8Array, out: Uint8Array, at: number): number {
  const some = indices.subarray(0, out.length - at);
  out.set(some, at);
  return some.length;
}

/** What codes stand for, since the last clearing. */
class CodeTable {
  /** Bits of the next code. */
  size: number;
  readonly #end: number;
  readonly #prefix = new Uint16Array(mostCodes);
  readonly #suffix = new Uint8Array(mostCodes);
  readonly #stack = new Uint8Array(mostCodes + 1);
  #free: number;
  #previous = -1;
  #first = 0;

  constructor(bits: number) {
    this.size = bits + 1;
    this.#end = (1 << bits) + 1;
    this.#free = this.#end + 1;
  }

  /** The indices of a code; valid until the next one. A code that is only now being made stands for the one before it, and its first index once more. */
  unpack(code: number): Uint8Array {
    if (code > this.#free || (code === this.#free && this.#previous < 0)) throw new Error('its codes are damaged');
    let at = code === this.#free ? this.#previous : code;
    let start = this.#stack.length;
    if (code === this.#free) this.#stack[--start] = this.#first;
    for (; at > this.#end; at = this.#prefix[at]!) this.#stack[--start] = this.#suffix[at]!;
    this.#stack[--start] = at;
    this.#first = at;
    this.#learn();
    this.#previous = code;
    return this.#stack.subarray(start);
  }

  #learn(): void {
    if (this.#previous < 0 || this.#free >= mostCodes) return;
    this.#prefix[this.#free] = this.#previous;
    this.#suffix[this.#free++] = this.#first;
    if (this.#free === 1 << this.size && this.size < 12) this.size++;
  }
}

/** Codes lie in the bytes from the lowest bit on. */
function codeReader(bytes: Uint8Array): (size: number) => number {
  let [at, held, bits] = [0, 0, 0];
  return size => {
    while (bits < size) {
      if (at >= bytes.length) throw new Error('its codes end early');
      held |= bytes[at++]! << bits;
      bits += 8;
    }
    const code = held & ((1 << size) - 1);
    held >>>= size;
    bits -= size;
    return code;
  };
}
