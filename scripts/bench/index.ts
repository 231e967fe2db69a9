/**
 * Benchmarks, for people to read; nothing gates on them. Every ratio is of two things measured by turns in one run.
 *
 *   node scripts/bench/index.ts                         everything; a table as soon as a part is done
 *   node scripts/bench/index.ts --only evidence,demo    parts: evidence, methods, jobs, batch, memory, demo, sweep, transport
 *   node scripts/bench/index.ts --engine native         onnxruntime, native, wasm; all unless said otherwise
 *   node scripts/bench/index.ts --network resnet-50     vgg-16, resnet-50, mobilenet-v2, where there is a choice
 *   node scripts/bench/index.ts --quick                 fewer repetitions and images
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EngineName, engineNames } from '../../src/engines/engine.ts';
import { startEngine } from '../../src/engines/index.ts';
import { batch, measureBatch } from './batch.ts';
import { inChild } from './child.ts';
import { demo } from './demo.ts';
import { evidence, measureEvidence } from './evidence.ts';
import { jobs, measureJobs } from './jobs.ts';
import { memory } from './memory.ts';
import { measureMethods, methods } from './methods.ts';
import { type NetworkName, networkNames } from './networks.ts';
import { markdownTable, type Row } from './row.ts';
import { saveNetwork } from './saving.ts';
import { sweep } from './sweep.ts';
import type { Bench, Options, Task } from './task.ts';
import { transport } from './transport.ts';

const benchmarks: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  evidence,
  methods,
  jobs,
  batch,
  memory,
  demo,
  sweep,
  transport,
};

const tasks: Readonly<Record<Task['do'], (task: Task) => Promise<Row[]>>> = {
  save,
  evidence: measureEvidence,
  methods: measureMethods,
  jobs: measureJobs,
  batch: measureBatch,
};

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(benchmarks).join(',') },
    engine: { type: 'string', default: engineNames.join(',') },
    network: { type: 'string', default: networkNames.join(',') },
    quick: { type: 'boolean', default: false },
    task: { type: 'string' },
  },
});

if (given.task === undefined) await run();
else await answer(JSON.parse(given.task) as Task);

/** In a child process: does one task and tells the parent. */
async function answer(task: Task): Promise<void> {
  const rows = await tasks[task.do](task);
  process.send!(rows, () => process.disconnect());
}

async function run(): Promise<void> {
  const only = chosen(given.only, Object.keys(benchmarks));
  const options: Options = {
    engines: chosen(given.engine, engineNames) as EngineName[],
    networks: chosen(given.network, networkNames) as NetworkName[],
    quick: given.quick,
  };
  const folder = mkdtempSync(join(tmpdir(), 'camdrift-bench-'));
  try {
    for (const name of only) {
      const start = performance.now();
      console.error(name);
      const rows = await benchmarks[name]!({ ...options, folder, network: store(folder) }).catch(failed);
      if (rows.length > 0) console.log(`${markdownTable(rows)}\n`);
      console.error(`  ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The other benchmarks go on, and the command says in the end that something is amiss. */
function failed(error: Error): Row[] {
  console.error(`  FAILED: ${error.message}`);
  process.exitCode = 1;
  return [];
}

function chosen(list: string, known: readonly string[]): string[] {
  const names = list.split(',');
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) throw new RangeError(`There is no ${unknown}; expected some of ${known.join(', ')}.`);
  return names;
}

/** Networks on disk, written when first asked for. */
function store(folder: string): Bench['network'] {
  return async network => {
    const at = join(folder, network);
    if (!existsSync(at)) await inChild({ do: 'save', engine: 'wasm', network, folder: at, quick: false });
    return at;
  };
}

async function save({ engine, network, folder }: Task): Promise<Row[]> {
  await saveNetwork((await startEngine(engine)).tf, network, folder);
  return [];
}
