import assert from 'node:assert/strict';
import { copyFile, mkdir, rm, symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { claimant, claimsOf, json } from '../support/forged.ts';
import { fixture } from '../support/results.ts';
import { finishedRun, speakFor } from '../support/second-workflow.ts';
import { assertEnded, emptyWorkspace, onlyModel, project, reasonCodes, type Workspace } from '../support/workspace.ts';

const names = async (workspace: Workspace) =>
  (await onlyModel(workspace)).fixtures.filter(({ copyOf }) => !copyOf).map(({ name }) => name);
const plain = ['images/a.png', 'images/b.png', 'images/c.png'];

test('copies of one picture weigh as much as the picture, and the reader is told', async t => {
  const workspace = await project(t);
  for (const index of [1, 2, 3]) await copyFile(workspace.path('images/b.png'), workspace.path(`images/z${index}.png`));
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: ['3 fixtures have the content of another one and were not counted again (images/z1.png, images/z2.png'],
  });
  assert.deepEqual(await names(workspace), plain);
});

test('a copy under an earlier name does not take the place of what a stored baseline knows', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  await copyFile(workspace.path('images/a.png'), workspace.path('images/0.png'));
  assertEnded(await workspace.run('audit'), { code: 0 });
  const { fixtures, verdict } = await onlyModel(workspace);
  assert.deepEqual(
    [fixtures.map(({ name, status, copyOf }) => [name, status, copyOf]), verdict],
    [[['images/0.png', 'new', 'images/a.png'], ...plain.map(name => [name, 'steady', undefined])], 'pass'],
  );
});

test('links that lead back, or around, double nothing and never end', async t => {
  const workspace = await project(t, { config: { fixtures: ['images/**/*.png'] } });
  await mkdir(workspace.path('images/sub'));
  await workspace.picture('images/sub/d.png', [['red', 3, 0]]);
  await symlink('..', workspace.path('images/up'));
  await symlink('.', workspace.path('images/here'));
  await symlink('../sub', workspace.path('images/sub/around'));
  await symlink('sub', workspace.path('images/again'));
  await symlink('a.png', workspace.path('images/link.png'));
  assertEnded(await workspace.run('audit'), { code: 0, out: ['1 link leads to a fixture that was there already'] });
  assert.deepEqual(await names(workspace), [...plain, 'images/sub/d.png']);
});

test('folders that point at each other are walked once each', async t => {
  const workspace = await project(t, { config: { fixtures: ['images/**/*.png'] } });
  for (const [from, to] of ['xy', 'yz', 'zx'] as unknown as [string, string][]) {
    await workspace.picture(`images/${from}/1.png`, [['red', 'xyz'.indexOf(from), 3]]);
    await symlink(`../${to}`, workspace.path(`images/${from}/next`));
  }
  assertEnded(await workspace.run('audit'), { code: 0 });
  assert.deepEqual(await names(workspace), [...plain, 'images/x/1.png', 'images/y/1.png', 'images/z/1.png']);
});

test('a link to a folder outside the workspace is refused, and one to everything ends', async t => {
  const elsewhere = await emptyWorkspace(t);
  await elsewhere.picture('secret/s.png', [['red', 0, 0]]);
  const workspace = await project(t, { config: { fixtures: ['images/**/*.png'] } });
  await symlink(elsewhere.path('secret'), workspace.path('images/out'));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['images/out leaves the folder'] });
  await rm(workspace.path('images/out'));
  await symlink('/', workspace.path('images/root'));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['images/root leaves the folder'] });
});

test('a link to a folder inside is followed', async t => {
  const workspace = await project(t, { config: { fixtures: ['images/**/*.png'] } });
  await workspace.picture('more/d.png', [['red', 3, 0]]);
  await symlink('../more', workspace.path('images/more'));
  assertEnded(await workspace.run('audit'), { code: 0 });
  assert.deepEqual(await names(workspace), [...plain, 'images/more/d.png']);
});

test("camdrift's own pictures are never taken in, wherever it writes them", async t => {
  const workspace = await project(t, { config: { fixtures: ['**/*'] } });
  assertEnded(await workspace.run('audit'), { code: 0 });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: ["Pictures in camdrift's own output and baselines are no fixtures: 3 left out"],
  });
  assert.deepEqual(await names(workspace), plain);
  for (const _ of [1, 2]) assertEnded(await workspace.run('audit', '--out', 'images/found'), { code: 0 });
  const model = (await workspace.results('images/found')).models[0]!;
  assert.ok(reasonCodes(model).includes('fixtures-left-out'));
  await workspace.config({
    ...{ engine: 'wasm', preprocess: 'unit', probes: 'none', fixtures: ['camdrift-out/**'] },
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit'), { code: 3, err: [/but for 3 in camdrift's own output/] });
});

test('copies of what moved, or stayed, pull no mean', async t => {
  const images = {
    'images/a.png': [
      ['red', 1, 1],
      ['blue', 3, 3],
    ],
    'images/b.png': [['green', 1, 1]],
  } as const;
  const workspace = await project(t, { images, after: { sees: ['blue', 'green', 'nothing'] } });
  await workspace.run('audit');
  const { drift, predictions } = await onlyModel(workspace);
  for (let index = 0; index < 9; index++)
    await copyFile(workspace.path('images/b.png'), workspace.path(`images/c${index}.png`));
  await workspace.run('audit');
  const copied = await onlyModel(workspace);
  assert.equal(copied.fixtures.length, 11, 'they are shown');
  assert.deepEqual([copied.drift, copied.predictions], [drift, predictions]);
});

test('who claims two fixtures of one content is not believed', async t => {
  const stranger = await claimant(t);
  const digest = 'd'.repeat(64);
  const twice = ['images/1.png', 'images/2.png'].map(name => fixture(name, 0.01, { digest }));
  const forged = claimsOf(stranger, twice, { verdict: 'pass', reasons: [] });
  const ran = await speakFor(t, stranger.github, finishedRun(stranger, { 'results.json': json(forged) }));
  assert.match(ran.stdout + ran.stderr, /Two fixtures of model .*tiny.* have the digest/);
  assert.notEqual(ran.code, 0);
  const mislaid = [
    fixture('images/1.png', 0.01, { digest }),
    fixture('images/2.png', 0.9, { digest: 'e'.repeat(64), copyOf: 'images/1.png' }),
  ];
  const hidden = claimsOf(stranger, mislaid, { verdict: 'pass', reasons: [] });
  const again = await speakFor(t, stranger.github, finishedRun(stranger, { 'results.json': json(hidden) }));
  assert.match(again.stdout + again.stderr, /images\/2\.png.* is not the copy that it is called/);
});
