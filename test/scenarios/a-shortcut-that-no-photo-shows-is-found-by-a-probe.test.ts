import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { assertEnded, onlyModel, type Project, picture, project, reasonCodes, settings } from '../support/workspace.ts';

/** Photos of the object alone: nobody thought of putting the logo on one. */
const clean: NonNullable<Project['images']> = {
  'images/a.png': [['red', 1, 1]],
  'images/b.png': [['red', 2, 1]],
};

/** It takes red for the object as the baseline does, and blue as well. */
const shortcut: TinyModel = {
  alter: weights => {
    weights['scores/kernel']!.data[6] = 40;
  },
};

const ownMark = { probes: [{ mark: 'logo.png' }] };

test('three lines and the logo: the probe fails the model, and is named first', async t => {
  const workspace = await project(t, { after: shortcut, images: clean, config: ownMark });
  await workspace.write('logo.png', await picture([['blue', 0, 0]], 1));
  assertEnded(await workspace.run('audit'), {
    code: 1,
    out: [
      'tiny: ✗ regression',
      /fail +Attention follows the probe `mark`: \+0\.\d\d of the heat moves with an edit that should not matter/,
      /^ {2}probe +moved +baseline moved +added +limit +heat on the mark +answers changed/m,
    ],
  });
  const model = await onlyModel(workspace);
  assert.deepEqual(reasonCodes(model)[0], 'probe-regression');
  assert.equal(model.drift?.['grad-cam']?.['attention-shift']?.max, 0, 'the photos themselves show nothing');
  const [mark] = model.probes!;
  assert.equal(mark!.picture, 'tiny/probe-mark.webp');
  assert.ok(existsSync(workspace.path('camdrift-out/tiny/probe-mark.webp')));
  assert.ok(mark!.baseline!.moved < 0.2 && mark!.candidate.moved > 0.7, JSON.stringify(mark));
  assert.ok(mark!.candidate.onMark! > 0.7 && mark!.baseline!.onMark! < 0.01, JSON.stringify(mark));
  assert.match(await workspace.read('camdrift-out/summary.md'), /\| \[mark\]\(tiny\/probe-mark\.webp\) \|/);
});

test('without a word about probes, a mark and a frame are tried', async t => {
  const workspace = await project(t, { after: shortcut, images: clean, config: { probes: undefined } });
  // Its answers stay under both, and attention follows by no more than twice the limit: that is told and fails nothing.
  assertEnded(await workspace.run('audit'), { code: 0 });
  const { probes, reasons } = await onlyModel(workspace);
  assert.deepEqual(
    probes?.map(({ name }) => name),
    ['mark', 'frame'],
  );
  assert.equal(reasons[0]?.code, 'probe-doubtful');
});

test('`probes: none` and --probes none ask for none', async t => {
  const workspace = await project(t, { after: shortcut, images: clean, config: { probes: 'none' } });
  assertEnded(await workspace.run('audit'), { code: 0, out: ['tiny: ✓ pass'] });
  assert.equal((await onlyModel(workspace)).probes, undefined);
  assertEnded(await workspace.run('audit', '--probes', 'default'), { code: 0, out: ['follows the probe'] });
  await workspace.config({
    ...settings,
    probes: 'default',
    'baseline-model': 'models/before',
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit', '--probes', 'none'), { code: 0 });
});

test('a model that always followed the logo adds nothing, and passes', async t => {
  const workspace = await project(t, { before: false, after: shortcut, images: clean, config: ownMark });
  await workspace.write('logo.png', await picture([['blue', 0, 0]], 1));
  assertEnded(await workspace.run('baseline'), { code: 0 });
  assertEnded(await workspace.run('audit'), { code: 0 });
  const { probes } = await onlyModel(workspace);
  assert.equal(probes?.[0]?.added, 0, 'its baseline moves as far');
});

test('a mark outside the workspace is refused, and so is one that is broken', async t => {
  const workspace = await project(t, { images: clean, config: { probes: [{ mark: '../logo.png' }] } });
  assertEnded(await workspace.run('audit'), {
    code: 3,
    err: [`The mark of the probe mark of model tiny (../logo.png) leaves the folder ${workspace.root}.`],
  });
  await workspace.config({
    ...settings,
    ...ownMark,
    'baseline-model': 'models/before',
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  const whole = await picture([['blue', 0, 0]], 64);
  await workspace.write('logo.png', whole.subarray(0, whole.length - 40));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['logo.png is damaged or cut short', 'Name a PNG'] });
});
