import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nativeEngine } from '../../src/engines/native.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { loadModel } from '../../src/models/index.ts';
import { whyNoEngine } from '../support/engines.ts';
import { deviation } from '../support/maps.ts';
import {
  axes,
  convolution,
  node,
  openGraph,
  placeholder,
  type Tensors,
  temporaryFolder,
  writeGraph,
} from '../support/tfjs-model.ts';
import { filled } from '../support/tiny-network.ts';

const text = (value: string) => ({ s: Buffer.from(value).toString('base64') });

/** From 8 x 8 cells of 4 channels to three scores, by way of operations whose gradients TensorFlow.js lacks or has wrong. */
const behind = [
  node('slice', 'StridedSlice', ['relu', 'begin', 'end', 'steps'], { begin_mask: { i: '1' }, end_mask: { i: '13' } }),
  node('chosen', 'GatherV2', ['slice', 'channels', 'channel axis'], { batch_dims: { i: '0' } }),
  node('cells', 'DepthToSpace', ['chosen'], { block_size: { i: '2' }, data_format: text('NHWC') }),
  node('mixed', 'Einsum', ['cells', 'mixture'], { equation: text('nhwc,cdw->nhwd'), N: { i: '2' } }),
  node('resized', 'ResizeBilinear', ['mixed', 'size'], {
    half_pixel_centers: { b: true },
    align_corners: { b: false },
  }),
  node('batches', 'SpaceToBatchND', ['resized', 'block', 'around']),
  node('odd', 'Tanh', ['batches']),
  node('together', 'BatchToSpaceND', ['odd', 'block', 'around']),
  node('nearest', 'ResizeNearestNeighbor', ['together', 'other size'], { half_pixel_centers: { b: true } }),
  node('flat', 'Reshape', ['nearest', 'rows']),
  node('scores', 'MatMul', ['flat', 'classes'], { transpose_a: { b: false }, transpose_b: { b: false } }),
];

const constants: Tensors = {
  kernel: filled(2, 1, [3, 3, 3, 4]),
  begin: axes(0, 1, 0, 0),
  end: axes(0, 7, 0, 0),
  steps: axes(1, 2, 2, 1),
  channels: axes(3, 0, 2, 3, 1, 1, 2, 0),
  'channel axis': { shape: [], data: Int32Array.of(-1) },
  mixture: filled(3, 1, [2, 3, 8]),
  size: axes(9, 6),
  block: axes(3, 2),
  around: { shape: [2, 2], data: new Int32Array(4) },
  'other size': axes(5, 7),
  rows: axes(-1, 5 * 7 * 3),
  classes: filled(4, 1, [5 * 7 * 3, 3]),
};

const engines = {
  wasm: { start: wasmEngine, skip: false as const },
  native: { start: nativeEngine, skip: await whyNoEngine('native') },
};

const gradients = new Map<string, Float32Array>();

for (const [name, { start, skip }] of Object.entries(engines)) {
  test(`gradients pass strided slices, gathering, depth to space, einsum and resizing: ${name} engine`, {
    skip,
  }, async t => {
    const engine = await start();
    const relu = node('relu', 'Relu', ['conv']);
    const nodes = [placeholder(8, 8, 3), convolution('conv', 'image', 'kernel'), relu, ...behind];
    const path = await writeGraph(await temporaryFolder(t), nodes, constants);
    using graph = await openGraph(path, engine);
    using model = await loadModel(path, engine, {});
    const image = filled(1, 1, [8, 8, 3]).data;
    const [found] = model.explain([image], { layer: 'relu', classes: [1], score: 'logit' });
    const { data, ...shape } = found!.activations;
    const score = (values: Float32Array) =>
      engine.tf.core.tidy(() => {
        const fed = engine.tf.core.tensor4d(values, [1, shape.height, shape.width, shape.channels]);
        return graph.execute(new Map([['relu', fed]]), ['scores'])[0]!.dataSync()[1]!;
      });
    const direction = filled(11, 1, [data.length]).data;
    const along = found!.gradients.data.reduce((sum, slope, cell) => sum + slope * direction[cell]!, 0);
    const moved = (step: number) => score(data.map((value, cell) => value + step * direction[cell]!));
    const measured = (moved(1e-3) - moved(-1e-3)) / 2e-3;
    assert.ok(Math.abs(along) > 0.1, String(along));
    assert.ok(Math.abs(along - measured) <= 5e-3 * Math.abs(along), `${along}, not ${measured}`);
    gradients.set(name, found!.gradients.data);
  });
}

test('both engines give the same gradients', { skip: engines.native.skip }, () => {
  assert.ok(deviation(gradients.get('wasm')!, gradients.get('native')!) <= 1e-6);
});
