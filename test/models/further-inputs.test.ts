import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { clone, create } from '@bufbuild/protobuf';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import {
  AttrValueSchema,
  DataType,
  NodeDefSchema,
  TensorInfoSchema,
} from '../../src/models/_saved-model/tensorflow_pb.ts';
import { loadModel } from '../../src/models/index.ts';
import type { LoadOptions } from '../../src/models/model.ts';
import { deviation } from '../support/maps.ts';
import { changedSavedModel } from '../support/saved-model.ts';
import { axes, convolution, node, placeholder, temporaryFolder, writeGraph } from '../support/tfjs-model.ts';
import { filled, picture } from '../support/tiny-network.ts';
import { explained, head, input } from './_keras.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const image = filled(1, 1, [8, 8, 3]).data;
const scored = (model: Awaited<ReturnType<typeof loadModel>>, picture: Float32Array = image) => {
  const { name: layer } = model.targetLayer('auto');
  return model.explain([picture], { layer, classes: [1], score: 'logit' })[0]!;
};

/** The difference of two models' scores, and that their maps' material is the same. */
function added(some: ReturnType<typeof scored>, none: ReturnType<typeof scored>): number[] {
  assert.deepEqual(some.gradients.data, none.gradients.data);
  return [...some.logits].map((score, at) => score - none.logits[at]!);
}

describe('TensorFlow.js layers models, as Keras stores them', () => {
  const given = (first: number, second: number) =>
    explained(
      tf => {
        const [meta, picture] = [tf.input({ shape: [2], name: 'meta' }), input(tf)];
        const features = tf.layers.conv2d({ name: 'conv', filters: 4, kernelSize: 3, activation: 'relu' });
        const pool = tf.layers.globalAveragePooling2d({ name: 'pool', dataFormat: 'channelsLast' });
        const both = [pool.apply(features.apply(picture)), meta] as (typeof meta)[];
        const joined = tf.layers.concatenate({ name: 'joined' }).apply(both);
        const dense = tf.layers.dense({ name: 'scores', units: 3, activation: 'softmax' });
        return tf.model({ inputs: [meta, picture], outputs: dense.apply(joined) as typeof meta });
      },
      { given: new Map([['meta', { shape: [2], data: Float32Array.of(first, second) }]]) },
    );
  const weights = filled(3, 0.7, [6, 3]).data;

  test('what is given adds what its weights make of it, and moves no slope', () => {
    const expected = [0, 1, 2].map(at => 0.5 * weights[12 + at]! - 2 * weights[15 + at]!);
    assert.ok(deviation(added(scored(given(0.5, -2)), scored(given(0, 0))), expected) < 1e-5);
  });

  test('without it, what to give and how is said', () => {
    const build = () =>
      explained(tf => {
        const [meta, picture] = [tf.input({ shape: [1], name: 'meta' }), input(tf)];
        const product = tf.layers
          .multiply({})
          .apply([picture, tf.layers.reshape({ targetShape: [1, 1, 1] }).apply(meta)] as (typeof meta)[]);
        return tf.model({ inputs: [picture, meta], outputs: head(tf, product) });
      });
    assert.throws(build, {
      code: 'model-unsupported',
      message: /2 inputs \(input\d+ of \? x 8 x 8 x 3, meta of \? x 1\)/,
      remedy: /`inputs: \{ meta: 0 \}`.*--input meta=0/,
    });
  });
});

test('a .keras file: a name that is not there, and two pictures, of which one has to be given', async t => {
  const members = unzipSync(readFileSync(new URL('../../fixtures/keras/tiny.keras', import.meta.url)));
  const config = JSON.parse(Buffer.from(members['config.json']!).toString());
  const [name] = config.config.input_layers;
  const layer = structuredClone(config.config.layers.find((each: { name: string }) => each.name === name));
  Object.assign(layer, { name: 'mask' });
  layer.config.name = 'mask';
  config.config.layers.push(layer);
  config.config.input_layers = [config.config.input_layers, ['mask', 0, 0]];
  const path = join(await temporaryFolder(t), 'two.keras');
  await writeFile(path, zipSync({ ...members, 'config.json': strToU8(JSON.stringify(config)) }));
  await assert.rejects(loadModel(path, engine, {}), { code: 'model-unsupported', message: /2 inputs \(.*mask of/ });
  await assert.rejects(loadModel(path, engine, { inputs: { mark: 1 } }), {
    code: 'config-invalid',
    message: /no input `mark`; it has .*`mask`/,
  });
  using model = await loadModel(path, engine, { inputs: { mask: 1 } });
  using alone = await loadModel(new URL('../../fixtures/keras/tiny.keras', import.meta.url).pathname, engine, {});
  assert.deepEqual(scored(model, picture(0)).logits, scored(alone, picture(0)).logits);
});

test('a TensorFlow.js graph: numbers beside the picture', async t => {
  const [kernel, classes, beside] = [filled(2, 1, [3, 3, 3, 4]), filled(4, 1, [4, 3]), filled(5, 1, [2, 3])];
  const dim = [{ size: '-1' }, { size: '2' }];
  const product = { transpose_a: { b: false }, transpose_b: { b: false } };
  const nodes = [
    placeholder(8, 8, 3),
    node('meta', 'Placeholder', [], { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim } } }),
    convolution('conv', 'image', 'kernel'),
    node('relu', 'Relu', ['conv']),
    node('mean', 'Mean', ['relu', 'axes'], { keep_dims: { b: false } }),
    node('of picture', 'MatMul', ['mean', 'classes'], product),
    node('of meta', 'MatMul', ['meta', 'beside'], product),
    node('scores', 'AddV2', ['of picture', 'of meta']),
  ];
  const path = await writeGraph(await temporaryFolder(t), nodes, { kernel, classes, beside, axes: axes(1, 2) });
  const load = async (options: LoadOptions) => scored(await kept(t, loadModel(path, engine, options)));
  await assert.rejects(loadModel(path, engine, {}), { message: /2 inputs/, remedy: /inputs: \{ meta: 0 \}/ });
  const expected = [0, 1, 2].map(at => 0.5 * (beside.data[at]! + beside.data[3 + at]!));
  const found = added(await load({ inputs: { meta: 0.5 } }), await load({ inputs: { meta: 0 } }));
  assert.ok(deviation(found, expected) < 1e-5);
});

test('a SavedModel: the names are its signature’s', async t => {
  const path = await changedSavedModel(await temporaryFolder(t), graph => {
    const signature = graph.signatureDef.serving_default!;
    const [[key, answer]] = Object.entries(signature.outputs) as [[string, NonNullable<(typeof signature.outputs)[0]>]];
    const name = (answer.encoding as { value: string }).value;
    const type = create(AttrValueSchema, { value: { case: 'type', value: DataType.DT_FLOAT } });
    graph.graphDef!.node.push(
      create(NodeDefSchema, { name: 'feed', op: 'Placeholder', attr: { dtype: type } }),
      create(NodeDefSchema, { name: 'sum', op: 'AddV2', input: [name, 'feed'], attr: { T: type } }),
    );
    signature.inputs.meta = clone(TensorInfoSchema, Object.values(signature.inputs)[0]!);
    signature.inputs.meta.encoding = { case: 'name', value: 'feed:0' };
    signature.inputs.meta.tensorShape!.dim.splice(1, 3);
    signature.outputs[key]!.encoding = { case: 'name', value: 'sum:0' };
  });
  await assert.rejects(loadModel(path, engine, {}), {
    message: /2 inputs \(.*meta of \?/,
    remedy: /inputs: \{ meta: 0 \}/,
  });
  const load = async (meta: number) => scored(await kept(t, loadModel(path, engine, { inputs: { meta } })), picture(0));
  for (const value of added(await load(0.75), await load(0.25))) assert.ok(Math.abs(value - 0.5) < 1e-6);
});

async function kept<T extends Disposable>(t: TestContext, loading: Promise<T>): Promise<T> {
  const model = await loading;
  t.after(() => model[Symbol.dispose]());
  return model;
}
