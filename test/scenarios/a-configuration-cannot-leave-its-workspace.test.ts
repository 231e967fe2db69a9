import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, emptyWorkspace, onlyModel, project, settings } from '../support/workspace.ts';

const model = { name: 'tiny', path: 'models/after' };
const outside: Record<string, object> = {
  'path of model tiny (../other)': { models: [{ ...model, path: '../other' }] },
  'baseline of model tiny (/tmp/b)': { models: [{ ...model, baseline: '/tmp/b' }] },
  'baseline-model of model tiny (../b)': { models: [{ ...model, 'baseline-model': '../b' }] },
  'labels of model tiny (/etc/passwd)': { labels: '/etc/passwd', models: [model] },
  'truth (../coco.json)': { truth: '../coco.json', models: [model] },
  'output folder (../elsewhere)': { out: '../elsewhere', models: [model] },
};

for (const [what, config] of Object.entries(outside)) {
  test(`the ${what} is refused`, async t => {
    const workspace = await project(t, { config });
    const run = await workspace.run('audit');
    assertEnded(run, { code: 3, err: [`The ${what} leaves the folder ${workspace.root}.`, 'are refused'] });
    assert.doesNotMatch(run.stderr, /root:/);
  });
}

test('so is a pattern that matches outside', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.model('after');
  await workspace.picture('secret.png');
  await workspace.write(
    'inner/camdrift.yml',
    JSON.stringify({ ...settings, fixtures: ['../secret.png'], models: [model] }),
  );
  assertEnded(await workspace.run('audit', '--config', 'inner/camdrift.yml', '--workspace', 'inner'), {
    code: 3,
    err: ['secret.png leaves the folder'],
  });
});

test('so is a fixture that is a link to a picture outside', async t => {
  const workspace = await project(t);
  const elsewhere = await emptyWorkspace(t);
  await symlink(await elsewhere.picture('secret.png'), workspace.path('images/link.png'));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['link.png leaves the folder'] });
});

test('a fixture that is a link to a picture inside is taken', async t => {
  const workspace = await project(t);
  await symlink(await workspace.picture('elsewhere/d.png'), workspace.path('images/link.png'));
  assertEnded(await workspace.run('audit'), { code: 0 });
  assert.deepEqual(
    (await onlyModel(workspace)).fixtures.map(({ name }) => name),
    ['images/a.png', 'images/b.png', 'images/c.png', 'images/link.png'],
  );
});

test('a pattern with a leading ! leaves fixtures out', async t => {
  const workspace = await project(t, { config: { fixtures: ['images/*', '!images/b.*'] } });
  assertEnded(await workspace.run('audit'), { code: 0 });
  assert.deepEqual(
    (await onlyModel(workspace)).fixtures.map(({ name }) => name),
    ['images/a.png', 'images/c.png'],
  );
});

test('so is a model folder that is a link', async t => {
  const workspace = await project(t, { config: { models: [{ ...model, path: 'linked' }] } });
  const elsewhere = await emptyWorkspace(t);
  await elsewhere.model('secret');
  await symlink(elsewhere.path('models/secret'), workspace.path('linked'));
  assertEnded(await workspace.run('audit'), { code: 3, err: ['The path of model tiny (linked) leaves the folder'] });
});

test('a configuration in a subfolder may name what lies in the working directory', async t => {
  const workspace = await project(t);
  const config = { ...settings, fixtures: ['../images/*'], models: [{ ...model, path: '../models/after' }] };
  await workspace.write('ci/camdrift.yml', JSON.stringify({ ...config, 'baseline-model': '../models/before' }));
  assertEnded(await workspace.run('audit', '--config', 'ci/camdrift.yml'), { code: 0, out: ['a.png'] });
});
