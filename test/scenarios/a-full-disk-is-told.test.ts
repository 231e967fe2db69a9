import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { assertEnded, project, type Workspace } from '../support/workspace.ts';

/** Runs with a file system of 32 kB in a folder; who may not mount one is told so. */
async function small(t: TestContext, workspace: Workspace, folder: string, run: () => Promise<void>): Promise<void> {
  await mkdir(workspace.path(folder));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', workspace.path(folder)]);
  if (mounted.status !== 0) return t.skip('a small file system cannot be mounted here');
  try {
    await run();
  } finally {
    spawnSync('umount', [workspace.path(folder)]);
  }
}

const images = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [`images/${at}.png`, [['red', at % 3, 1]] as const]),
);
const told = { code: 3, err: ['no space is left on the disk', 'Make room'] };

for (const [verb, folder, flag] of [
  ['audit', 'small-out', '--out'],
  ['baseline', 'small-store', '--baseline'],
] as const)
  test(`${verb} says so, and leaves no half of anything`, async t => {
    const workspace = await project(t, { images });
    await small(t, workspace, folder, async () => {
      const run = await workspace.run(verb, flag, folder);
      assertEnded(run, told);
      assert.doesNotMatch(run.stderr, /internal error|\n\s+at /);
      const names = await readdir(workspace.path(folder), { recursive: true });
      assert.deepEqual(
        names.filter(name => /\.\d+$|pending|json/.test(name)),
        [],
      );
    });
  });

test('a stored baseline survives a disk that is too full for the next one', async t => {
  const workspace = await project(t, { images, before: false, config: { methods: ['grad-cam'] } });
  await small(t, workspace, 'store', async () => {
    await workspace.config({
      engine: 'wasm',
      preprocess: 'unit',
      probes: 'none',
      fixtures: ['images/1.png'],
      methods: ['grad-cam'],
      baseline: 'store',
      models: [{ name: 'tiny', path: 'models/after' }],
    });
    assertEnded(await workspace.run('baseline'), { code: 0 });
    await assert.rejects(writeFile(workspace.path('store/ballast'), Buffer.alloc(32_768)), { code: 'ENOSPC' });
    const before = await workspace.digests('store');
    await workspace.model('after', { noise: 0.001 });
    assertEnded(await workspace.run('baseline'), told);
    assert.deepEqual(await workspace.digests('store'), before);
    assertEnded(await workspace.run('audit'), { code: 0 });
  });
});
