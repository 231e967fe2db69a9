import assert from 'node:assert/strict';
import { copyFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, settings } from '../support/workspace.ts';

const deep = `images/${'a'.repeat(200)}/${'b'.repeat(200)}/${'c'.repeat(251)}`;

test('fixtures with the longest names there are have pictures and baselines, each of its own', async t => {
  const workspace = await project(t, { config: { fixtures: ['images/**'] } });
  const names = [`${deep}.png`, `${deep.slice(0, -1)}d.png`, 'images/A.png'];
  for (const name of names) await workspace.picture(name, [['red', 1, 1]]);
  assertEnded(await workspace.run('audit'), { code: 0 });
  const montages = (await onlyModel(workspace)).fixtures.map(({ montage }) => montage!);
  assert.equal(montages.length, 6);
  assert.equal(new Set(montages.map(path => path.toLowerCase())).size, 6, 'also where case is not told apart');
  const drawn = await readdir(workspace.path('camdrift-out/tiny'));
  assert.deepEqual(drawn.sort(), montages.map(path => path.slice('tiny/'.length)).sort());
  assertEnded(await workspace.run('baseline', '--baseline', 'stored'), { code: 0 });
  assertEnded(await workspace.run('baseline', '--check', '--baseline', 'stored'), { code: 0 });
});

test('map draws a picture with the longest name there is', async t => {
  const workspace = await project(t);
  const name = `${'c'.repeat(251)}.png`;
  await copyFile(workspace.path('images/a.png'), workspace.path(name));
  assertEnded(await workspace.run('map', '--model', 'models/after', '--image', name, '--engine', 'wasm'), { code: 0 });
  assert.ok((await readdir(workspace.path('camdrift-out'))).some(file => file.endsWith('.panel.png')));
});

test('what no file system takes is told', async t => {
  const workspace = await project(t);
  const told = { code: 3, err: ['the name is too long'] };
  await workspace.config({ ...settings, labels: 'l'.repeat(300), models: [{ name: 'tiny', path: 'models/after' }] });
  assertEnded(await workspace.run('audit'), told);
  await workspace.config({ ...settings, models: [{ name: 'tiny', path: `models/${'m'.repeat(300)}` }] });
  assertEnded(await workspace.run('audit'), told);
  await workspace.config({ ...settings, models: [{ name: 'n'.repeat(101), path: 'models/after' }] });
  assertEnded(await workspace.run('audit'), { code: 3, err: ['at most 100 letters'] });
  await workspace.config({
    ...settings,
    fixtures: ['*a*a*a*a*.png'],
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit'), { code: 3, err: ['fixtures[0]', 'too intricate'] });
});
