import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { cli } from '../support/dist.ts';
import { bigPng } from '../support/images.ts';
import { assertEnded, emptyWorkspace, project } from '../support/workspace.ts';

test('20,000 x 20,000 pixels of a small file are never decoded', async t => {
  const workspace = await project(t);
  const path = await workspace.write('images/huge.png', bigPng(20_000, 20_000));
  const start = performance.now();
  const run = await workspace.run('audit');
  const seconds = (performance.now() - start) / 1000;
  assertEnded(run, {
    code: 4,
    out: [
      `${path} has 20000 x 20000 pixels; of a PNG, at most 32 megapixels are read.`,
      'Store fixtures near the size of the model input.',
      /images\/a\.png\s+steady/,
    ],
  });
  assert.ok(seconds < 6, `took ${seconds.toFixed(1)} s`);
});

test('it costs no more memory than a small one', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('after');
  await workspace.write('huge.png', bigPng(20_000, 20_000));
  const measure = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));`;
  await workspace.write('measure.mjs', measure);
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      './measure.mjs',
      cli,
      'map',
      '--engine',
      'wasm',
      '--model',
      'models/after',
      '--image',
      'huge.png',
      '--json',
      '-',
    ],
    { cwd: workspace.root, encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = Number(/peak (\d+)/.exec(stderr)?.[1]);
  assert.equal(status, 4, stderr);
  assert.ok(kilobytes < 500_000, `used ${kilobytes} KB`);
  assert.ok(seconds < 3, `took ${seconds.toFixed(1)} s`);
});
