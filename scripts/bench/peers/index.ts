/**
 * camdrift against Grad-CAM in PyTorch, from process start to pictures, by turns in one run.
 *
 *   node scripts/bench/peers/index.ts --python PYTHON          an interpreter with torch, torchvision, onnx and Pillow
 *   node scripts/bench/peers/index.ts --images FOLDER          own photos; without it 24 made ones
 *   node scripts/bench/peers/index.ts --engine onnxruntime     onnxruntime, native, wasm; the first and the last unless said otherwise
 *   node scripts/bench/peers/index.ts --rounds 5 --network mobilenet_v2
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../command.ts';
import { writeImages } from '../images.ts';
import { markdownTable, type Row } from '../row.ts';
import { median } from '../stopwatch.ts';

const { values: given } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    images: { type: 'string' },
    engine: { type: 'string', default: 'onnxruntime,wasm' },
    network: { type: 'string', default: 'resnet50,mobilenet_v2' },
    rounds: { type: 'string', default: '3' },
  },
});

const program = join(import.meta.dirname, 'grad_cam.py');
const methods = ['grad-cam', 'grad-cam++', 'layer-cam'];
const most = 24;
/** How many times faster than theirs, with one method and with three. */
const asked: Readonly<Record<string, readonly [one: number, three: number]>> = {
  onnxruntime: [4, 7],
  wasm: [1.8, 2.5],
};

const folder = mkdtempSync(join(tmpdir(), 'camdrift-peers-'));
try {
  const theirs = peer();
  if (theirs) console.log(`\nAgainst ${theirs}:\n\n${markdownTable(await compared())}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What explains on their side; nothing, and why, where there is no such Python. */
function peer(): string | undefined {
  try {
    return python('which').trim();
  } catch (error) {
    const last = String((error as { stderr?: unknown }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
    console.error(`Skipped: ${given.python} has no PyTorch with torchvision (${last}).`);
    return undefined;
  }
}

function python(...args: string[]): string {
  return execFileSync(given.python, ['-W', 'ignore', program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function compared(): Promise<Row[]> {
  const pictures = given.images
    ? readdirSync(given.images)
        .filter(name => /\.(jpe?g|png|webp)$/i.test(name))
        .slice(0, most)
        .map(name => join(given.images!, name))
    : await writeImages(join(folder, 'images'), most);
  const rows: Row[] = [];
  for (const network of given.network.split(',')) {
    const model = join(folder, `${network}.onnx`);
    python('export', network, model);
    for (const count of [1, methods.length])
      rows.push(...(await byTurns(network, model, methods.slice(0, count), pictures)));
  }
  return rows;
}

/** Each engine and theirs, one after the other, as often as asked; medians. */
async function byTurns(network: string, model: string, wanted: readonly string[], pictures: readonly string[]) {
  const engines = given.engine.split(',');
  const ours = new Map(engines.map(engine => [engine, [] as number[]]));
  const theirs: number[] = [];
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  for (let round = 0; round < Number(given.rounds); round++) {
    for (const engine of engines) {
      console.error(`  ${network}, ${wanted.length} methods: ${engine}`);
      const args = ['--model', model, '--preprocess', 'imagenet', '--engine', engine, '--method', wanted.join(',')];
      ours
        .get(engine)!
        .push((await runCommand(['map', ...args, '--out', out, '--image', ...pictures], folder)).seconds);
    }
    console.error(`  ${network}, ${wanted.length} methods: theirs`);
    theirs.push(await seconds('explain', network, wanted.join(','), out, ...pictures));
  }
  return engines.map(
    (engine): Row => ({
      benchmark: `${pictures.length} photos, ${wanted.length === 1 ? '1 method' : `${wanted.length} methods`}`,
      subject: `${engine}, ${network}`,
      measured: `${median(theirs).toFixed(1)} s theirs / ${median(ours.get(engine)!).toFixed(1)} s`,
      result: median(theirs.map((their, round) => their / ours.get(engine)![round]!)),
      unit: 'x',
      ...(asked[engine] && { target: { least: asked[engine][wanted.length === 1 ? 0 : 1] } }),
    }),
  );
}

async function seconds(...args: string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(given.python, ['-W', 'ignore', program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return (performance.now() - start) / 1000;
}
