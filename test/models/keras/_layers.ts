import { wasmEngine } from '../../../src/engines/wasm.ts';
import type { TfjsWeight } from '../../../src/models/_tfjs-weights.ts';
import { loadTfjsLayers } from '../../../src/models/keras/tfjs.ts';
import type { LoadOptions, Model } from '../../../src/models/model.ts';
import { filled } from '../../support/tiny-network.ts';

const engine = await wasmEngine();

type Call = readonly (readonly [string, number, number, object])[];

/** A layer as Keras 2 and TensorFlow.js write it. */
export interface Written {
  readonly class_name: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly Call[];
}

export const layer = (class_name: string, name: string, config: object = {}, ...calls: Call[]): Written => ({
  class_name,
  name,
  config: { name, trainable: true, ...config },
  inbound_nodes: calls,
});

export const reads = (...names: (string | readonly [string, number])[]): Call =>
  names.map(name => (typeof name === 'string' ? [name, 0, 0, {}] : [name[0], name[1], 0, {}]));

export const image = (...sizes: (number | null)[]): Written =>
  layer('InputLayer', 'image', { batch_input_shape: [null, ...sizes] });

/** @param output the last layer unless said otherwise */
export const functional = (layers: readonly Written[], output = layers.at(-1)!.name, name = 'net') => ({
  class_name: 'Functional',
  config: { name, layers, input_layers: [['image', 0, 0]], output_layers: [[output, 0, 0]] },
});

export type Weights = Readonly<Record<string, readonly [shape: readonly number[], values?: readonly number[]]>>;

/** A layers model in memory; weights without numbers get the same ones every time. */
export function load(
  topology: object,
  weights: Weights = {},
  { keras = '2.15.0', ...options }: LoadOptions & { readonly keras?: string } = {},
): Model {
  const table = new Map<string, TfjsWeight>();
  for (const [at, [name, [shape, values]]] of Object.entries(weights).entries()) {
    const data = values ? Float32Array.from(values) : filled(at + 1, 0.7, shape).data;
    table.set(name, { shape, type: 'float32', values: () => data });
  }
  const whole = { keras_version: keras, model_config: topology };
  return loadTfjsLayers({ path: 'model.json', topology: whole, weights: table }, engine, options);
}

/** What one chain of layers makes of a picture of one channel, which a convolution passes on unchanged. */
export function valuesOf(
  picture: readonly number[],
  [height, width]: readonly [number, number],
  steps: readonly Written[],
  options: { keras?: string } = {},
) {
  const cells = height * width;
  const chain = [
    image(height, width, 1),
    layer('Conv2D', 'conv', { filters: 1, kernel_size: [1, 1], strides: [1, 1], padding: 'valid', use_bias: false }),
    ...steps,
    layer('Flatten', 'flat'),
    layer('Dense', 'scores', { units: 2, use_bias: false }),
  ].map((step, at, all) => (at === 0 ? step : { ...step, inbound_nodes: [reads(all[at - 1]!.name)] }));
  const made = (size: number) =>
    load(functional(chain), { 'conv/kernel': [[1, 1, 1, 1], [1]], 'scores/kernel': [[size, 2]] }, options);
  return { made, cells, picture: Float32Array.from(picture), last: steps.at(-1)?.name ?? 'conv' };
}
