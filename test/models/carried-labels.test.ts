import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { loadModel, modelDigest } from '../../src/models/index.ts';
import { writeModel } from '../support/models.ts';
import { writeOnnxMetadata } from '../support/onnx-model.ts';
import { temporaryFolder, writePlainGraph } from '../support/tfjs-model.ts';
import '../support/stalls.ts';

const engine = await wasmEngine();

async function labels(path: string): Promise<readonly string[] | undefined> {
  using model = await loadModel(path, engine, {});
  return model.labels;
}

/** The names found in an ONNX file of three classes with that metadata. */
const inOnnx = async (t: TestContext, metadata: Readonly<Record<string, string>>) =>
  labels(await writeOnnxMetadata(await temporaryFolder(t), metadata));

const abc = ['a', 'b', 'c'];

test('ONNX: lists, mappings and separated texts under the known keys', async t => {
  const forms = {
    'names as Ultralytics writes them': { names: `{0: 'a', 1: "b", 2: 'c'}` },
    'a mapping in another order': { id2label: '{"2": "c", "0": "a", "1": "b"}' },
    'a list': { classes: '["a", "b", "c"]' },
    'a list as Python prints it': { class_names: `['a', "b", 'c']` },
    'between commas': { labels: 'a, b,c' },
    'between line breaks': { labels: 'a\r\nb\nc\n' },
    'the first that fits': { names: '["one"]', labels: '["a", "b", "c"]' },
  };
  for (const [form, metadata] of Object.entries(forms)) assert.deepEqual(await inOnnx(t, metadata), abc, form);
  assert.deepEqual(await inOnnx(t, { names: `{0: 'it\\'s', 1: "\\"q\\"", 2: "l'eau, [x]"}` }), [
    "it's",
    '"q"',
    "l'eau, [x]",
  ]);
  assert.deepEqual(await inOnnx(t, { labels: 'a, x\nb\nc' }), ['a, x', 'b', 'c']);
});

test('anything that is not exactly one name per class is passed by', async t => {
  const long = 'x'.repeat(201);
  const texts = {
    'too few': '["a", "b"]',
    'too many': 'a,b,c,d',
    'an index left out': '{"0": "a", "1": "b", "3": "c"}',
    'an index twice': `{0: 'a', 0: 'b', 2: 'c'}`,
    'no index': `{'a', 'b', 'c'}`,
    numbers: '[1, 2, 3]',
    'an empty name': '["a", "", "c"]',
    'a name too long': JSON.stringify(['a', 'b', long]),
    'a control character': '["a", "b", "c\\u001b[31m"]',
    'a line break': '["a", "b", "c\\nd"]',
    'half a pair': '["a", "b", "\\ud800"]',
    'another escape': `['a', 'b', '\\x41']`,
    'something behind it': `['a', 'b', 'c'] + x`,
    code: `[__import__('os'), 'b', 'c']`,
    'other brackets': `{0: 'a', 1: 'b', 2: 'c']`,
    'a mapping by name': '{"a": 0, "b": 1, "c": 2}',
    nothing: '',
  };
  for (const [title, names] of Object.entries(texts)) assert.equal(await inOnnx(t, { names }), undefined, title);
  assert.equal(await inOnnx(t, { other: '["a", "b", "c"]' }), undefined, 'another key');
  assert.equal((await inOnnx(t, { names: JSON.stringify(['a', 'b', long.slice(1)]) }))?.length, 3, 'as long as may be');
});

test('a long text that is almost a list has an end', async t => {
  assert.equal(await inOnnx(t, { names: `[${`'${'\\"'.repeat(5)}', `.repeat(100_000)}` }), undefined);
});

test('TensorFlow.js: userDefinedMetadata, then the metadata.json of Teachable Machine', async t => {
  const folder = await temporaryFolder(t);
  const beside = (text: string) => writeFile(join(folder, 'metadata.json'), text);
  const plain = await writeModel(folder);
  assert.equal(await labels(plain), undefined);
  const digest = await modelDigest(plain);
  await beside('{"tfjsVersion": "1.3.1", "labels": ["a", "b", "c"], "imageSize": 224}');
  assert.deepEqual(await labels(plain), abc);
  assert.equal(await modelDigest(plain), digest, 'names decide no map');
  for (const text of ['{"labels": ["a", "b"]}', '{"labels": ', '[]', 'null', '{"labels": {"length": 3}}']) {
    await beside(text);
    assert.equal(await labels(plain), undefined, text);
  }
  await beside('{"labels": ["x", "y", "z"]}');
  assert.deepEqual(await labels(await writeModel(folder, { metadata: { labels: abc } })), abc);
});

test('a graph model of TensorFlow.js carries names, too', async t => {
  const path = await writePlainGraph(await temporaryFolder(t));
  await writeFile(join(path.endsWith('.json') ? dirname(path) : path, 'metadata.json'), '{"labels": ["a", "b", "c"]}');
  assert.deepEqual(await labels(path), abc);
});

test('a metadata.json that leads out of the folder, or is none, is not read', async t => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'secret.json'), '{"labels": ["a", "b", "c"]}');
  const path = await writeModel(join(folder, 'model'));
  await symlink('../secret.json', join(folder, 'model/metadata.json'));
  assert.equal(await labels(path), undefined);
  await mkdir(join(folder, 'other/metadata.json'), { recursive: true });
  assert.equal(await labels(await writeModel(join(folder, 'other'))), undefined);
});
