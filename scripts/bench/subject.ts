import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Engine } from '../../src/engines/engine.ts';
import { startEngine } from '../../src/engines/index.ts';
import type { Evidence } from '../../src/methods/method.ts';
import { loadModel } from '../../src/models/index.ts';
import { layersOf } from '../tfjs-layers.ts';
import { side } from './networks.ts';
import { fillRandom } from './random.ts';
import type { Task } from './task.ts';

/** A network in memory once, which can be asked in both ways that the benchmarks compare. */
export interface Subject {
  readonly engine: Engine;
  /** Some images: what the model is fed. */
  images(count: number): Float32Array[];
  /** A plain forward pass: as a user of TensorFlow.js would write it, or the whole network by the engine's runtime. Waits for the scores. */
  predict(images: readonly Float32Array[]): void;
  /** What camdrift does, for the predicted classes unless others are named. */
  explain(images: readonly Float32Array[], classes?: readonly number[]): Evidence[];
}

export async function loadSubject(task: Task): Promise<Subject> {
  const engine = await startEngine(task.engine);
  const plain = await plainOf(engine, task.folder);
  const classifier = await loadModel(task.folder, engine, {});
  const layer = classifier.targetLayer('auto').name;
  const pixels = side * side * 3;
  return {
    engine,
    images: count => Array.from({ length: count }, (_, index) => fillRandom(new Float32Array(pixels), index)),
    predict: plain,
    explain: (images, chosen) =>
      classifier.explain(images, { layer, classes: chosen ?? images.map(() => 'predicted'), score: 'logit' }),
  };
}

async function plainOf(engine: Engine, folder: string): Promise<Subject['predict']> {
  if (!engine.runtime) {
    const model = await loadPlain(engine, folder);
    return images => predict(engine, model, images);
  }
  // A model of its own: a runtime holds one part of a network at a time, and evidence asks for another.
  const whole = await loadModel(folder, engine, {});
  return images => void whole.answers(images);
}

/** The same network as a user of TensorFlow.js would load it. */
async function loadPlain({ tf }: Engine, folder: string): Promise<LayersModel> {
  const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as PlainJson;
  const [{ paths, weights }] = json.weightsManifest;
  const bytes = new Uint8Array(await readFile(join(folder, paths[0]!)));
  const artifacts = { modelTopology: json.modelTopology, weightSpecs: weights, weightData: bytes.buffer };
  const { loadLayersModel } = await layersOf(tf);
  return loadLayersModel(tf.core.io.fromMemory(artifacts));
}

interface PlainJson {
  readonly modelTopology: object;
  readonly weightsManifest: readonly [
    { readonly paths: readonly string[]; readonly weights: io.WeightsManifestEntry[] },
  ];
}

function predict({ tf: { core } }: Engine, model: LayersModel, images: readonly Float32Array[]): void {
  core.tidy(() => {
    const batch = new Float32Array(images.length * images[0]!.length);
    for (const [index, image] of images.entries()) batch.set(image, index * image.length);
    const scores = model.predict(core.tensor4d(batch, [images.length, side, side, 3]));
    if (Array.isArray(scores)) throw new RangeError('expected a model with one output');
    scores.dataSync();
  });
}
