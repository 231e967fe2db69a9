import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Heatmap } from '../../../src/core/heatmap.ts';
import { nativeEngine } from '../../../src/engines/native.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { cam } from '../../../src/methods/cam.ts';
import { gradCam } from '../../../src/methods/grad-cam.ts';
import { loadModel } from '../../../src/models/index.ts';
import type { Model } from '../../../src/models/model.ts';
import { root } from '../../support/dist.ts';
import { whyNoEngine } from '../../support/engines.ts';
import { deviation } from '../../support/maps.ts';
import { floats, int64s, type Node, node, onnxBytes, value } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled } from '../../support/tiny-network.ts';

interface Truth {
  readonly images: number[][];
  readonly logits: number[][];
  readonly classes: number[];
  readonly maps: number[][];
}

const file = (name: string) => join(root, 'test/models/onnx/files/vit', name);
const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(file(`${name === 'optimised' ? 'class-token' : name}.json`), 'utf8'));

/** The layer that `auto` takes, and what it is: the normalisation before the last attention, or before the mean. */
const fixtures = {
  'class-token': ['node_layer_norm_2', /4 x 3 patches, before `node_MatMul_\d+` \(MatMul\)$/],
  optimised: ['node_layer_norm_2', /4 x 3 patches, before `node_MatMul_\d+` \(MatMul\)$/],
  behind: ['/blocks.1/norm1/Add_1', /before `\/blocks.1\/qkv\/MatMul` \(MatMul\)$/],
  mean: ['/norm/LayerNormalization', /before `\/ReduceMean` \(ReduceMean\)$/],
} as const;

const engines = {
  wasm: { start: wasmEngine, skip: false as const },
  native: { start: nativeEngine, skip: await whyNoEngine('native') },
};

for (const [engine, { start, skip }] of Object.entries(engines)) {
  for (const [name, [layer, reason]] of Object.entries(fixtures)) {
    test(`${engine}: maps of patches are torch's, ${name}`, { skip }, async () => {
      using model = await loadModel(file(`${name}.onnx`), await start(), {});
      const truth = truthOf(name);
      const auto = model.targetLayer('auto');
      assert.deepEqual([auto.name, auto.width, auto.height, auto.channels], [layer, 4, 3, 12]);
      assert.match(auto.reason, reason);
      for (const [at, { logits, map }] of explained(model, layer, truth).entries()) {
        assert.ok(deviation(logits, Float32Array.from(truth.logits[at]!)) < 1e-5);
        assert.deepEqual([map.width, map.height], [4, 3]);
        assert.ok(deviation(map.data, Float32Array.from(truth.maps[at]!)) < 1e-5);
      }
    });
  }
}

function explained(model: Model, layer: string, { images, classes }: Truth) {
  const batch = images.map(image => Float32Array.from(image));
  return model
    .explain(batch, { layer, classes, score: 'logit' })
    .map(evidence => ({ logits: evidence.logits, map: gradCam.explain(evidence) as Heatmap, evidence }));
}

test('CAM works where the scores are linear in the mean of the patches, and only there', async () => {
  const engine = await wasmEngine();
  for (const [name, expected] of [
    ['mean', true],
    ['class-token', false],
  ] as const) {
    using model = await loadModel(file(`${name}.onnx`), engine, {});
    const [found] = explained(model, fixtures[name][0], truthOf(name));
    const map = cam.explain(found!.evidence);
    assert.equal('data' in map, expected);
    if ('data' in map)
      assert.ok(
        deviation(
          map.data,
          found!.map.data.map(heat => heat * 12),
        ) < 1e-5,
      );
  }
});

test('layers with a token per patch are listed with their grid, up to the last of which the scores read a patch', async () => {
  using model = await loadModel(file('behind.onnx'), await wasmEngine(), {});
  const layers = model.layers();
  const names = layers.map(({ name }) => name);
  assert.deepEqual([names[0], names.at(-1)], ['/patches/Conv', '/blocks.1/qkv/Add']);
  assert.ok(layers.every(({ width, height }) => width === 4 && height === 3));
  assert.equal(model.targetLayer('/blocks.0/mlp/mlp.0/Add').channels, 24);
  assert.throws(() => model.targetLayer('/blocks.1/Add_1'), {
    code: 'layer-unknown',
    message: /read no patch of layer `\/blocks.1\/Add_1`, only tokens beside them/,
  });
});

/** 8 x 8 pixels in patches of 2 x 2: 16 cells of 4 channels, and whatever is done to them. */
async function tokens(t: TestContext, behind: Node[]): Promise<Model> {
  const weight = (name: string, ...dims: number[]) => floats(name, dims, filled(dims.length, 1, dims).data);
  const nodes = [
    node('Conv', ['image', 'patch'], ['grid'], { strides: [2, 2] }, 'patches'),
    node('Reshape', ['grid', 'flat'], ['row']),
    node('Transpose', ['row'], ['tokens'], { perm: [0, 2, 1] }, 'tokens'),
    node('Relu', ['tokens'], ['features'], {}, 'features'),
    ...behind,
    node('ReduceMean', ['last'], ['pooled'], { axes: [1], keepdims: 0 }),
    node('Gemm', ['pooled', 'scores'], ['logits']),
  ];
  const initializer = [
    weight('patch', 4, 3, 2, 2),
    weight('scores', 4, 3),
    weight('class', 1, 1, 4),
    int64s('flat', [0, 4, -1]),
    floats('identity', [4, 4], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]),
    int64s('rows', [1, 16, 4]),
    int64s('heads', [16, 1, 2, 2]),
    int64s('all rows', [16, 4]),
    int64s('tokens first', [16, 1, 4]),
    ...[0, 1, 2, 9, 10, 99].map(number => int64s(`at ${number}`, [number])),
  ];
  const graph = { node: nodes, initializer, input: [value('image', 1, 3, 8, 8)], output: [value('logits', 1, 3)] };
  const path = join(await temporaryFolder(t), 'model.onnx');
  await writeFile(path, onnxBytes(graph));
  return loadModel(path, await wasmEngine(), {});
}

const act = (input: string, output = 'last') => node('Relu', [input], [output], {}, output);
const slice = (input: string, from: number, to: number, output: string) =>
  node('Slice', [input, `at ${from}`, `at ${to}`, 'at 1'], [output], {}, output);

test('the grid is found behind tokens that are joined and cut off again', async t => {
  using model = await tokens(t, [
    node('Concat', ['class', 'features', 'class'], ['joined'], { axis: 1 }),
    act('joined', 'eighteen'),
    slice('eighteen', 1, 99, 'seventeen'),
    act('seventeen'),
  ]);
  const image = filled(3, 1, [8, 8, 3]).data;
  const request = { classes: [1], score: 'logit' } as const;
  const [plain] = model.explain([image], { ...request, layer: 'features' });
  for (const layer of ['eighteen', 'last']) {
    const [found] = model.explain([image], { ...request, layer });
    assert.deepEqual(found!.activations, plain!.activations, 'ReLU a second time changes nothing');
  }
});

test('a single image that hides among what weights sum over is counted before it, as in attention with its tokens first', async t => {
  using model = await tokens(t, [
    node('Transpose', ['features'], ['first'], { perm: [1, 0, 2] }),
    node('Reshape', ['first', 'heads'], ['apart']),
    node('Reshape', ['apart', 'all rows'], ['flat rows']),
    node('Gemm', ['flat rows', 'identity'], ['projected']),
    node('Reshape', ['projected', 'tokens first'], ['back']),
    node('Transpose', ['back'], ['images first'], { perm: [1, 0, 2] }),
    node('Add', ['images first', 'features'], ['sum'], {}, 'sum'),
    act('sum'),
  ]);
  const image = filled(3, 1, [8, 8, 3]).data;
  const request = { classes: [1], score: 'logit' } as const;
  const [plain] = model.explain([image], { ...request, layer: 'features' });
  const [found] = model.explain([image], { ...request, layer: 'last' });
  assert.deepEqual(
    found!.activations.data,
    plain!.activations.data.map(each => 2 * each),
  );
});

test('tokens that are no longer the patches are refused in words', async t => {
  using model = await tokens(t, [slice('features', 0, 10, 'ten'), act('ten')]);
  assert.throws(() => model.targetLayer('last'), {
    code: 'layer-unknown',
    message:
      /`last` is not known to hold the patches.* one token per patch of the 4 x 4 that the image was cut into, got 10 x 4\.$/,
  });
  assert.equal(model.targetLayer('features').width, 4);
  assert.equal(model.targetLayer('auto').name, 'features');
});

test('a count that fits by chance makes no grid', async t => {
  const mixed = [
    node('Transpose', ['features'], ['turned'], { perm: [0, 2, 1] }),
    node('Reshape', ['turned', 'rows'], ['regrouped']),
    act('regrouped'),
  ];
  using model = await tokens(t, mixed);
  assert.throws(() => model.targetLayer('last'), /`last` is not known to hold the patches.* got 16 x 4\./);
});

test('auto is refused the patches where sums go on in an unknown arrangement', async t => {
  using model = await tokens(t, [
    slice('features', 0, 9, 'a'),
    slice('features', 1, 10, 'b'),
    node('Add', ['a', 'b'], ['sum']),
    act('sum'),
  ]);
  assert.throws(() => model.targetLayer('auto'), {
    code: 'layer-unknown',
    message: /end as tokens, and there is no layer through which passes all/,
  });
  assert.equal(model.targetLayer('features').width, 4);
});
