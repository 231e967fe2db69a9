/**
 * camdrift against TensorFlow on exported networks, which `make-saved-models.py --nets DIR` makes:
 *
 *   node scripts/check-saved-models.ts DIR [--engine native] [--part ResNet] [--write]
 *
 * The table of docs/saved-model.md, of all engines that were run on the folder. Fails when a figure is out of bounds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelMeans, weightedChannelSum } from '../src/core/feature-maps.ts';
import { loadModel } from '../src/models/index.ts';
import { deviation, largestDifference } from '../test/support/maps.ts';
import { parseNpy } from '../test/support/npy.ts';
import { asked } from './tables/asked.ts';
import { Figures } from './tables/figures.ts';

interface Expected {
  readonly layer: string;
  readonly classIndex: number;
  readonly probabilities: readonly number[];
  readonly gradCam: readonly number[];
}

const { folder, engine, part, write } = await asked();
const writers: Readonly<Record<string, string>> = { export: '`model.export`', saved_model: '`tf.saved_model.save`' };
const bounds = { probabilities: 1e-4, gradCam: 1e-3 };

const figures = new Figures(folder, {
  document: 'docs/saved-model.md',
  row: ['network'],
  facts: ['files', 'weights', 'layer'],
  figures: ['probabilities', 'Grad-CAM'],
});
for (const network of readdirSync(folder).filter(name => existsSync(join(folder, name, 'expected.json')))) {
  if (network.includes(part)) for (const form of ['export', 'saved_model']) await check(network, form);
}
figures.finish(write);

async function check(network: string, form: string): Promise<void> {
  const expected: Expected = JSON.parse(readFileSync(join(folder, network, 'expected.json'), 'utf8'));
  const image = Float32Array.from(parseNpy(readFileSync(join(folder, network, 'image.npy'))).data);
  using model = await loadModel(join(folder, network, form), engine, {});
  const { name } = model.targetLayer('auto');
  const request = { layer: name, classes: [expected.classIndex], score: 'logit' } as const;
  const evidence = model.explain([image], request)[0]!;
  const gradCam = weightedChannelSum(evidence.activations, channelMeans(evidence.gradients));
  const apart = {
    probabilities: largestDifference(evidence.probabilities, expected.probabilities),
    gradCam: deviation(gradCam.data, expected.gradCam),
  };
  const facts = ['', `${(model.weightBytes / 1e6).toFixed(0)} MB`, `\`${name}\``];
  figures.add(engine.name, { row: [network], file: writers[form]!, facts, figures: Object.values(apart) });
  const sound =
    name.startsWith(`${expected.layer}/`) &&
    Object.entries(apart).every(([key, value]) => value <= bounds[key as keyof typeof bounds]);
  if (!sound) process.exitCode = 1;
}
