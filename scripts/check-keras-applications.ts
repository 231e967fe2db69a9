/**
 * Holds camdrift against Keras on what `make-keras-applications.py` wrote: the table of docs/keras.md, of all engines that were run on the folder.
 *
 *   node scripts/check-keras-applications.ts FOLDER [--engine native] [--part ResNet] [--write]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradCam } from '../src/methods/grad-cam.ts';
import { loadModel } from '../src/models/index.ts';
import { asked, firstLine } from './tables/asked.ts';
import { Figures } from './tables/figures.ts';

interface Truth {
  readonly images: readonly (readonly number[])[];
  readonly probabilities: readonly (readonly number[])[];
  readonly layer: string;
  readonly maps: readonly (readonly number[])[];
  readonly parameters: number;
  readonly side: number;
}

const { folder, engine, part, write } = await asked();
const limits = { probabilities: 1e-4, maps: 1e-3 };
const figures = new Figures(folder, {
  document: 'docs/keras.md',
  row: ['network'],
  facts: ['parameters', 'input', 'files', '`auto`'],
  figures: ['probabilities', 'Grad-CAM'],
});
for (const file of readdirSync(folder).filter(entry => /\.(keras|h5)$/.test(entry) && entry.includes(part)))
  await check(file);
figures.finish(write);

async function check(file: string): Promise<void> {
  const [network, ending] = file.split('.') as [string, string];
  const truth = JSON.parse(readFileSync(join(folder, `${network}.json`), 'utf8')) as Truth;
  const size = [`${(truth.parameters / 1e6).toFixed(1)} M`, `${truth.side} x ${truth.side}`, ''];
  const named = { row: [network], file: `.${ending}` };
  try {
    using model = await loadModel(join(folder, file), engine, {});
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
    const where = layer === truth.layer ? `\`${layer}\`` : `\`${layer}\`, not \`${truth.layer}\``;
    figures.add(engine.name, { ...named, facts: [...size, where], figures: [probabilities, maps] });
  } catch (error) {
    process.exitCode = 1;
    figures.add(engine.name, { ...named, facts: [...size, firstLine(error)], figures: [Number.NaN, Number.NaN] });
  }
}

function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0);
}

function strength(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
