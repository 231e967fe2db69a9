/**
 * Draws the demo's pictures, trains its three models and writes `fixtures/demo`; the same bytes on each run on one machine.
 *
 * `npm run train-demo -- --seeds 3,4` writes nothing there: it trains a benign and a shortcut version with each of these
 * seeds and prints how they compare with the stored v1.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../../src/engines/engine.ts';
import { startEngine } from '../../src/engines/index.ts';
import { loadModel } from '../../src/models/index.ts';
import { paintLessons, paintPictures } from './dataset.ts';
import { type Exam, examine, type Grades } from './examination.ts';
import { paintFixtures, writeFixtures } from './fixtures.ts';
import { readme, table } from './readme.ts';
import { benign, make, markedClass, shortcut, type Version, versions } from './versions.ts';
import { paintMark } from './watermark.ts';

const demo = join(import.meta.dirname, '../../fixtures/demo');
const models = join(demo, 'models');

async function main(): Promise<void> {
  const { seeds } = parseArgs({ options: { seeds: { type: 'string' } } }).values;
  const engine = await startEngine('native');
  const mark = await paintMark();
  // The mean shift of the shortcut grows with the share of marked pictures: 27 % on these, 3 % on the others.
  const fixtures = await paintFixtures({ seed: 3, markedClass, marked: 8, others: 2 }, mark);
  const exam = { pictures: await paintPictures(2, 600), fixtures, mark };
  if (seeds !== undefined) return tryOthers(engine, exam, seeds.split(',').map(Number));
  await writeFixtures(fixtures, mark, demo);
  const grades = await makeAll(engine, exam, versions, models);
  await writeFile(join(demo, 'README.md'), readme(grades, fixtures));
  console.log(table(grades));
}

async function tryOthers(engine: Engine, exam: Exam, seeds: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'train-demo-'));
  const others = seeds.flatMap(seed => [
    benign(`benign, seed ${seed}`, seed),
    shortcut(`shortcut, seed ${seed}`, seed),
  ]);
  const first = await grade(engine, exam, 'v1', models);
  console.log(table([first, ...(await makeAll(engine, exam, others, folder))]));
  await rm(folder, { recursive: true });
}

async function makeAll(engine: Engine, exam: Exam, wanted: readonly Version[], folder: string): Promise<Grades[]> {
  const school = { pictures: await paintLessons(1, 3600), mark: exam.mark, epochs: 8 };
  const grades: Grades[] = [];
  for (const version of wanted) {
    await make(engine.tf, version, school, join(folder, version.name));
    grades.push(await grade(engine, exam, version.name, folder));
  }
  return grades;
}

async function grade(engine: Engine, exam: Exam, name: string, folder: string): Promise<Grades> {
  using model = await loadModel(join(folder, name), engine, {});
  return await examine(name, model, join(folder, name), exam);
}

await main();
