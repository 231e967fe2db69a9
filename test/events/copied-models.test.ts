import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/read.ts';
import { copyModels } from '../../src/events/_copied-models.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { commitOf } from './_commit.ts';

const json = JSON.stringify({
  ...{ format: 'layers-model', modelTopology: {} },
  weightsManifest: [{ paths: ['w.bin'], weights: [] }],
});
const limits = { files: 2, bytes: 100 };

test('models come with the arrays that they are given, and what cannot be had is told of the model that lacks it', async t => {
  const folder = await temporaryFolder(t);
  const files = {
    ...{ 'ml/a/model.json': json, 'ml/a/w.bin': 'weights', 'ml/words.npy': 'words', 'ml/own.npy': 'own' },
    ...{ 'ml/large.npy': 'x'.repeat(101), 'ml/broken/model.json': json, 'ml/dvc.onnx.dvc': 'outs:' },
    ...{ 'dvc.lock': `stages: { t: { outs: [{ path: ml/locked.onnx, hash: md5, md5: ${'a'.repeat(32)} }] } }` },
  };
  const raw = parseConfig(
    JSON.stringify({
      inputs: { words: 'words.npy', meta: 0, step: 'made-by-a-step.npy' },
      models: [
        { name: 'a', path: 'a' },
        { name: 'far', path: 'https://a.example/m.onnx', sha256: '0'.repeat(64), inputs: { own: 'own.npy' } },
        { name: 'large', path: 'a', inputs: { words: 'large.npy' } },
        ...['broken', 'none', 'dvc.onnx', 'locked.onnx'].map(path => ({ name: path, path })),
      ],
    }),
    'camdrift.yml',
  );
  const troubles = await copyModels(commitOf(files), raw, path => `ml/${path}`, folder, limits);
  assert.deepEqual([...troubles.keys()].sort(), ['broken', 'dvc.onnx', 'large', 'locked.onnx', 'none']);
  assert.match(
    troubles.get('dvc.onnx')!.message,
    /Git does not hold ml\/dvc\.onnx at commit ccccccc, only its DVC pointer\./,
  );
  assert.match(
    troubles.get('locked.onnx')!.message,
    /ml\/locked\.onnx at commit ccccccc, only its DVC pointer in dvc\.lock\.$/,
  );
  assert.match(troubles.get('none')!.message, /Git does not hold ml\/none at commit ccccccc\./);
  for (const name of ['ml/a/model.json', 'ml/a/w.bin', 'ml/words.npy', 'ml/own.npy'] as const)
    assert.equal(await readFile(join(folder, name), 'utf8'), files[name], name);
});

test('a model in a submodule that cannot be read says what to do where nothing is checked out', async t => {
  const folder = await temporaryFolder(t);
  const at = commitOf({});
  const locate = async () => ({ kind: 'submodule' as const, path: 'models', commit: '5'.repeat(40), rest: 'a.onnx' });
  const raw = parseConfig(JSON.stringify({ models: [{ name: 'a', path: 'models/a.onnx' }] }), 'camdrift.yml');
  const troubles = await copyModels({ ...at, locate }, raw, path => path, folder, limits);
  const { code, message, remedy } = troubles.get('a')!;
  assert.equal(code, 'model-untracked');
  assert.match(message, /^models\/a\.onnx at commit ccccccc lies in the submodule models, which cannot be read\.$/);
  assert.match(remedy, /`github-token` that reads the submodule.*pull request of this repository/);
  assert.doesNotMatch(remedy, /actions\/checkout/);
});
