import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { CamdriftError } from '../../src/errors.ts';
import { readModelJson, readWeights, shardPaths } from '../../src/models/_tfjs-files.ts';
import { loadModel, modelDigest } from '../../src/models/index.ts';
import { type TinyModel, writeModel } from '../support/models.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const written = async (t: TestContext, options: TinyModel = {}) => writeModel(await temporaryFolder(t), options);

interface Json {
  weightsManifest: { paths: unknown; weights: unknown }[];
}

/** The tiny model with another model.json; `change` alters it, or gives another one. */
async function changed(t: TestContext, change: (json: Json) => unknown): Promise<string> {
  const path = await written(t);
  const json: Json = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(change(json)));
  return path;
}

const manifest = (json: Json, group: object) => ({
  ...json,
  weightsManifest: [{ ...json.weightsManifest[0], ...group }],
});

const refused = (path: string, code: string, message: RegExp) =>
  assert.rejects(loadModel(path, engine, {}), { name: 'CamdriftError', code, message });

describe('model.json', () => {
  test('that is not there, not JSON, or not a model is unreadable', async t => {
    const folder = await temporaryFolder(t);
    await refused(join(folder, 'none.json'), 'model-unreadable', /no model at .*none\.json/);
    await writeFile(join(folder, 'model.json'), '{"format": "layers-model", ');
    await refused(folder, 'model-unreadable', /is not JSON/);
    await writeFile(join(folder, 'model.json'), '{"format": "layers-model"}');
    await refused(folder, 'model-unreadable', /expected "modelTopology" and "weightsManifest"/);
    await writeFile(join(folder, 'model.json'), '{"something": "else"}');
    await refused(folder, 'model-unreadable', /of no known model format \(.*tfjs-graph, tfjs-layers/);
  });

  test('with a manifest of another shape is unreadable, not an internal error', async t => {
    const manifests: unknown[] = [
      {},
      null,
      [null],
      [{ paths: 'weights.bin', weights: [] }],
      [{ paths: [1], weights: [] }],
      [{ paths: [] }],
    ];
    for (const weightsManifest of manifests)
      await refused(await changed(t, json => ({ ...json, weightsManifest })), 'model-unreadable', /weightsManifest/);
    for (const json of [null, [], 3, 'text'])
      await assert.rejects(readModelJson(await changed(t, () => json)), { code: 'model-unreadable' });
  });

  test('with entries of weights that are not entries is unreadable too', async t => {
    for (const weights of [
      [null],
      [{ name: 'conv/kernel' }],
      [{ name: 'conv/kernel', dtype: 'float32', shape: 'wide' }],
    ]) {
      const path = await changed(t, json => manifest(json, { weights }));
      await assert.rejects(loadModel(path, engine, {}), CamdriftError);
    }
  });

  test('that is a Git LFS pointer is named as one, and so is a shard', async t => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    const path = await written(t);
    await writeFile(join(path, '../group1-shard1of1.bin'), pointer);
    await refused(path, 'model-lfs-pointer', /shard1of1\.bin is a Git LFS pointer/);
    await writeFile(path, pointer);
    await refused(path, 'model-lfs-pointer', /model\.json is a Git LFS pointer/);
  });
});

describe('weights', () => {
  test('that are missing or too short say which file, and how many bytes were expected', async t => {
    const path = await written(t);
    await truncate(join(path, '../group1-shard1of1.bin'), 100);
    await refused(path, 'model-unreadable', /group1-shard1of1\.bin.*expected 384 bytes, got 100 \(truncated\)/);
    const other = await changed(t, json => manifest(json, { paths: ['gone.bin'] }));
    await refused(other, 'model-unreadable', /no file .*gone\.bin/);
  });

  test('of a size that was not declared are told before they are read, and so is a shard that is named twice', async t => {
    const path = await written(t);
    await truncate(join(path, '../group1-shard1of1.bin'), 2 ** 31);
    const before = process.memoryUsage().rss;
    await refused(path, 'model-unreadable', /expected 384 bytes, got 2147483648/);
    const declared = [{ name: 'conv/kernel', shape: [2 ** 31, 2 ** 31, 2 ** 31], dtype: 'float32' }];
    await refused(await changed(t, json => manifest(json, { weights: declared })), 'model-unreadable', /do not fit/);
    for (const count of [2, 20_000]) {
      const paths = Array.from({ length: count }, () => 'group1-shard1of1.bin');
      await refused(await changed(t, json => manifest(json, { paths })), 'model-unreadable', /shard1of1\.bin" twice/);
    }
    assert.ok(process.memoryUsage().rss - before < 300e6, 'in little memory');
  });

  test('of one name are told, and texts among them are passed by', async t => {
    const twice = await changed(t, json => ({
      ...json,
      weightsManifest: [
        json.weightsManifest[0],
        { paths: [], weights: [] },
        { paths: ['more.bin'], weights: [{ name: 'conv/bias', shape: [1], dtype: 'float32' }] },
      ],
    }));
    await writeFile(join(twice, '../more.bin'), new Uint8Array(4));
    await refused(twice, 'model-unreadable', /names the weight `conv\/bias` twice/);
    const texts = await changed(t, json => ({
      ...json,
      weightsManifest: [
        json.weightsManifest[0],
        { paths: ['text.bin'], weights: [{ name: 'text', shape: [2], dtype: 'string' }] },
      ],
    }));
    await writeFile(join(texts, '../text.bin'), Uint8Array.of(2, 0, 0, 0, 65, 66, 0, 0, 0, 0));
    using model = await loadModel(texts, engine, {});
    assert.equal(model.format, 'tfjs-layers');
    await writeFile(join(texts, '../text.bin'), Uint8Array.of(255, 255, 255, 255, 65));
    await refused(texts, 'model-unreadable', /texts of `text` .* are cut off/);
  });

  test('in a shard outside the folder are refused, also through a symbolic link', async t => {
    for (const shard of ['../outside.bin', '/etc/passwd', 'a/../../outside.bin']) {
      const path = await changed(t, json => manifest(json, { paths: [shard] }));
      if (shard.startsWith('/')) await assert.rejects(loadModel(path, engine, {}), CamdriftError);
      else await refused(path, 'path-outside', /leaves the folder/);
    }
    const outside = join(await temporaryFolder(t), 'weights.bin');
    await writeFile(outside, new Uint8Array(384));
    const path = await changed(t, json => manifest(json, { paths: ['link.bin'] }));
    await symlink(outside, join(path, '../link.bin'));
    await refused(path, 'path-outside', /"link\.bin"/);
  });

  test('that are NaN or infinite are found by name, plain and as halves', async t => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const alter: TinyModel['alter'] = weights => {
        weights['scores/kernel']!.data[4] = value;
      };
      await refused(await written(t, { alter }), 'model-numbers', /`scores\/kernel`.* NaN or infinite/);
    }
    const path = await written(t, { store: 'float16' });
    const shard = join(path, '../group1-shard1of1.bin');
    const bytes = await readFile(shard);
    bytes.writeUInt16LE(0x7e00, 2);
    await writeFile(shard, bytes);
    await refused(path, 'model-numbers', /`conv\/kernel`/);
  });

  test('that were quantised, or lie in shards, are those of the plain file to the rounding', async t => {
    const image = Float32Array.from({ length: 16 * 16 * 3 }, (_, at) => (at % 7) / 7);
    const logits = async (options: TinyModel) => {
      using model = await loadModel(await written(t, { noise: 0.05, ...options }), engine, {});
      return model.explain([image], { layer: 'conv', classes: [0], score: 'logit' })[0]!.logits;
    };
    const plain = await logits({});
    const off = (other: Float32Array) => Math.max(...other.map((value, at) => Math.abs(value - plain[at]!)));
    assert.equal(off(await logits({ shards: 2 })), 0);
    const [half, byte] = [off(await logits({ store: 'float16' })), off(await logits({ store: 'uint8' }))];
    assert.ok(half > 0 && half < 0.05, `float16: ${half}`);
    assert.ok(byte > half && byte < 1, `uint8: ${byte}`);
  });

  test('lie where the manifest says, in its order', async t => {
    const path = await written(t, { shards: 2 });
    const json = await readModelJson(path);
    const names = ['group1-shard1of2.bin', 'group1-shard2of2.bin'];
    assert.deepEqual(
      await shardPaths(path, json),
      names.map(name => join(path, '..', name)),
    );
    const weights = await readWeights(path, json, {});
    const bytes = await Promise.all(names.map(name => readFile(join(path, '..', name))));
    const read = [...weights.values()].map(({ values }) => Buffer.from(values().buffer));
    assert.deepEqual(Buffer.concat(read), Buffer.concat(bytes));
    assert.deepEqual([...weights.keys()], ['conv/kernel', 'conv/bias', 'scores/kernel', 'scores/bias']);
  });
});

test('a layer that is not read is named', async t => {
  const alter: TinyModel['alter'] = (_, topology) => {
    topology.config.layers[1]!.class_name = 'LSTM';
  };
  await refused(
    await written(t, { alter }),
    'model-unsupported',
    /`pool` is of class `LSTM`, which camdrift does not read/,
  );
});

test('the digest is that of the sorted list that sha256sum prints, and the same for a folder and its model.json', async t => {
  const folder = dirname(await written(t, { shards: 2 }));
  const shell = 'sha256sum *.bin *.json | LC_ALL=C sort -k 2 | sha256sum';
  const expected = execFileSync('sh', ['-c', shell], { cwd: folder, encoding: 'utf8' }).slice(0, 64);
  assert.equal(await modelDigest(folder), expected);
  assert.equal(await modelDigest(join(folder, 'model.json')), expected);
});

test('a Git LFS pointer counts as the file that it stands for, so a checkout without LFS has the same digest', async t => {
  const folder = dirname(await written(t, { shards: 2 }));
  const expected = await modelDigest(folder);
  const shard = join(folder, 'group1-shard2of2.bin');
  const bytes = await readFile(shard);
  const oid = createHash('sha256').update(bytes).digest('hex');
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`;
  await writeFile(shard, pointer);
  assert.equal(await modelDigest(folder), expected);
  await writeFile(shard, `${pointer}and more`);
  assert.notEqual(await modelDigest(folder), expected);
});
