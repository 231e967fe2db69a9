import type { layers, SymbolicTensor } from '@tensorflow/tfjs-layers';
import * as tfjsLayers from '@tensorflow/tfjs-layers';
import { wasmEngine } from '../../src/engines/wasm.ts';
import type { TfjsWeight } from '../../src/models/_tfjs-weights.ts';
import { loadTfjsLayers } from '../../src/models/keras/tfjs.ts';
import type { LoadOptions, Model } from '../../src/models/model.ts';
import { filled } from '../support/tiny-network.ts';

/** TensorFlow.js's own layers, on the backend of the engine: what writes the models here, and nothing of camdrift's. */
export type Layers = typeof tfjsLayers;
type Keras = ReturnType<Layers['model']>;
type Features = ReturnType<layers.Layer['apply']>;

const engine = await wasmEngine();

const image = filled(1, 1, [8, 8, 3]).data;

/** A classifier of 8x8 images built by TensorFlow.js, as it writes it; its weights are the same ones every time. */
export function explained(build: (tf: Layers) => Keras, options: LoadOptions = {}): Model {
  const model = build(tfjsLayers);
  const weights = new Map<string, TfjsWeight>();
  for (const [index, weight] of model.weights.entries()) {
    const { data, shape } = filled(index + 1, 0.7, weight.shape as number[]);
    const sound = weight.originalName.includes('variance') ? data.map(value => 0.5 + Math.abs(value)) : data;
    weights.set(weight.originalName, { shape, type: 'float32', values: () => sound });
  }
  const topology = model.toJSON(null, false) as Record<string, unknown>;
  model.dispose();
  return loadTfjsLayers({ path: 'model.json', topology, weights }, engine, options);
}

export const input = (tf: Layers): SymbolicTensor => tf.input({ shape: [8, 8, 3] });

export const conv = (tf: Layers, name: string, filters = 4, more: object = {}): layers.Layer =>
  tf.layers.conv2d({ name, filters, kernelSize: 3, padding: 'same', activation: 'relu', ...more });

export const pooled = (tf: Layers, features: Features, name = 'pool'): SymbolicTensor =>
  tf.layers.globalAveragePooling2d({ name, dataFormat: 'channelsLast' }).apply(features) as SymbolicTensor;

export type Activation = 'softmax' | 'sigmoid' | 'linear';

export function head(tf: Layers, features: Features, units = 3, activation: Activation = 'softmax', name = 'scores') {
  return tf.layers.dense({ name, units, activation }).apply(pooled(tf, features, `${name}-pool`)) as SymbolicTensor;
}

export const evidenceOf = (
  model: Model,
  layer: string,
  classIndex: number | 'predicted' = 'predicted',
  score: 'logit' | 'probability' = 'logit',
) => model.explain([image], { layer, classes: [classIndex], score })[0]!;
