import type { Tensor } from '@tensorflow/tfjs-core';
import type { Graph } from '../_graph.ts';
import type { Core } from './layout.ts';
import type { Facts, Images, Step } from './operation.ts';
import type { Plan } from './plan.ts';

/**
 * How many images run at once: `undefined` for any number. One by one where a step's answer for an image depends on
 * those beside it; as many as the file demands where it demands a number and not every step is known to work with any.
 */
export function imagesAtOnce(plan: Plan, demanded: number | undefined, facts: Facts): number | undefined {
  const found = new Set(plan.steps.map(step => imagesOfStep(step, facts)));
  if (found.has('mixed')) return demanded ?? 1;
  return found.has('counted') ? demanded : undefined;
}

/** A constant that counts images fits as many as it has, unless it is a kernel. */
export function imagesOfStep(step: Step, facts: Facts): Images {
  const { images, kernel } = step.facts;
  const said = typeof images === 'function' ? images(step, facts) : images;
  if (said !== 'apart' || kernel !== 'none') return said;
  const fits = step.inputs.every(name => {
    const shape = facts.constant(name)?.shape;
    return !shape || shape.length < 4 || shape[0] === 1;
  });
  return fits ? 'apart' : 'counted';
}

/** The layer that is fed, or the input, comes last: one entry of its first axis is one image. */
export const imagesOf = (feeds: ReadonlyMap<string, Tensor>): number => [...feeds.values()].at(-1)?.shape[0] ?? 1;

/** Runs as many images at a time as the file demands and joins the answers; the last ones are filled up by repeating one. */
export function inChunks(core: Core, size: number, execute: Graph['execute']): Graph['execute'] {
  return (feeds, fetches) => {
    const images = imagesOf(feeds);
    if (images === size) return execute(feeds, fetches);
    const chunk = (start: number): Tensor[] => {
      const count = Math.min(size, images - start);
      const fed = [...feeds].map(([name, tensor]): [string, Tensor] => [
        name,
        filledUp(core, part(core, tensor, images, start, count), count, size),
      ]);
      return execute(new Map(fed), fetches).map(tensor => part(core, tensor, size, 0, count));
    };
    const starts = Array.from({ length: Math.ceil(images / size) }, (_, at) => at * size);
    return core.tidy(() => {
      const chunks = starts.map(chunk);
      return fetches.map((_, which) =>
        core.concat(
          chunks.map(tensors => tensors[which]!),
          0,
        ),
      );
    });
  };
}

/** The rows of some images; a value may hold several rows per image. */
function part(core: Core, tensor: Tensor, images: number, start: number, count: number): Tensor {
  const each = tensor.shape[0]! / images;
  const [first, rows] = [start * each, count * each];
  return core.slice(tensor, [first, ...tensor.shape.slice(1).map(() => 0)], [rows, ...tensor.shape.slice(1)]);
}

function filledUp(core: Core, tensor: Tensor, count: number, size: number): Tensor {
  if (count === size) return tensor;
  const last = part(core, tensor, count, count - 1, 1);
  return core.concat([tensor, ...Array.from({ length: size - count }, () => last)], 0);
}
