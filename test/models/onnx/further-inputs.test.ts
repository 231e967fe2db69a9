import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { loadModel } from '../../../src/models/index.ts';
import type { LoadOptions } from '../../../src/models/model.ts';
import { floats, type GraphInit, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const [kernel, classes, image] = [filled(1, 1, [4, 3, 3, 3]), filled(2, 1, [6, 3]), filled(3, 1, [8, 8, 3])];

/** Features of the picture and two numbers beside it, joined and classified. */
const graph: GraphInit = {
  input: [value('meta', 'batch', 2), value('image', 'batch', 3, 8, 8)],
  output: [value('scores', 'batch', 3)],
  initializer: [floats('kernel', [4, 3, 3, 3], kernel.data), floats('classes', [6, 3], classes.data)],
  node: [
    node('Conv', ['image', 'kernel'], ['conv']),
    node('Relu', ['conv'], ['relu']),
    node('GlobalAveragePool', ['relu'], ['mean']),
    node('Flatten', ['mean'], ['flat']),
    node('Concat', ['flat', 'meta'], ['joined'], { axis: 1 }),
    node('MatMul', ['joined', 'classes'], ['scores']),
  ],
};

async function load(t: TestContext, inputs?: LoadOptions['inputs']) {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'model.onnx'), onnxBytes(graph));
  const model = await loadModel(join(folder, 'model.onnx'), engine, { inputs });
  t.after(() => model[Symbol.dispose]());
  return model;
}

function explained(model: Awaited<ReturnType<typeof load>>, images = [image.data]) {
  const { name: layer } = model.targetLayer('auto');
  return model.explain(images, { layer, classes: images.map(() => 1), score: 'logit' });
}

/** What the two numbers add to the scores. */
const added = (first: number, second: number) =>
  [0, 1, 2].map(at => first * classes.data[4 * 3 + at]! + second * classes.data[5 * 3 + at]!);

function npy(type: string, shape: string, bytes: Uint8Array): Uint8Array {
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape}), }`.padEnd(117);
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(`${header}\n`), bytes]);
}

test('the picture is told by its shape, and a number is given for all of another input', async t => {
  const [none, some] = [explained(await load(t, { meta: 0 })), explained(await load(t, { meta: 0.5 }))];
  for (const [at, value] of added(0.5, 0.5).entries())
    assert.ok(Math.abs(some[0]!.logits[at]! - none[0]!.logits[at]! - value) < 1e-6);
  assert.deepEqual(some[0]!.gradients.data, none[0]!.gradients.data);
});

test('an array comes from a .npy file, with or without the axis of the images, of several types', async t => {
  const folder = await temporaryFolder(t);
  const none = explained(await load(t, { meta: 0 }))[0]!.logits;
  const forms: [string, string, Uint8Array][] = [
    ['<f4', '2,', new Uint8Array(Float32Array.of(2, -3).buffer)],
    ['<f8', '1, 2', new Uint8Array(Float64Array.of(2, -3).buffer)],
    ['<i8', '2,', new Uint8Array(BigInt64Array.of(2n, -3n).buffer)],
  ];
  for (const [type, shape, bytes] of forms) {
    await writeFile(join(folder, 'meta.npy'), npy(type, shape, bytes));
    const found = explained(await load(t, { meta: join(folder, 'meta.npy') }))[0]!.logits;
    for (const [at, value] of added(2, -3).entries()) assert.ok(Math.abs(found[at]! - none[at]! - value) < 1e-5, type);
  }
});

test('several pictures get the same, and none depends on another', async t => {
  const model = await load(t, { meta: 1 });
  const other = filled(9, 1, [8, 8, 3]).data;
  const [first, second] = explained(model, [image.data, other]);
  assert.deepEqual(first!.logits, explained(model)[0]!.logits);
  assert.deepEqual(second!.logits, explained(model, [other])[0]!.logits);
});

test('what is not given is asked for by name; wrong names, shapes and files are refused', async t => {
  await assert.rejects(load(t), {
    code: 'model-unsupported',
    message: /has 2 inputs \(meta of \? x 2, image of \? x 3 x 8 x 8\)/,
    remedy: /`inputs: \{ meta: 0 \}`.*--input meta=0/,
  });
  await assert.rejects(load(t, { meta: 0, mask: 1 }), { code: 'config-invalid', message: /no input `mask`/ });
  const file = join(await temporaryFolder(t), 'meta.npy');
  await assert.rejects(load(t, { meta: file }), { code: 'config-invalid', message: /there is no/ });
  await writeFile(file, npy('<f4', '3,', new Uint8Array(12)));
  await assert.rejects(load(t, { meta: file }), { code: 'config-invalid', message: /takes \? x 2; it is given 3/ });
  await writeFile(file, npy('<f4', '2,', new Uint8Array(12)));
  await assert.rejects(load(t, { meta: file }), { message: /has 12 bytes of data where 2 takes 8/ });
  await writeFile(file, npy('<c8', '2,', new Uint8Array(16)));
  await assert.rejects(load(t, { meta: file }), { message: /values of type <c8/ });
  await writeFile(file, 'no array');
  await assert.rejects(load(t, { meta: file }), { message: /does not start like a \.npy file/ });
});
