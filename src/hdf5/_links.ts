import { groupEntries } from './_btree-v1.ts';
import { heapIds } from './_btree-v2.ts';
import { type Bytes, Hdf5Error, isUndefined } from './_bytes.ts';
import { fractalHeap } from './_fractal-heap.ts';
import { find, type Message, messageTypes, type ObjectHeader } from './_object-header.ts';

/** Addresses of a group's members by name. Soft and external links are left out: they may lead anywhere. */
export function linksOf(file: Bytes, header: ObjectHeader): ReadonlyMap<string, number> {
  const links = new Map<string, number>();
  for (const [name, address] of allLinks(file, header)) {
    if (links.has(name)) throw new Hdf5Error(`a group has two members "${name}"`);
    links.set(name, address);
  }
  return links;
}

type Link = readonly [name: string, address: number];

function* allLinks(file: Bytes, header: ObjectHeader): Generator<Link> {
  const table = find(header, 'symbolTable');
  if (table) yield* symbolTable(file, table);
  for (const { type, at } of header) if (type === messageTypes.link) yield* link(file, at);
  const info = find(header, 'linkInfo');
  if (info) yield* denseLinks(file, info);
}

function* symbolTable(file: Bytes, { at }: Message): Generator<Link> {
  const [tree, heap] = [file.u64(at), file.u64(at + 8)];
  file.requireSignature(heap, 'HEAP');
  const [size, names] = [file.u64(heap + 8), file.u64(heap + 24)];
  for (const { name, address } of groupEntries(file, tree)) {
    if (name >= size) throw new Hdf5Error('a name lies outside its heap');
    yield [file.text(names + name, Math.min(size - name, longestName)), address];
  }
}

const longestName = 1024;

function* denseLinks(file: Bytes, { at }: Message): Generator<Link> {
  const start = at + 2 + (file.u8(at + 1) & 1 ? 8 : 0);
  const [heapAt, treeAt] = [file.u64(start), file.u64(start + 8)];
  if (isUndefined(heapAt)) return;
  const heap = fractalHeap(file, heapAt);
  for (const id of heapIds(file, treeAt, { type: 5, idAt: 4 })) yield* link(file, heap(id));
}

function* link(file: Bytes, at: number): Generator<Link> {
  const flags = file.u8(at + 1);
  let next = at + 2;
  const kind = flags & 0x08 ? file.u8(next++) : 0;
  if (flags & 0x04) next += 8;
  if (flags & 0x10) next += 1;
  const width = 1 << (flags & 3);
  const length = file.uint(next, width);
  const name = file.text(next + width, length);
  if (kind === 0) yield [name, file.u64(next + width + length)];
}
