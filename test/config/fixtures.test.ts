import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFixtures } from '../../src/config/fixtures.ts';
import { locate, nameFor, shown } from '../../src/config/source.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

async function files(workspace: Workspace, ...names: string[]): Promise<void> {
  for (const name of names) await workspace.write(name, '');
}
const found = async (patterns: readonly string[], source: Parameters<typeof findFixtures>[1]) =>
  (await findFixtures(patterns, source, () => undefined)).fixtures.map(({ name }) => name);

test('sorted by name, each once, images and arrays only', async t => {
  const workspace = await emptyWorkspace(t);
  await files(workspace, 'b/2.PNG', 'b/10.jpeg', 'a/x.npy', 'a/notes.txt', 'a/y.webp', 'a/z.gif');
  const source = { base: workspace.root, workspace: workspace.root };
  const all = ['a/x.npy', 'a/y.webp', 'a/z.gif', 'b/10.jpeg', 'b/2.PNG'];
  assert.deepEqual(await found(['**/*'], source), all);
  assert.deepEqual(await found(['b/*', '**/*', 'a/x.npy'], source), all);
});

test('every pattern must match an image', async t => {
  const workspace = await emptyWorkspace(t);
  await files(workspace, 'a.png', 'b.txt');
  for (const pattern of ['c*', 'b.txt'])
    await assert.rejects(
      found(['a.png', pattern], { base: workspace.root }),
      problem('fixtures-none', new RegExp(`\`fixtures: ${pattern.replace('*', '\\*')}\``)),
    );
});

test('fixtures that lie elsewhere are named from the folder that holds them all', async t => {
  const [here, there] = [await emptyWorkspace(t), await emptyWorkspace(t)];
  await files(there, 'data/cats/1.png', 'data/dogs/1.png');
  assert.deepEqual(await found([`${there.root}/**/*.png`], { base: here.root }), ['cats/1.png', 'dogs/1.png']);
  assert.deepEqual(await found([`${there.root}/data/cats/*`], { base: here.root }), ['1.png']);
});

test('truth is asked by absolute path', async t => {
  const workspace = await emptyWorkspace(t);
  await files(workspace, 'cat/1.png');
  const {
    fixtures: [only],
  } = await findFixtures(['*/*'], { base: workspace.root }, path =>
    path === workspace.path('cat/1.png') ? 'cat' : 'no',
  );
  assert.equal(only?.label, 'cat');
});

test('paths are confined to the workspace when the settings come from a file', async t => {
  const workspace = await emptyWorkspace(t);
  const source = { base: workspace.path('ci'), workspace: workspace.root };
  assert.equal(await locate('../m', source, 'model'), workspace.path('m'));
  await assert.rejects(
    locate('../../m', source, 'model'),
    problem('path-outside', /The model \(\.\.\/\.\.\/m\) leaves the folder/),
  );
  assert.equal(await locate('../../m', { base: '/a/b/c' }, 'model'), '/a/m');
});

test('names for models and files', () => {
  assert.equal(nameFor('models/shoes/model.json'), 'shoes');
  assert.equal(nameFor('models/shoes/saved_model.pb'), 'shoes');
  assert.equal(nameFor('shoe model (2).h5'), 'shoe-model-2-');
  assert.equal(nameFor('models/v1.2'), 'v1');
  assert.equal(shown('/a', '/a/b/c'), 'b/c');
  assert.equal(shown('/a', '/a'), '.');
});
