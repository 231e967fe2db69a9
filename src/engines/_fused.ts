import { allocated, floats, type Heap } from './_packed-filters.ts';
import { type PanelProgram, together, wide } from './_panel-program.ts';

/**
 * Whether this processor rounds a product and its sum once: the instruction leaves it open, and its answer tells. Of
 * (1 + 2^-12)^2 - (1 + 2^-11) in float32, one rounding leaves 2^-24, and two leave nothing.
 */
export function fuses(run: PanelProgram, heap: Heap): boolean {
  const panel = 4 * together;
  const [factor, out] = [panel + 4 * 2 * wide, panel + 4 * 3 * wide];
  const address = allocated(heap, out + 4 * wide);
  try {
    const numbers = floats(heap);
    new Int32Array(numbers.buffer, address, together).fill(address + factor);
    numbers.fill(-(1 + 2 ** -11), (address + panel) / 4, (address + panel) / 4 + wide);
    numbers.fill(1 + 2 ** -12, (address + panel) / 4 + wide, (address + out) / 4);
    run(address, 1, 1, 1, address + panel, address + out, 4 * wide, 0);
    return numbers[(address + out) / 4] === 2 ** -24;
  } finally {
    heap.wasm._free(address);
  }
}
