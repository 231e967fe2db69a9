/**
 * An audit of many fixtures by all its usual probes, from process start to verdict: what it takes and the most memory that all of its
 * processes hold at once, with an empty map cache and with the full one.
 *
 *   node scripts/bench/wide.ts                                       300 drawn pictures, ResNet-50 and MobileNetV2, every engine
 *   node scripts/bench/wide.ts --fixtures 2000 --engine onnxruntime --network mobilenet-v2
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EngineName, engineNames } from '../../src/engines/engine.ts';
import { type CommandRun, isBuilt, runCommand } from './command.ts';
import { writeImages } from './images.ts';
import type { NetworkName } from './networks.ts';
import { versions } from './versions.ts';

const { values: given } = parseArgs({
  options: {
    fixtures: { type: 'string', default: '300' },
    engine: { type: 'string', default: engineNames.join(',') },
    network: { type: 'string', default: 'mobilenet-v2,resnet-50' },
  },
});
if (!isBuilt()) throw new Error('There is no dist/cli.js: npm run build.');

const folder = mkdtempSync(join(tmpdir(), 'camdrift-wide-'));
try {
  const images = await writeImages(join(folder, 'images'), Number(given.fixtures));
  console.log(
    '| network | engine | cache | seconds | of processor time | peak memory |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const network of given.network.split(',') as NetworkName[]) {
    const models = await versions(folder, network);
    for (const engine of given.engine.split(',') as EngineName[]) await measured(network, engine, models, images);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(
  network: NetworkName,
  engine: EngineName,
  [before, after]: readonly string[],
  images: readonly string[],
) {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace, { recursive: true });
  const cache = join(folder, `cache-${network}-${engine}`);
  const sides = ['--model', after!, '--baseline-model', before!, '--fixtures', ...images, '--preprocess', 'caffe'];
  const how = ['--engine', engine, '--map-cache', cache, '--timeout', '7200', '--out', join(workspace, 'out')];
  for (const state of ['cold', 'full']) {
    const run = await runCommand(['audit', ...sides, ...how], workspace);
    console.log(`| ${[network, engine, state, ...shown(run)].join(' | ')} |`);
  }
}

function shown({ seconds, cpuSeconds, peak }: CommandRun): string[] {
  return [`${seconds.toFixed(0)} s`, `${cpuSeconds.toFixed(0)} s`, `${peak.toFixed(0)} MB`];
}
