import { join } from 'node:path';
import { isBuilt, root, runCommand } from './command.ts';
import { writeImages } from './images.ts';
import type { Row } from './row.ts';
import { median, ratio, type Timing } from './stopwatch.ts';
import type { Bench } from './task.ts';

/**
 * What trying the whole stock of plain edits adds to an audit: with `probes: sweep` less with `probes: quick`, over the latter, by
 * turns, from process start to verdict. A small model is asked about all fixtures, a large one about six of them.
 */
export async function sweep(bench: Bench): Promise<Row[]> {
  if (!isBuilt()) {
    console.error('  sweep: skipped, there is no dist/cli.js');
    return [];
  }
  const { engines, networks, folder, quick } = bench;
  const images = await writeImages(join(folder, 'images-for-sweep'), 24);
  const rows: Row[] = [];
  for (const engine of engines) {
    rows.push(await compared(bench, engine, 'the demo, 8 of 8', demo, { most: 3 }));
    for (const name of networks.filter(name => name !== 'vgg-16')) {
      const model = await bench.network(name);
      const of = quick ? images.slice(0, 12) : images;
      const pictures = ['--preprocess', 'caffe', '--fixtures', ...of];
      const args = ['--model', model, '--baseline-model', model, ...pictures];
      rows.push(await compared(bench, engine, `${name}, 6 of ${of.length}`, args, undefined));
    }
  }
  return rows;
}

const demo = [
  ...['--model', join(root, 'fixtures/demo/models/v2-retrained')],
  ...['--baseline-model', join(root, 'fixtures/demo/models/v1'), '--preprocess', 'tf'],
  ...['--fixtures', join(root, 'fixtures/demo/images/*.png')],
];

async function compared(
  { folder, quick }: Bench,
  engine: string,
  what: string,
  args: readonly string[],
  target: Row['target'],
): Promise<Row> {
  const timings: Record<'quick' | 'sweep', Timing[]> = { quick: [], sweep: [] };
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    for (const probes of ['quick', 'sweep'] as const) {
      console.error(`  sweep: ${engine}, ${what}, ${probes}`);
      const ends = ['--probes', probes, '--engine', engine, '--out', join(folder, 'swept'), '--timeout', '3600'];
      const { seconds, cpuSeconds } = await runCommand(['audit', ...args, ...ends], root);
      timings[probes].push({ wall: seconds, cpu: cpuSeconds });
    }
  }
  const wall = (of: readonly Timing[]) => median(of.map(each => each.wall)).toFixed(1);
  return {
    benchmark: 'what the sweep adds / an audit with quick probes',
    subject: `${engine}, ${what}`,
    measured: `${wall(timings.sweep)} s beside ${wall(timings.quick)} s`,
    result: ratio(timings.sweep, timings.quick, 'wall') - 1,
    cpu: ratio(timings.sweep, timings.quick, 'cpu') - 1,
    unit: 'x',
    ...(target && { target }),
  };
}
