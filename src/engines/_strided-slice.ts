import type { Tensor } from '@tensorflow/tfjs-core';
import { againstMatrix, picking } from './_axis-product.ts';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];

export interface SliceAttrs {
  readonly begin: number[];
  readonly end: number[];
  readonly strides: number[];
  readonly beginMask: number;
  readonly endMask: number;
  readonly ellipsisMask: number;
  readonly newAxisMask: number;
  readonly shrinkAxisMask: number;
}

/** What is taken of each axis; `undefined` is all of it. */
type Places = readonly (Int32Array | undefined)[];

/** TensorFlow's StridedSlice, axis by axis. */
export function sliced(core: Core, x: Tensor, attrs: SliceAttrs): Tensor {
  const { places, finalShape } = placesOf(core, x, attrs);
  const taken = places.reduce<Tensor>((part, indices, axis) => {
    if (!indices) return part;
    const isRun = indices.every((place, at) => place === indices[0]! + at);
    if (!isRun) return core.gather(part, core.tensor1d(indices, 'int32'), axis);
    const begin = part.shape.map((_, other) => (other === axis ? (indices[0] ?? 0) : 0));
    return core.slice(
      part,
      begin,
      part.shape.map((size, other) => (other === axis ? indices.length : size)),
    );
  }, x);
  return core.reshape(taken, finalShape);
}

/** Each gradient back to where its entry was taken. */
export function slicedBackwards(core: Core, dy: Tensor, x: Tensor, attrs: SliceAttrs): Tensor {
  const { places } = placesOf(core, x, attrs);
  const counts = places.map((indices, axis) => indices?.length ?? x.shape[axis]!);
  return places.reduce<Tensor>(
    (wide, indices, axis) => {
      if (!indices) return wide;
      return againstMatrix(core, wide, axis, picking(core, core.tensor1d(indices, 'int32'), x.shape[axis]!));
    },
    core.reshape(dy, counts),
  );
}

/** Of the axes that x has: those that are new have no places, and those that are lost have one. */
function placesOf(core: Core, x: Tensor, a: SliceAttrs): { places: Places; finalShape: number[] } {
  const { begin, end, strides, finalShape } = core.slice_util.sliceInfo(
    x.shape, a.begin, a.end, a.strides, a.beginMask, a.endMask, a.ellipsisMask, a.newAxisMask, a.shrinkAxisMask,
  ); // biome-ignore format: positional
  const places = x.shape.map((size, axis) => {
    const [start, step] = [begin[axis]!, strides![axis]!];
    const count = Math.max(0, Math.ceil((end[axis]! - start) / step));
    return count === size && step === 1 ? undefined : Int32Array.from({ length: count }, (_, at) => start + at * step);
  });
  return { places, finalShape };
}
