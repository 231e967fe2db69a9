import type { Tensor } from '@tensorflow/tfjs-core';
import { cycle, random } from '../core/random.ts';
import type { Engine } from '../engines/engine.ts';

type Rewired = (maps: Tensor) => Tensor;

/** Which channel of the layer feeds which input of the head, there and back. */
export function wiringOf(
  { tf: { core } }: Engine,
  activations: Tensor,
  axis: number,
  seed?: number,
): { there: Rewired; back: Rewired } {
  if (seed === undefined) return { there: maps => maps, back: maps => maps };
  const order = cycle(activations.shape[axis]!, random(seed));
  const inverse = new Int32Array(order.length);
  for (const [to, from] of order.entries()) inverse[from] = to;
  const by = (indices: Int32Array) => (maps: Tensor) => core.gather(maps, core.tensor1d(indices, 'int32'), axis);
  return { there: by(order), back: by(inverse) };
}
