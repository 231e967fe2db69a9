import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('neither a file nor a folder that leads elsewhere is written through', async t => {
  const workspace = await project(t);
  await mkdir(workspace.path('camdrift-out'));
  await mkdir(workspace.path('elsewhere'));
  await writeFile(workspace.path('precious'), 'mine');
  await symlink('../precious', workspace.path('camdrift-out/results.json'));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['The output results.json leaves the folder'] });
  assert.equal(await readFile(workspace.path('precious'), 'utf8'), 'mine');
  await rm(workspace.path('camdrift-out/results.json'));
  await symlink('../elsewhere', workspace.path('camdrift-out/tiny-2'));
  await workspace.config({
    engine: 'wasm',
    preprocess: 'unit',
    fixtures: ['images/*'],
    'baseline-model': 'models/before',
    models: [{ name: 'tiny-2', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit'), { code: 3, err: ['The output tiny-2 leaves the folder'] });
  assert.deepEqual(await readdir(workspace.path('elsewhere')), []);
});
