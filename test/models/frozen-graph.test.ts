import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import type { Graph } from '../../src/models/_graph.ts';
import { findScores } from '../../src/models/_head.ts';
import { loadModel } from '../../src/models/index.ts';
import type { LoadOptions } from '../../src/models/model.ts';
import { strength } from '../support/maps.ts';
import { reference, whyNoReference } from '../support/reference.ts';
import {
  axes,
  convolution,
  convolutionAttr,
  type NodeDef,
  node,
  openGraph,
  placeholder,
  type Tensors,
  temporaryFolder,
  writeFusedGraph,
  writeGraph,
  writePlainGraph,
} from '../support/tfjs-model.ts';
import { filled } from '../support/tiny-network.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const image = filled(1, 1, [8, 8, 3]).data;
const constants: Tensors = {
  kernel: filled(2, 1, [3, 3, 3, 4]),
  second: filled(3, 1, [3, 3, 4, 4]),
  classes: filled(4, 1, [4, 3]),
  more: filled(5, 1, [4, 5]),
  axes: axes(1, 2),
  'last axis': { shape: [], data: Int32Array.of(3) },
};
const input = placeholder(8, 8, 3);
const features = [input, convolution('conv', 'image', 'kernel'), node('relu', 'Relu', ['conv'])];
const scores = (from: string) => [
  node('mean', 'Mean', [from, 'axes'], { keep_dims: { b: false } }),
  node('scores', 'MatMul', ['mean', 'classes'], { transpose_a: { b: false }, transpose_b: { b: false } }),
];

async function load(t: TestContext, nodes: readonly NodeDef[], options: LoadOptions = {}, signature?: object) {
  const read = Object.entries(constants).filter(([name]) => nodes.some(({ input = [] }) => input.includes(name)));
  const path = await writeGraph(await temporaryFolder(t), nodes, Object.fromEntries(read), signature);
  const model = await loadModel(path, engine, options);
  t.after(() => model[Symbol.dispose]());
  return model;
}

const explain = (model: Awaited<ReturnType<typeof load>>, layer: string) =>
  model.explain([image], { layer, classes: [1], score: 'logit' })[0]!;

describe('a graph that cannot be explained is refused in words that name the operation', () => {
  test('with a cycle', async t => {
    const nodes = [...features, node('a', 'AddV2', ['relu', 'b']), node('b', 'Relu', ['a']), ...scores('b')];
    await assert.rejects(load(t, nodes), { name: 'CamdriftError', message: /cycle through `[ab]`|cycle/ });
  });

  test('with an operation that TensorFlow.js does not have', async t => {
    const nodes = [...features, node('odd', 'FancyNorm', ['relu']), ...scores('odd')];
    await assert.rejects(
      load(t, nodes).then(model => explain(model, 'relu')),
      { name: 'CamdriftError', code: 'model-unsupported', message: /`FancyNorm`/ },
    );
  });

  test('with an operation whose result has no fixed shape', async t => {
    const nodes = [
      ...features,
      node('where', 'Where', ['relu']),
      node('cast', 'Cast', ['where'], { SrcT: { type: 'DT_INT64' }, DstT: { type: 'DT_FLOAT' } }),
      ...scores('cast'),
    ];
    await assert.rejects(
      load(t, nodes).then(model => explain(model, 'relu')),
      { name: 'CamdriftError', code: 'model-unsupported', message: /`(where|Where)`/ },
    );
  });

  test('with a running product, which camdrift does not run', async t => {
    const product = node('product', 'Cumprod', ['relu', 'last axis'], {
      exclusive: { b: false },
      reverse: { b: false },
    });
    const nodes = [...features, product, node('last', 'Relu', ['product']), ...scores('last')];
    await assert.rejects(load(t, nodes), {
      code: 'model-unsupported',
      message: /`Cumprod` \(`product`\)/,
      remedy: /--output/,
    });
  });

  test('with no image input, or two', async t => {
    const second = { ...placeholder(8, 8, 3), name: 'mask' };
    await assert.rejects(load(t, [...features, second, node('sum', 'AddV2', ['relu', 'mask']), ...scores('sum')]), {
      code: 'model-unsupported',
      message: /2 inputs \(mask of \? x 8 x 8 x 3, image of \? x 8 x 8 x 3\)/,
    });
    await assert.rejects(load(t, [placeholder(8, 8, 9), ...features.slice(1), ...scores('relu')]), {
      message: /8 x 8 x 9/,
    });
  });
});

describe('several outputs', () => {
  const nodes = [
    ...features,
    ...scores('relu'),
    node('others', 'MatMul', ['mean', 'more'], { transpose_a: { b: false }, transpose_b: { b: false } }),
  ];

  test('are chosen by the name of their node, with or without its index', async t => {
    assert.equal((await load(t, nodes, { output: 'scores' })).classes, 3);
    assert.equal((await load(t, nodes, { output: 'others:0' })).classes, 5);
  });

  test('are chosen by their key in the signature', async t => {
    const outputs = { kinds: { name: 'others:0' }, answers: { name: 'scores:0' } };
    assert.equal((await load(t, nodes, { output: 'kinds' }, { outputs })).classes, 5);
  });

  test('do not include a constant that nobody reads', async t => {
    const path = await writeGraph(await temporaryFolder(t), [...features, ...scores('relu')], constants);
    using model = await loadModel(path, engine, {});
    assert.equal(model.classes, 3);
  });

  test('are listed when none is chosen, or one that is not there', async t => {
    await assert.rejects(load(t, nodes), {
      code: 'model-unsupported',
      message: /`scores`, `others`.* none was chosen/,
      remedy: /--output/,
    });
    await assert.rejects(load(t, nodes, { output: 'third' }), { message: /`scores`, `others`.* not `third`/ });
  });
});

test('patches cut out side by side have the numbers of their pixels in a row, and are the cells of the map', async t => {
  const sizes = { list: { i: [1, 4, 2, 1] } };
  const attr = { ksizes: sizes, strides: sizes, rates: { list: { i: [1, 1, 1, 1] } }, padding: { s: 'VkFMSUQ=' } };
  const none = { transpose_a: { b: false }, transpose_b: { b: false } };
  const numbers = {
    rows: { shape: [3], data: Int32Array.of(-1, 8, 24) },
    flat: { shape: [2], data: Int32Array.of(-1, 24) },
    back: { shape: [3], data: Int32Array.of(-1, 8, 5) },
    embedding: filled(6, 1, [24, 5]),
    axis: axes(1),
    classes: filled(4, 1, [5, 3]),
  };
  const nodes = (cut: object) => [
    placeholder(8, 8, 3),
    node('patches', 'ExtractImagePatches', ['image'], cut),
    node('tokens', 'Reshape', ['patches', 'rows']),
    node('flattened', 'Reshape', ['tokens', 'flat']),
    node('product', 'MatMul', ['flattened', 'embedding'], none),
    node('embedded', 'Reshape', ['product', 'back']),
    node('relu', 'Relu', ['embedded']),
    node('mean', 'Mean', ['relu', 'axis'], { keep_dims: { b: false } }),
    node('scores', 'MatMul', ['mean', 'classes'], none),
  ];
  const written = async (cut: object) => writeGraph(await temporaryFolder(t), nodes(cut), numbers);
  using model = await loadModel(await written(attr), engine, {});
  const { name, width, height } = model.targetLayer('auto');
  assert.deepEqual({ name, width, height }, { name: 'relu', width: 4, height: 2 });
  const { activations } = explain(model, 'relu');
  const pixels = (patch: number) =>
    Array.from({ length: 24 }, (_, at) => {
      const [row, column, channel] = [Math.floor(at / 6), Math.floor(at / 3) % 2, at % 3];
      return image[((Math.floor(patch / 4) * 4 + row) * 8 + (patch % 4) * 2 + column) * 3 + channel]!;
    });
  for (let at = 0; at < 40; at++) {
    const products = pixels(Math.floor(at / 5)).map(
      (pixel, from) => pixel * numbers.embedding.data[from * 5 + (at % 5)]!,
    );
    const sum = Math.max(
      0,
      products.reduce((a, b) => a + b),
    );
    assert.ok(Math.abs(activations.data[at]! - sum) < 1e-5, `${at}: ${activations.data[at]}, not ${sum}`);
  }
  await assert.rejects(
    written({ ...attr, strides: { list: { i: [1, 2, 2, 1] } } }).then(path => loadModel(path, engine, {})),
    { code: 'model-unsupported', message: /`patches` \(ExtractImagePatches\) cuts out patches that overlap/ },
  );
});

test('which order axes come in may be computed from constants', async t => {
  const whole = (...values: number[]) => ({
    shape: values.length === 1 ? [] : [values.length],
    data: Int32Array.from(values),
  });
  const numbers = {
    kernel: constants.kernel!,
    classes: constants.classes!,
    zero: whole(0),
    one: whole(1),
    two: whole(2),
    end: { shape: [2], data: Int32Array.of(3, 2) },
    axes: axes(2, 3),
  };
  const nodes = [
    ...features,
    node('until', 'AddV2', ['one', 'one'], { T: { type: 'DT_INT32' } }),
    node('first', 'Range', ['zero', 'until', 'one'], { Tidx: { type: 'DT_INT32' } }),
    node('order', 'ConcatV2', ['first', 'end', 'zero'], { N: { i: 2 } }),
    node('turned', 'Transpose', ['relu', 'order']),
    node('back', 'Transpose', ['turned', 'order']),
    node('last', 'Relu', ['back']),
    node('mean', 'Mean', ['last', 'once'], { keep_dims: { b: false } }),
    node('scores', 'MatMul', ['mean', 'classes'], { transpose_a: { b: false }, transpose_b: { b: false } }),
  ];
  const read = { ...numbers, once: axes(1, 2) };
  using model = await loadModel(await writeGraph(await temporaryFolder(t), nodes, read), engine, {});
  using plain = await load(t, [...features, ...scores('relu')]);
  const found = explain(model, 'relu').logits;
  const expected = explain(plain, 'relu').logits;
  for (const [at, value] of expected.entries()) assert.ok(Math.abs(found[at]! - value) < 1e-6);
});

describe('a convolution in groups, which the file tells by its kernel alone', () => {
  /** Valid windows, channels last: every answer is the sum over its own group's channels. */
  function naive({ shape, data }: Tensors[string], stride: number): number[] {
    const [rows, columns, perGroup, to] = shape as [number, number, number, number];
    const [height, width] = [rows, columns].map(size => Math.floor((8 - size) / stride) + 1) as [number, number];
    const each = (to * perGroup) / 3;
    return Array.from({ length: height * width * to }, (_, at) => {
      const [o, column, row] = [at % to, Math.floor(at / to) % width, Math.floor(at / to / width)];
      let sum = 0;
      for (let y = 0; y < rows; y++)
        for (let x = 0; x < columns; x++)
          for (let i = 0; i < perGroup; i++) {
            const channel = Math.floor(o / each) * perGroup + i;
            const pixel = image[((row * stride + y) * 8 + column * stride + x) * 3 + channel]!;
            sum += pixel * data[((y * columns + x) * perGroup + i) * to + o]!;
          }
      return sum;
    });
  }

  for (const [what, kernel, stride] of [
    ['one channel each', filled(7, 1, [3, 3, 1, 3]), 1],
    ['several answers per channel', filled(8, 1, [2, 3, 1, 6]), 2],
    ['a single group', filled(9, 1, [3, 2, 3, 4]), 1],
  ] as const) {
    test(what, async t => {
      const attr = { ...convolutionAttr, padding: { s: 'VkFMSUQ=' }, strides: { list: { i: [1, stride, stride, 1] } } };
      const last = kernel.shape[3]!;
      const nodes = [
        placeholder(8, 8, 3),
        node('conv', 'Conv2D', ['image', 'kernel'], attr),
        node('mean', 'Mean', ['conv', 'axes'], { keep_dims: { b: false } }),
        node('scores', 'MatMul', ['mean', 'classes'], { transpose_a: { b: false }, transpose_b: { b: false } }),
      ];
      const numbers = { kernel, axes: axes(1, 2), classes: filled(4, 1, [last, 3]) };
      using model = await loadModel(await writeGraph(await temporaryFolder(t), nodes, numbers), engine, {});
      const { activations } = explain(model, 'conv');
      const expected = naive(kernel, stride);
      assert.equal(activations.data.length, expected.length);
      for (const [at, value] of expected.entries())
        assert.ok(Math.abs(activations.data[at]! - value) < 1e-5, `${at}: ${activations.data[at]}, not ${value}`);
    });
  }

  test('that does not fit the channels is refused in words', async t => {
    const numbers = { kernel: filled(7, 1, [3, 3, 2, 4]), axes: axes(1, 2), classes: filled(4, 1, [4, 3]) };
    const nodes = [placeholder(8, 8, 3), convolution('conv', 'image', 'kernel'), ...scores('conv')];
    await assert.rejects(
      writeGraph(await temporaryFolder(t), nodes, numbers).then(path => loadModel(path, engine, {})),
      { code: 'model-unsupported', message: /`conv`.* does not fit 3 channels/ },
    );
  });
});

test('an input of any size needs --size, and takes it', async t => {
  const nodes = [placeholder(-1, -1, 3), ...features.slice(1), ...scores('relu')];
  await assert.rejects(load(t, nodes), { code: 'config-invalid', remedy: /--size/ });
  const model = await load(t, nodes, { size: { width: 8, height: 8 } });
  assert.deepEqual({ ...model.input }, { width: 8, height: 8, channels: 3 });
  assert.ok(explain(model, 'relu'));
});

test('operations are told apart: kernel size, fused activation, axes of a mean, constant operands', async t => {
  const kinds = await Promise.all(
    [writePlainGraph, writeFusedGraph].map(async write => {
      using graph = await openGraph(await write(await temporaryFolder(t)), engine);
      return Object.fromEntries(graph.nodes.map(({ name, kind }) => [name, kind]));
    }),
  );
  const shared = {
    image: 'input',
    relu0: 'elementwise',
    relu1: 'elementwise',
    add: 'elementwise',
    relu2: 'elementwise',
    mean: 'global-average',
    logits: 'pointwise-linear',
    softmax: 'softmax',
    Identity: 'identity',
  };
  const plain = {
    conv0: 'convolution',
    conv1: 'convolution',
    conv2: 'convolution',
    biased0: 'pointwise-linear',
    biased1: 'pointwise-linear',
    biased2: 'pointwise-linear',
    matmul: 'pointwise-linear',
  };
  assert.deepEqual(kinds, [
    { ...shared, ...plain },
    { ...shared, relu0: 'convolution', relu1: 'convolution', biased2: 'convolution' },
  ]);
});

for (const padding of ['SAME', 'VALID'])
  test(`the gradient of a dilated convolution is the slope of its graph: ${padding} padding`, async t => {
    const attr = {
      dilations: { list: { i: ['1', '2', '3', '1'] } },
      padding: { s: Buffer.from(padding).toString('base64') },
    };
    const dilated = convolution('dilated', 'relu', 'second', attr);
    const nodes = [...features, dilated, ...scores('dilated')];
    const path = await writeGraph(await temporaryFolder(t), nodes, constants);
    using graph = await openGraph(path, engine);
    using model = await loadModel(path, engine, { output: 'scores' });
    const { gradients, activations } = explain(model, 'relu');
    const direction = filled(12, 1, [gradients.data.length]).data;
    const slope = gradients.data.reduce((sum, value, at) => sum + value * direction[at]!, 0);
    const measured = finiteDifference(graph, 'relu', image, activations, direction);
    assert.ok(Math.abs(slope) > 1e-2);
    assert.ok(Math.abs(slope - measured) <= 1e-3 * Math.abs(slope), `${slope} against ${measured}`);
  });

for (const name of ['emotion', 'gender']) {
  test(`gradients of the third-party model ${name} are the finite differences of its graph, at three depths`, {
    skip: whyNoReference,
  }, async t => {
    const path = reference('graph-models', `${name}.json`);
    using graph = await openGraph(path, engine);
    using model = await loadModel(path, engine, {});
    const layers = model.layers().map(layer => layer.name);
    const { height, width, channels } = model.input;
    const pixels = filled(11, 1, [height, width, channels]).data;
    for (const layer of [layers.at(-1)!, layers.at(-2)!, layers.at(-6)!]) {
      const [{ gradients, activations }] = model.explain([pixels], { layer, classes: [1], score: 'logit' }) as [
        ReturnType<typeof explain>,
      ];
      // Uphill and to the side, so that the difference stands out from float32 rounding.
      const most = strength(gradients.data);
      const aside = filled(12, 0.3, [gradients.data.length]).data;
      const direction = gradients.data.map((value, at) => value / most + aside[at]!);
      const slope = gradients.data.reduce((sum, value, at) => sum + value * direction[at]!, 0);
      const measured = finiteDifference(graph, layer, pixels, activations, direction);
      t.diagnostic(`${layer}: gradient ${slope}, finite difference ${measured}`);
      assert.ok(Math.abs(slope - measured) <= 3e-3 * Math.abs(slope), `${layer}: ${slope} against ${measured}`);
    }
  });
}

/** Of logit 1, when the layer's value moves along a direction, and what goes round the layer stays. In float32. */
function finiteDifference(
  graph: Graph,
  layer: string,
  pixels: Float32Array,
  { height, width, channels, data }: { height: number; width: number; channels: number; data: Float32Array },
  direction: Float32Array,
): number {
  const { core } = engine.tf;
  const { node: wanted } = findScores(graph);
  const at = (step: number) =>
    core.tidy(() => {
      const moved = data.map((value, index) => value + step * direction[index]!);
      const feeds = new Map([
        [
          graph.input,
          core.tensor4d(pixels, [1, graph.inputShape.height, graph.inputShape.width, graph.inputShape.channels]),
        ],
        [layer, core.tensor4d(moved, [1, height, width, channels])],
      ]);
      return graph.execute(feeds, [wanted])[0]!.dataSync()[1]!;
    });
  const step = 5e-3;
  return (at(step) - at(-step)) / (2 * step);
}
