import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { believing, modelServer, sha256 } from '../support/elsewhere.ts';
import { holding, httpsServer } from '../support/https-server.ts';
import { writeOnnx } from '../support/onnx-model.ts';
import { retrained, shortcut } from '../support/scene.ts';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

const here = ['--allow-host', '127.0.0.1', '--cache', 'downloads'];

test('audit: an honest retrain passes and a shortcut fails, each fetched once', async t => {
  const { server, at } = await modelServer(t, { retrained, shortcut });
  for (const [name, code] of [
    ['retrained', 0],
    ['shortcut', 1],
  ] as const) {
    const workspace = await project(t, { config: { models: [{ name: 'tiny', ...at(name) }] } });
    const first = await workspace.runWith(believing, 'audit', ...here);
    assertEnded(first, { code, err: [`fetching https://127.0.0.1:${server.port}/${name}/model.json`] });
    const { path, candidate } = await onlyModel(workspace);
    assert.equal(path, `https://127.0.0.1:${server.port}/${name}/model.json`);
    assert.equal(candidate?.model.path, path);
    const asked = server.asked.length;
    const again = await workspace.runWith(believing, 'audit', ...here);
    assertEnded(again, { code });
    assert.equal(server.asked.length, asked);
    assert.doesNotMatch(again.stderr, /fetching/);
  }
});

test('baseline stores the maps of a model at an address, and says when the address has another', async t => {
  const { at } = await modelServer(t, { first: {}, shortcut });
  const workspace = await project(t, { before: false, config: { models: [{ name: 'tiny', ...at('first') }] } });
  assertEnded(await workspace.runWith(believing, 'baseline', ...here), { code: 0 });
  assertEnded(await workspace.runWith(believing, 'baseline', '--check', ...here), { code: 0 });
  const config = (await workspace.read('camdrift.yml')).replaceAll('/first/', '/shortcut/');
  const { sha256: digest, files } = at('shortcut');
  const [shard] = Object.entries(files);
  await workspace.write(
    'camdrift.yml',
    config
      .replace(/sha256: .*/, `sha256: ${digest}`)
      .replace(new RegExp(`${shard![0]}: .*`), `${shard![0]}: ${shard![1]}`),
  );
  assertEnded(await workspace.runWith(believing, 'baseline', '--check', ...here), {
    code: 2,
    err: ['the model has changed since'],
  });
  assertEnded(await workspace.runWith(believing, 'audit', ...here), { code: 1 });
});

test('map and layers take an address and its digest', async t => {
  const workspace = await project(t);
  const bytes = await readFile(await writeOnnx(workspace.root));
  const server = await httpsServer(t, holding({ '/a/m.onnx': bytes }));
  const model = ['--model', `${server.url('/a/m.onnx')}?signature=secret`, '--sha256', sha256(bytes), ...here];
  const layers = await workspace.runWith(believing, 'layers', ...model);
  assertEnded(layers, { code: 0, out: [`${server.url('/a/m.onnx')}: onnx`] });
  const npy = join(import.meta.dirname, '../support/none.npy');
  assertEnded(await workspace.runWith(believing, 'map', ...model, '--image', npy), { code: 4 });
  assert.equal(server.asked.length, 1);
  assert.doesNotMatch(layers.stdout + layers.stderr, /secret/);
});

test('what cannot be had is said, and nothing of it is kept', async t => {
  const { server, at } = await modelServer(t, { shortcut });
  const model = { name: 'tiny', ...at('shortcut') };
  const cases: [object, string[], number, RegExp][] = [
    [model, ['--cache', 'downloads'], 4, /127\.0\.0\.1 is not asked: it is not one of the public Internet/],
    [
      { ...model, sha256: sha256('another') },
      here,
      4,
      /not the file that is named: expected SHA-256 [0-9a-f]{64}, got/,
    ],
    [{ ...model, path: server.url('/none/model.json') }, here, 4, /answered with status 404/],
    [{ ...model, files: undefined }, here, 4, /does not name group1-shard1of1\.bin/],
    [{ ...model, 'token-env': 'HF_TOKEN' }, here, 4, /environment variable HF_TOKEN.* is not set/],
    [
      { ...model, path: 'http://127.0.0.1/model.json' },
      here,
      3,
      /models\[0\]\.path expected a path or an https address/,
    ],
    [{ ...model, path: 's3://bucket/model.json' }, here, 3, /expected a path or an https address/],
    [{ ...model, path: 'https://me:secret@127.0.0.1/m.onnx' }, here, 3, /has a password in it/],
    [{ ...model, sha256: undefined }, here, 3, /models\[0\]\.sha256 is required/],
    [
      { ...model, path: 'models/after' },
      here,
      3,
      /models\[0\]\.sha256 belongs to a model whose `path` is an https address/,
    ],
    [{ ...model, files: { '../a.bin': sha256('') } }, here, 3, /expected the name of a file beside the address/],
    [{ ...model, 'token-env': 'GITHUB_TOKEN' }, here, 3, /expected a variable of your own/],
  ];
  for (const [tiny, args, code, words] of cases) {
    const workspace = await project(t, { config: { models: [tiny] } });
    const ran = await workspace.runWith(believing, 'audit', ...args);
    assertEnded(ran, { code, err: [words] });
    assert.doesNotMatch(ran.stderr, /secret@/);
  }
});

test('a damaged file in the cache is fetched again, and a link in it is not followed', async t => {
  const { server, at } = await modelServer(t, { retrained });
  const workspace = await project(t, { config: { models: [{ name: 'tiny', ...at('retrained') }] } });
  assertEnded(await workspace.runWith(believing, 'audit', ...here), { code: 0 });
  const kept = Object.keys(await workspace.digests('downloads')).find(name => name.endsWith('.bin'))!;
  await writeFile(workspace.path(`downloads/${kept}`), 'other bytes');
  const asked = server.asked.length;
  assertEnded(await workspace.runWith(believing, 'audit', ...here), { code: 0 });
  assert.deepEqual(
    server.asked.slice(asked).map(({ path }) => path),
    ['/retrained/group1-shard1of1.bin'],
  );
});
