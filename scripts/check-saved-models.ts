/**
 * camdrift against TensorFlow on exported networks, which `make-saved-models.py --nets DIR` makes:
 *
 *   node scripts/check-saved-models.ts DIR [wasm|native]
 *
 * Prints a table (it stands in docs/saved-model.md) and fails when a figure is out of bounds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelMeans, weightedChannelSum } from '../src/core/feature-maps.ts';
import type { EngineName } from '../src/engines/engine.ts';
import { engines } from '../src/engines/index.ts';
import { loadModel } from '../src/models/index.ts';
import { deviation, largestDifference } from '../test/support/maps.ts';
import { parseNpy } from '../test/support/npy.ts';

interface Expected {
  readonly layer: string;
  readonly classIndex: number;
  readonly probabilities: readonly number[];
  readonly gradCam: readonly number[];
}

const [folder = '', engineName = 'wasm'] = process.argv.slice(2);
const engine = await engines[engineName as EngineName]();
const writers: Readonly<Record<string, string>> = { export: '`model.export`', saved_model: '`tf.saved_model.save`' };
const bounds = { probabilities: 1e-4, gradCam: 1e-3 };

console.log(`| network | written by | weights | loading | layer | probabilities | Grad-CAM |\n${'| --- '.repeat(7)}|`);
for (const network of readdirSync(folder)) {
  for (const form of ['export', 'saved_model']) await check(network, form);
}

async function check(network: string, form: string): Promise<void> {
  const expected: Expected = JSON.parse(readFileSync(join(folder, network, 'expected.json'), 'utf8'));
  const image = Float32Array.from(parseNpy(readFileSync(join(folder, network, 'image.npy'))).data);
  const start = performance.now();
  using model = await loadModel(join(folder, network, form), engine, {});
  const seconds = (performance.now() - start) / 1000;
  const { name } = model.targetLayer('auto');
  const request = { layer: name, classes: [expected.classIndex], score: 'logit' } as const;
  const evidence = model.explain([image], request)[0]!;
  const gradCam = weightedChannelSum(evidence.activations, channelMeans(evidence.gradients));
  const apart = {
    probabilities: largestDifference(evidence.probabilities, expected.probabilities),
    gradCam: deviation(gradCam.data, expected.gradCam),
  };
  const figures = Object.values(apart).map(value => value.toExponential(1));
  const weights = `${(model.weightBytes / 1e6).toFixed(0)} MB`;
  console.log(
    `| ${[network, writers[form], weights, `${seconds.toFixed(1)} s`, `\`${name}\``, ...figures].join(' | ')} |`,
  );
  const sound =
    name.startsWith(`${expected.layer}/`) &&
    Object.entries(apart).every(([key, value]) => value <= bounds[key as keyof typeof bounds]);
  if (!sound) process.exitCode = 1;
}
