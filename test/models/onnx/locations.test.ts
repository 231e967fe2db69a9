import assert from 'node:assert/strict';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { onnxFiles } from '../../../src/models/onnx/load.ts';
import { locationsIn } from '../../../src/models/onnx/locations.ts';
import { externalLocations, readOnnx } from '../../../src/models/onnx/read-model.ts';
import { problem } from '../../support/images.ts';
import { floats, node, onnxBytes, type Tensor, value, writeOnnxExternal } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';

const elsewhere = (name: string, location: string): Tensor => ({
  name,
  dims: [2n],
  dataType: 1,
  dataLocation: 1,
  externalData: [
    { key: 'offset', value: '0' },
    { key: 'location', value: location },
  ],
});

/** A model of more than a megabyte, two of whose weights lie in files of their own. */
const large = (weights: readonly Tensor[]): Uint8Array =>
  onnxBytes({
    node: [node('Add', ['input', 'here'], ['output'], { big: { t: floats('', [3], [1, 2, 3]) } })],
    initializer: [floats('here', [400_000], new Float32Array(400_000).fill(0.1)), ...weights],
    input: [value('input', 1, 2)],
    output: [value('output', 1, 2)],
  });

test('what lies elsewhere is found without the weights, as in the whole file', async t => {
  const folder = await temporaryFolder(t);
  const path = join(folder, 'model.onnx');
  for (const weights of [
    [],
    [elsewhere('a', 'a.bin')],
    [elsewhere('a', 'weights/b.bin'), elsewhere('b', 'ä.bin'), elsewhere('c', 'ä.bin')],
    [{ ...elsewhere('a', 'a.bin'), dataLocation: 0 }],
  ]) {
    await writeFile(path, large(weights));
    assert.deepEqual(await locationsIn(path), externalLocations((await readOnnx(path)).graph));
  }
  const small = await writeOnnxExternal(folder);
  assert.deepEqual(await locationsIn(small), externalLocations((await readOnnx(small)).graph));
  assert.equal((await locationsIn(small))!.size, 1);
});

test('the files of a large model are those, each within its folder', async t => {
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, large([elsewhere('a', 'a.bin')]));
  assert.deepEqual(await onnxFiles(path), [path, join(path, '../a.bin')]);
  await writeFile(path, large([elsewhere('a', '../../a.bin')]));
  await assert.rejects(onnxFiles(path), problem('path-outside', /a\.bin/));
});

test('what is no such message is read as a whole, which says what is wrong', async t => {
  const path = join(await temporaryFolder(t), 'model.onnx');
  const bytes = large([elsewhere('a', 'a.bin')]);
  await writeFile(path, bytes);
  await truncate(path, bytes.length - 9);
  assert.equal(await locationsIn(path), undefined);
  await assert.rejects(onnxFiles(path), problem('model-unreadable', /cannot be read as an ONNX model/));
  // Within the graph the length of a tensor that is longer than what holds it.
  const broken = Buffer.from(bytes);
  const at = broken.indexOf(Buffer.from('a.bin')) - 1;
  broken[at] = 120;
  await writeFile(path, broken);
  assert.equal(await locationsIn(path), undefined);
  await writeFile(path, large([elsewhere('a', 'a'.repeat(2 ** 15))]));
  assert.equal(await locationsIn(path), undefined, 'a name that no file has');
  assert.equal((await readFile(path)).length > 2 ** 20, true);
});
