import assert from 'node:assert/strict';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { CamdriftError } from '../../../src/errors.ts';
import { executionProblem } from '../../../src/models/_execution-problem.ts';
import { loadModel, modelFiles } from '../../../src/models/index.ts';
import { reductions } from '../../../src/models/onnx/operators/reduction.ts';
import {
  floats,
  type GraphInit,
  int64s,
  type Node,
  node,
  onnxBytes,
  type Tensor,
  value,
  writeOnnx,
  writeOnnxExternal,
} from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import '../../support/stalls.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const image = value('image', 'batch', 3, 8, 8);

function graph(nodes: Node[], initializer: Tensor[] = [], output = nodes.at(-1)!.output[0]!): GraphInit {
  return { node: nodes, initializer, input: [image], output: [value(output, 'batch', 3)] };
}

async function save(t: TestContext, bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, bytes);
  return path;
}

/** Ends, with an error that a user can act on, without much memory, and leaves no tensor. */
async function refused(path: string, expected: { code: string; message: RegExp }): Promise<void> {
  const tensors = engine.tf.core.memory().numTensors;
  const [start, resident] = [process.cpuUsage(), process.memoryUsage().rss];
  await assert.rejects(loadModel(path, engine, {}), { name: 'CamdriftError', ...expected });
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 2e6, 'within two seconds of the processor');
  assert.ok(process.memoryUsage().rss - resident < 500e6, 'within 500 MB');
  assert.equal(engine.tf.core.memory().numTensors, tensors);
}

test('a batch that is fixed is bounded by the size of the file', async t => {
  const of = (images: number) => ({
    node: [node('Relu', ['image'], ['relu']), node('ReduceMean', ['relu'], ['mean'], { axes: [2, 3], keepdims: 0 })],
    initializer: [],
    input: [value('image', images, 3, 32, 32)],
    output: [value('mean', images, 3)],
  });
  using fitting = await loadModel(await save(t, onnxBytes(of(1024))), engine, {});
  assert.deepEqual(fitting.input, { width: 32, height: 32, channels: 3 });
  await refused(await save(t, onnxBytes(of(100_000))), {
    code: 'model-unsupported',
    message:
      /^The input `image`, for the 100000 images that the file takes at once, makes a value of shape 100000 x 32 x 32 x 3; expected at most 8388608 entries/,
  });
});

test('a truncated file is refused, wherever it ends', async t => {
  const path = await writeOnnx(await temporaryFolder(t));
  for (const bytes of [0, 1, 3, 40, 700, 2000]) {
    await writeOnnx(join(path, '..'));
    await truncate(path, bytes);
    await refused(path, { code: 'model-unreadable', message: /cannot be read as an ONNX model|holds no graph/ });
  }
});

test('a file of another format under the name of a model is refused', async t => {
  const path = await save(t, Buffer.from('PK\x03\x04 a zip file, really'));
  await refused(path, { code: 'model-unreadable', message: /cannot be read as an ONNX model/ });
});

test('random bytes in a good file never end in anything but an error with words', async t => {
  const { readFile } = await import('node:fs/promises');
  const good = await readFile(await writeOnnx(await temporaryFolder(t)));
  let seed = 5;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  let failed = 0;
  for (let round = 0; round < 60; round++) {
    const bad = Buffer.from(good);
    for (let change = 0; change < 4; change++) bad[next(bad.length)] = next(256);
    const path = await save(t, bad);
    await loadModel(path, engine, {}).then(
      model => model[Symbol.dispose](),
      error => {
        failed++;
        assert.equal(error.name, 'CamdriftError', error.stack);
      },
    );
  }
  assert.ok(failed > 5, `${failed} of 60 were refused`);
});

const huge = 2 ** 40;
const shape = int64s('shape', [2 ** 20, 2 ** 20]);
const sizes: Readonly<Record<string, GraphInit>> = {
  'a weight': graph([node('Add', ['image', 'w'], ['y'])], [{ ...floats('w', [], [1]), dims: [BigInt(huge)] }]),
  'a weight with a negative size': graph([node('Add', ['image', 'w'], ['y'])], [{ ...floats('w', [], [1]), dims: [-1n] }]),
  'a constant of a shape': graph([node('ConstantOfShape', ['shape'], ['c']), node('Add', ['image', 'c'], ['y'])], [shape]),
  'a range': graph([node('Range', ['a', 'b', 'c'], ['r']), node('Add', ['image', 'r'], ['y'])], [int64s('a', [0], []), int64s('b', [huge], []), int64s('c', [1], [])]),
  'an expansion': graph([node('Expand', ['image', 'shape'], ['y'])], [int64s('shape', [2 ** 14, 2 ** 20, 3, 8, 8])]),
  'a tiling': graph([node('Tile', ['image', 'shape'], ['y'])], [int64s('shape', [1, 2 ** 20, 2 ** 10, 2 ** 10])]),
  padding: graph([node('Pad', ['image', 'shape'], ['y'])], [int64s('shape', [0, 0, 2 ** 20, 2 ** 20, 0, 0, 0, 0])]),
  'a padded convolution': graph([node('Conv', ['image', 'w'], ['y'], { pads: [2 ** 20, 2 ** 20, 0, 0] })], [floats('w', [1, 3, 1, 1], [1, 1, 1])]),
  'padded pooling': graph([node('MaxPool', ['image'], ['y'], { kernel_shape: [1, 1], pads: [2 ** 20, 2 ** 20, 0, 0] })]),
  'an enlargement': graph([node('Resize', ['image', '', 's'], ['y'])], [floats('s', [4], [1, 1, 2 ** 17, 2 ** 17])]),
  'an outer product': graph([node('Reshape', ['image', 'flat'], ['a']), node('Tile', ['a', 'many'], ['b']), node('Transpose', ['b'], ['c'], { perm: [1, 0] }), node('MatMul', ['c', 'b'], ['y'])], [int64s('flat', [1, -1]), int64s('many', [1, 2 ** 13])]),
  'joining a value with itself again and again': graph(Array.from({ length: 40 }, (_, at) => node('Concat', [at ? `x${at}` : 'image', at ? `x${at}` : 'image'], [`x${at + 1}`], { axis: 1 }))),
  'a dilated kernel': graph([node('Conv', ['image', 'w'], ['y'], { pads: [4000, 4000, 0, 0], dilations: [4000, 4000] })], [floats('w', [64, 3, 2, 2], new Float32Array(768))]),
  'a dilated kernel, transposed': graph([node('Cast', ['image'], ['x'], { to: 1 }), node('ConvTranspose', ['x', 'w'], ['y'], { pads: [3990, 3990, 0, 0], dilations: [4000, 4000] })], [floats('w', [3, 64, 2, 2], new Float32Array(768))]),
  'windows as large as the image': graph([node('MaxPool', ['image'], ['y'], { kernel_shape: [1000, 1000], pads: [999, 999, 999, 999] })]),
  'lengths of windows as large as the image': graph([node('LpPool', ['image'], ['y'], { kernel_shape: [1000, 1000], pads: [999, 999, 999, 999] })]),
  'a matrix that enlarges': graph([node('Reshape', ['image', 'flat'], ['a']), node('Tile', ['a', 'many'], ['b']), node('Resize', ['b', '', 's'], ['y'])], [int64s('flat', [1, 1, 1, -1]), int64s('many', [1, 1, 1, 2 ** 12]), floats('s', [4], [1, 1, 1, 2])]),
  'a normalisation over many channels': graph([node('Reshape', ['image', 'flat'], ['a']), node('Tile', ['a', 'many'], ['b']), node('LRN', ['b'], ['y'], { size: 2 ** 18 })], [int64s('flat', [1, -1, 1, 1]), int64s('many', [1, 2 ** 10, 1, 1])]),
  'as many groups as two channels each allow': graph([node('Reshape', ['image', 'flat'], ['a']), node('Tile', ['a', 'many'], ['b']), node('Conv', ['b', 'w'], ['y'], { group: 3 * 2 ** 18 })], [int64s('flat', [1, -1, 1, 1]), int64s('many', [1, 2 ** 13, 1, 1]), floats('w', [3 * 2 ** 18, 2, 1, 1], new Float32Array(3 * 2 ** 19))]),
  'what is added to a product': graph([node('Flatten', ['image'], ['x']), node('Gemm', ['x', 'w', 'c'], ['y'])], [floats('w', [192, 1], new Float32Array(192)), floats('c', [2 ** 11, 1, 2 ** 10], new Float32Array(2 ** 21))]),
  'parts without number': graph([node('Split', ['image'], ['y'], { axis: 1, num_outputs: 2 ** 31 })]),
  'transposed groups without number': graph([node('ConvTranspose', ['image', 'w'], ['y'], { group: 2 ** 31 })], [floats('w', [3, 1, 1, 1], [1, 1, 1])]),
  'folding a little many times': graph([...Array.from({ length: 30 }, (_, at) => node('ConstantOfShape', ['shape'], [`c${at}`])), ...Array.from({ length: 30 }, (_, at) => node('Add', [at ? `y${at - 1}` : 'image', `c${at}`], [`y${at}`]))], [int64s('shape', [2 ** 12, 2 ** 12])]),
}; // biome-ignore format: one line per file

for (const [what, made] of Object.entries(sizes)) {
  test(`absurd sizes: ${what}`, async t => {
    const path = await save(t, onnxBytes(made, 13));
    await refused(path, {
      code: /^model-un/ as never,
      message: /shape|slides|constants of more than|ends a run of more than|splits 3|do not divide/,
    });
  });
}

test('a step beyond the end of an axis takes one entry and no memory', async t => {
  const nodes = [
    node('Slice', ['image', 'from', 'to', 'axis', 'step'], ['a']),
    node('Flatten', ['a'], ['f']),
    node('Gemm', ['f', 'w'], ['y']),
  ];
  const constants = [
    ...[0, 8, 3, 2 ** 40].map((value, at) => int64s(['from', 'to', 'axis', 'step'][at]!, [value])),
    floats('w', [24, 3], new Float32Array(72).fill(1)),
  ];
  using model = await loadModel(await save(t, onnxBytes(graph(nodes, constants))), engine, {});
  const picture = Float32Array.from({ length: 192 }, (_, at) => at);
  const [evidence] = model.explain([picture], { layer: model.layers()[0]?.name ?? 'y', classes: [0], score: 'logit' });
  assert.equal(
    evidence!.logits[0],
    picture.filter((_, at) => Math.floor(at / 3) % 8 === 0).reduce((a, b) => a + b),
  );
});

test('an answer that does not count images is refused', async t => {
  const weights = [floats('w', [4, 3, 1, 1], new Float32Array(12)), floats('c', [5, 4, 1, 1], new Float32Array(20))];
  const nodes = [
    node('Conv', ['image', 'w'], ['a']),
    node('Add', ['a', 'c'], ['b']),
    node('GlobalAveragePool', ['b'], ['d']),
    node('Flatten', ['d'], ['y']),
  ];
  const path = await save(t, onnxBytes(graph(nodes, weights)));
  await refused(path, { code: 'model-unsupported', message: /`y` is of shape 5 x 4 for 1 image;/ });
  const squeezed = [...nodes.slice(0, 1), nodes[2]!, node('Squeeze', ['d'], ['y'])];
  const without = squeezed.map(each => (each.opType === 'GlobalAveragePool' ? { ...each, input: ['a'] } : each));
  const second = await save(t, onnxBytes(graph(without, weights), 11));
  await refused(second, { code: 'model-unsupported', message: /`y` has 4 numbers and no axis for the images/ });
});

test('a graph that runs in circles is refused', async t => {
  const nodes = [node('Add', ['image', 'b'], ['a']), node('Relu', ['a'], ['b']), node('Relu', ['b'], ['y'])];
  await refused(await save(t, onnxBytes(graph(nodes))), { code: 'model-unreadable', message: /cycle through `[ab]`/ });
});

test('two values of one name are refused', async t => {
  const nodes = [node('Relu', ['image'], ['a']), node('Sigmoid', ['image'], ['a'])];
  await refused(await save(t, onnxBytes(graph(nodes))), {
    code: 'model-unreadable',
    message: /makes the value `a` twice/,
  });
  const constants = [floats('w', [1], [1]), floats('w', [1], [2])];
  const bytes = onnxBytes(graph([node('Add', ['image', 'w'], ['y'])], constants));
  await refused(await save(t, bytes), { code: 'model-unreadable', message: /makes the value `w` twice/ });
});

test('a value that nothing makes is named', async t => {
  const bytes = onnxBytes(graph([node('Add', ['image', 'ghost'], ['y'])]));
  await refused(await save(t, bytes), { code: 'model-unreadable', message: /reads `ghost`, which nothing makes/ });
});

test('operators that are not known are named with their nodes before anything runs', async t => {
  const nodes = [
    node('NonMaxSuppression', ['image'], ['a'], {}, 'boxes'),
    { ...node('Attention', ['a'], ['y'], {}, 'fast'), domain: 'com.microsoft' },
  ];
  const message = /`NonMaxSuppression` \(node `boxes`\), `com\.microsoft\.Attention` \(node `fast`\)/;
  await refused(await save(t, onnxBytes(graph(nodes))), { code: 'model-unsupported', message });
});

test('ten thousand nodes in a row are no deeper than one', async t => {
  const nodes = Array.from({ length: 10_000 }, (_, at) => node('Identity', [at ? `x${at}` : 'image'], [`x${at + 1}`]));
  const mean = node('ReduceMean', ['x10000'], ['y'], { axes: [2, 3], keepdims: 0 });
  const path = await save(t, onnxBytes(graph([mean, ...nodes.toReversed()], [], 'y')));
  await loadModel(path, engine, {}).then(model => model[Symbol.dispose]());
});

for (const name of Object.keys(reductions))
  test(`${name} over an axis that is named twice, or not there, is refused before the engine writes beyond its memory`, async t => {
    for (const axes of [[2, ...Array<number>(50).fill(3)], [1, -3], [4], [-5]]) {
      const nodes = [node('Relu', ['image'], ['x']), node(name, ['x'], ['y'], { axes, keepdims: 0 })];
      const newer = [node('Relu', ['image'], ['x']), node(name, ['x', 'axes'], ['y'], { keepdims: 0 })];
      const message = new RegExp(`names axes ${axes.slice(0, 3).join(', ')}.* of \\d+ x 3 x 8 x 8`);
      await refused(await save(t, onnxBytes(graph(nodes), 11)), { code: 'model-unsupported', message });
      const stated = [int64s('axes', axes)];
      await refused(await save(t, onnxBytes(graph(newer, stated), 18)), { code: 'model-unsupported', message });
    }
  });

test('MeanVarianceNormalization over an axis that is not there is refused', async t => {
  for (const axes of [
    [0, 2, 9],
    [2, 2],
  ]) {
    const nodes = [node('MeanVarianceNormalization', ['image'], ['y'], { axes })];
    await refused(await save(t, onnxBytes(graph(nodes))), { code: 'model-unsupported', message: /names axes/ });
  }
});

test('an engine that broke is not trusted with another model', () => {
  const { RuntimeError } = Reflect.get(globalThis, 'WebAssembly') as { RuntimeError: ErrorConstructor };
  const broken = executionProblem(new RuntimeError('memory access out of bounds'), engine);
  assert.ok(broken instanceof CamdriftError);
  assert.equal(broken.code, 'broke-down');
  assert.equal(broken.message, 'The model broke the wasm engine: memory access out of bounds.');
});

test('arithmetic with shapes that doubles its readers forty times has an end', async t => {
  const doubled = Array.from({ length: 40 }, (_, at) => node('Max', [`s${at}`, `s${at}`], [`s${at + 1}`]));
  const mean = node('ReduceMean', ['again'], ['y'], { axes: [2, 3], keepdims: 0 });
  const nodes = [node('Shape', ['image'], ['s0']), ...doubled, node('Reshape', ['image', 's40'], ['again']), mean];
  const path = await save(t, onnxBytes(graph(nodes)));
  await loadModel(path, engine, {}).then(model => model[Symbol.dispose]());
});

test('an operator set that is too old or not there is named', async t => {
  const path = await save(t, onnxBytes(graph([node('Relu', ['image'], ['y'])]), 6));
  await refused(path, { code: 'model-unsupported', message: /version 6 of ONNX's operator set; expected 7 to 28/ });
});

test('weights that lie outside the model folder are refused, before they are read', async t => {
  const folder = join(await temporaryFolder(t), 'inner');
  await mkdir(folder);
  const outside: Tensor = {
    name: 'w',
    dims: [1n],
    dataType: 1,
    dataLocation: 1,
    externalData: [{ key: 'location', value: '../secret' }],
  };
  const path = join(folder, 'model.onnx');
  await writeFile(path, onnxBytes(graph([node('Add', ['image', 'w'], ['y'])], [outside])));
  await refused(path, { code: 'path-outside', message: /external data "\.\.\/secret"/ });
  await assert.rejects(modelFiles(path), { code: 'path-outside' });
});

test('external weights that end too early are named with their bytes', async t => {
  const path = await writeOnnxExternal(await temporaryFolder(t));
  await truncate(join(path, '../weights.bin'), 100);
  await refused(path, {
    code: 'model-unreadable',
    message: /Constant `[\w.]+` lies at bytes \d+ to \d+ of .*which has 100/,
  });
});

test('a weight that is not a number is named', async t => {
  const bytes = onnxBytes(graph([node('Add', ['image', 'w'], ['y'])], [floats('w', [3, 1, 1], [1, Number.NaN, 2])]));
  await refused(await save(t, bytes), { code: 'model-numbers', message: /Constant `w` holds NaN/ });
});

test('a small file that asks for a lot of work is refused before it does it: products, runs, and an axis out of range', async t => {
  const wide = floats('w', [64, 3, 31, 31], new Float32Array(64 * 3 * 31 * 31));
  const one = floats('k', [1, 64, 1, 1], new Float32Array(64));
  const large = { ...graph([node('Conv', ['image', 'w'], ['y'], { pads: [15, 15, 15, 15] }), node('Conv', ['y', 'k'], ['z'])], [wide, one]), input: [value('image', 'batch', 3, 512, 512)] }; // biome-ignore format: one graph
  await refused(await save(t, onnxBytes(large, 13)), { code: 'model-unsupported', message: /products per image/ });
  const many = Array.from({ length: 400 }, (_, at) => node('Relu', [at ? `x${at}` : 'image'], [`x${at + 1}`]));
  const long = { ...graph(many), input: [value('image', 'batch', 3, 512, 1024)] };
  await assert.rejects(loadModel(await save(t, onnxBytes(long, 13)), engine, {}), {
    code: 'model-unsupported',
    message: /numbers per image/,
  });
  const input = { ...graph([node('Relu', ['image'], ['y'])]), input: [value('image', 'batch', 3, 2 ** 20, 16)] };
  await refused(await save(t, onnxBytes(input, 13)), { code: 'model-unsupported', message: /The input `image` makes/ });
  const far = graph([node('Softmax', ['image'], ['y'], { axis: 2 ** 31 - 1 })]);
  await refused(await save(t, onnxBytes(far, 13)), { code: 'model-unsupported', message: /names axis 2147483647/ });
});

test('a file of two gigabytes that is no message is refused from its first bytes', async t => {
  const path = await save(t, Uint8Array.of(8, 8));
  await truncate(path, 2 ** 31 - 1);
  await refused(path, { code: 'model-unreadable', message: /what begins at byte 2 of 2147483647/ });
});

test('external weights are read no further than their shape says', async t => {
  const path = await writeOnnxExternal(await temporaryFolder(t));
  await truncate(join(path, '../weights.bin'), 2 ** 32);
  await loadModel(path, engine, {}).then(model => model[Symbol.dispose]());
  const tensor: Tensor = {
    name: 'w',
    dims: [4n],
    dataType: 1,
    dataLocation: 1,
    externalData: [
      { key: 'location', value: 'weights.bin' },
      { key: 'length', value: String(2 ** 31) },
    ],
  };
  await writeFile(path, onnxBytes(graph([node('Add', ['image', 'w'], ['y'])], [tensor])));
  await refused(path, { code: 'model-unreadable', message: /its shape asks for 16 bytes/ });
});
