import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig, writtenConfig } from '../../src/config/read.ts';
import type { WrittenConfig } from '../../src/config/schema.ts';
import { withEscaped } from '../../src/events/_escaped-models.ts';
import { commitOf } from './_commit.ts';

const config = (models: Record<string, string>, more: object = {}): WrittenConfig =>
  ({ models: Object.entries(models).map(([name, path]) => ({ name, path, ...more })), layer: 'conv' }) as WrittenConfig;

/** The models that are judged beside those of the change's configuration: names, paths and layers. */
async function escaped(
  after: WrittenConfig,
  head: Readonly<Record<string, string>>,
  before = config({ tiny: 'm/tiny' }, { truth: 'folder' }),
  base: Readonly<Record<string, string>> = { 'm/tiny/model.json': '1', 'm/tiny/w.bin': 'w' },
) {
  const sides = { head: commitOf(head), base: commitOf(base) };
  const found = await withEscaped(after, before, sides, path => path);
  const kept = found?.models.slice(after.models.length) ?? [];
  return kept.map(({ name, path, layer, truth }) => [name, path, layer, truth].join());
}
const good = { 'm/tiny/model.json': '1', 'm/tiny/w.bin': 'w' };
const bad = { ...good, 'm/tiny/w.bin': 'bad' };

test('a model that leaves the configuration while its files stay is judged, by the settings that it had', async () => {
  const other = config({ other: 'm/other' });
  assert.deepEqual(await escaped(other, bad), ['tiny,m/tiny,conv,folder']);
  assert.deepEqual(await escaped(other, {}), [], 'its files have gone with it');
  assert.deepEqual(await escaped(config({ renamed: 'm/tiny' }), bad), [], 'another name for the same place');
  assert.deepEqual(await escaped(config({ tiny: 'm/tiny' }), bad), []);
  assert.deepEqual(
    await escaped(other, bad, config({ tiny: 'https://a.example/m.onnx' }, { sha256: '0'.repeat(64) })),
    [],
  );
});

test('a model that the configuration points to a decoy is judged where it was, if it is another there', async () => {
  const decoy = config({ tiny: 'm/decoy' });
  assert.deepEqual(await escaped(decoy, bad), ['tiny-at-its-old-path,m/tiny,conv,folder']);
  assert.deepEqual(await escaped(decoy, good), [], 'version 2 beside version 1');
  assert.deepEqual(await escaped(decoy, { ...good, 'm/tiny/notes.md': 'new' }), []);
  assert.deepEqual(await escaped(decoy, { 'm/decoy/model.json': '1' }), [], 'it has moved');
  assert.deepEqual(await escaped(decoy, { 'm/tiny/w.bin': 'w', 'm/tiny/model.json': '2' }), [
    'tiny-at-its-old-path,m/tiny,conv,folder',
  ]);
});

test('a file among others: its neighbours may be its weights, in the repository’s own folder those of its name', async () => {
  const decoy = config({ tiny: 'decoy.onnx' });
  const at = (path: string, head: object, base: object) =>
    escaped(decoy, head as never, config({ tiny: path }), base as never);
  const inFolder = { 'm/a.onnx': '1', 'm/weights.bin': 'w' };
  assert.deepEqual(await at('m/a.onnx', { ...inFolder, 'm/b.onnx': '2' }, inFolder), []);
  assert.equal((await at('m/a.onnx', { ...inFolder, 'm/weights.bin': 'bad' }, inFolder)).length, 1);
  const atTop = { 'a.onnx': '1', 'a.onnx.data': 'w', 'README.md': 'r' };
  assert.deepEqual(await at('a.onnx', { ...atTop, 'README.md': 'other' }, atTop), []);
  assert.equal((await at('a.onnx', { ...atTop, 'a.onnx.data': 'bad' }, atTop)).length, 1);
  const below = { ...atTop, 'a/b.bin': '1' };
  assert.deepEqual(await at('a.onnx', { ...below, 'a/b.bin': '2' }, below), [], 'a folder of a like name');
});

test('no name of the change’s own stands in its way', async () => {
  const taken = { tiny: 'm/decoy', 'tiny-at-its-old-path': 'x', 'tiny-at-its-old-path-2': 'y' };
  assert.deepEqual(await escaped(config(taken), bad), ['tiny-at-its-old-path-3,m/tiny,conv,folder']);
});

test('what each configuration says for all its models is said of its own, and all can be read again', async () => {
  const yaml = `
    out: results
    run-timeout: 60
    size: 8x8
    regions: [{ name: object, from: masks, rules: ['inside >= 0.5'] }]
    probes: [{ mark: logo.png, size: 0.2 }]
    preprocess: { mean: 1 }
    fixtures: [a.png]
    models: [{ name: tiny, path: m/tiny, layer: [a, b] }]`;
  const before = writtenConfig(yaml, 'camdrift.yml');
  const after = {
    ...before,
    out: 'other',
    thresholds: { 'attention-shift': 1 },
    models: [{ name: 'new', path: 'm/new' }],
  };
  const sides = { head: commitOf(bad), base: commitOf(good) };
  const joined = (await withEscaped(after, before, sides, path => path))!;
  const { models, ...shared } = parseConfig(JSON.stringify(joined), 'camdrift.yml');
  assert.deepEqual(shared, { out: 'other', 'run-timeout': 60 });
  assert.deepEqual(
    models.map(({ name, thresholds }) => [name, thresholds]),
    [
      ['new', after.thresholds],
      ['tiny.a', undefined],
      ['tiny.b', undefined],
    ],
  );
  const [first] = parseConfig(yaml, 'camdrift.yml').models;
  const { size, regions, probes, preprocess, fixtures } = parseConfig(yaml, 'camdrift.yml');
  assert.deepEqual(models[1], { ...first, size, regions, probes, preprocess, fixtures });
});

test('a layer that the change leaves out is explained all the same, whatever the model is called now', async () => {
  const layers = async (before: unknown, after: unknown, name = 'tiny') => {
    const [was, is] = [config({ tiny: 'm/tiny' }, { layer: before }), config({ [name]: './m/tiny' }, after as object)];
    const sides = { head: commitOf(good), base: commitOf(good) };
    const found = await withEscaped(is, was, sides, path => path.replace('./', ''));
    return found?.models.map(({ layer }) => layer);
  };
  assert.deepEqual(await layers(['a', 'b'], { layer: 'a' }), [['a', 'b']]);
  assert.deepEqual(await layers(['a', 'b'], { layer: ['a', 'c'] }, 'other'), [['a', 'b']]);
  assert.deepEqual(await layers(['a', 'b'], {}), [['a', 'b']], 'the one for all is another one');
  assert.equal(await layers(['a', 'b'], { layer: ['b', 'a', 'c'] }), undefined, 'more than before');
  assert.equal(await layers('a', { layer: 'b' }), undefined, 'a single one is the branch’s in any case');
});
