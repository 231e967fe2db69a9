import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, allocated, floats, type Heap } from './_packed-filters.ts';
import {
  advanced,
  type Code,
  get,
  isLeft,
  type Kind,
  loaded,
  loadFour,
  type Memory,
  moduleOf,
  multiplyAdd,
  repeat,
  set,
  storeFour,
  subtractFour,
} from './_wasm-code.ts';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type Backend = Heap & { makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo };

/** Channels that are computed together. */
const together = 4;

/**
 * Batch normalisation four channels at a time. The kernel that was there takes one, and with it a fifth of a ResNet-50's time where no
 * exporter has made it a part of the convolutions. Nothing changes where this Node has not what it takes, or channels are left over.
 */
export function hastenNormalization(core: Core): void {
  const backend = core.backend() as unknown as Backend;
  const run = normalization(backend.wasm.asm.memory);
  if (!run) return;
  const shipped = core.getKernel('FusedBatchNorm', 'wasm')!;
  const kernelFunc: KernelConfig['kernelFunc'] = call => {
    const inputs = call.inputs as unknown as Inputs;
    const { x } = inputs;
    const channels = x.shape.at(-1)!;
    const isPlain = of(inputs).every(each => !each || each.shape.join() === String(channels));
    const size = x.shape.reduce((product, length) => product * length, 1);
    if (!isPlain || x.dtype !== 'float32' || channels % together !== 0 || size === 0) return shipped.kernelFunc(call);
    const result = backend.makeOutput(x.shape, 'float32');
    const table = allocated(backend, 3 * 4 * channels);
    fill(backend, table, inputs, channels, (call.attrs as { varianceEpsilon: number }).varianceEpsilon);
    run(addressOf(backend, x), size / channels, channels, table, addressOf(backend, result));
    backend.wasm._free(table);
    return result;
  };
  core.unregisterKernel('FusedBatchNorm', 'wasm');
  core.registerKernel({ ...shipped, kernelFunc });
}

type Inputs = Readonly<Record<'x' | 'mean' | 'variance', TensorInfo>> &
  Partial<Readonly<Record<'offset' | 'scale', TensorInfo>>>;

const of = ({ mean, variance, offset, scale }: Inputs) => [mean, variance, offset, scale] as const;

function fill(backend: Backend, table: number, inputs: Inputs, channels: number, epsilon: number): void {
  const heap = floats(backend);
  const [mean, variance, offset, scale] = of(inputs).map(each => each && heap.subarray(addressOf(backend, each) / 4));
  for (let channel = 0, at = table / 4; channel < channels; channel++, at++) {
    if (channel > 0 && channel % together === 0) at += 2 * together;
    heap[at] = mean![channel]!;
    heap[at + together] = (scale?.[channel] ?? 1) / Math.sqrt(variance![channel]! + epsilon);
    heap[at + 2 * together] = offset?.[channel] ?? 0;
  }
}

/**
 * `(x - mean) * factor + offset` of each channel of each row.
 * @param channels a multiple of four, at least four
 * @param table for each four channels: four means, four factors, four offsets
 */
type Normalization = (from: number, rows: number, channels: number, table: number, to: number) => void;

const normalization = (memory: Memory): Normalization | undefined => loaded<Normalization>(program(), memory);

const [from, rows, channels, table, to, at, left] = [0, 1, 2, 3, 4, 5, 6] as const;

function program(): Uint8Array<ArrayBuffer> {
  const locals: readonly Kind[] = ['i32', 'i32'];
  const four: Code = [
    ...[...get(to), ...get(from), ...loadFour(0), ...get(at), ...loadFour(0), ...subtractFour],
    ...[...get(at), ...loadFour(16), ...get(at), ...loadFour(32), ...multiplyAdd, ...storeFour(0)],
    ...[...advanced(from, 16), ...advanced(to, 16), ...advanced(at, 48), ...advanced(left, -together)],
  ];
  const row = [...get(table), ...set(at), ...get(channels), ...set(left), ...repeat([...four, ...isLeft(left)])];
  return moduleOf(5, locals, repeat([...row, ...advanced(rows, -1), ...isLeft(rows)]));
}
