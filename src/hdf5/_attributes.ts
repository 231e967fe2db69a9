import { heapIds } from './_btree-v2.ts';
import { type Bytes, Hdf5Error, isUndefined, untilZero } from './_bytes.ts';
import { countOf, readDataspace, readDatatype } from './_datatype.ts';
import { fractalHeap } from './_fractal-heap.ts';
import { find, messageTypes, type ObjectHeader } from './_object-header.ts';

/** The attributes that hold texts, by name. */
export function attributesOf(file: Bytes, header: ObjectHeader): ReadonlyMap<string, readonly string[]> {
  const places = header.filter(({ type }) => type === messageTypes.attribute).map(({ at }) => at);
  const found = new Map<string, readonly string[]>();
  for (const at of [...places, ...denseAttributes(file, header)]) {
    const attribute = readAttribute(file, at);
    if (attribute) found.set(attribute.name, attribute.texts);
  }
  return found;
}

function* denseAttributes(file: Bytes, header: ObjectHeader): Generator<number> {
  const info = find(header, 'attributeInfo');
  if (!info) return;
  const start = info.at + 2 + (file.u8(info.at + 1) & 1 ? 2 : 0);
  const [heapAt, treeAt] = [file.u64(start), file.u64(start + 8)];
  if (isUndefined(heapAt)) return;
  const heap = fractalHeap(file, heapAt);
  for (const id of heapIds(file, treeAt, { type: 8, idAt: 0 })) yield heap(id);
}

function readAttribute(file: Bytes, at: number): { name: string; texts: string[] } | undefined {
  const version = file.u8(at);
  if (version < 1 || version > 3) throw new Hdf5Error(`attributes of version ${version} are not read`);
  const padded = (size: number) => (version === 1 ? Math.ceil(size / 8) * 8 : size);
  const [nameSize, typeSize, spaceSize] = [file.u16(at + 2), file.u16(at + 4), file.u16(at + 6)];
  const nameAt = at + (version === 3 ? 9 : 8);
  const typeAt = nameAt + padded(nameSize);
  const spaceAt = typeAt + padded(typeSize);
  const dataAt = spaceAt + padded(spaceSize);
  const type = readDatatype(file, typeAt);
  if (type.kind !== 'text' && type.kind !== 'long text') return undefined;
  const count = countOf(readDataspace(file, spaceAt) ?? [0]);
  file.slice(dataAt, count * type.size);
  const texts: string[] = [];
  for (let index = 0; index < count; index++) {
    const place = dataAt + index * type.size;
    texts.push(type.kind === 'text' ? file.text(place, type.size) : longText(file, place));
  }
  return { name: file.text(nameAt, nameSize), texts };
}

/** Texts of any length lie in a global heap, found by address and number. */
function longText(file: Bytes, at: number): string {
  const [length, collection, wanted] = [file.u32(at), file.u64(at + 4), file.u32(at + 12)];
  if (length === 0) return '';
  file.requireSignature(collection, 'GCOL');
  const end = collection + file.u64(collection + 8);
  for (let next = collection + 16; next + 16 <= end; ) {
    const [index, size] = [file.u16(next), file.u64(next + 8)];
    if (index === wanted) {
      file.spend(length);
      return untilZero(file.slice(next + 16, Math.min(length, size)));
    }
    if (index === 0) break;
    next += 16 + Math.ceil(size / 8) * 8;
  }
  throw new Hdf5Error('a text is missing from its heap');
}
