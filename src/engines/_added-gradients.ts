import type { GradConfig, NamedAttrMap, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { againstMatrix, picking, sizeOf } from './_axis-product.ts';
import { einsumGradients } from './_einsum-gradient.ts';
import { type SliceAttrs, slicedBackwards } from './_strided-slice.ts';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type Backwards = (core: Core, dy: Tensor, saved: readonly Tensor[], attrs: NamedAttrMap) => Tensor;

/**
 * Gradients that TensorFlow.js lacks, or has wrong, made of operations that every engine runs.
 *
 * - `StridedSlice`, `DepthToSpace`, `Einsum`, `GatherNd`, `TopK`: missing.
 * - `GatherV2`: adds rows up with an operation that the WebAssembly engine does not have.
 * - `Cumsum`: as shipped, turns the axes of the gradient round unless it sums along the last.
 * - `ResizeBilinear`, `ResizeNearestNeighbor`: as shipped the gradient forgets `half_pixel_centers`, the one form that Keras
 *   writes, and is wrong without a word.
 */
export function addGradients(core: Core): void {
  register(core, 'StridedSlice', 'x', stridedSlice);
  register(core, 'Cumsum', 'x', cumulativeSum, []);
  register(core, 'DepthToSpace', 'x', depthToSpace);
  register(core, 'GatherNd', 'params', gatherNd, ['params', 'indices']);
  register(core, 'GatherV2', 'x', gather, ['x', 'indices']);
  register(core, 'ResizeBilinear', 'images', resize('resizeBilinear'));
  register(core, 'ResizeNearestNeighbor', 'images', resize('resizeNearestNeighbor'));
  replace(core, {
    kernelName: 'TopK',
    inputsToSave: ['x'],
    outputsToSave: [false, true],
    gradFunc: (dys, saved) => ({ x: () => topK(core, (dys as Tensor[])[0]!, saved as [Tensor, Tensor]) }),
  });
  replace(core, {
    kernelName: 'Einsum',
    saveAllInputs: true,
    gradFunc: (dy, saved, attrs) => einsumGradients(core, dy as Tensor, saved, attrs.equation as string),
  });
}

function register(core: Core, kernelName: string, input: string, backwards: Backwards, saved = [input]): void {
  const gradFunc: GradConfig['gradFunc'] = (dy, tensors, attrs) => ({
    ...(saved.length > 1 && { indices: () => core.zerosLike(tensors[1]!) }),
    [input]: () => backwards(core, dy as Tensor, tensors, attrs),
  });
  replace(core, { kernelName, inputsToSave: saved, gradFunc });
}

function replace(core: Core, config: GradConfig): void {
  if (core.getGradient(config.kernelName)) core.unregisterGradient(config.kernelName);
  core.registerGradient(config);
}

const stridedSlice: Backwards = (core, dy, [x], attrs) => slicedBackwards(core, dy, x!, attrs as unknown as SliceAttrs);

/** Blocks of cells become blocks of channels again. */
const depthToSpace: Backwards = (core, dy, [x], attrs) => {
  const { blockSize, dataFormat } = attrs as { blockSize: number; dataFormat: string };
  const first = dataFormat === 'NCHW';
  const [images, ...rest] = dy.shape as [number, number, number, number];
  const [channels, high, wide] = first ? rest : [rest[2], rest[0], rest[1]];
  const cells = [high / blockSize, blockSize, wide / blockSize, blockSize];
  const apart = core.reshape(dy, first ? [images, channels, ...cells] : [images, ...cells, channels]);
  return core.reshape(core.transpose(apart, first ? [0, 3, 5, 1, 2, 4] : [0, 1, 3, 2, 4, 5]), x!.shape);
};

/** Every entry counts in the sums behind it. */
const cumulativeSum: Backwards = (core, dy, _, attrs) => {
  const { axis, exclusive, reverse } = attrs as { axis: number; exclusive: boolean; reverse: boolean };
  return core.cumsum(dy, axis, exclusive, !reverse);
};

/** A place that is read twice gets both gradients. */
const gatherNd: Backwards = (core, dy, [x, indices]) =>
  core.scatterND(core.cast(indices!, 'int32'), dy, x!.shape as never);

/** As a matrix product per batch, with the matrix that picks the rows. */
const gather: Backwards = (core, dy, [x, indices], attrs) => {
  const { axis: named, batchDims } = attrs as { axis: number; batchDims: number };
  const axis = named < 0 ? named + x!.rank : named;
  const leading = batchDims < 0 ? batchDims + indices!.rank : batchDims;
  const size = x!.shape[axis]!;
  const batches = sizeOf(x!.shape.slice(0, leading));
  const [outer, inner] = [sizeOf(x!.shape.slice(leading, axis)), sizeOf(x!.shape.slice(axis + 1))];
  const count = indices!.size / batches;
  const rows = core.reshape(picking(core, core.reshape(indices!, [-1]), size), [batches, count, size]);
  const given = core.transpose(core.reshape(dy, [batches, outer, count, inner]), [0, 2, 1, 3]);
  const sums = core.matMul(rows, core.reshape(given, [batches, count, outer * inner]), true);
  const turned = core.transpose(core.reshape(sums, [batches, size, outer, inner]), [0, 2, 1, 3]);
  return core.reshape(turned, x!.shape);
};

/** Rows and columns by themselves; resizing a picture of the unit vectors shows the matrix, whatever the convention is. */
const resize =
  (operation: 'resizeBilinear' | 'resizeNearestNeighbor'): Backwards =>
  (core, dy, [images], attrs) => {
    const { alignCorners, halfPixelCenters } = attrs as { alignCorners: boolean; halfPixelCenters: boolean };
    const matrix = (from: number, to: number) => {
      const units = core.reshape(core.eye(from), [1, from, 1, from]) as Tensor4D;
      return core.reshape(core.image[operation](units, [to, 1], alignCorners, halfPixelCenters), [to, from]);
    };
    return [1, 2].reduce(
      (wide, axis) => againstMatrix(core, wide, axis, matrix(images!.shape[axis]!, dy.shape[axis]!)),
      dy,
    );
  };

/** To the chosen entries of the last axis. */
function topK(core: Core, dy: Tensor, [x, indices]: readonly [Tensor, Tensor]): Tensor {
  const [count, size] = [indices.shape.at(-1)!, x.shape.at(-1)!];
  const rows = core.reshape(picking(core, core.reshape(indices, [-1]), size), [-1, count, size]);
  return core.reshape(core.matMul(core.reshape(dy, [-1, 1, count]), rows), x.shape);
}
