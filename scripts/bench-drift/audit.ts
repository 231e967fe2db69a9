import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Results } from '../../src/results/results.ts';
import { readModel } from '../../src/results-file/read.ts';
import { resultsSchema } from '../../src/results-file/schema.ts';
import type { Benchmark } from './benchmark.ts';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');

/**
 * Audits every model against the base model, through `dist`, as a team would: the base's maps are stored first.
 * @param settings what the configuration says besides models and pictures
 */
export async function auditAll(
  { folder, classes, models, fixtures }: Benchmark,
  settings: Record<string, unknown>,
  place: string,
): Promise<Results> {
  await mkdir(place, { recursive: true });
  const pictures = fixtures.filter(({ set }) => set === 'clean');
  await writeFile(join(place, 'truth.json'), JSON.stringify(truth(pictures, classes, folder)));
  const shared = {
    labels: classes,
    truth: 'truth.json',
    preprocess: 'tf',
    fixtures: pictures.map(({ file }) => join(folder, 'fixtures', file)),
    baseline: 'stored',
    ...settings,
  };
  const named = ({ name, model }: Benchmark['models'][number]) => ({ name, path: model });
  const base = models.filter(({ kind }) => kind === 'base').map(named);
  const others = models.filter(({ kind }) => kind !== 'base').map(named);
  await writeFile(join(place, 'base.yml'), stringify({ ...shared, models: base }));
  await writeFile(join(place, 'camdrift.yml'), stringify({ ...shared, models: others }));
  const root = parse(place).root;
  await camdrift(['baseline', '--config', 'base.yml', '--workspace', root], place);
  await camdrift(['audit', '--workspace', root, '--out', 'out'], place);
  const { models: found, ...rest } = resultsSchema.parse(
    JSON.parse(await readFile(join(place, 'out/results.json'), 'utf8')),
  );
  return { ...rest, models: found.map(readModel) };
}

/** Exit codes 1 (a regression) and 0 are both answers. */
async function camdrift(args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += chunk;
  });
  const code = await new Promise(done => child.on('close', done));
  if (code !== 0 && code !== 1)
    throw new Error(`camdrift ${args.join(' ')} ended with ${code}:\n${errors.slice(-4000)}`);
}

/** True classes in COCO's format, which carries paths of any kind. */
function truth(pictures: Benchmark['fixtures'], classes: readonly string[], folder: string) {
  return {
    images: pictures.map(({ file }, id) => ({ id, file_name: join(folder, 'fixtures', file) })),
    annotations: pictures.map(({ label }, id) => ({ id, image_id: id, category_id: classes.indexOf(label) })),
    categories: classes.map((name, id) => ({ id, name })),
  };
}
