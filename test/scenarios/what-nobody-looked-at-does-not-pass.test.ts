import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { assertEnded, onlyModel, project, reasonCodes, settings } from '../support/workspace.ts';
import { npy } from '../support/workspace-npy.ts';

const models = [{ name: 'tiny', path: 'models/after' }];

/** Grad-CAM++ is not defined for its activations, which may be negative. */
const unrectified: TinyModel = {
  alter: (_, { config }) => {
    config.layers.find(layer => layer.config.name === 'conv')!.config.activation = 'linear';
  },
};

test('scores that overflow on a fixture are no answer', async t => {
  const workspace = await project(t, { config: { fixtures: ['images/*.png', 'arrays/*.npy'] } });
  await workspace.write(
    'arrays/loud.npy',
    npy(
      [16, 16, 3],
      Float32Array.from({ length: 768 }, (_, at) => (at % 3 === 0 ? 3e38 : 0)),
    ),
  );
  assertEnded(await workspace.run('audit'), { code: 4, out: [/class scores .* are not finite/] });
  assert.equal((await onlyModel(workspace)).verdict, 'incomplete');
});

test('true classes that belong to no fixture are an error', async t => {
  const coco = { images: [{ id: 1, file_name: 'other.png' }], annotations: [], categories: [{ id: 1, name: 'red' }] };
  const workspace = await project(t, { config: { truth: 'coco.json', labels: ['red', 'green', 'blue'] } });
  await workspace.write('coco.json', JSON.stringify(coco));
  assertEnded(await workspace.run('audit'), {
    code: 3,
    err: ['`truth: coco.json` says nothing about any of the 3 fixtures of model tiny'],
  });
});

test('a new model that the judged method cannot explain', async t => {
  const workspace = await project(t, {
    after: unrectified,
    config: { methods: ['grad-cam++'], 'baseline-model': 'none' },
  });
  assertEnded(await workspace.run('audit'), { code: 3, out: [/grad-cam\+\+ is judged, and has no map for 3 of 3/] });
});

test('the first of the methods is refused on both sides, whatever the others show', async t => {
  const config = { methods: ['grad-cam++', 'grad-cam'] };
  const workspace = await project(t, { before: unrectified, after: unrectified, config });
  assertEnded(await workspace.run('audit'), { code: 3, out: [/grad-cam\+\+ is judged, and has no map for 3 of 3/] });
});

test('every fixture unreadable', async t => {
  const workspace = await project(t);
  for (const name of ['a', 'b', 'c']) await workspace.write(`images/${name}.png`, `garbage ${name}`);
  assertEnded(await workspace.run('audit'), { code: 4, out: ['tiny: ? incomplete'] });
});

test('most of the stored fixtures gone', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  await workspace.model('after', { noise: 1e-3 });
  await rm(workspace.path('images/a.png'));
  await workspace.picture('images/b.png', [['red', 3, 0]]);
  assertEnded(await workspace.run('audit'), { code: 3, out: ['Only 1 of the 3 fixtures of the earlier version'] });
  assert.ok(reasonCodes(await onlyModel(workspace)).includes('fixtures-missing'));
});

test('a limit on answers that cannot be compared', async t => {
  const after = { sees: ['red', 'green', 'blue', 'nothing'] } as const;
  const workspace = await project(t, { after, config: { thresholds: { divergence: 0.05 } } });
  assertEnded(await workspace.run('audit'), { code: 3, out: ['The divergence of the answers has the limit 0.05'] });
});

test('a probe that the team asks for, and the stored baseline was made without', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  await workspace.config({ ...settings, models, probes: ['mark'] });
  assertEnded(await workspace.run('audit'), { code: 3, out: ['The baseline was made without the probe `mark`'] });
});

test('a probe that the team asks for, where no model has heat', async t => {
  const dead = { alter: (weights: Record<string, { data: Float32Array }>) => weights['conv/bias']!.data.fill(-100) };
  const workspace = await project(t, { before: dead, after: dead, config: { probes: ['mark'] } });
  assertEnded(await workspace.run('audit'), { code: 3, out: [/The probe `mark` says nothing .* No map has heat/] });
});

test('a golden release that shows no heat', async t => {
  const workspace = await project(t, { config: { pinned: 'models/gold', fixtures: ['images/*.png'] } });
  await workspace.model('gold', { alter: weights => weights['conv/bias']!.data.fill(-100) });
  await workspace.model('after', { alter: weights => weights['conv/bias']!.data.fill(-99) });
  await workspace.model('before', { alter: weights => weights['conv/bias']!.data.fill(-98) });
  assertEnded(await workspace.run('audit'), { code: 3, out: [/Drift from the pinned reference .* is not known/] });
});
