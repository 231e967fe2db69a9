import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Command } from 'commander';
import { stringify } from 'yaml';
import { type AuditOptions, addAuditOptions } from '../../src/commands/options.ts';
import { settingsFrom } from '../../src/commands/settings.ts';
import { parseConfig } from '../../src/config/read.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { RawSettings } from '../../src/config/schema.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

/** Of every setting a value that is not the usual one. A setting without a line does not compile. */
const written: { readonly [S in Exclude<keyof RawSettings, 'watch'>]-?: unknown } = {
  fixtures: ['images/a.png', 'images/b.png'],
  labels: ['hat', 'shoe'],
  task: 'multi-label',
  'answer-limit': 3,
  truth: 'folder',
  layer: 'conv5',
  methods: ['cam'],
  score: 'probability',
  recipe: 'timm',
  preprocess: 'torch',
  fit: 'contain',
  resample: 'nearest',
  antialias: false,
  'resize-to': 256,
  crop: 0.875,
  orientation: 'apply',
  colour: 'srgb',
  thresholds: { overlap: 0.5 },
  probes: 'none',
  regions: [{ name: 'object', from: 'coco.json' }],
  tags: { night: ['images/a.png'] },
  checks: 'full',
  'false-alarms': 0.05,
  repairs: 'fail',
  lineage: 'retrained',
  output: 'scores',
  signature: 'other',
  inputs: { meta: 0 },
  size: '32x32',
  baseline: 'stored',
  'baseline-model': 'old',
  'baseline-preprocess': 'raw',
  pinned: 'gold',
  timeout: 7,
  'pinned-thresholds': { overlap: 0.5 },
};

async function meant(workspace: Workspace, settings: object): Promise<string> {
  const source = { base: workspace.root, workspace: workspace.root };
  const file = { fixtures: ['images/a.png'], models: [{ name: 'm', path: 'm' }], ...settings };
  const raw = parseConfig(stringify(file), 'camdrift.yml');
  const { models } = await resolveConfig({ raw, source }, { settings: {}, source });
  return inspect(models, { depth: 9 });
}

test('every setting of the file changes what is meant; `watch` alone is asked elsewhere, by which models a change touches', async t => {
  const workspace = await emptyWorkspace(t);
  for (const name of ['images/a.png', 'images/b.png', 'old', 'gold']) await workspace.write(name, '');
  const coco = {
    images: [{ id: 1, file_name: 'images/a.png', width: 4, height: 4 }],
    annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [0, 0, 2, 2] }],
    categories: [{ id: 1, name: 'hat' }],
  };
  await workspace.write('coco.json', JSON.stringify(coco));
  const usual = await meant(workspace, {});
  assert.equal(await meant(workspace, {}), usual);
  for (const [setting, value] of Object.entries(written))
    assert.notEqual(await meant(workspace, { [setting]: value }), usual, setting);
});

/** Options that say where things lie, how it is run and what is written; the others become settings. */
const apart = ['config', 'workspace', 'runTimeout', 'allowHost', 'cache', 'sha256', 'tokenEnv', 'model', 'engine', 'jobs', 'batch']; // biome-ignore format: one list

/** As they come from the command line. An option of the table of types that is not among the commands' is found below. */
const typed: Partial<Record<keyof AuditOptions, unknown>> = {
  fixtures: ['a.png'],
  labels: 'labels.txt',
  truth: 'folder',
  layer: ['conv5'],
  method: ['cam'],
  score: 'probability',
  preprocess: 'torch',
  recipe: 'timm',
  fit: 'contain',
  resample: 'nearest',
  antialias: 'true',
  resizeTo: '256',
  crop: '0.875',
  orientation: 'apply',
  colour: 'srgb',
  probes: 'none',
  output: 'scores',
  signature: 'other',
  task: 'multi-label',
  input: ['meta=0'],
  size: '32x32',
  baseline: 'stored',
  timeout: 7,
};

test('every option that is offered is taken: it becomes a setting, or says how it is run', () => {
  const offered = addAuditOptions(new Command()).options.map(option => option.attributeName());
  assert.deepEqual(offered.toSorted(), [...Object.keys(typed), ...apart].sort());
  for (const [option, value] of Object.entries(typed))
    assert.equal(Object.keys(settingsFrom({ [option]: value } as AuditOptions)).length, 1, option);
});
