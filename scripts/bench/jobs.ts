import { join } from 'node:path';
import { startEngine } from '../../src/engines/index.ts';
import { presets } from '../../src/images/preprocess.ts';
import { makeMaps } from '../../src/maps/maps.ts';
import type { MapRequest } from '../../src/maps/request.ts';
import { inChild } from './child.ts';
import { isBuilt, runCommand } from './command.ts';
import { writeImages } from './images.ts';
import type { Row } from './row.ts';
import { median, type Timing } from './stopwatch.ts';
import type { Bench, Task } from './task.ts';

/** What a second worker thread of the single-threaded engine gains: in the middle of a long run, and end to end. */
export async function jobs({ engines, folder, network, quick }: Bench): Promise<Row[]> {
  if (!engines.includes('wasm')) return [];
  const model = await network('resnet-50');
  const images = await writeImages(join(folder, 'images-for-jobs'), quick ? 24 : 48);
  const steady = await inChild({ do: 'jobs', engine: 'wasm', network: 'resnet-50', folder: model, quick, images });
  return isBuilt() ? [...steady, await endToEnd(model, images, folder, quick)] : steady;
}

/** From the process's start to its end: loading the model in every thread, the first batch alone, the last one too. */
async function endToEnd(model: string, images: readonly string[], folder: string, quick: boolean): Promise<Row> {
  const timings: Timing[][] = [[], []];
  for (let round = 0; round < (quick ? 1 : 2); round++) {
    for (const count of [1, 2]) {
      console.error(`  jobs: end to end with ${count}`);
      const args = ['map', '--engine', 'wasm', '--model', model, '--jobs', `${count}`, '--preprocess', 'caffe'];
      const run = await runCommand([...args, '--json', join(folder, 'maps.json'), '--image', ...images], folder);
      timings[count - 1]!.push({ wall: run.seconds, cpu: run.cpuSeconds });
    }
  }
  return row('end to end', `for ${images.length} images`, timings[0]!, timings[1]!);
}

/** Throughput between the moment when every thread has warmed up and the moment when the first may run out of work. */
export async function measureJobs({ folder, images = [], quick }: Task): Promise<Row[]> {
  const engine = await startEngine('wasm');
  const request: MapRequest = {
    path: folder,
    load: {},
    layer: 'auto',
    methods: ['grad-cam'],
    score: 'logit',
    preprocess: presets.caffe,
    fit: 'fill',
  };
  const tasks = images.map(path => ({ path, class: 'predicted' as const }));
  const pace: Timing[][] = [[], []];
  for (let round = 0; round < (quick ? 1 : 2); round++) {
    for (const count of [1, 2]) {
      const marks: Mark[] = [];
      await makeMaps(
        engine,
        { ...request, jobs: count },
        () => tasks,
        done => marks.push({ done, wall: performance.now(), cpu: process.cpuUsage() }),
      );
      pace[count - 1]!.push(steadyPace(marks));
    }
  }
  return [row('steady', 'per image', pace[0]!, pace[1]!)];
}

interface Mark {
  readonly done: number;
  readonly wall: number;
  readonly cpu: NodeJS.CpuUsage;
}

/**
 * Seconds per image from the third report (the first batch is done in the main thread, the next two warm up a thread
 * each) over an even number of batches, because two threads that keep step report in pairs.
 */
function steadyPace(marks: readonly Mark[]): Timing {
  const start = 2;
  const [from, to] = [marks[start]!, marks[start + 2 * Math.floor((marks.length - 1 - start) / 2)]!];
  const images = to.done - from.done;
  const cpu = to.cpu.user + to.cpu.system - from.cpu.user - from.cpu.system;
  return { wall: (to.wall - from.wall) / 1000 / images, cpu: cpu / 1e6 / images };
}

/** In CPU time the result is what two jobs would gain if each had a processor for itself from start to end. */
function row(what: string, each: string, alone: readonly Timing[], together: readonly Timing[]): Row {
  const middle = (timings: readonly Timing[], clock: keyof Timing) => median(timings.map(timing => timing[clock]));
  return {
    benchmark: `throughput of 2 jobs / 1 job, ${what}`,
    subject: 'wasm, resnet-50',
    measured: `${middle(together, 'wall').toFixed(2)} s / ${middle(alone, 'wall').toFixed(2)} s ${each}`,
    result: middle(alone, 'wall') / middle(together, 'wall'),
    cpu: (2 * middle(alone, 'cpu')) / middle(together, 'cpu'),
    unit: 'x',
    target: { least: 1.7 },
  };
}
