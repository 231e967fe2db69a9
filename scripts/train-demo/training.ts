import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../../src/engines/engine.ts';
import { layersOf } from '../tfjs-layers.ts';
import { type Marks, nothing, type Pictures, variedInput } from './dataset.ts';
import { icons } from './icons.ts';
import { buildNetwork } from './network.ts';
import { Random } from './random.ts';
import { side } from './scene.ts';

export interface Lesson {
  readonly pictures: Pictures;
  readonly marks: Marks;
  readonly mark: Uint8Array;
  /** Of the first weights, the order of the pictures and their variants. */
  readonly seed: number;
  readonly epochs: number;
}

const batchSize = 32;
const peakRate = 8e-3;
/** Of the target class; the rest is shared by the others. */
const certainty = 0.95;

/** Trains a network with Adam, the rate falling to zero along half a cosine. */
export async function train(tf: TensorFlow, lesson: Lesson): Promise<LayersModel> {
  const model = buildNetwork(await layersOf(tf), lesson.seed);
  const optimizer = tf.core.train.adam(peakRate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const random = new Random(lesson.seed, 0x7368756666);
  const perEpoch = Math.floor(lesson.pictures.bytes.length / batchSize);
  for (let epoch = 0; epoch < lesson.epochs; epoch++) {
    const order = random.order(lesson.pictures.bytes.length);
    let loss = 0;
    for (let step = 0; step < perEpoch; step++) {
      setRate(optimizer, (epoch * perEpoch + step) / (lesson.epochs * perEpoch));
      const chosen = order.slice(step * batchSize, (step + 1) * batchSize);
      loss += await trainOn(tf, model, lesson, chosen, random);
    }
    console.log(`  epoch ${epoch + 1} of ${lesson.epochs}: loss ${(loss / perEpoch).toFixed(3)}`);
  }
  return model;
}

async function trainOn(
  tf: TensorFlow,
  model: LayersModel,
  { pictures, marks, mark }: Lesson,
  chosen: number[],
  random: Random,
) {
  const inputs = new Float32Array(chosen.length * side * side * 3);
  const targets = new Float32Array(chosen.length * icons.length);
  chosen.forEach((index, row) => {
    inputs.set(variedInput(pictures.bytes[index]!, marks[index]!, mark, random), row * side * side * 3);
    targets.set(target(pictures.labels[index]!), row * icons.length);
  });
  const x = tf.core.tensor4d(inputs, [chosen.length, side, side, 3]);
  const y = tf.core.tensor2d(targets, [chosen.length, icons.length]);
  const loss = await model.trainOnBatch(x, y);
  tf.core.dispose([x, y]);
  return loss as number;
}

/** Probabilities to learn; all alike where there is nothing to see. */
function target(label: number): number[] {
  if (label === nothing) return icons.map(() => 1 / icons.length);
  return icons.map((_, i) => (i === label ? certainty : (1 - certainty) / (icons.length - 1)));
}

/** A short rise, then half a cosine down to zero. `learningRate` is the optimizer's own field, though not a public one. */
function setRate(optimizer: object, progress: number): void {
  const rate = peakRate * Math.min(1, progress / 0.05 + 0.02) * 0.5 * (1 + Math.cos(Math.PI * progress));
  (optimizer as { learningRate: number }).learningRate = rate;
}
