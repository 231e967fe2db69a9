import { join } from 'node:path';
import type { EngineName } from '../../src/engines/engine.ts';
import { isBuilt, runCommand } from './command.ts';
import { writeImages } from './images.ts';
import type { Row } from './row.ts';
import type { Bench } from './task.ts';

/** Peak memory of an audit of many fixtures beside one of few. */
export async function memory(bench: Bench): Promise<Row[]> {
  if (!isBuilt()) {
    console.error('  memory: skipped, there is no dist/cli.js (npm run build)');
    return [];
  }
  const model = await bench.network('mobilenet-v2');
  const [few, many] = bench.quick ? [20, 60] : [20, 200];
  await writeImages(join(bench.folder, 'few'), few);
  await writeImages(join(bench.folder, 'many'), many);
  const rows: Row[] = [];
  for (const engine of bench.engines) {
    for (const jobs of engine === 'wasm' ? [1, 2] : [1]) {
      rows.push(await compare({ folder: bench.folder, model, engine, jobs, few, many }));
    }
  }
  return rows;
}

interface Audits {
  readonly folder: string;
  readonly model: string;
  readonly engine: EngineName;
  readonly jobs: number;
  readonly few: number;
  readonly many: number;
}

async function compare({ folder, model, engine, jobs, few, many }: Audits): Promise<Row> {
  const audit = async (images: string) => {
    console.error(`  memory: ${engine}, ${jobs === 1 ? '1 job' : `${jobs} jobs`}, ${images} fixtures`);
    const sides = ['--model', model, '--baseline-model', model, '--fixtures', `${images}/*.png`];
    const how = ['--preprocess', 'tf', '--engine', engine, '--jobs', `${jobs}`, '--out', join(folder, 'audit')];
    return runCommand(['audit', ...sides, ...how], folder);
  };
  const [small, large] = [await audit('few'), await audit('many')];
  const told = ({ peak, seconds }: typeof small) => `${peak.toFixed(0)} MB in ${seconds.toFixed(1)} s`;
  return {
    benchmark: `peak memory of an audit, ${many} / ${few} fixtures`,
    subject: `${engine}, mobilenet-v2${jobs > 1 ? `, ${jobs} jobs` : ''}`,
    measured: `${told(large)} / ${told(small)}`,
    result: large.peak / small.peak,
    unit: 'x',
    target: { most: 1.2 },
  };
}
