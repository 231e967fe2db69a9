import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../engines/engine.ts';
import { type Graph, nodeTable, shapeOf } from './_graph.ts';

/** How many images run at once: in front of the layer, and in the head behind it. */
export interface AtOnce {
  readonly trunk: number;
  readonly head: number;
}

/** Float32 of a layer's maps in one run of a head, which keeps some multiple of them for its gradient. */
const headBudget = 2 ** 20;

export const trunkAtOnce = ({ sizesDiffer }: Engine, { imagesAtOnce }: Graph): number =>
  sizesDiffer ? (imagesAtOnce ?? 1) : Number.POSITIVE_INFINITY;

/**
 * Where images run one by one, as they have other last bits among others, that is so in front of the layer only: the head takes
 * several. Not where it takes anything but images, of which alone it is known how several are joined.
 * @param ends the layer and what bypasses it
 */
export function atOnceOf(engine: Engine, graph: Graph, ends: readonly string[]): AtOnce {
  const trunk = trunkAtOnce(engine, graph);
  const table = nodeTable(graph.nodes);
  if (trunk > 1 || !ends.every(name => table.get(name)!.isImage)) return { trunk, head: trunk };
  const numbers = ends.map(name => shapeOf(graph, name).reduce((product, size) => product * size, 1));
  return { trunk, head: Math.max(1, Math.floor(headBudget / Math.max(...numbers))) };
}

export function parts<T>(items: readonly T[], size: number): (readonly T[])[] {
  if (items.length <= size) return [items];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Values of nodes, made of some images at a time: joined along the first axis, which counts images. */
export function joined({ tf: { core } }: Engine, made: readonly (readonly Tensor[])[]): Tensor[] {
  const [first, ...more] = made;
  if (more.length === 0) return [...first!];
  return first!.map((_, at) => core.concat(made.map(tensors => tensors[at]!), 0)); // biome-ignore format: one thought
}

/** What a graph is fed: some images, as an engine has them. */
export function fed({ tf: { core } }: Engine, graph: Graph, images: readonly Float32Array[]): Map<string, Tensor> {
  const { width, height, channels } = graph.inputShape;
  const data = concatenated(images, width * height * channels);
  return new Map([[graph.input, core.tensor4d(data, [images.length, height, width, channels])]]);
}

/** @param size numbers of an image */
export function concatenated(images: readonly Float32Array[], size: number): Float32Array {
  const data = new Float32Array(images.length * size);
  for (const [index, image] of images.entries()) {
    if (image.length !== size)
      throw new RangeError(`image ${index} has ${image.length} values, the model takes ${size}`);
    data.set(image, index * size);
  }
  return data;
}
