import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFrom } from '../../src/commands/settings.ts';

import { parseConfig } from '../../src/config/read.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { type RawSettings, settingsSchema } from '../../src/config/schema.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

async function inputsOf(workspace: Workspace, written: string, flags: RawSettings = {}) {
  await workspace.write('ci/images/a.png', '');
  const text = `fixtures: [images/*]\nmodels: [{name: a, path: m, ${written}}]`;
  const source = { base: workspace.path('ci'), workspace: workspace.root };
  const config = await resolveConfig(
    { raw: parseConfig(text, 'f'), source },
    { settings: settingsSchema.parse(flags) as RawSettings, source: { base: workspace.root } },
  );
  return config.models[0]?.load.inputs;
}

test('numbers stay numbers, and files are those beside the configuration', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('ci/meta.npy', '');
  assert.equal(await inputsOf(workspace, 'layer: auto'), undefined);
  assert.deepEqual(await inputsOf(workspace, 'inputs: {meta: 0.5, age: meta.npy}'), {
    meta: 0.5,
    age: workspace.path('ci/meta.npy'),
  });
});

test('the command line wins', async t => {
  const workspace = await emptyWorkspace(t);
  assert.deepEqual(await inputsOf(workspace, 'inputs: {meta: 1}', { inputs: { meta: 2 } }), { meta: 2 });
});

test('a file outside the workspace is refused', async t => {
  const workspace = await emptyWorkspace(t);
  await assert.rejects(inputsOf(workspace, 'inputs: {meta: ../../meta.npy}'), {
    name: 'CamdriftError',
    message: /input meta of model a/,
  });
});

test('what is neither a number nor a .npy file is refused where it stands', async t => {
  const workspace = await emptyWorkspace(t);
  for (const written of ['inputs: {meta: zeros}', 'inputs: {meta: [1, 2]}', 'inputs: {meta: true}', 'inputs: 3'])
    await assert.rejects(inputsOf(workspace, written), { code: 'config-invalid', message: /inputs/ });
});

test('options name them one by one, and a name may hold an equals sign', () => {
  const settings = settingsFrom({ input: ['meta=0', 'a=b=1.5', 'age=data/age.npy'] });
  assert.deepEqual(settings.inputs, { meta: 0, 'a=b': 1.5, age: 'data/age.npy' });
  assert.equal(settingsFrom({}).inputs, undefined);
});

test('an option that names nothing, gives nothing or gives no array is a wrong use', () => {
  for (const text of ['meta', 'meta=', '=1', ''])
    assert.throws(() => settingsFrom({ input: [text] }), { code: 'usage-wrong', message: /--input NAME=VALUE/ });
  assert.throws(() => settingsFrom({ input: ['meta=zeros'] }), { code: 'usage-wrong', message: /--input/ });
});
