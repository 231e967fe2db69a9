import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

const inputs = { 'max-images': '0' };
const without = async () =>
  Object.fromEntries(Object.entries(await projectFiles()).filter(([path]) => !path.startsWith('models/')));
const put = (files: Record<string, Uint8Array>) => async (workspace: string) => {
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), bytes);
  }
};
const noSilentPass = (ran: { code: number | null; outputs: Readonly<Record<string, string>> }) =>
  assert.notDeepEqual([ran.code, ran.outputs.verdict], [0, 'skipped'], 'the model is another one, and nothing says so');

test('DVC: the pointer file changes, the model is pulled by an earlier step', async t => {
  const s = await scene(t, {
    before: {
      ...(await without()),
      'models/tiny.dvc': 'outs:\n- md5: 1.dir\n  path: tiny\n',
      'models/.gitignore': '/tiny\n',
    },
    after: { 'models/tiny.dvc': 'outs:\n- md5: 2.dir\n  path: tiny\n' },
  });
  noSilentPass(await s.run({ inputs, prepare: put(await modelFiles('models/tiny', shortcut)) }));
});

test('trained or downloaded in the workflow, with a stored baseline of the old model in Git', async t => {
  const project = await projectFiles();
  const s = await scene(t, {
    before: { ...(await without()), ...(await storedBaseline(project)), 'train.py': 'v1' },
    after: { 'train.py': 'v2' },
  });
  noSilentPass(await s.run({ inputs, prepare: put(await modelFiles('models/tiny', shortcut)) }));
});

test('a symbolic link to the model’s folder is pointed elsewhere', async t => {
  const s = await scene(t, {
    before: {
      ...(await without()),
      'camdrift.yml': configText(['current']),
      ...(await modelFiles('models/v1')),
      ...(await modelFiles('models/v2', shortcut)),
      'models/current': { symlink: 'v1' } as never,
    },
    after: { 'models/current': { symlink: 'v2' } as never },
  });
  noSilentPass(await s.run({ inputs }));
});

test('the link stays, the model behind it changes', async t => {
  const s = await scene(t, {
    before: {
      ...(await without()),
      'camdrift.yml': configText(['current']),
      ...(await modelFiles('models/v1')),
      'models/current': { symlink: 'v1' } as never,
    },
    after: await modelFiles('models/v1', shortcut),
  });
  noSilentPass(await s.run({ inputs }));
});

test('a sparse checkout leaves the model out, and the change is in its weights', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  noSilentPass(await s.run({ inputs, prepare: workspace => rm(join(workspace, 'models'), { recursive: true }) }));
});
