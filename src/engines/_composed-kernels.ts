import type { KernelConfig, NamedAttrMap, Tensor, Tensor1D, TensorInfo } from '@tensorflow/tfjs-core';
import { composedEinsum } from './_einsum-gradient.ts';
import { type SliceAttrs, sliced } from './_strided-slice.ts';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];

/**
 * Kernels that tfjs-backend-wasm 4.22 lacks or gets wrong, made of others.
 *
 * - `Einsum`: missing; it is what attention is made of in Keras's exports.
 * - `GatherV2`: as shipped, indices per image are mixed up between the images without a word.
 * - `StridedSlice`: as shipped, it throws where one axis is lost, one is new and one is stepped over.
 * - `BatchMatMul`, `_FusedMatMul`: as shipped, a second factor is laid out for XNNPACK once and found again by its numbers alone: the
 *   same numbers in another shape (a reshaped tensor) give a wrong product without a word, or write beyond their memory.
 * - `Identity`: as shipped, it copies. The tape keeps a clone of all that a gradient needs, so each backward pass copied the head's
 *   weights and laid the copy out anew for XNNPACK, which took longer than the product itself.
 */
export function composeKernels(core: Core): void {
  const shipped = core.getKernel('GatherV2', 'wasm')!.kernelFunc;
  for (const name of ['BatchMatMul', '_FusedMatMul']) multiplyShapeByShape(core, name);
  replaceKernel(core, 'wasm', 'Einsum', ({ inputs, attrs }) =>
    composedEinsum(core, Object.values(inputs) as Tensor[], attrs!.equation as string),
  );
  replaceKernel(core, 'wasm', 'Identity', ({ inputs, backend }) => shared(inputs.x!, backend as unknown as Counting));
  replaceKernel(core, 'wasm', 'StridedSlice', ({ inputs, attrs }) =>
    sliced(core, inputs.x as Tensor, attrs as unknown as SliceAttrs),
  );
  replaceKernel(core, 'wasm', 'GatherV2', call =>
    call.attrs!.batchDims
      ? gatheredPerBatch(core, call.inputs.x as Tensor, call.inputs.indices as Tensor, call.attrs!)
      : shipped(call),
  );
}

/** What of the WASM backend says how many tensors hold the same numbers. */
interface Counting {
  incRef(id: object): void;
  disposeData(id: object): void;
}

/** Numbers that were a second factor in one shape are copied before they are one in another. */
function multiplyShapeByShape(core: Core, name: string): void {
  const shipped = core.getKernel(name, 'wasm')!.kernelFunc;
  const copied = core.getKernel('Identity', 'wasm')!.kernelFunc;
  const shapes = new WeakMap<object, string>();
  replaceKernel(core, 'wasm', name, call => {
    const b = call.inputs.b!;
    const shape = b.shape.slice(-2).join();
    if ((shapes.get(b.dataId) ?? shape) === shape) {
      shapes.set(b.dataId, shape);
      return shipped(call);
    }
    const copy = copied({ inputs: { x: b }, backend: call.backend, attrs: {} }) as TensorInfo;
    const product = shipped({ ...call, inputs: { ...call.inputs, b: copy } });
    (call.backend as unknown as Counting).disposeData(copy.dataId);
    return product;
  });
}

/** The same numbers once more, as `Reshape` gives them: no kernel writes into what it is given. */
function shared({ dataId, shape, dtype }: TensorInfo, backend: Counting): TensorInfo {
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/** Kernels that take a negative axis for one that is not there: tfjs-node refuses, WebAssembly writes beyond its memory. */
export function countAxesFromTheStart(core: Core, backend: string, ...kernels: readonly string[]): void {
  for (const name of kernels) {
    const shipped = core.getKernel(name, backend)!.kernelFunc;
    replaceKernel(core, backend, name, call => {
      const [axis] = core.util.parseAxisParam(call.attrs!.axis as number, call.inputs.x!.shape);
      return shipped({ ...call, attrs: { ...call.attrs, axis: axis! } });
    });
  }
}

function replaceKernel(core: Core, backendName: string, kernelName: string, kernelFunc: KernelConfig['kernelFunc']) {
  if (core.getKernel(kernelName, backendName)) core.unregisterKernel(kernelName, backendName);
  core.registerKernel({ kernelName, backendName, kernelFunc });
}

/** All batches in one table, each index moved to its own batch. */
function gatheredPerBatch(core: Core, x: Tensor, indices: Tensor, { axis, batchDims }: NamedAttrMap): Tensor {
  const [at] = core.util.parseAxisParam(axis as number, x.shape);
  const { collectGatherOpShapeInfo } = core.backend_util.segment_util;
  const { batchSize, outerSize, dimSize, sliceSize, outputShape } = collectGatherOpShapeInfo(
    x,
    indices,
    at!,
    batchDims as number,
  );
  const each = indices.size / batchSize;
  const table = core.transpose(core.reshape(x, [batchSize, outerSize, dimSize, sliceSize]), [0, 2, 1, 3]);
  const moved = Array.from(indices.dataSync(), (index, place) => Math.floor(place / each) * dimSize + index);
  const rows = core.gather(core.reshape(table, [batchSize * dimSize, -1]), core.tensor1d(moved, 'int32') as Tensor1D);
  const apart = core.transpose(core.reshape(rows, [batchSize, each, outerSize, sliceSize]), [0, 2, 1, 3]);
  return core.reshape(apart, outputShape);
}
