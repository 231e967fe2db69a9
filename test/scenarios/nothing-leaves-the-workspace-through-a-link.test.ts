import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { assertEnded, emptyWorkspace, project, settings, type Workspace } from '../support/workspace.ts';

const models = [{ name: 'tiny', path: 'models/after' }];

/** A project, and a folder elsewhere that a link of the project leads to. */
async function besides(t: TestContext, link: string, config: object = {}) {
  const workspace = await project(t, { before: false, config: config ?? {} });
  const elsewhere = await emptyWorkspace(t);
  await mkdir(join(workspace.path(link), '..'), { recursive: true });
  await symlink(elsewhere.root, workspace.path(link));
  return { workspace, elsewhere };
}

const written: Record<string, { link: string; config?: object; verb: string; err: string }> = {
  'the output folder below a link': {
    link: 'esc',
    config: { out: 'esc/new', 'baseline-model': 'none' },
    verb: 'audit',
    err: 'The output folder (esc/new) leaves the folder',
  },
  'the usual output folder': {
    link: 'camdrift-out',
    config: { 'baseline-model': 'none' },
    verb: 'audit',
    err: 'The output folder camdrift-out leaves the folder',
  },
  'a baseline below a link': {
    link: 'esc',
    config: { baseline: 'esc/deep/er' },
    verb: 'baseline',
    err: 'The baseline of model tiny (esc/deep/er) leaves the folder',
  },
  'the usual baseline': { link: '.camdrift', verb: 'baseline', err: 'leaves the folder' },
  'the usual baseline of one model': { link: '.camdrift/baselines/tiny', verb: 'baseline', err: 'leaves the folder' },
};

for (const [what, { link, config, verb, err }] of Object.entries(written))
  test(`${what} is not written elsewhere`, async t => {
    const { workspace, elsewhere } = await besides(t, link, config);
    assertEnded(await workspace.run(verb), { code: 3, err: [err] });
    assert.deepEqual(await readdir(elsewhere.root), []);
  });

test('nor through a link that leads to nothing yet', async t => {
  const workspace = await project(t, { before: false, config: { 'baseline-model': 'none' } });
  const elsewhere = await emptyWorkspace(t);
  await symlink(elsewhere.path('not-yet'), workspace.path('camdrift-out'));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['leaves the folder'] });
  assert.deepEqual(await readdir(elsewhere.root), []);
});

test('a link that stays inside is written through', async t => {
  const workspace = await project(t, { config: { out: 'link/new' } });
  await mkdir(workspace.path('real'));
  await symlink('real', workspace.path('link'));
  assertEnded(await workspace.run('audit'), { code: 0 });
  assert.ok((await readdir(workspace.path('real/new'))).includes('results.json'));
});

/** Moves a file of the project elsewhere and leaves a link. */
async function moved(t: TestContext, workspace: Workspace, name: string): Promise<void> {
  const elsewhere = await emptyWorkspace(t);
  await rename(workspace.path(name), elsewhere.path('secret'));
  await symlink(elsewhere.path('secret'), workspace.path(name));
}

const read: Record<string, { file: string; config?: object; err: string }> = {
  'the topology of a model': {
    file: 'models/after/model.json',
    err: 'The path of model tiny (models/after/model.json) leaves the folder',
  },
  'the topology of a baseline model': {
    file: 'models/before/model.json',
    err: 'The baseline-model of model tiny (models/before/model.json) leaves the folder',
  },
  'a file of labels': { file: 'labels.txt', config: { labels: 'labels.txt' }, err: '(labels.txt) leaves the folder' },
  annotations: { file: 'coco.json', config: { truth: 'coco.json' }, err: 'The truth (coco.json) leaves the folder' },
};

for (const [what, { file, config, err }] of Object.entries(read))
  test(`${what} that is a link elsewhere is not read`, async t => {
    const workspace = await project(t, { config: config ?? {} });
    await workspace.write('labels.txt', 'red\ngreen\nblue\n');
    await workspace.write('coco.json', '{"images":[],"annotations":[],"categories":[]}');
    await moved(t, workspace, file);
    assertEnded(await workspace.run('audit'), { code: 3, err: [err] });
  });

test('a SavedModel that is a link elsewhere is not read', async t => {
  const workspace = await project(t, { config: { models: [{ name: 'tiny', path: 'models/saved' }] } });
  await workspace.write('models/saved/saved_model.pb', 'x');
  await moved(t, workspace, 'models/saved/saved_model.pb');
  assertEnded(await workspace.run('audit'), { code: 3, err: ['models/saved/saved_model.pb) leaves the folder'] });
});

test('stored maps and calibrations that are links elsewhere are not read', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const folder = '.camdrift/baselines/tiny';
  await cp(workspace.path(folder), workspace.path('kept'), { recursive: true });
  const records = (await readdir(workspace.path(folder))).filter(name => name.endsWith('.map.json'));
  for (const name of ['manifest.json', records[0]!, 'calibration.json']) {
    await writeFile(workspace.path(`${folder}/calibration.json`), '{}');
    await moved(t, workspace, `${folder}/${name}`);
    assertEnded(await workspace.run('audit'), { code: 3, out: ['leaves the folder'] });
    await cp(workspace.path('kept'), workspace.path(folder), { recursive: true, force: true, dereference: true });
  }
});

test('nothing in .git is read, by any route', async t => {
  const workspace = await project(t, { config: { labels: '.git/config' } });
  await workspace.write('.git/config', 'secret\nwords\nhere\n');
  const refused = { code: 3, err: ['lies in .git, which is not read', 'credentials'] };
  const run = await workspace.run('audit');
  assertEnded(run, refused);
  assert.doesNotMatch(run.stderr, /secret/);
  await symlink('.git/config', workspace.path('labels.txt'));
  for (const labels of ['labels.txt', './.git/../.git/config', '.GIT/config']) {
    await workspace.config({ ...settings, labels, models });
    assertEnded(await workspace.run('audit'), refused);
  }
});

test('a pipe or a device is refused before anybody waits for it', { skip: process.platform === 'win32' }, async t => {
  const workspace = await project(t);
  execFileSync('mkfifo', [workspace.path('pipe'), workspace.path('images/pipe.png')]);
  await mkdir(workspace.path('models/piped'));
  execFileSync('mkfifo', [workspace.path('models/piped/model.json')]);
  assertEnded(await workspace.run('audit'), { code: 4, out: ['pipe.png cannot be taken as a fixture'] });
  await workspace.config({ ...settings, labels: 'pipe', models });
  assertEnded(await workspace.run('audit'), { code: 3, err: ['pipe cannot be read: it is a pipe'] });
  await workspace.config({
    ...settings,
    fixtures: ['images/a.png'],
    'baseline-model': 'none',
    models: [{ name: 'tiny', path: 'models/piped' }],
  });
  assertEnded(await workspace.run('audit'), { code: 4, out: ['model.json cannot be read: it is a pipe'] });
  assertEnded(await workspace.run('layers', '--model', '/dev/zero'), { code: 4, err: ['it is a pipe'] });
});
