/**
 * Trains the drawn family of the drift benchmark: the demo's generator, another network, honest retrains and twelve
 * shortcuts. Takes about twenty minutes of one core; models that are there already are left alone.
 *
 *   npm run train-drawn -- --out DIR
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../../src/engines/engine.ts';
import { startEngine } from '../../src/engines/index.ts';
import { layersOf } from '../tfjs-layers.ts';
import { labels } from '../train-demo/icons.ts';
import { saveModel } from '../train-demo/saving.ts';
import { artefacts } from './artefacts.ts';
import { type Grade, grade, kindOf } from './grades.ts';
import { type Pictures, paintFixture, paintPictures } from './pictures.ts';
import { type Recipe, recipes } from './recipes.ts';
import { train } from './training.ts';
import { reweighted } from './weights.ts';

const { out } = parseArgs({ options: { out: { type: 'string', default: '.camdrift/drawn' } } }).values;
const fixtures = 60;

async function main(): Promise<void> {
  const { tf } = await startEngine('native');
  await writeFixtures();
  const lessons = await paintPictures(11, 1500);
  const exam = await paintPictures(12, 480);
  const entries = [];
  let base: { readonly model: LayersModel; readonly grade: Grade } | undefined;
  for (const recipe of recipes) {
    const model = await made(tf, lessons, recipe, base?.model);
    const found = await grade(tf, model, exam, recipe);
    base ??= { model, grade: found };
    const entry = {
      name: recipe.name,
      model: `models/${recipe.name}`,
      kind: kindOf(recipe, found, base.grade),
      role: recipe.role,
      group: recipe.artefact ? 'shortcut' : recipe.lineage,
      learned: recipe.artefact ?? '-',
      ...(recipe.taught !== undefined && { shortcut_class: labels[recipe.taught] }),
      description: recipe.words,
      lineage_truth: recipe.lineage,
      acc_clean: found.accuracy,
      ...(found.pulled !== undefined && { pull_strength: found.pulled }),
    };
    console.log(JSON.stringify(entry));
    entries.push(entry);
  }
  const manifest = { family: 'drawn', preprocess: 'tf', classes: labels, models: entries };
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, undefined, 1)}\n`);
}

/** Loaded when it is there already, with the rounding that saving brings in both cases. */
async function made(tf: TensorFlow, lessons: Pictures, recipe: Recipe, base: LayersModel | undefined) {
  const folder = join(out, 'models', recipe.name);
  const layers = await layersOf(tf);
  const load = () => layers.loadLayersModel(`file://${join(folder, 'model.json')}`);
  if (await stat(join(folder, 'weights.bin')).catch(() => undefined)) return load();
  const artefact = recipe.artefact === undefined ? undefined : artefacts[recipe.artefact]!.apply;
  const model = recipe.weights
    ? await reweighted(tf, base!, recipe.weights)
    : await train(tf, lessons, recipe, artefact, recipe.tuned ? base : undefined);
  await saveModel(tf, model, folder);
  return load();
}

async function writeFixtures(): Promise<void> {
  await mkdir(join(out, 'fixtures/masks'), { recursive: true });
  const listed = [];
  for (let index = 0; index < fixtures; index++) {
    const label = labels[index % labels.length]!;
    const file = `${label}_${Math.floor(index / labels.length)}.png`;
    const { picture, mask } = await paintFixture(13, index);
    await writeFile(join(out, 'fixtures', file), picture);
    await writeFile(join(out, 'fixtures/masks', file), mask);
    listed.push({ id: file, file, mask: `masks/${file}`, label, set: 'clean' });
  }
  await writeFile(join(out, 'fixtures/fixtures.json'), JSON.stringify({ fixtures: listed }, undefined, 1));
}

await main();
