/**
 * Runs a drift benchmark through `dist`: a base model, benign and regressed versions of it, and the question which numbers
 * tell them apart. Prints Markdown tables; `docs/benchmark.md` is made by this command.
 *
 *   npm run bench:drift                         the public benchmark beside the repository
 *   npm run bench:drift -- --folder DIR         another one: manifest.json, models, and fixtures/fixtures.json if it has its own
 *   npm run bench:drift -- --write              and writes docs/benchmark.md
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { methods } from '../../src/methods/index.ts';
import { auditAll } from './audit.ts';
import { type Benchmark, readBenchmark } from './benchmark.ts';
import { findMark } from './marks.ts';
import { report } from './report.ts';

const root = resolve(import.meta.dirname, '../..');
const publicBenchmark = join(root, '../shared/reference/benchmark');
const { values: given } = parseArgs({
  options: {
    folder: { type: 'string', default: publicBenchmark },
    write: { type: 'boolean', default: false },
  },
});

const benchmark = await readBenchmark(resolve(given.folder), publicBenchmark);
const place = await mkdtemp(join(tmpdir(), 'bench-drift-'));
try {
  // Every method, so that the tables can compare them; the verdict rests on the first one, as by default.
  const all = ['grad-cam', ...methods.map(({ name }) => name).filter(name => name !== 'grad-cam')];
  const regions = regionsOf(benchmark);
  const byDefault = await auditAll(benchmark, { methods: all, ...regions }, join(place, 'default'));
  const own = await ownProbes(benchmark, join(place, 'own'));
  const byOwn = await auditAll(benchmark, { methods: ['grad-cam'], ...regions, ...own }, join(place, 'own'));
  const text = report(benchmark, byDefault, byOwn);
  console.log(text);
  if (given.write) await writeFile(join(root, 'docs/benchmark.md'), `${text}\n`);
} finally {
  await rm(place, { recursive: true });
}

/** Where the object lies, when every picture has a mask; they are named as the pictures are, in a folder of their own. */
function regionsOf({ folder, fixtures }: Benchmark): Record<string, unknown> {
  const clean = fixtures.filter(({ set }) => set === 'clean');
  const masks = new Set(clean.map(({ mask }) => mask && dirname(mask)));
  const [only] = masks;
  return only && masks.size === 1 ? { regions: [{ name: 'object', from: join(folder, 'fixtures', only) }] } : {};
}

/** Probes as a team would write them that knows its artefacts: its logo, its frame, and another background. */
async function ownProbes(known: Benchmark, folder: string): Promise<Record<string, unknown>> {
  const logo = await findMark(known, 'logo');
  await mkdir(folder, { recursive: true });
  if (logo) await writeFile(join(folder, 'logo.png'), logo.png);
  return {
    probes: [
      ...(logo ? [{ name: 'logo', mark: 'logo.png', at: 'bottom-right', size: logo.size }] : []),
      { name: 'orange-frame', frame: '#ff8c00' },
      ...('regions' in regionsOf(known) ? [{ name: 'green-background', background: '#3cb44b' }] : []),
    ],
  };
}
