import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, emptyWorkspace, project } from '../support/workspace.ts';

test('a model that is not there is named by its whole path', async t => {
  const workspace = await emptyWorkspace(t);
  const run = await workspace.run('layers', '--model', 'models/nowhere', '--engine', 'wasm');
  assertEnded(run, {
    code: 4,
    err: [`There is no model at ${workspace.path('models/nowhere')}.`, /to do .*[Cc]heck the path/],
  });
});

test('a weight shard that is not there is named, and the run still writes its results', async t => {
  const workspace = await project(t);
  await rm(workspace.path('models/after/group1-shard1of1.bin'));
  const run = await workspace.run('audit');
  assertEnded(run, {
    code: 4,
    out: [
      `There is no file ${workspace.path('models/after/group1-shard1of1.bin')}.`,
      'every weight shard lies beside model.json',
    ],
  });
  assertEnded(
    { ...run, stdout: await workspace.read('camdrift-out/results.json') },
    { code: 4, out: ['model-unreadable'] },
  );
});

test('a folder without model.json, and a model.json that is something else, are told apart', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('folder/readme.txt', 'nothing');
  await workspace.write('other/model.json', '{"format": "onnx"}');
  await workspace.write('broken/model.json', '{"format": "layers-model", ');
  await workspace.write('partial/model.json', '{"format": "layers-model"}');
  const layers = (model: string) => workspace.run('layers', '--model', model, '--engine', 'wasm');
  assertEnded(await layers('folder'), {
    code: 4,
    err: [/There is no model in the folder .*folder: it holds no model\.json/],
  });
  assertEnded(await layers('other'), { code: 4, err: ['is of no known model format'] });
  assertEnded(await layers('broken'), { code: 4, err: ['is not JSON'] });
  assertEnded(await layers('partial'), { code: 4, err: ['expected "modelTopology" and "weightsManifest"'] });
});
