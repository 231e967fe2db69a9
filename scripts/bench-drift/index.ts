/**
 * Judges families of models: a base model, benign and regressed versions of it, each family of its own domain and
 * architecture. Prints Markdown tables; `docs/benchmark.md` is made by this command.
 *
 *   npm run bench:drift                              the families beside the repository, and the drawn one if it was trained
 *   npm run bench:drift -- --folder DIR --folder DIR others: manifest.json, models, fixtures
 *   npm run bench:drift -- --fixtures 12             the first so many pictures of each
 *   npm run bench:drift -- --write                   and writes docs/benchmark.md
 *
 * What models see is remembered in `.camdrift/bench`, so that another rule takes seconds.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '../../src/engines/index.ts';
import { inProcess } from '../../src/explainer/explainer.ts';
import { configsOf, judgeAll, withoutSwaps } from './audit.ts';
import { cached } from './cached.ts';
import { readFamily } from './family.ts';
import { type FamilyRun, report } from './report.ts';

const root = resolve(import.meta.dirname, '../..');
const usual = ['../shared/reference/benchmark', '../shared/reference/signs', '.camdrift/drawn']
  .map(folder => join(root, folder))
  .filter(folder => existsSync(folder));
const { values: given } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true, default: usual },
    fixtures: { type: 'string', default: '24' },
    write: { type: 'boolean', default: false },
  },
});

const engine = await startEngine('auto');
const explainer = cached(inProcess(engine), join(root, '.camdrift/bench'));
const runs: FamilyRun[] = [];
for (const folder of given.folder) {
  const family = await readFamily(resolve(folder));
  const configs = await configsOf(family, Number(given.fixtures), {});
  const [models, plain] = [
    await judgeAll(family, configs, explainer),
    await judgeAll(family, configs, withoutSwaps(explainer)),
  ];
  runs.push({ family, models, plain });
}
const text = report(runs, Number(given.fixtures), engine.name);
console.log(text);
if (given.write) await writeFile(join(root, 'docs/benchmark.md'), `${text}\n`);
