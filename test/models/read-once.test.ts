import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { cached } from '../../src/map-cache/cached.ts';
import type { MapRequest } from '../../src/maps/request.ts';
import { modelDigest } from '../../src/models/index.ts';
import { writeOnnx, writeOnnxExternal } from '../support/onnx-model.ts';
import { audited, engine } from '../support/shards.ts';
import { temporaryFolder, writeFusedGraph, writePlainGraph } from '../support/tfjs-model.ts';
import { project } from '../support/workspace.ts';

/** Bytes beside which all else that a test reads is little. */
const large = 24 * 2 ** 20;
const onLinux = { skip: process.platform !== 'linux' && 'what a process reads is told by /proc' };

/** Bytes that this process has read so far, in all of its threads. */
const readSoFar = async () => Number(/^rchar: (\d+)$/m.exec(await readFile('/proc/self/io', 'utf8'))![1]);

/** How often a large file was read while something was done. */
async function timesRead(work: () => Promise<unknown>): Promise<number> {
  const before = await readSoFar();
  await work();
  return ((await readSoFar()) - before) / large;
}

/** A field that no ONNX model has, of that many bytes. */
function unknownField(bytes: number): Buffer {
  const length = [bytes & 127, (bytes >> 7) & 127, (bytes >> 14) & 127, bytes >> 21];
  return Buffer.concat([
    Buffer.from([0xa2, 0x06, ...length.map((each, at) => (at < 3 ? each | 128 : each))]),
    Buffer.alloc(bytes),
  ]);
}

async function padded(path: string, padding: Buffer): Promise<string> {
  await writeFile(path, Buffer.concat([await readFile(path), padding]));
  return path;
}

async function withUnusedWeight(folder: string): Promise<string> {
  const path = join(folder, 'model.json');
  const model = JSON.parse(await readFile(path, 'utf8'));
  const [{ paths, weights }] = model.weightsManifest;
  weights.push({ name: 'unused', shape: [large / 4], dtype: 'float32' });
  await writeFile(path, JSON.stringify(model));
  await padded(join(folder, paths.at(-1)), Buffer.alloc(large));
  return path;
}

/** Large models of small networks. */
const models: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  onnx: async folder => padded(await writeOnnx(folder), unknownField(large)),
  'keras-h5': async folder => {
    await copyFile(join(import.meta.dirname, '../../fixtures/keras/keras2.h5'), join(folder, 'model.h5'));
    return padded(join(folder, 'model.h5'), Buffer.alloc(large));
  },
  'tfjs-graph': async folder => withUnusedWeight(await writePlainGraph(folder)),
};

const request = (path: string): MapRequest => ({
  ...{ path, load: {}, layer: 'auto', methods: ['grad-cam'], score: 'logit', fit: 'fill', sketch: false, digest: true },
  preprocess: { scale: 1, mean: [], std: [], order: 'rgb' },
  pixels: { orientation: 'ignore', colour: 'as-stored', resample: 'bilinear', antialias: true },
});

const digestOf = async (path: string) => (await engine.maps(request(path), () => [])).digest;

describe('a model’s file is read once', () => {
  for (const [format, write] of Object.entries(models))
    it(`to explain by it and to tell its digest: ${format}`, onLinux, async t => {
      const path = await write(await temporaryFolder(t));
      let found: string | undefined;
      const times = await timesRead(async () => {
        found = await digestOf(path);
      });
      assert.ok(times >= 1 && times < 1.2, `${times} times`);
      const again = await timesRead(async () => assert.equal(await modelDigest(path), found));
      assert.ok(again >= 1 && again < 1.2, 'it cannot be told without reading all of it');
    });

  for (const [format, write] of Object.entries(models))
    it(`to tell its layers: ${format}`, onLinux, async t => {
      const path = await write(await temporaryFolder(t));
      const times = await timesRead(() => engine.layers(path, {}));
      assert.ok(times >= 1 && times < 1.2, `${times} times`);
    });

  it('in an audit, of each side', onLinux, async t => {
    const workspace = await largeProject(t);
    const times = await timesRead(() => audited(workspace, engine));
    assert.ok(times >= 2 && times < 2.4, `${times} times`);
  });

  it(
    'and once more where a map cache must know it before it is loaded; in a full one it is not loaded',
    onLinux,
    async t => {
      const workspace = await largeProject(t);
      const by = () => cached(engine, { folder: workspace.path('cache'), scopes: ['own'] }, () => {});
      const [cold, full] = [
        await timesRead(() => audited(workspace, by())),
        await timesRead(() => audited(workspace, by())),
      ];
      assert.ok(cold >= 4 && cold < 4.4, `${cold} times`);
      assert.ok(full >= 2 && full < 2.4, `${full} times`);
    },
  );
});

/** Two large models, and no checks, for which one would be loaded. */
async function largeProject(t: TestContext) {
  const workspace = await project(t, { after: { noise: 0.01 }, config: { checks: 'none' } });
  for (const side of ['before', 'after']) await withUnusedWeight(workspace.path(`models/${side}`));
  return workspace;
}

describe('the digest of what was loaded is that of the files', () => {
  const more: typeof models = {
    ...{ 'onnx in parts': writeOnnxExternal, 'tfjs-graph, fused': writeFusedGraph },
    'JSON with carriage returns': async folder => {
      const path = join(await writePlainGraph(folder), 'model.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('{', '{\r\n'));
      return folder;
    },
    'saved-model': async () => join(import.meta.dirname, '../../fixtures/saved-model'),
    'keras-zip': async () => join(import.meta.dirname, '../../fixtures/keras/keras2.keras'),
  };
  for (const [format, write] of Object.entries(more))
    it(format, async t => {
      const path = await write(await temporaryFolder(t));
      assert.equal(await digestOf(path), await modelDigest(path));
    });

  it('and none is made where nobody asks', async t => {
    const path = await writeOnnx(await temporaryFolder(t));
    assert.equal('digest' in (await engine.maps({ ...request(path), digest: false }, () => [])), false);
  });
});
