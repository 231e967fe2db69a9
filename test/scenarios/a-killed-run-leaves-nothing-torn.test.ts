import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { random } from '../core/_numbers.ts';
import { cli } from '../support/dist.ts';
import { assertEnded, project, type Workspace } from '../support/workspace.ts';

/** More of them are tried with CAMDRIFT_KILLS=20. */
const kills = Number(process.env.CAMDRIFT_KILLS ?? 3);

const images = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [`images/${at}.png`, [['red', at % 3, 1]] as const]),
);

/** Kills a run at a moment that the seed chooses, between its start and the time that a whole run took. */
async function killed(workspace: Workspace, args: readonly string[], fraction: number, whole: number): Promise<void> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: workspace.root, stdio: 'ignore' });
  const ended = once(child, 'close');
  await Promise.race([setTimeout(fraction * whole), ended]);
  child.kill('SIGKILL');
  await ended;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const temporary = async (workspace: Workspace): Promise<string[]> => {
  const names = await readdir(workspace.root, { recursive: true });
  return names.filter(name => /\.\d{3,}$|pending/.test(name));
};

test(`baseline, killed at ${kills} moments: the old one or the new one, never something between`, async t => {
  const workspace = await project(t, { before: false, images });
  const whole = await timed(async () => assertEnded(await workspace.run('baseline'), { code: 0 }));
  const next = random(41);
  for (let round = 0; round < kills; round++) {
    await workspace.model('after', { noise: 0.001, seed: round + 2 });
    await killed(workspace, ['baseline'], next(), whole);
    const { code, stdout, stderr } = await workspace.run('audit', '--out', 'seen');
    assert.doesNotMatch(stdout + stderr, /mixed|damaged|incomplete|not a baseline file/);
    assert.equal(code, 0, stdout + stderr);
  }
  assertEnded(await workspace.run('baseline'), { code: 0 });
  assertEnded(await workspace.run('baseline', '--check'), { code: 0 });
  assert.deepEqual(await temporary(workspace), []);
});

test(`audit, killed at ${kills} moments: results are whole or not there`, async t => {
  const workspace = await project(t, { images });
  const whole = await timed(async () => assertEnded(await workspace.run('audit'), { code: 0 }));
  const next = random(42);
  for (let round = 0; round < kills; round++) {
    await killed(workspace, ['audit'], next(), whole);
    if (!existsSync(workspace.path('camdrift-out/results.json'))) continue;
    const { models } = await workspace.results();
    for (const { montage } of models[0]!.fixtures)
      assert.ok(existsSync(workspace.path(`camdrift-out/${montage}`)), montage);
  }
  assertEnded(await workspace.run('audit'), { code: 0 });
  assert.deepEqual(await temporary(workspace), []);
});
