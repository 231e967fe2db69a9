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

/** Filters as panels of eight columns, made when they are first asked for and kept as long as the filter is. */
export class PackedFilters {
  readonly #heap: Heap;
  readonly #kept = new Map<object, number>();

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
  of(filter: TensorInfo, columns: number): number {
    const kept = this.#kept.get(filter.dataId);
    if (kept !== undefined) return kept;
    const depth = filter.shape.reduce((product, size) => product * size, 1) / columns;
    const address = allocated(this.#heap, Math.ceil(columns / wide) * panelBytes(depth));
    pack(floats(this.#heap), { from: addressOf(this.#heap, filter) / 4, to: address / 4, depth, columns });
    this.#kept.set(filter.dataId, address);
    return address;
  }

  #forget(id: object): void {
    const address = this.#kept.get(id);
    if (address === undefined) return;
    this.#kept.delete(id);
    this.#heap.wasm._free(address);
  }
}

interface Packing {
  /** Row-major depth x columns. */
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly columns: number;
}

function pack(heap: Float32Array, { from, to, depth, columns }: Packing): void {
  let at = to;
  for (let first = 0; first < columns; first += wide) {
    const there = Math.min(wide, columns - first);
    heap.fill(0, at, at + wide);
    at += wide;
    for (let row = from + first; row < from + depth * columns; row += columns) {
      for (let column = 0; column < wide; column++) heap[at++] = column < there ? heap[row + column]! : 0;
    }
  }
}
