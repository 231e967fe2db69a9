import { CamdriftError } from '../../errors.ts';
import { maskedCrc32c } from './crc32c.ts';

/**
 * The entries of a sorted string table, keys as latin1, in order: LevelDB's file format as TensorFlow writes it, an index block of handles
 * to data blocks. Source: `leveldb/doc/table_format.md`. @param where for messages
 */
export function readTable(bytes: Uint8Array, where: string): ReadonlyMap<string, Uint8Array> {
  const broken = (what: string) => new CamdriftError('model-unreadable', `${where} is broken: ${what}.`, { remedy });
  const footer = new Cursor(bytes.subarray(Math.max(0, bytes.length - footerBytes)), broken);
  if (bytes.length < footerBytes || !magic.every((byte, at) => footer.bytes[footer.bytes.length - 8 + at] === byte))
    throw broken(`it does not end as a table of tensors does (truncated at ${bytes.length} bytes?)`);
  block(bytes, readHandle(footer), broken); // the meta index, which TensorFlow leaves empty
  const table = new Map<string, Uint8Array>();
  let [blockBytes, keyBytes] = [0, 0];
  for (const [, handle] of entries(block(bytes, readHandle(footer), broken), broken)) {
    const data = block(bytes, readHandle(new Cursor(handle, broken)), broken);
    blockBytes += data.length;
    if (blockBytes > bytes.length) throw broken('its blocks overlap');
    for (const [key, value] of entries(data, broken)) {
      keyBytes += key.length;
      if (keyBytes > mostKeyBytes) throw broken(`its keys have more than ${mostKeyBytes} bytes`);
      table.set(key, value);
    }
  }
  return table;
}

const remedy = 'Export the model again, or fetch its files anew: they are not what was written.';
const footerBytes = 48;
const trailerBytes = 5;
const magic = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb];

type Broken = (what: string) => CamdriftError;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function readHandle(cursor: Cursor): Handle {
  const offset = cursor.varint();
  return { offset, size: cursor.varint() };
}

/** A block's content: followed by a byte that says how it is compressed, and a checksum of both. */
function block(bytes: Uint8Array, { offset, size }: Handle, broken: Broken): Uint8Array {
  const end = offset + size + trailerBytes;
  if (end > bytes.length) throw broken(`a block ends at byte ${end} of ${bytes.length}`);
  const content = bytes.subarray(offset, offset + size);
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + offset + size, trailerBytes);
  if (trailer.getUint8(0) !== 0) throw broken('a block is compressed, which TensorFlow does not do');
  if (trailer.getUint32(1, true) !== maskedCrc32c(bytes.subarray(offset, offset + size + 1)))
    throw broken(`the checksum of the block at byte ${offset} is wrong`);
  return content;
}

/** Each key shares a prefix with the one before; the restart points at the end serve a search, which is not needed here. */
function* entries(content: Uint8Array, broken: Broken): Generator<[key: string, value: Uint8Array]> {
  if (content.length < 4) throw broken('a block is shorter than its own length field');
  const restarts = new DataView(content.buffer, content.byteOffset + content.length - 4, 4).getUint32(0, true);
  const end = content.length - 4 - 4 * restarts;
  if (end < 0) throw broken(`a block has ${restarts} restart points in ${content.length} bytes`);
  const cursor = new Cursor(content.subarray(0, end), broken);
  let key = '';
  while (cursor.at < end) {
    const [shared, rest, length] = [cursor.varint(), cursor.varint(), cursor.varint()];
    if (shared > key.length) throw broken('a key shares more than the one before it has');
    key = key.slice(0, shared) + Buffer.from(cursor.take(rest)).toString('latin1');
    if (key.length > longestKey) throw broken(`a key has ${key.length} bytes`);
    yield [key, cursor.take(length)];
  }
}

/** A prefix is written once and read often: without limits a small file makes keys of gigabytes. */
const longestKey = 4096;
const mostKeyBytes = 2 ** 26;

class Cursor {
  at = 0;
  readonly bytes: Uint8Array;
  readonly #broken: Broken;

  constructor(bytes: Uint8Array, broken: Broken) {
    this.bytes = bytes;
    this.#broken = broken;
  }

  /** Little-endian groups of seven bits; no offset or size in a file needs more than seven of them. */
  varint(): number {
    let value = 0;
    for (let group = 0; group < 7; group++) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) break;
      value += (byte & 127) * 2 ** (7 * group);
      if (byte < 128) return value;
    }
    throw this.#broken('a number does not end');
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw this.#broken('an entry is longer than its block');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
