import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelConfig } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/read.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { type RawSettings, settingsSchema } from '../../src/config/schema.ts';
import { presets } from '../../src/images/preprocess.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

async function resolved(workspace: Workspace, text: string, flags: RawSettings = {}) {
  await workspace.write('ci/images/a.png', '');
  await workspace.write('images/b.png', '');
  const source = { base: workspace.path('ci'), workspace: workspace.root };
  return resolveConfig(
    { raw: parseConfig(text, 'f'), source },
    { settings: settingsSchema.parse(flags) as RawSettings, source: { base: workspace.root } },
  );
}

test('what nobody says has a default, and an assumed preprocessing is noted', async t => {
  const workspace = await emptyWorkspace(t);
  const config = await resolved(workspace, 'fixtures: [images/*]\nmodels: [{name: a, path: m}]');
  const [model] = config.models;
  assert.equal(config.engine, 'auto');
  assert.equal(model?.path, workspace.path('ci/m'));
  assert.deepEqual([model?.layer, model?.score, model?.fit, model?.lineage], ['auto', 'logit', 'fill', 'auto']);
  assert.deepEqual(model?.methods, ['grad-cam', 'grad-cam++', 'cam']);
  assert.deepEqual([model?.thresholds, model?.lineage, model?.falseAlarms], [undefined, 'auto', 0.1]);
  assert.deepEqual(model?.preprocess, presets.unit);
  assert.equal(model?.baseline, workspace.path('ci/.camdrift/baselines/a'));
  assert.equal(model?.calibration.path, workspace.path('ci/.camdrift/baselines/a/calibration.json'));
  assert.match(model?.notes[0] ?? '', /No preprocessing is named/);
});

test('the command line wins over the model, and the model over the top of the file', async t => {
  const workspace = await emptyWorkspace(t);
  const text = [
    'fixtures: [images/*]',
    'layer: top',
    'score: probability',
    'lineage: fine-tuned',
    'preprocess: tf',
    'thresholds: {overlap: 0.5}',
    'models:',
    '  - {name: a, path: m, layer: own, preprocess: torch, lineage: retrained}',
    '  - {name: b, path: m, thresholds: {ssim: 0.1}}',
  ].join('\n');
  const [a, b] = (await resolved(workspace, text)).models;
  assert.deepEqual(
    [a?.layer, a?.score, a?.preprocess, a?.thresholds],
    ['own', 'probability', presets.torch, { overlap: 0.5 }],
  );
  assert.deepEqual([a?.lineage, b?.lineage], ['retrained', 'fine-tuned']);
  assert.deepEqual([b?.layer, b?.preprocess, b?.thresholds], ['top', presets.tf, { ssim: 0.1 }]);
  const flagged = (await resolved(workspace, text, { layer: 'flag', score: 'logit' })).models;
  assert.deepEqual(
    flagged.map(({ layer, score }) => [layer, score]),
    [
      ['flag', 'logit'],
      ['flag', 'logit'],
    ],
  );
});

test('paths of the file are relative to it, those of the command line to the working directory', async t => {
  const workspace = await emptyWorkspace(t);
  const text = 'fixtures: [images/*]\nbaseline: b\nmodels: [{name: a, path: m}]';
  const [own] = (await resolved(workspace, text)).models;
  assert.deepEqual([own?.fixtures[0]?.name, own?.baseline], ['images/a.png', workspace.path('ci/b')]);
  const [flagged] = (await resolved(workspace, text, { fixtures: ['images/*'], baseline: '../b' })).models;
  assert.deepEqual(
    [flagged?.fixtures[0]?.name, flagged?.fixtures[0]?.path, flagged?.baseline],
    ['images/b.png', workspace.path('images/b.png'), workspace.path('../b')],
  );
});

test('a baseline model replaces the default folder, and is fed like the candidate unless told otherwise', async t => {
  const workspace = await emptyWorkspace(t);
  const text = 'fixtures: [images/*]\npreprocess: tf\nmodels: [{name: a, path: m, baseline-model: old}]';
  const [alone] = (await resolved(workspace, text)).models as [ModelConfig];
  assert.ok(alone.reference.kind === 'model');
  assert.deepEqual([alone.baseline, await alone.reference.model.path()], [undefined, workspace.path('ci/old')]);
  assert.deepEqual(alone.baselinePreprocess, presets.tf);
  const [other] = (await resolved(workspace, text, { 'baseline-preprocess': 'raw' })).models;
  assert.deepEqual([other?.preprocess, other?.baselinePreprocess], [presets.tf, presets.raw]);
});

test('`none` in place of a baseline model is no path, and the command line may say it too', async t => {
  const workspace = await emptyWorkspace(t);
  const text = (more: string) => `fixtures: [images/*]\nmodels: [{name: a, path: m${more}}]`;
  const [written] = (await resolved(workspace, text(', baseline-model: none'))).models;
  assert.deepEqual([written?.reference.kind, written?.baseline], ['none', undefined]);
  const [typed] = (await resolved(workspace, text(', baseline-model: old'), { 'baseline-model': 'none' })).models;
  assert.equal(typed?.reference.kind, 'none');
});

test('methods are taken once each, in the order given', async t => {
  const workspace = await emptyWorkspace(t);
  const text = 'fixtures: [images/*]\nmethods: [cam, grad-cam, CAM]\nmodels: [{name: a, path: m}]';
  assert.deepEqual((await resolved(workspace, text)).models[0]?.methods, ['cam', 'grad-cam']);
});

test('no fixtures, and two models of one name', async t => {
  const workspace = await emptyWorkspace(t);
  await assert.rejects(
    resolved(workspace, 'models: [{name: a, path: m}]'),
    problem('config-invalid', /Model a has no fixtures\./, /--fixtures/),
  );
  await assert.rejects(
    resolved(workspace, 'fixtures: [images/*]\nmodels: [{name: a, path: m}, {name: a, path: n}]'),
    problem('config-invalid', /Two models are named `a`/, /Rename/),
  );
});
