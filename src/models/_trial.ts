import type { Tensor } from '@tensorflow/tfjs-core';
import { random } from '../core/random.ts';
import type { Engine } from '../engines/engine.ts';
import type { Graph } from './_graph.ts';
import type { InputShape } from './model.ts';

/** A picture of noise, -1 to 1, the same for the same seed. */
export function noise({ width, height, channels }: InputShape, seed: number): Float32Array {
  const next = random(seed);
  return Float32Array.from({ length: width * height * channels }, () => 2 * next() - 1);
}

/** All numbers that a node gives for one image. */
export function scoresOf({ tf: { core } }: Engine, graph: Graph, node: string, image: Float32Array): Float32Array {
  const { width, height, channels } = graph.inputShape;
  let found = new Float32Array();
  core.tidy(() => {
    const input = core.tensor4d(image, [1, height, width, channels]);
    const [scores] = graph.execute(new Map([[graph.input, input]]), [node]) as [Tensor];
    found = Float32Array.from(scores.dataSync());
  });
  return found;
}
