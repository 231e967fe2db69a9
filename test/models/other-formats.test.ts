import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { zipSync } from 'fflate';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { loadModel, modelFiles } from '../../src/models/index.ts';
import { writeOnnx } from '../support/onnx-model.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, new Uint8Array(9)])));
const text = (words: string) => Buffer.from(words, 'latin1');
const safetensors = text('\x28\0\0\0\0\0\0\0{"weight":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}\0\0\0\0');
const graph = text('\x0a\x15\x0a\x05image\x12\x0bPlaceholder');

/** As the tools write them: first bytes that tell, whatever the file is called. */
const told: readonly [bytes: Uint8Array, what: RegExp, remedy: RegExp][] = [
  [zip('model/data.pkl', 'model/version'), /a PyTorch file/, /torch\.onnx\.export\(/],
  [zip('net/byteorder', 'net/data/0'), /a PyTorch file/, /torch\.onnx\.export\(/],
  [zip('e/archive_format'), /a PyTorch file/, /torch\.onnx\.export\(/],
  [Buffer.from('80028a0a6cfc9c46f9206aa850192e8002', 'hex'), /a PyTorch file/, /torch\.onnx\.export\(/],
  [safetensors, /a safetensors file, which holds weights and no network/, /optimum-cli export onnx/],
  [text('\x1c\0\0\0TFL3\x14\0'), /a TensorFlow Lite file/, /python -m tf2onnx\.convert --tflite/],
  [text('\x08\x04\x12\x10\x0a\x0e\x0a\x05image'), /a Core ML model/, /converted from/],
  [graph, /a frozen TensorFlow graph/, /python -m tf2onnx\.convert --graphdef/],
  [text('\x18\0\0\0ORTM\0\0'), /a model in the form of ONNX Runtime alone/, /\.onnx file/],
  [text('\x80\x04\x95\x05\0\0\0\0\0\0\0}\x94.'), /a pickled Python object/, /torch\.onnx\.export\(/],
  [text('\x80\x03csklearn.svm\nSVC\n'), /a pickled Python object/, /torch\.onnx\.export\(/],
];

for (const [bytes, what, remedy] of told)
  test(`told by its content under any name: ${what.source}, ${bytes.length} bytes`, async t => {
    const folder = await temporaryFolder(t);
    for (const name of ['model.onnx', 'model.bin', 'model']) {
      await writeFile(join(folder, name), bytes);
      const expected = { code: 'model-unsupported', message: new RegExp(`${name} is ${what.source}`), remedy };
      await assert.rejects(loadModel(join(folder, name), engine, {}), expected);
      await assert.rejects(modelFiles(join(folder, name)), expected);
    }
  });

const named = {
  'model.pt': /PyTorch/, 'model.PTH': /PyTorch/, 'last.ckpt': /PyTorch/, 'model.safetensors': /safetensors/, 'model.tflite': /TensorFlow Lite/,
  'model.pkl': /pickled/, 'model.joblib': /pickled/, 'model.mlmodel': /Core ML/, 'frozen.pb': /frozen/, 'model.engine': /TensorRT/,
}; // biome-ignore format: one table

for (const [name, what] of Object.entries(named))
  test(`told by its name where its content says nothing: ${name}`, async t => {
    const path = join(await temporaryFolder(t), name);
    await writeFile(path, 'nothing that is known');
    await assert.rejects(loadModel(path, engine, {}), { code: 'model-unsupported', message: what });
  });

test('a folder of weights is named by what it holds', async t => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'config.json'), '{}');
  await writeFile(join(folder, 'model.safetensors'), safetensors);
  await assert.rejects(loadModel(folder, engine, {}), {
    code: 'model-unsupported',
    message: /model\.safetensors is a safetensors file/,
  });
  const packed = join(folder, 'net.mlpackage');
  await mkdir(packed);
  await assert.rejects(loadModel(packed, engine, {}), { message: /net\.mlpackage is a Core ML model/ });
});

test('a model that is read is read under such a name, too', async t => {
  const folder = await temporaryFolder(t);
  const { readFile } = await import('node:fs/promises');
  const bytes = await readFile(await writeOnnx(folder));
  await writeFile(join(folder, 'model.pt'), bytes);
  using model = await loadModel(join(folder, 'model.pt'), engine, {});
  assert.equal(model.format, 'onnx');
});
