import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { runCommand } from '../../scripts/bench/command.ts';
import { canWatch, type Used, watchTree } from '../../scripts/bench/tree.ts';
import { root } from '../support/dist.ts';

const onLinux = { skip: canWatch ? false : 'reads /proc' };

/** Uses a third of a second of processor time and 150 MB, says so, and waits to be killed. */
const busy = `
  const held = Buffer.alloc(150 * 2 ** 20, 1);
  while (process.cpuUsage().user < 333_000) Math.sqrt(held[0]);
  console.log('done');
  setInterval(() => held, 1000);`;
const parent = `
  const { spawn } = require('node:child_process');
  spawn(process.execPath, ['-e', ${JSON.stringify(busy)}], { stdio: ['ignore', 'inherit', 'inherit'] });
  setInterval(() => {}, 1000);`;

async function watched(t: TestContext, code: string): Promise<Used> {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  t.after(() => process.kill(-child.pid!, 'SIGKILL'));
  const { stop } = watchTree(child.pid!);
  await once(createInterface(child.stdout), 'line');
  return stop();
}

test('what a process uses is seen before it is killed', onLinux, async t => {
  const { cpuSeconds, peak } = await watched(t, busy);
  assert.ok(cpuSeconds >= 0.32 && peak > 150, `${cpuSeconds} s, ${peak} MB`);
});

test('so is what a process uses that it started, at the same time', onLinux, async t => {
  const { cpuSeconds, peak } = await watched(t, parent);
  assert.ok(cpuSeconds >= 0.32 && peak > 180, `${cpuSeconds} s, ${peak} MB`);
});

test('a process that is gone has used nothing', onLinux, async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  assert.deepEqual(watchTree(child.pid!).stop(), { cpuSeconds: 0, peak: 0, peaks: [] });
});

test('a run of the command line counts the process that explains', onLinux, async () => {
  const run = await runCommand(['layers', '--model', 'fixtures/demo/models/v1', '--engine', 'wasm'], root);
  assert.equal(run.exitCode, 0);
  const alone = await runCommand(['--version'], root);
  // The command line alone holds some 70 MB; Node with TensorFlow.js as much again.
  assert.ok(run.peak > 1.6 * alone.peak && run.cpuSeconds > alone.cpuSeconds, JSON.stringify([run, alone]));
  await assert.rejects(
    runCommand(['layers', '--model', 'none'], root),
    /layers ended with 4:\n.*There is no model at/s,
  );
});
