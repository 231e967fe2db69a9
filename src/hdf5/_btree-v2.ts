import { type Bytes, Hdf5Error, isUndefined } from './_bytes.ts';

/** Which records a tree has to hold, and where in one of them the heap's identifier lies. */
interface Records {
  readonly type: number;
  readonly idAt: number;
}

/** Where the heap identifiers of a new group's links, or of an object's many attributes, lie. */
export function* heapIds(file: Bytes, address: number, { type, idAt }: Records): Generator<number> {
  if (isUndefined(address)) return;
  file.requireSignature(address, 'BTHD');
  if (file.u8(address + 5) !== type) throw new Hdf5Error(`an index holds records of type ${file.u8(address + 5)}`);
  const tree = { nodeSize: file.u32(address + 6), recordSize: file.u16(address + 10) };
  const [depth, root, count] = [file.u16(address + 12), file.u64(address + 16), file.u16(address + 24)];
  if (tree.recordSize === 0 || depth > 16) throw new Hdf5Error('an index is damaged');
  if (count === 0) return;
  const pointers = pointerSizes(tree, depth);
  const seen = new Set<number>();
  const open = [{ at: root, count, depth }];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node.at)) throw new Hdf5Error('an index refers to itself');
    seen.add(node.at);
    file.requireSignature(node.at, node.depth > 0 ? 'BTIN' : 'BTLF');
    for (let index = 0; index < node.count; index++) yield node.at + 6 + index * tree.recordSize + idAt;
    const children = node.at + 6 + node.count * tree.recordSize;
    if (node.depth > 0) open.push(...childrenOf(file, children, node, pointers));
  }
}

interface TreeNode {
  readonly at: number;
  readonly count: number;
  readonly depth: number;
}

function childrenOf(file: Bytes, at: number, { count, depth }: TreeNode, pointers: PointerSizes): TreeNode[] {
  const step = 8 + pointers.count + pointers.totals[depth - 1]!;
  return Array.from({ length: count + 1 }, (_, index) => ({
    at: file.u64(at + index * step),
    count: file.uint(at + index * step + 8, pointers.count),
    depth: depth - 1,
  }));
}

interface PointerSizes {
  readonly count: number;
  readonly totals: readonly number[];
}

/** How many bytes a pointer spends on the number of records in the child, and by level on the number below it. */
function pointerSizes({ nodeSize, recordSize }: { nodeSize: number; recordSize: number }, depth: number): PointerSizes {
  const inLeaf = Math.floor((nodeSize - 10) / recordSize);
  const count = bytesFor(inLeaf);
  const totals = [0];
  let below = inLeaf;
  for (let level = 1; level < depth; level++) {
    const pointer = 8 + count + totals[level - 1]!;
    const here = Math.floor((nodeSize - 10 - pointer) / (recordSize + pointer));
    below = (here + 1) * below + here;
    totals.push(bytesFor(below));
  }
  return { count, totals };
}

const bytesFor = (limit: number): number => Math.floor(Math.log2(Math.max(1, limit)) / 8) + 1;
