/**
 * Audits many drawn pictures at once and as shards that are merged, by the shipped command line, and compares every file that is written,
 * byte by byte, `results.json` and `report.html` without their times. As a Markdown table; fails where something differs.
 *
 *   node scripts/check-shards.ts [--network mobilenet-v2,resnet-50] [--engine onnxruntime] [--fixtures 60] [--machines 1,2,4]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineNames } from '../src/engines/engine.ts';
import { isBuilt, runCommand } from './bench/command.ts';
import { writeImages } from './bench/images.ts';
import type { NetworkName } from './bench/networks.ts';
import { versions } from './bench/versions.ts';
import { differences } from './tables/same-files.ts';

const { values: given } = parseArgs({
  options: {
    network: { type: 'string', default: 'mobilenet-v2,resnet-50' },
    engine: { type: 'string', default: engineNames.join(',') },
    fixtures: { type: 'string', default: '60' },
    machines: { type: 'string', default: '1,2,4' },
  },
});
if (!isBuilt()) throw new Error('There is no dist/cli.js: npm run build.');

const folder = mkdtempSync(join(tmpdir(), 'camdrift-shards-'));
try {
  const images = await writeImages(join(folder, 'images'), Number(given.fixtures));
  console.log('| network | engine | fixtures | machines | files | differ |\n| --- | --- | --- | --- | --- | --- |');
  for (const network of given.network.split(',') as NetworkName[]) {
    const [before, after] = await versions(folder, network);
    const sides = ['--model', after, '--baseline-model', before, '--fixtures', ...images, '--preprocess', 'caffe'];
    for (const engine of given.engine.split(',')) await compared(network, engine, sides);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compared(network: string, engine: string, sides: readonly string[]): Promise<void> {
  const workspace = join(folder, `${network}-${engine}`);
  mkdirSync(workspace);
  const options = [...sides, '--engine', engine, '--timeout', '7200', '--out'];
  await runCommand(['audit', ...options, join(workspace, 'whole')], workspace);
  for (const of of given.machines.split(',').map(Number)) {
    const shards = join(workspace, `of-${of}`);
    for (let at = 1; at <= of; at++)
      await runCommand(['audit', '--shard', `${at}/${of}`, ...options, join(shards, String(at))], workspace);
    const joined = join(workspace, `joined-${of}`);
    await runCommand(['merge', '--shards', shards, ...options, joined], workspace);
    const { files, differ } = differences(join(workspace, 'whole'), joined);
    if (differ.length > 0) process.exitCode = 1;
    const cells = [network, engine, given.fixtures, of, files, differ.join(', ') || 'none'];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
