import { type Bytes, Hdf5Error } from './_bytes.ts';

/** Where the object lies that a heap identifier (given by its own place) stands for. */
export type HeapLookup = (idAt: number) => number;

/** Heaps of new groups and of objects with many attributes. Huge and tiny objects do not occur there and are refused. */
export function fractalHeap(file: Bytes, address: number): HeapLookup {
  file.requireSignature(address, 'FRHP');
  if (file.u16(address + 7) !== 0) throw new Hdf5Error('compressed heaps are not read');
  const table: Table = {
    width: file.u16(address + 110),
    start: file.u64(address + 112),
    largest: file.u64(address + 120),
    offsetSize: Math.ceil(file.u16(address + 128) / 8),
  };
  const [root, rows] = [file.u64(address + 132), file.u16(address + 140)];
  if (!(table.width > 0 && table.start > 0 && table.largest >= table.start && table.offsetSize <= 8))
    throw new Hdf5Error('a heap is damaged');
  return idAt => {
    if ((file.u8(idAt) & 0x30) !== 0) throw new Hdf5Error('huge and tiny heap objects are not read');
    const offset = file.uint(idAt + 1, table.offsetSize);
    return rows === 0 ? root + offset : placeOf(file, table, { at: root, rows }, offset, 0);
  };
}

interface Table {
  readonly width: number;
  /** Bytes of the smallest and of the largest block that holds objects. */
  readonly start: number;
  readonly largest: number;
  readonly offsetSize: number;
}

/** Walks the doubling table: rows of `width` blocks; sizes start, start, 2 start, 4 start, ... */
function placeOf(
  file: Bytes,
  table: Table,
  block: { at: number; rows: number },
  offset: number,
  depth: number,
): number {
  if (depth > 16) throw new Hdf5Error('a heap refers to itself');
  file.requireSignature(block.at, 'FHIB');
  const entries = block.at + 13 + table.offsetSize;
  let before = 0;
  for (let row = 0; row < Math.min(block.rows, 64); row++) {
    const size = row === 0 ? table.start : table.start * 2 ** (row - 1);
    const column = Math.floor((offset - before) / size);
    if (column < table.width) {
      const at = file.u64(entries + 8 * (row * table.width + column));
      const inside = offset - before - column * size;
      if (size <= table.largest) return at + inside;
      const rows = Math.log2(size) - Math.log2(table.start * table.width) + 1;
      return placeOf(file, table, { at, rows }, inside, depth + 1);
    }
    before += table.width * size;
  }
  throw new Hdf5Error('an object lies outside its heap');
}
