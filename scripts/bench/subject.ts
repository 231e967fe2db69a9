import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Engine } from '../../src/engines/engine.ts';
import { startEngine } from '../../src/engines/index.ts';
import type { Evidence } from '../../src/methods/method.ts';
import { loadModel } from '../../src/models/index.ts';
import { side } from './networks.ts';
import { fillRandom } from './random.ts';
import type { Task } from './task.ts';

/** A network in memory once, which can be asked in both ways that the benchmarks compare. */
export interface Subject {
  readonly engine: Engine;
  /** Some images: what the model is fed. */
  images(count: number): Float32Array[];
  /** A plain forward pass, as a user of TensorFlow.js would write it; waits for the scores. */
  predict(images: readonly Float32Array[]): void;
  /** What camdrift does. */
  explain(images: readonly Float32Array[]): Evidence[];
}

export async function loadSubject(task: Task): Promise<Subject> {
  const engine = await startEngine(task.engine);
  const { watched, model } = watchLoading(engine);
  const classifier = await loadModel(task.folder, watched, {});
  const layer = classifier.targetLayer('auto').name;
  const pixels = side * side * 3;
  return {
    engine,
    images: count => Array.from({ length: count }, (_, index) => fillRandom(new Float32Array(pixels), index)),
    predict: images => predict(engine, model(), images),
    explain: images =>
      classifier.explain(images, { layer, classes: images.map(() => 'predicted' as const), score: 'logit' }),
  };
}

/** An engine that remembers the model it loads, so that both ways run on the same weights. */
function watchLoading(engine: Engine): { watched: Engine; model: () => LayersModel } {
  const { layers } = engine.tf;
  let loaded: LayersModel | undefined;
  const loadLayersModel = async (...args: Parameters<typeof layers.loadLayersModel>) => {
    loaded = await layers.loadLayersModel(...args);
    return loaded;
  };
  const watched = { ...engine, tf: { ...engine.tf, layers: { ...layers, loadLayersModel } } };
  return { watched, model: () => loaded! };
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
