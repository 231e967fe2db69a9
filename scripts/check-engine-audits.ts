/**
 * Audits a model against its own baseline, made by every engine and audited by every other, by the shipped command line: as a Markdown table,
 * the largest drift of any fixture, method and metric, what the probes' answers differ by, and the verdicts. Each baseline is also
 * made twice, and by the same engine audited: both must be the same byte by byte, and no drift at all.
 *
 *   node scripts/check-engine-audits.ts MODEL... --fixtures 'photos/*.png' [--preprocess tf] [--engines onnxruntime,native,wasm]
 *
 * Asked of another engine is a drift below 0.001, and the verdict `pass`.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineNames } from '../src/engines/engine.ts';
import { isBuilt, root } from './bench/command.ts';
import { apart, heading, type Pair, rowOf } from './tables/engine-audits.ts';

const { positionals: models, values: given } = parseArgs({
  allowPositionals: true,
  options: {
    fixtures: { type: 'string' },
    preprocess: { type: 'string', default: 'tf' },
    engines: { type: 'string', default: engineNames.join(',') },
  },
});
if (!isBuilt()) throw new Error('There is no dist/cli.js: npm run build.');
if (models.length === 0 || !given.fixtures) throw new RangeError('Name models, and --fixtures.');
const engines = given.engines.split(',');

console.log(heading.join('\n'));
for (const model of models) {
  const { row, holds } = rowOf(basename(model), await pairsOf(model));
  console.log(row);
  if (!holds) process.exitCode = 1;
}

async function pairsOf(model: string): Promise<Pair[]> {
  const folder = mkdtempSync(join(tmpdir(), 'camdrift-engines-'));
  const what = ['--model', model, '--fixtures', given.fixtures!, '--preprocess', given.preprocess];
  const stored = (engine: string, time: number) => join(folder, `${engine}-${time}`);
  const made = (engine: string, time: number) =>
    camdrift('baseline', ...what, '--engine', engine, '--baseline', stored(engine, time));
  try {
    const pairs: Pair[] = [];
    for (const before of engines) {
      for (const time of [1, 2]) await made(before, time);
      const repeated = digestOf(stored(before, 1)) === digestOf(stored(before, 2));
      for (const now of engines) {
        const out = join(folder, `${before}-${now}`);
        await camdrift('audit', ...what, '--engine', now, '--baseline', stored(before, 1), '--out', out);
        const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
        if (results.engine.name !== now) throw new Error(`${model} was audited by ${results.engine.name}, not ${now}.`);
        pairs.push({ before, now, repeated, verdict: results.verdict, ...apart(results.models[0].fixtures) });
      }
    }
    return pairs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A verdict that is not `pass` is an answer too; what did not get as far as results is told where they are read. */
function camdrift(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [join(root, 'dist/cli.js'), ...args], (error, _, told) => {
      const code = error ? error.code : 0;
      if (code === 0 || code === 1 || code === 3) resolve();
      else reject(new Error(`camdrift ${args.join(' ')} ended with ${code}:\n${told}`));
    }),
  );
}

/** Of all that a baseline stores. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(path.slice(folder.length)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}
