/**
 * Holds camdrift against Keras on what `make-keras-applications.py` wrote, and prints the table of docs/keras.md.
 *
 *   node scripts/check-keras-applications.ts FOLDER [wasm|native]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '../src/engines/engine.ts';
import { engines } from '../src/engines/index.ts';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';

interface Truth {
  readonly images: readonly (readonly number[])[];
  readonly probabilities: readonly (readonly number[])[];
  readonly layer: string;
  readonly maps: readonly (readonly number[])[];
  readonly parameters: number;
  readonly side: number;
}

const [folder = '.', name = 'wasm'] = process.argv.slice(2);
const engine = await engines[name as EngineName]();
const limits = { probabilities: 1e-4, maps: 1e-3 };

console.log(`| network (${name}) | file | parameters | input | layer \`auto\` | probabilities | Grad-CAM | load |`);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const file of readdirSync(folder).filter(entry => /\.(keras|h5)$/.test(entry))) await check(file);

async function check(file: string): Promise<void> {
  const [network, ending] = file.split('.') as [string, string];
  const truth = JSON.parse(readFileSync(join(folder, `${network}.json`), 'utf8')) as Truth;
  const started = performance.now();
  try {
    using model = await loadModel(join(folder, file), engine, {});
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const layer = model.targetLayer('auto').name;
    const batch = truth.images.map(image => Float32Array.from(image));
    const evidence = model.explain(batch, { layer: truth.layer, classes: ['predicted', 'predicted'], score: 'logit' });
    const probabilities = Math.max(
      ...evidence.map((found, index) => apart(found.probabilities, truth.probabilities[index]!)),
    );
    const maps = Math.max(
      ...evidence.map((found, index) => {
        const map = gradCam.explain(found);
        return 'data' in map ? apart(map.data, truth.maps[index]!) / strength(truth.maps[index]!) : Number.NaN;
      }),
    );
    if (!(probabilities <= limits.probabilities && maps <= limits.maps) || layer !== truth.layer) process.exitCode = 1;
    const where = layer === truth.layer ? layer : `${layer}, not ${truth.layer}`;
    const [p, m] = [probabilities.toExponential(1), maps.toExponential(1)];
    const size = `${(truth.parameters / 1e6).toFixed(1)} M | ${truth.side} x ${truth.side}`;
    console.log(`| ${network} | .${ending} | ${size} | \`${where}\` | ${p} | ${m} | ${seconds} s |`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`| ${network} | .${ending} | ${(error as Error).message} |`);
  }
}

function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0);
}

function strength(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
