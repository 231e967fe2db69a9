import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeOnnxExternal } from '../support/onnx-model.ts';
import { configText, type Files, filesBelow, scene } from '../support/scene.ts';
import { picture, tiny } from '../support/tiny-network.ts';
import { npy } from '../support/workspace-npy.ts';

const shape = [tiny.height, tiny.width, tiny.channels];

async function onnxFiles(t: TestContext): Promise<Record<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-onnx-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeOnnxExternal(folder);
  return filesBelow(folder);
}

/** Every weight a little larger. */
function scaled(bytes: Uint8Array): Uint8Array {
  const values = new Float32Array(new Uint8Array(bytes).buffer);
  return new Uint8Array(values.map(value => value * 1.01).buffer);
}

test('a pull request that changes only them is audited, against both files of the base branch', async t => {
  const { 'model.onnx': model, 'weights.bin': weights, ...others } = await onnxFiles(t);
  assert.deepEqual(Object.keys(others), []);
  const config = { models: [{ name: 'net', path: 'models/net/model.onnx' }] };
  const before: Files = {
    'models/net/model.onnx': model!,
    'models/net/weights.bin': weights!,
    ...Object.fromEntries([1, 2].map(seed => [`images/${seed}.npy`, npy(shape, picture(seed))])),
    'camdrift.yml': configText([], config),
  };
  const { run, comments, github } = await scene(t, { before, after: { 'models/net/weights.bin': scaled(weights!) } });
  const { code, stdout, results } = await run();
  assert.equal(code, 0, stdout);
  const [net] = results!.models;
  assert.deepEqual([net?.baseline?.source, net?.candidate?.model.format], ['recomputed', 'onnx']);
  assert.notEqual(net?.baseline?.model.digest, net?.candidate?.model.digest);
  assert.equal(comments().length, 1);
  assert.equal(github.exchanges.filter(({ path }) => path.includes('/git/blobs/')).length, 2);
});
