import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bigPng } from '../support/images.ts';
import { measured, whyNoPeaks } from '../support/peak-memory.ts';
import { assertEnded, emptyWorkspace, project } from '../support/workspace.ts';

test('20,000 x 20,000 pixels of a small file are never decoded', async t => {
  const workspace = await project(t);
  const path = await workspace.write('images/huge.png', bigPng(20_000, 20_000));
  const run = await workspace.run('audit');
  assertEnded(run, {
    code: 4,
    out: [
      `${path} has 20000 x 20000 pixels; of a PNG, at most 32 megapixels are read.`,
      'Store fixtures near the size of the model input.',
      /images\/a\.png\s+steady/,
    ],
  });
});

test('it costs no more memory than a small one', { skip: whyNoPeaks }, async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('after');
  await workspace.picture('small.png');
  await workspace.write('huge.png', bigPng(20_000, 20_000));
  const map = (image: string) =>
    measured(workspace.root, 'map', '--engine', 'wasm', '--model', 'models/after', '--image', image, '--json', '-');
  const [small, huge] = [await map('small.png'), await map('huge.png')];
  assert.deepEqual([small.code, huge.code], [0, 4], small.stderr + huge.stderr);
  assert.deepEqual([small.peaks.length, huge.peaks.length], [2, 2]);
  for (const [index, peak] of huge.peaks.entries())
    assert.ok(peak < small.peaks[index]! + 50, `${peak} MB, and ${small.peaks[index]} for a small one`);
});
