import { open, stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { CamdriftError } from '../../errors.ts';
import { confinedPart } from '../../files/workspace.ts';
import { allFinite } from '../_finite.ts';
import { readLimited } from '../_read-limited.ts';
import { maskedCrc32c } from './crc32c.ts';
import { decoded } from './decoded.ts';
import { readTable } from './table.ts';
import {
  type BundleEntryProto,
  BundleEntryProtoSchema,
  type BundleHeaderProto,
  BundleHeaderProto_Endianness,
  BundleHeaderProtoSchema,
} from './tensorflow_pb.ts';
import { dimensions, type Value, valueFromBytes } from './values.ts';

/** The variables of a SavedModel: an index of names, and the shards where the bytes lie. */
export interface Bundle {
  /** Paths of the shards that the index counts. */
  readonly shards: readonly string[];
  /** `undefined` when the index has no such name. */
  read(name: string): Promise<Value | undefined>;
  /** A single string. */
  readText(name: string): Promise<Uint8Array | undefined>;
}

/** @param path of `variables.index` */
export async function openBundle(path: string, within?: string): Promise<Bundle> {
  const table = readTable(await readLimited(path, mostIndexBytes), path);
  const header = readHeader(table, path);
  const shards = await shardPaths(path, header.numShards, within);
  const find = (name: string): Found | undefined => {
    const found = table.get(Buffer.from(name).toString('latin1'));
    const where = `Variable \`${name}\` of ${path}`;
    return found && { shards, where, entry: decoded(BundleEntryProtoSchema, found, where) };
  };
  const read = async <T>(name: string, as: (found: Found) => Promise<T>) => {
    const found = find(name);
    return found && as(found);
  };
  return { shards, read: name => read(name, readVariable), readText: name => read(name, readString) };
}

interface Found {
  readonly shards: readonly string[];
  readonly entry: BundleEntryProto;
  /** For messages. */
  readonly where: string;
}

/** A model has some thousand variables, of some hundred bytes each in the index. */
const mostIndexBytes = 2 ** 26;
const mostShards = 1024;

function readHeader(table: ReadonlyMap<string, Uint8Array>, path: string): BundleHeaderProto {
  const header = decoded(BundleHeaderProtoSchema, table.get('') ?? new Uint8Array(), path);
  if (header.numShards < 1 || header.numShards > mostShards) {
    throw new CamdriftError(
      'model-unreadable',
      `${path} names ${header.numShards} shards; expected 1 to ${mostShards}.`,
    );
  }
  if (header.endianness === BundleHeaderProto_Endianness.BIG)
    throw new CamdriftError('model-unsupported', `${path} was written by a big-endian machine.`);
  return header;
}

/** `variables.index` -> `variables.data-00000-of-00001` and so on, each in the same folder. */
async function shardPaths(path: string, count: number, within?: string): Promise<string[]> {
  const home = dirname(dirname(path));
  const digits = (value: number) => String(value).padStart(5, '0');
  const named = Array.from({ length: count }, (_, at) => `data-${digits(at)}-of-${digits(count)}`);
  return Promise.all(
    named.map(name => {
      const shard = relative(home, path.replace(/index$/, name));
      return confinedPart(home, shard, `weight shard "${name}" of ${path}`, within);
    }),
  );
}

async function readVariable(found: Found): Promise<Value> {
  const { entry, where } = found;
  const shape = dimensions(entry.shape, where);
  const bytes = await readPart(found);
  requireChecksum(found, bytes);
  const value = valueFromBytes(entry.dtype, shape, bytes, where);
  if (value.type === 'float32' && !allFinite(value.data))
    throw new CamdriftError('model-numbers', `${where} holds NaN or infinite values.`);
  return value;
}

/** Its length in groups of seven bits, a checksum of that, and the text. */
async function readString(found: Found): Promise<Uint8Array> {
  const bytes = await readPart(found);
  const start = bytes.findIndex(byte => byte < 128) + 1;
  const text = bytes.subarray(start + 4);
  requireChecksum(found, new Uint8Array(Uint32Array.of(text.length).buffer), bytes.subarray(start, start + 4), text);
  return text;
}

function requireChecksum({ entry, where }: Found, ...parts: readonly Uint8Array[]): void {
  if (maskedCrc32c(...parts) === entry.crc32c) return;
  throw new CamdriftError('model-unreadable', `The checksum of ${where} is wrong.`, { remedy });
}

const remedy = 'Export the model again, or fetch its files anew: they are not what was written.';

/** Compared with the length of the file before anything is allocated. */
async function readPart({ shards, entry, where }: Found): Promise<Uint8Array> {
  const [offset, size] = [Number(entry.offset), Number(entry.size)];
  const path = shards[entry.shardId];
  if (path === undefined)
    throw new CamdriftError('model-unreadable', `${where} lies in shard ${entry.shardId}, of ${shards.length}.`);
  const found = await stat(path).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no file ${path}.`, { cause });
  });
  if (offset < 0 || size < 0 || !(offset + size <= found.size)) {
    throw new CamdriftError(
      'model-unreadable',
      `${where} ends at byte ${offset + size} of ${path}, which has ${found.size} (truncated).`,
    );
  }
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
