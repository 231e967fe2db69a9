import type * as layers from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../src/engines/engine.ts';

export type Layers = Omit<typeof layers, 'default'>;

/** TensorFlow.js's own layers, which write models and are compared with, on an engine's core; the native one's package holds both. */
export async function layersOf({ core }: TensorFlow): Promise<Layers> {
  return 'loadLayersModel' in core ? (core as unknown as Layers) : import('@tensorflow/tfjs-layers');
}
