import { deflateRawSync } from 'node:zlib';

/** One entry of a zip, with every lie that a header can tell. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  /** Unpacked. */
  readonly data: Uint8Array;
  /** 8 = deflate, which is the default; 0 = stored. */
  readonly method?: number;
  readonly declared?: number;
  readonly flags?: number;
  /** Unix mode, such as 0o120777 for a symbolic link. */
  readonly mode?: number;
}

/** A zip byte by byte, which no honest tool would write. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const packed = new Map<Uint8Array, Buffer>();
  const pack = (data: Uint8Array) =>
    packed.get(data) ?? packed.set(data, deflateRawSync(data, { level: 9 })).get(data)!;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = (entry.method ?? 8) === 8 ? pack(entry.data) : Buffer.from(entry.data);
    const name = Buffer.from(entry.name);
    directory.push(record(0x02014b50, entry, name, content.length, offset), name);
    parts.push(record(0x04034b50, entry, name, content.length, 0), name, content);
    offset += 30 + name.length + content.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...parts, listing, endOf(entries.length, listing.length, offset)]);
}

/** A local header, or the longer record of the central directory. */
function record(signature: number, entry: ZipEntry, name: Buffer, size: number, offset: number): Buffer {
  const central = signature === 0x02014b50;
  const bytes = Buffer.alloc(central ? 46 : 30);
  const at = central ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  if (central) bytes.writeUInt16LE((3 << 8) | 20, 4);
  bytes.writeUInt16LE(entry.flags ?? 0x800, 6 + at);
  bytes.writeUInt16LE(entry.method ?? 8, 8 + at);
  bytes.writeUInt32LE(size, 18 + at);
  bytes.writeUInt32LE(entry.declared ?? entry.data.length, 22 + at);
  bytes.writeUInt16LE(name.length, 26 + at);
  if (!central) return bytes;
  bytes.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  bytes.writeUInt32LE(offset, 42);
  return bytes;
}

function endOf(count: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

export const text = (content: string): Uint8Array => Buffer.from(content);
