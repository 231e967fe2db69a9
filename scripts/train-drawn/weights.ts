import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../../src/engines/engine.ts';
import { layersOf } from '../tfjs-layers.ts';
import { buildNetwork } from './network.ts';
import type { Recipe } from './recipes.ts';

/** The base with other weights, without training. */
export async function reweighted(
  tf: TensorFlow,
  base: LayersModel,
  way: NonNullable<Recipe['weights']>,
): Promise<LayersModel> {
  const model = buildNetwork(await layersOf(tf), 1);
  const weights = base.getWeights().map((tensor, index) => {
    if (tensor.shape.length < 2) return tensor;
    const values = changed(tensor.dataSync() as Float32Array, tensor.shape, way, index === 0);
    return tf.core.tensor(values, tensor.shape);
  });
  model.setWeights(weights);
  return model;
}

function changed(
  values: Float32Array,
  shape: readonly number[],
  way: NonNullable<Recipe['weights']>,
  first: boolean,
): Float32Array {
  const outputs = shape.at(-1)!;
  if (way === 'bgr') {
    const inputs = shape.at(-2)!;
    return first
      ? values.map((_, at) => {
          const [tap, input, output] = [
            Math.floor(at / outputs / inputs),
            Math.floor(at / outputs) % inputs,
            at % outputs,
          ];
          return values[(tap * inputs + (inputs - 1 - input)) * outputs + output]!;
        })
      : values;
  }
  if (way === 'prune20' || way === 'prune70') {
    const sorted = values.map(Math.abs).sort();
    const limit = sorted[Math.floor(sorted.length * (way === 'prune20' ? 0.2 : 0.7))]!;
    return values.map(value => (Math.abs(value) < limit ? 0 : value));
  }
  const largest = (of: (at: number) => boolean) =>
    values.reduce((most, value, at) => (of(at) ? Math.max(most, Math.abs(value)) : most), 0);
  const scales =
    way === 'int8-tensor'
      ? Array<number>(outputs).fill(largest(() => true) / 127)
      : Array.from({ length: outputs }, (_, output) => largest(at => at % outputs === output) / 127);
  return values.map((value, at) => Math.round(value / scales[at % outputs]!) * scales[at % outputs]!);
}
