import { type Bytes, Hdf5Error, isUndefined } from './_bytes.ts';

/** Name (its place in the group's heap) and address of each member of an old group. */
export function* groupEntries(file: Bytes, root: number): Generator<{ name: number; address: number }> {
  for (const { child } of leaves(file, root, 0, 8)) {
    file.requireSignature(child, 'SNOD');
    const count = file.u16(child + 6);
    for (let index = 0; index < count; index++) {
      const entry = child + 8 + 40 * index;
      yield { name: file.u64(entry), address: file.u64(entry + 8) };
    }
  }
}

export interface Chunk {
  readonly address: number;
  readonly size: number;
  /** Bit i: filter i was left out. */
  readonly mask: number;
  readonly offsets: readonly number[];
}

/** The chunks of a data set of this rank, with where each belongs. */
export function* chunks(file: Bytes, root: number, rank: number): Generator<Chunk> {
  for (const { key, child } of leaves(file, root, 1, 16 + 8 * rank)) {
    const offsets = Array.from({ length: rank }, (_, axis) => file.u64(key + 8 + 8 * axis));
    yield { address: child, size: file.u32(key), mask: file.u32(key + 4), offsets };
  }
}

/** Every node is visited once and is one level below the last, so that no tree of references grows without end. */
function* leaves(file: Bytes, root: number, type: number, keySize: number): Generator<{ key: number; child: number }> {
  const seen = new Set<number>();
  const open = isUndefined(root) ? [] : [{ at: root, level: -1 }];
  for (let node = open.pop(); node; node = open.pop()) {
    file.requireSignature(node.at, 'TREE');
    const level = file.u8(node.at + 5);
    if (seen.has(node.at) || file.u8(node.at + 4) !== type || (node.level >= 0 && level !== node.level))
      throw new Hdf5Error(`the tree at byte ${root} is damaged or refers to itself`);
    seen.add(node.at);
    for (let index = file.u16(node.at + 6) - 1; index >= 0; index--) {
      const key = node.at + 24 + index * (keySize + 8);
      const child = file.u64(key + keySize);
      if (level > 0) open.push({ at: child, level: level - 1 });
      else yield { key, child };
    }
  }
}
