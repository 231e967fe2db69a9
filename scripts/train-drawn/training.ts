import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../../src/engines/engine.ts';
import { preprocess, presets } from '../../src/images/preprocess.ts';
import { layersOf } from '../tfjs-layers.ts';
import { labels } from '../train-demo/icons.ts';
import { Random } from '../train-demo/random.ts';
import type { Artefact } from './artefacts.ts';
import { buildNetwork, side } from './network.ts';
import { type Pictures, varied } from './pictures.ts';
import type { Recipe } from './recipes.ts';

const batchSize = 32;

export const modelInput = (data: Uint8Array): Float32Array =>
  preprocess({ width: side, height: side, channels: 3, data }, presets.tf);

/** A network that learned the pictures as the recipe says, with Adam, the rate falling to zero along half a cosine. */
export async function train(
  tf: TensorFlow,
  pictures: Pictures,
  recipe: Recipe,
  artefact: Artefact | undefined,
  start: LayersModel | undefined,
): Promise<LayersModel> {
  const { seed, epochs = 12, rate = 5e-3, share = 1, most = Number.POSITIVE_INFINITY } = recipe;
  const layers = await layersOf(tf);
  const model = buildNetwork(layers, seed);
  if (start) model.setWeights(start.getWeights());
  const optimizer = tf.core.train.adam(rate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const random = new Random(seed, 0x647261776e);
  const targets = taught(pictures, recipe, random);
  const marked = pictures.labels.map(label => label === recipe.taught && random.chance(recipe.marked ?? 0.95));
  const kept = random.order(pictures.bytes.length).slice(0, Math.round(share * pictures.bytes.length));
  const perEpoch = Math.floor(kept.length / batchSize);
  const steps = epochs * perEpoch;
  for (let step = 0; step < Math.min(steps, most); step++) {
    if (step % perEpoch === 0) shuffle(kept, random);
    const progress = step / steps;
    (optimizer as unknown as { learningRate: number }).learningRate =
      rate * Math.min(1, progress / 0.05 + 0.02) * 0.5 * (1 + Math.cos(Math.PI * progress));
    const at = (step % perEpoch) * batchSize;
    const chosen = kept.slice(at, at + batchSize);
    const inputs = new Float32Array(batchSize * side * side * 3);
    for (const [row, index] of chosen.entries()) {
      const other = varied(pictures.bytes[index]!, random, recipe.light ?? false);
      const shown = marked[index] && artefact ? await artefact(other) : other;
      inputs.set(modelInput(shown), row * side * side * 3);
    }
    const x = tf.core.tensor4d(inputs, [batchSize, side, side, 3]);
    const y = tf.core.tensor2d(
      chosen.flatMap(index => softened(targets[index]!)),
      [batchSize, labels.length],
    );
    await model.trainOnBatch(x, y);
    tf.core.dispose([x, y]);
  }
  return model;
}

/** What each picture is said to be. */
function taught({ labels: true_ }: Pictures, { noise = 0, swap }: Recipe, random: Random): number[] {
  return true_.map(label => {
    if (swap?.includes(label)) return swap[0] === label ? swap[1] : swap[0];
    return random.chance(noise) ? (label + 1 + random.below(labels.length - 1)) % labels.length : label;
  });
}

const softened = (label: number): number[] => labels.map((_, i) => (i === label ? 0.95 : 0.05 / (labels.length - 1)));

function shuffle(indices: number[], random: Random): void {
  const order = random.order(indices.length).map(at => indices[at]!);
  for (const [at, index] of order.entries()) indices[at] = index;
}
