import type { Tensor } from '@tensorflow/tfjs-core';
import { type Arrangement, isImage, isImageLast } from '../_arrangement.ts';
import type { GraphInput } from './ends.ts';
import { type Core, inLayout } from './layout.ts';
import type { Orientation } from './operation.ts';
import { orientations } from './orientation.ts';
import type { Plan } from './plan.ts';
import { type Quantisation, quantisationsOf } from './quantisations.ts';
import { type Live, plain, type Shape } from './value.ts';

/** How values look from outside: images with their channels last, quantised values as the numbers they stand for. */
export class Readout {
  readonly #core: Core;
  readonly #orientations: Map<string, Orientation>;
  readonly #grids: ReadonlyMap<string, Quantisation>;

  constructor(core: Core, plan: Plan, input: GraphInput) {
    this.#core = core;
    this.#orientations = new Map(orientations(input.name, input.orientation, plan.steps));
    this.#grids = quantisationsOf(plan);
  }

  orientation(value: string): Orientation {
    return this.#orientations.get(value) ?? 'nchw';
  }

  /** Where it is known how the cells of a value lie, that decides. */
  settle(value: string, found: Arrangement | undefined): void {
    if (found) this.#orientations.set(value, isImage(found) ? 'nchw' : isImageLast(found) ? 'nhwc' : 'none');
  }

  /** What comes in: inside it lies as the network counts. */
  fed(tensor: Tensor, value: string): Live {
    const grid = this.#grids.get(value);
    const inside = grid ? this.#core.add(this.#core.div(tensor, grid.scale), grid.zero) : tensor;
    return this.isImage(inside.shape, value) ? { tensor: inside, layout: 'channels-last' } : plain(inside);
  }

  /** What goes out: the same tensor where nothing has to be done, else a new one. */
  shown(live: Live, value: string): Tensor {
    const layout = this.isImage(live.tensor.shape, value) ? 'channels-last' : 'plain';
    const grid = this.#grids.get(value);
    return this.#core.tidy(() => {
      const turned = inLayout(this.#core, live, layout);
      return grid ? this.#core.mul(this.#core.sub(turned, grid.zero), grid.scale) : turned;
    });
  }

  /** The shape that is shown of one image, from ONNX's of several. */
  shape([, ...shape]: Shape, value: string): Shape {
    if (shape.length !== 3 || this.orientation(value) === 'nhwc') return shape;
    if (this.orientation(value) === 'none') return [...shape, 1]; // an axis more than an image has, so nobody maps it
    return [shape[1]!, shape[2]!, shape[0]!];
  }

  /** Whether a value of this shape is seen with its channels last. */
  isImage(shape: Shape, value: string): boolean {
    return shape.length === 4 && this.orientation(value) === 'nchw';
  }
}
