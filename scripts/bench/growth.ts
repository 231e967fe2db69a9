/**
 * What an audit takes as its fixtures grow, from process start to verdict: processor time should grow with them, and memory should not.
 * The demo's models, so that little of either is the model's own.
 *
 *   node scripts/bench/growth.ts                              20, 200 and 2,000 pictures: alone, with a map cache, in two shards
 *   node scripts/bench/growth.ts --fixtures 200 --way cache
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandRun, isBuilt, root, runCommand } from './command.ts';
import { writeImages } from './images.ts';

const { values: given } = parseArgs({
  options: {
    fixtures: { type: 'string', default: '20,200,2000' },
    way: { type: 'string', default: 'alone,cache,shards' },
    engine: { type: 'string', default: 'wasm' },
  },
});
if (!isBuilt()) throw new Error('There is no dist/cli.js: npm run build.');

/** Runs of one way to audit, one after another, as they are told. */
const ways: Readonly<Record<string, (folder: string) => readonly (readonly [name: string, ...args: string[]])[]>> = {
  alone: () => [['alone', 'audit']],
  cache: folder => ['cold', 'full'].map(state => [state, 'audit', '--map-cache', join(folder, 'cache')] as const),
  shards: folder => [
    ...[1, 2].map(
      at => [`shard ${at} of 2`, 'audit', '--shard', `${at}/2`, '--out', join(folder, `shards/${at}`)] as const,
    ),
    ['merge', 'merge', '--shards', join(folder, 'shards')],
  ],
};

console.log(
  '| fixtures | run | seconds | of processor time | command line | what explains | all at once |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const count of given.fixtures.split(',').map(Number))
  for (const way of given.way.split(',')) await measured(count, way);

async function measured(count: number, way: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'camdrift-growth-'));
  try {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    await writeImages(join(workspace, 'images'), count);
    const model = (name: string) => join(root, 'fixtures/demo/models', name);
    const sides = ['--model', model('v2-retrained'), '--baseline-model', model('v1'), '--fixtures', 'images/*.png'];
    const how = ['--preprocess', 'tf', '--engine', given.engine, '--jobs', '1', '--timeout', '7200'];
    for (const [name, command, ...more] of ways[way]!(folder)) {
      const out = more.includes('--out') ? [] : ['--out', join(workspace, 'out')];
      const run = await runCommand([command!, ...sides, ...how, ...more, ...out], workspace);
      console.log(`| ${[count.toLocaleString('en'), name, ...shown(run)].join(' | ')} |`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown({ seconds, cpuSeconds, peaks: [command, explains], peak }: CommandRun): string[] {
  const megabytes = (value: number | undefined) => `${(value ?? 0).toFixed(0)} MB`;
  return [`${seconds.toFixed(0)} s`, `${cpuSeconds.toFixed(0)} s`, ...[command, explains, peak].map(megabytes)];
}
