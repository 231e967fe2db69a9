import { inflateSync } from 'node:zlib';
import { type Chunk, chunks } from './_btree-v1.ts';
import { type Bytes, Hdf5Error, isUndefined } from './_bytes.ts';
import { countOf, type Datatype, readDataspace, readDatatype } from './_datatype.ts';
import { find, type ObjectHeader } from './_object-header.ts';

/** The shape of a data set; `undefined` for a group. */
export function shapeOf(file: Bytes, header: ObjectHeader): readonly number[] | undefined {
  const space = find(header, 'dataspace');
  return space && find(header, 'layout') ? (readDataspace(file, space.at) ?? [0]) : undefined;
}

/** No compression of weights comes near; what claims more is a bomb. */
const largestRatio = 200;

/**
 * The values as float32. Nothing is allocated before the declared size is held against the size of the file.
 */
export function readFloats(file: Bytes, header: ObjectHeader): Float32Array {
  const [shape, type, layout] = [shapeOf(file, header), find(header, 'datatype'), find(header, 'layout')];
  if (!shape || !type || !layout) throw new Hdf5Error('a group stands where a data set is expected');
  const datatype = readDatatype(file, type.at);
  if (datatype.kind !== 'number') throw new Hdf5Error('a data set does not hold numbers');
  const count = countOf(shape);
  const bytes = count * datatype.size;
  if (bytes > largestRatio * file.length)
    throw new Hdf5Error(`a data set of ${shape.join(' x ')} values cannot be in a file of ${file.length} bytes`);
  file.spend(Math.floor(count / 4));
  return toFloats(rawBytes(file, header, { shape, bytes, element: datatype.size, at: layout.at }), datatype, count);
}

interface Layout {
  readonly shape: readonly number[];
  readonly bytes: number;
  /** Bytes of one value. */
  readonly element: number;
  readonly at: number;
}

function rawBytes(file: Bytes, header: ObjectHeader, layout: Layout): Uint8Array {
  const { at, bytes } = layout;
  const [version, kind] = [file.u8(at), file.u8(at + 1)];
  if (version !== 3 && version !== 4) throw new Hdf5Error(`data layouts of version ${version} are not read`);
  if (kind === 0) return file.slice(at + 4, bytes);
  if (kind === 2) return chunked(file, header, layout, version);
  if (kind !== 1) throw new Hdf5Error('data outside the file are not read');
  const address = file.u64(at + 2);
  if (isUndefined(address)) throw new Hdf5Error('a data set was declared and never written');
  return file.slice(address, bytes);
}

function chunked(file: Bytes, header: ObjectHeader, layout: Layout, version: number): Uint8Array {
  const { at, shape, bytes, element } = layout;
  const rank = shape.length;
  if (version !== 3) throw new Hdf5Error('chunk indexes newer than HDF5 1.8 are not read');
  if (file.u8(at + 2) !== rank + 1) throw new Hdf5Error('chunks and data set differ in rank');
  const size = Array.from({ length: rank }, (_, axis) => file.u32(at + 11 + 4 * axis));
  const chunkBytes = countOf(size) * element;
  if (size.some(side => side === 0) || chunkBytes > Math.max(2 ** 20, largestRatio * file.length))
    throw new Hdf5Error(`chunks of ${size.join(' x ')} values cannot be in a file of ${file.length} bytes`);
  const filters = readFilters(file, header);
  const whole = new Uint8Array(bytes);
  const seen = new Set<string>();
  for (const chunk of chunks(file, file.u64(at + 3), rank)) {
    const place = chunk.offsets.join();
    if (seen.has(place)) throw new Hdf5Error('a data set has the same chunk twice');
    seen.add(place);
    file.spend(Math.floor(chunkBytes / 16));
    put(whole, unfiltered(file, chunk, filters, chunkBytes, element), { shape, size, element, chunk });
  }
  const expected = shape.reduce((product, side, axis) => product * Math.ceil(side / size[axis]!), 1);
  if (seen.size !== expected)
    throw new Hdf5Error(`a data set has ${seen.size} of the ${expected} chunks that it needs`);
  return whole;
}

const filterNames: Readonly<Record<number, string>> = { 1: 'gzip', 2: 'shuffle', 3: 'fletcher32' };

/** In the order in which they were applied when writing. */
function readFilters(file: Bytes, header: ObjectHeader): readonly number[] {
  const message = find(header, 'filters');
  if (!message) return [];
  const [version, count] = [file.u8(message.at), file.u8(message.at + 1)];
  const ids: number[] = [];
  for (let index = 0, next = message.at + (version === 1 ? 8 : 2); index < count; index++) {
    const id = file.u16(next);
    if (!filterNames[id]) throw new Hdf5Error(`data compressed with filter ${id} are not read; expected gzip or none`);
    ids.push(id);
    if (version === 1) {
      const [name, values] = [file.u16(next + 2), file.u16(next + 6)];
      next += 8 + Math.ceil(name / 8) * 8 + 4 * (values + (values % 2));
    } else next += 6 + 4 * file.u16(next + 4);
  }
  return ids;
}

function unfiltered(file: Bytes, chunk: Chunk, filters: readonly number[], size: number, element: number): Uint8Array {
  let bytes = file.slice(chunk.address, chunk.size);
  for (const [index, id] of [...filters.entries()].toReversed()) {
    if (chunk.mask & (1 << index)) continue;
    if (id === 1) bytes = inflateSync(bytes, { maxOutputLength: size + 4 });
    if (id === 2) bytes = unshuffled(bytes, element);
    if (id === 3) bytes = bytes.subarray(0, bytes.length - 4);
  }
  if (bytes.length !== size) throw new Hdf5Error(`a chunk has ${bytes.length} bytes; expected ${size}`);
  return bytes;
}

/** Shuffling puts all first bytes of the values first, then all second ones. */
function unshuffled(bytes: Uint8Array, element: number): Uint8Array {
  const count = Math.floor(bytes.length / element);
  const out = new Uint8Array(bytes);
  for (let byte = 0; byte < element; byte++)
    for (let index = 0; index < count; index++) out[index * element + byte] = bytes[byte * count + index]!;
  return out;
}

interface Placement {
  readonly shape: readonly number[];
  readonly size: readonly number[];
  readonly element: number;
  readonly chunk: Chunk;
}

/** Copies a chunk row by row to where it belongs; what lies over the edge is padding. */
function put(whole: Uint8Array, bytes: Uint8Array, { shape, size, element, chunk }: Placement): void {
  const last = shape.length - 1;
  const rows = countOf(size.slice(0, last));
  if (chunk.offsets.some((offset, axis) => offset >= shape[axis]! || offset % size[axis]! !== 0))
    throw new Hdf5Error('a chunk lies outside its data set');
  const width = Math.min(size[last]!, shape[last]! - chunk.offsets[last]!) * element;
  for (let row = 0; row < rows; row++) {
    const at = cellOf(row, size.slice(0, last)).map((step, axis) => step + chunk.offsets[axis]!);
    if (at.some((step, axis) => step >= shape[axis]!)) continue;
    const target = [...at, chunk.offsets[last]!].reduce((index, step, axis) => index * shape[axis]! + step, 0);
    const start = row * size[last]! * element;
    whole.set(bytes.subarray(start, start + width), target * element);
  }
}

function cellOf(index: number, sizes: readonly number[]): number[] {
  const cell: number[] = [];
  for (const size of sizes.toReversed()) {
    cell.unshift(index % size);
    index = Math.floor(index / size);
  }
  return cell;
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function toFloats(bytes: Uint8Array, type: Extract<Datatype, { kind: 'number' }>, count: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type.size === 4 && littleEndian && isPlainFloat(type)) return new Float32Array(new Uint8Array(bytes).buffer);
  const values = new Float32Array(count);
  for (let index = 0; index < count; index++) values[index] = type.read(view, index * type.size);
  return values;
}

/** Whether a float32 in this machine's order is read as it lies. */
function isPlainFloat({ read }: Extract<Datatype, { kind: 'number' }>): boolean {
  return read(new DataView(Float32Array.of(1.5).buffer), 0) === 1.5;
}
