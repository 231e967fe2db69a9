import assert from 'node:assert/strict';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as own from '../../src/baselines/_whole.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

const ours = (name: string) => name.endsWith('.map.json') || name === 'manifest.json';
const files = (version: string, ...names: string[]) =>
  new Map([...names.map(name => `${name}.map.json`), 'manifest.json'].map(name => [name, `${version} of ${name}`]));

async function contents(workspace: Workspace, folder = 'store'): Promise<Record<string, string>> {
  const names = (await readdir(workspace.path(folder))).sort();
  const read = names.map(async name => [name, await workspace.read(`${folder}/${name}`).catch(() => 'a folder')]);
  return Object.fromEntries(await Promise.all(read));
}

const { wholeFolder } = own;
const replaceAll = (folder: string, given: ReadonlyMap<string, string>, isOurs: typeof ours) => {
  const records = [...given].filter(([name]) => name !== 'manifest.json');
  return own.replaceAll(folder, records, given.get('manifest.json')!, isOurs);
};
const whole = (version: string, ...names: string[]) => Object.fromEntries(files(version, ...names));

test('what was there before is replaced, what is not ours stays', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('store/calibration.json', 'mine');
  await replaceAll(workspace.path('store'), files('old', 'a', 'b'), ours);
  await replaceAll(workspace.path('store'), files('new', 'b', 'c'), ours);
  assert.deepEqual(await contents(workspace), { 'calibration.json': 'mine', ...whole('new', 'b', 'c') });
  assert.equal(await wholeFolder(workspace.path('store')), workspace.path('store'));
});

test('killed while the new ones are written: the old ones hold, and the next time leaves no trace of it', async t => {
  const workspace = await emptyWorkspace(t);
  const store = workspace.path('store');
  await replaceAll(store, files('old', 'a', 'b'), ours);
  await workspace.write('store/pending/a.map.json', 'torn');
  await workspace.write('store/pending/b.map.json.123456', 'to');
  await workspace.write('store/manifest.json.98765', 'to');
  assert.equal(await wholeFolder(store), store);
  await replaceAll(store, files('new', 'a'), ours);
  assert.deepEqual(await contents(workspace), whole('new', 'a'));
});

test('killed while they take their places: the new ones hold, from the moment that all are there', async t => {
  const workspace = await emptyWorkspace(t);
  const store = workspace.path('store');
  await replaceAll(store, files('old', 'a', 'b'), ours);
  for (const [name, text] of files('new', 'a', 'c')) await workspace.write(`store/pending/${name}`, text);
  await workspace.write('store/a.map.json', 'new of a.map.json');
  assert.equal(await wholeFolder(store), workspace.path('store/pending'));
  assert.deepEqual(await contents(workspace, 'store/pending'), whole('new', 'a', 'c'));
  // Whoever writes next and is killed at once must not lose the only whole ones.
  await assert.rejects(replaceAll(store, new Map([['no/such/folder', ''], ...files('newer')]), ours), {
    code: 'ENOENT',
  });
  assert.deepEqual(await contents(workspace), whole('new', 'a', 'c'));
});

test('a link in place of the new ones is not followed', async t => {
  const [workspace, elsewhere] = [await emptyWorkspace(t), await emptyWorkspace(t)];
  await writeFile(elsewhere.path('manifest.json'), 'secret');
  await mkdir(workspace.path('store'));
  await symlink(elsewhere.root, workspace.path('store/pending'));
  assert.equal(await wholeFolder(workspace.path('store')), workspace.path('store'));
  await replaceAll(workspace.path('store'), files('new', 'a'), ours);
  assert.deepEqual(await contents(workspace), whole('new', 'a'));
  assert.deepEqual(await readdir(elsewhere.root), ['manifest.json']);
});
