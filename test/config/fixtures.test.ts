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

test('letter case makes no difference, and what lies there under the very name is meant by it', async t => {
  const workspace = await emptyWorkspace(t);
  const odd = ['cat (1).png', 'odd/[a]/b.png', 'odd/img[1].png', 'odd/img1.png', 'odd/x+(1)!.png'];
  await files(workspace, 'in/DSC1.JPG', 'in/a.jpg', 'in/B.Jpeg', ...odd);
  const source = { base: workspace.root, workspace: workspace.root };
  assert.deepEqual(await found(['in/*.jpg'], source), ['in/DSC1.JPG', 'in/a.jpg']);
  assert.deepEqual(await found(['in/*.{jpg,JPEG}', '!in/dsc*'], source), ['in/B.Jpeg', 'in/a.jpg']);
  for (const name of odd) assert.deepEqual(await found([name], source), [name]);
  assert.deepEqual(await found(['odd/[a]/*.png'], source), ['odd/[a]/b.png']);
  assert.deepEqual(await found(['odd/[a]'], source), ['odd/[a]/b.png']);
  assert.deepEqual(await found(['odd/im[fg]1.png'], source), ['odd/img1.png'], 'and a glob where no such name is');
  assert.deepEqual(await found(['odd/*', '!odd/img[1].png', '!odd/x*'], source), ['odd/img1.png']);
});

test('what a glob matches and is no fixture by its name is counted, or said where there is no other', async t => {
  const workspace = await emptyWorkspace(t);
  await files(workspace, 'in/a.png', 'in/a.HEIC', 'in/b.heic', 'in/notes.txt', 'in/LICENSE', 'scans/a.dcm');
  const source = { base: workspace.root, workspace: workspace.root };
  const { leftOut } = await findFixtures(['in/*', 'in/*.png'], source, () => undefined);
  assert.deepEqual(
    leftOut.others.toSorted((a, b) => b.files - a.files || (a.ending < b.ending ? -1 : 1)),
    [{ ending: '.heic', files: 2 }, ...['.txt', 'without an ending'].map(ending => ({ ending, files: 1 }))],
  );
  await assert.rejects(
    found(['scans/*'], source),
    problem(
      'fixtures-none',
      /`fixtures: scans\/\*` .* named as no picture that is read: 1 \.dcm\./,
      /named \.png, .* convert others/,
    ),
  );
});
