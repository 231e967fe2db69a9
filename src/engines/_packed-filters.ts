import type { TensorInfo } from '@tensorflow/tfjs-core';
import { wide } from './_panel-program.ts';
import type { Memory } from './_wasm-code.ts';

/** What of the WASM backend is used here: its memory, and where in it tensors lie. */
export interface Heap {
  readonly wasm: {
    readonly asm: { readonly memory: Memory };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  readonly dataIdMap: { get(id: object): { readonly memoryOffset: number } };
  disposeData(id: object, force?: boolean): boolean;
}

export const floats = ({ wasm }: Heap): Float32Array => new Float32Array(wasm.asm.memory.buffer);
export const addressOf = ({ dataIdMap }: Heap, { dataId }: TensorInfo): number => dataIdMap.get(dataId).memoryOffset;

/** @throws Error where the memory of TensorFlow.js is full */
export function allocated({ wasm }: Heap, bytes: number): number {
  const address = wasm._malloc(bytes) >>> 0;
  if (address === 0) throw new Error('The memory of the WebAssembly engine is full.');
  return address;
}

/** Bytes of a panel of so many factors per column: eight numbers to begin with, and eight factors for each. */
export const panelBytes = (depth: number): number => 4 * wide * (depth + 1);

/** How the numbers of a filter lie: for each of its inputs a factor per column, or, transposed, for each column a factor per input. */
export interface Layout {
  readonly columns: number;
  readonly transposed?: boolean;
}

/** Filters as panels of eight columns, made when they are first asked for and kept as long as the filter's numbers are. */
export class PackedFilters {
  readonly #heap: Heap;
  /** A reshaped filter has the same numbers in another layout. */
  readonly #kept = new Map<object, Map<string, number>>();

  constructor(heap: Heap) {
    this.#heap = heap;
    const shipped = heap.disposeData.bind(heap);
    heap.disposeData = (id, force) => {
      const gone = shipped(id, force);
      if (gone) this.#forget(id);
      return gone;
    };
  }

  /** @returns the address of the first panel; columns that are too many are zeros */
  of(filter: TensorInfo, { columns, transposed = false }: Layout): number {
    const kept = this.#kept.get(filter.dataId) ?? new Map<string, number>();
    const layout = `${columns} ${transposed}`;
    const known = kept.get(layout);
    if (known !== undefined) return known;
    const depth = filter.shape.reduce((product, size) => product * size, 1) / columns;
    const address = allocated(this.#heap, Math.ceil(columns / wide) * panelBytes(depth));
    const [from, to] = [addressOf(this.#heap, filter) / 4, address / 4];
    pack(floats(this.#heap), { from, to, depth, columns, steps: transposed ? [1, depth] : [columns, 1] });
    this.#kept.set(filter.dataId, kept.set(layout, address));
    return address;
  }

  #forget(id: object): void {
    for (const address of this.#kept.get(id)?.values() ?? []) this.#heap.wasm._free(address);
    this.#kept.delete(id);
  }
}

interface Packing {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly columns: number;
  /** From one input to the next, and from one column to the next. */
  readonly steps: readonly [down: number, across: number];
}

function pack(heap: Float32Array, { from, to, depth, columns, steps: [down, across] }: Packing): void {
  let at = to;
  for (let first = 0; first < columns; first += wide) {
    const there = Math.min(wide, columns - first);
    heap.fill(0, at, at + wide);
    at += wide;
    for (let input = 0, row = from + first * across; input < depth; input++, row += down) {
      for (let column = 0; column < wide; column++) heap[at++] = column < there ? heap[row + column * across]! : 0;
    }
  }
}
