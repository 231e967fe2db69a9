/**
 * Runs the command line of `dist` on every model, picture and array of a folder, one after another, and prints a table: exit code,
 * seconds of the processor, peak memory of both processes together, and what was said. A file that takes longer than two minutes is ended.
 *
 *   node scripts/hostile-table.ts FOLDER
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const model = join(root, 'fixtures/demo/models/v1');
const picture = join(root, 'fixtures/demo/images/bolt-1.png');
const pictures = /\.(png|jpe?g|webp|tiff?|avif|npy)$/i;
const longest = 120_000;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder: node scripts/hostile-table.ts FOLDER');
console.log('| file | exit | seconds | peak MB | said |\n| --- | --- | --- | --- | --- |');
for (const name of subjects(folder)) console.log(await row(folder, name));

/** Models, which may be folders, and pictures, also in folders. */
function subjects(place: string, below = ''): string[] {
  return readdirSync(join(place, below))
    .sort()
    .flatMap(name => {
      const path = join(below, name);
      if (!statSync(join(place, path)).isDirectory()) return /\.(py|md|txt)$/.test(name) ? [] : [path];
      const names = readdirSync(join(place, path));
      return names.some(each => /^(model\.json|saved_model\.pb)$/.test(each)) ? [path] : subjects(place, path);
    });
}

async function row(place: string, name: string): Promise<string> {
  const path = join(place, name);
  const out = mkdtempSync(join(tmpdir(), 'camdrift-hostile-'));
  const what = pictures.test(name) ? ['--model', model, '--fixtures', path] : ['--model', path, '--fixtures', picture];
  const args = ['audit', ...what, '--baseline-model', 'none', '--engine', 'wasm', '--preprocess', 'unit', '--out', out];
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk;
    });
  let [peak, processor] = [0, 0];
  const watch = setInterval(() => {
    const usage = usageOf(child.pid!);
    peak = Math.max(peak, usage.memory);
    processor = Math.max(processor, usage.seconds);
    if (performance.now() - start > longest) child.kill('SIGKILL');
  }, 50);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  rmSync(out, { recursive: true, force: true });
  const line = reasonIn(said) ?? /^.*error.*$/m.exec(said)?.[0] ?? said.split('\n').find(Boolean) ?? '';
  const words = line.replaceAll(place, '.').replaceAll('|', '/').slice(0, 160);
  return `| ${name} | ${code ?? 'killed'} | ${processor.toFixed(1)} | ${(peak / 2 ** 20).toFixed(0)} | ${words} |`;
}

/** Why there is no verdict, but for the baseline that nobody gave: then the file was read. */
function reasonIn(said: string): string | undefined {
  const reasons = [...said.matchAll(/^ +incomplete +(.*)$/gm)].map(([, reason]) => reason!);
  return reasons.find(reason => !reason.startsWith('No baseline')) ?? (reasons.length > 0 ? 'read' : undefined);
}

interface Usage {
  /** Bytes. */
  readonly memory: number;
  /** Of the processor. */
  readonly seconds: number;
}

/** Of a process and its children, where there is /proc. */
function usageOf(pid: number): Usage {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    const own = { memory: pages * 4096, seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => {
      const { memory, seconds } = usageOf(Number(child));
      return { memory: sum.memory + memory, seconds: sum.seconds + seconds };
    }, own);
  } catch {
    return { memory: 0, seconds: 0 };
  }
}
