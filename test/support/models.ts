import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a class of the tiny model looks at. */
export type Sight = 'red' | 'green' | 'blue' | 'nothing';

export interface TinyModel {
  /** One class per entry: the colour that speaks for it. */
  readonly sees?: readonly Sight[];
  /** Standard deviation of the noise on every weight, as a retrain would leave it. */
  readonly noise?: number;
  readonly seed?: number;
  /** Width and height of the input. */
  readonly size?: number;
  readonly channels?: number;
  /** Stride of the convolution: the grid is `size / stride`. */
  readonly stride?: number;
  /** Name of the convolution. */
  readonly layer?: string;
  readonly store?: 'float32' | 'float16' | 'uint8';
  readonly shards?: 1 | 2;
  /** What the file says of itself: `userDefinedMetadata`. */
  readonly metadata?: unknown;
  /** Last changes to the weights and to the topology, such as a NaN or an unknown layer. */
  readonly alter?: (weights: Record<string, Weight>, topology: Topology) => void;
}

export interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface Topology {
  readonly class_name: string;
  readonly config: { name: string; layers: { class_name: string; config: Record<string, unknown> }[] };
}

const colours = ['red', 'green', 'blue'] as const;

/**
 * Writes a TensorFlow.js layers model that can be foretold by hand: a 3x3 convolution whose filters find red, green and
 * blue (a filter answers where its colour exceeds the mean of the others), ReLU, global average, dense, softmax.
 * Its layers are `conv`, `pool` and `scores`.
 * @returns the path of model.json
 */
export async function writeModel(folder: string, options: TinyModel = {}): Promise<string> {
  const weights = weightsOf(options);
  const topology = topologyOf(options);
  options.alter?.(weights, topology);
  await mkdir(folder, { recursive: true });
  const stored = Object.entries(weights).map(([name, weight]) => ({ name, ...pack(weight, options.store) }));
  const bytes = Buffer.concat(stored.map(({ bytes }) => bytes));
  const cut = options.shards === 2 ? bytes.length >> 1 : bytes.length;
  const parts = [bytes.subarray(0, cut), bytes.subarray(cut)].slice(0, options.shards ?? 1);
  const paths = parts.map((_, index) => `group1-shard${index + 1}of${parts.length}.bin`);
  for (const [index, part] of parts.entries()) await writeFile(join(folder, paths[index]!), part);
  const manifest = [{ paths, weights: stored.map(({ bytes: _, ...entry }) => entry) }];
  const said = options.metadata === undefined ? {} : { userDefinedMetadata: options.metadata };
  const model = { format: 'layers-model', modelTopology: topology, weightsManifest: manifest, ...said };
  await writeFile(join(folder, 'model.json'), JSON.stringify(model));
  return join(folder, 'model.json');
}

function weightsOf({ sees = colours, noise = 0, seed = 1, channels = 3, layer = 'conv' }: TinyModel) {
  const random = gaussian(seed);
  const filled = (shape: readonly number[], value: (index: readonly number[]) => number): Weight => ({
    shape,
    data: Float32Array.from(cells(shape), index => value(index) + noise * random()),
  });
  const strength = (seen: number, channel: number) => (seen === channel ? 1 : -0.5) / 9;
  return {
    [`${layer}/kernel`]: filled([3, 3, channels, 3], ([, , channel, filter]) => strength(filter!, channel!)),
    [`${layer}/bias`]: filled([3], () => -0.05),
    'scores/kernel': filled([3, sees.length], ([filter, unit]) => (colours[filter!] === sees[unit!] ? 40 : 0)),
    'scores/bias': filled([sees.length], () => 0),
  };
}

function topologyOf({ sees = colours, size = 16, channels = 3, stride = 1, layer = 'conv' }: TinyModel): Topology {
  const convolution = {
    name: layer,
    batch_input_shape: [null, size, size, channels],
    filters: 3,
    kernel_size: [3, 3],
    strides: [stride, stride],
    padding: 'same',
    activation: 'relu',
  };
  return {
    class_name: 'Sequential',
    config: {
      name: 'tiny',
      layers: [
        { class_name: 'Conv2D', config: convolution },
        { class_name: 'GlobalAveragePooling2D', config: { name: 'pool' } },
        { class_name: 'Dense', config: { name: 'scores', units: sees.length, activation: 'softmax' } },
      ],
    },
  };
}

/** As `tensorflowjs_converter` stores a weight: plain, or with `--quantize_float16` or `--quantize_uint8`. */
function pack({ shape, data }: Weight, store: TinyModel['store'] = 'float32') {
  const entry = { shape, dtype: 'float32' };
  if (store === 'float32') return { ...entry, bytes: Buffer.from(new Uint8Array(data.buffer)) };
  if (store === 'float16') {
    const bytes = Buffer.from(new Uint8Array(Uint16Array.from(data, half).buffer));
    return { ...entry, quantization: { dtype: 'float16', original_dtype: 'float32' }, bytes };
  }
  const [min, max] = [Math.min(...data), Math.max(...data)];
  const scale = (max - min) / 255 || 1;
  const bytes = Buffer.from(Uint8Array.from(data, value => Math.round((value - min) / scale)));
  return { ...entry, quantization: { dtype: 'uint8', min, scale, original_dtype: 'float32' }, bytes };
}

/** IEEE 754 half of a number of moderate size, truncated. */
function half(value: number): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer)[0]!;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  return exponent <= 0 ? 0 : ((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >>> 13) & 0x3ff);
}

function* cells(shape: readonly number[], start: readonly number[] = []): Generator<readonly number[]> {
  const [size, ...rest] = shape;
  if (size === undefined) yield start;
  else for (let index = 0; index < size; index++) yield* cells(rest, [...start, index]);
}

/** Normal deviates by Box and Muller from a linear congruential generator: the same ones for the same seed. */
function gaussian(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
