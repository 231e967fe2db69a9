import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { CamdriftError } from '../../src/errors.ts';
import { loadModel } from '../../src/models/index.ts';
import type { LoadOptions } from '../../src/models/model.ts';
import { type answers, writeAnswer } from '../support/answers.ts';
import { writeModel } from '../support/models.ts';
import { changedSavedModel } from '../support/saved-model.ts';
import { convolution, node, placeholder, temporaryFolder, writeGraph } from '../support/tfjs-model.ts';
import { filled } from '../support/tiny-network.ts';
import { conv, explained, input } from './_keras.ts';

const engine = await wasmEngine();

/** Loads and explains; what is wrong, and what to do. */
async function problem(path: string, options: LoadOptions = {}): Promise<string> {
  const { numTensors } = engine.tf.core.memory();
  try {
    using model = await loadModel(path, engine, options);
    const { width, height, channels } = model.input;
    const images = [1, 2].map(seed => filled(seed, 1, [height, width, channels]).data);
    model.explain(images, { layer: model.targetLayer('auto').name, classes: [0, 1], score: 'logit' });
    return `explained: ${model.classes} classes`;
  } catch (error) {
    assert.ok(error instanceof CamdriftError, String(error));
    assert.equal(error.code, 'model-unsupported', error.message);
    return `${error.message} ${error.remedy}`;
  } finally {
    assert.equal(engine.tf.core.memory().numTensors, numTensors);
  }
}

type Name = keyof typeof answers;
const inOnnx = async (t: TestContext, name: Name, options: LoadOptions = {}, metadata: Record<string, string> = {}) =>
  problem(await writeAnswer(await temporaryFolder(t), name, metadata), options);

describe('an output that is no row of class scores is refused by its name and shape', () => {
  const kinds: Partial<Record<Name, RegExp>> = {
    boxes: /`anchors` holds 10 x 64 numbers for each image, as the boxes of a detector.*one score per class/,
    'boxes of unknown sizes': /`anchors` holds 10 x 64 numbers/,
    'boxes in a row': /`answer` is made of `anchors`, which holds 10 x 64 numbers/,
    mask: /`answer` holds 8 x 8 x 10 numbers for each image, as a mask or a picture/,
    'the likeliest class': /`answer` holds whole numbers or truths \(`answer`, ArgMax\).*without that last step/,
    'the likeliest class as a float': /`answer` is made of whole numbers or truths \(`class`, ArgMax\)/,
    'decisions as floats': /`answer` is made of whole numbers or truths \(`decided`, Greater\)/,
    embedding: /`answer` is 3 numbers of length one together, whatever the image: an embedding/,
    'without an axis for images': /`answer` has 3 numbers and no axis for the images/,
  };
  for (const [name, words] of Object.entries(kinds))
    test(name, async t => assert.match(await inOnnx(t, name as Name), words));

  test('and scores, also a single one, are explained', async t => {
    assert.equal(await inOnnx(t, 'scores'), 'explained: 3 classes');
    assert.equal(await inOnnx(t, 'one number'), 'explained: 2 classes');
  });
});

describe('what is advised where there are several outputs leads to class scores, or nowhere', () => {
  test('boxes alone', async t => {
    const told = await inOnnx(t, 'boxes and what is in them');
    assert.match(
      told,
      /`anchors` \(batch x 10 x 64\), `grid` \(batch x 10 x 8 x 8\), and none was chosen. None of them/,
    );
    assert.doesNotMatch(told, /--output/);
    assert.match(
      await inOnnx(t, 'boxes and what is in them', { output: 'anchors' }),
      /no row of numbers for each image/,
    );
    assert.match(await inOnnx(t, 'boxes and what is in them', { output: 'third' }), /but not `third`. None of them/);
  });

  test('a score for each box', async t => {
    const kind = 'boxes and a score for each';
    assert.match(await inOnnx(t, kind), /`box scores` \(batch x 3\), and none was chosen. None of them/);
    assert.match(await inOnnx(t, kind, { output: 'box scores' }), /is a number for each of the boxes in `boxes`/);
  });

  test('one that can be', async t => {
    assert.match(await inOnnx(t, 'a class and its scores'), /by its shape that can be `logits`/);
    assert.match(await inOnnx(t, 'a class and its scores', { output: 'class' }), /holds whole numbers/);
    assert.equal(await inOnnx(t, 'a class and its scores', { output: 'logits' }), 'explained: 3 classes');
  });

  test('in a SavedModel, whose signature says the shapes', async t => {
    const path = await changedSavedModel(await temporaryFolder(t), ({ signatureDef }) => {
      const { outputs } = signatureDef.serving_default!;
      const [scores] = Object.values(outputs);
      const sizes = (...dims: number[]) => ({
        ...scores!,
        tensorShape: {
          ...scores!.tensorShape!,
          dim: dims.map(size => ({ $typeName: 'tensorflow.TensorShapeProto.Dim' as const, size: BigInt(size) })),
        },
      });
      signatureDef.serving_default!.outputs = { boxes: sizes(-1, 3, 4), found: sizes(-1, 3) };
    });
    assert.match(
      await problem(path, { output: 'found' }),
      /`found` \(\? x 3\) is a number for each of the boxes in `boxes`/,
    );
  });
});

test('what a file says of its task is believed', async t => {
  for (const task of ['detect', 'segment', 'Pose', 'object-detection'])
    assert.match(await inOnnx(t, 'scores', {}, { task }), new RegExp(`says of itself \`task: ${task}\``));
  for (const task of ['classify', 'image-classification', 'anything'])
    assert.equal(await inOnnx(t, 'scores', {}, { task }), 'explained: 3 classes');
  const folder = await temporaryFolder(t);
  await writeModel(folder, { metadata: { task: 'segment' } });
  assert.match(await problem(folder), /model.json says of itself `task: segment`/);
  const beside = await temporaryFolder(t);
  await writeModel(beside);
  await writeFile(join(beside, 'metadata.json'), JSON.stringify({ task: 'obb' }));
  assert.match(await problem(beside), /says of itself `task: obb`/);
});

describe('in the other formats', () => {
  test('a grid of Keras, also laid out in a row', () => {
    for (const row of [false, true])
      assert.throws(
        () =>
          explained(tf => {
            const image = input(tf);
            const grid = conv(tf, 'mask', 2, { activation: 'sigmoid' }).apply(conv(tf, 'conv').apply(image));
            const outputs = row ? tf.layers.flatten({ name: 'row' }).apply(grid) : grid;
            return tf.model({ inputs: image, outputs: outputs as ReturnType<typeof input> });
          }),
        { code: 'model-unsupported', message: /8 x 8 x 2 numbers for each image, as a mask or a picture/ },
      );
  });

  test('a TensorFlow graph', async t => {
    const begin = [placeholder(8, 8, 3), convolution('conv', 'image', 'kernel'), node('relu', 'Relu', ['conv'])];
    const constants = {
      kernel: filled(1, 1, [3, 3, 3, 4]),
      'mean/axes': { shape: [2], data: Int32Array.of(1, 2) },
      axis: { shape: [], data: Int32Array.of(1) },
    };
    const graph = async (...nodes: ReturnType<typeof node>[]) =>
      problem(await writeGraph(await temporaryFolder(t), [...begin, ...nodes], constants));
    assert.match(await graph(), /`relu` holds 8 x 8 x 4 numbers for each image/);
    const mean = node('mean', 'Mean', ['relu', 'mean/axes'], { keep_dims: { b: false } });
    const best = node('best', 'ArgMax', ['mean', 'axis'], {
      Tidx: { type: 'DT_INT32' },
      output_type: { type: 'DT_INT64' },
    });
    assert.match(await graph(mean, best), /`best` holds whole numbers or truths \(`best`, ArgMax\)/);
    assert.equal(await graph(mean), 'explained: 4 classes');
  });
});

test('scores that happen to be of length one for one image are explained', async t => {
  using model = await loadModel(await writeAnswer(await temporaryFolder(t), 'scores'), engine, {});
  const image = filled(1, 1, [8, 8, 3]).data;
  const length = (of: Float32Array) => {
    const { logits } = model.explain([of], { layer: 'relu', classes: [0], score: 'logit' })[0]!;
    return Math.hypot(...logits);
  };
  using fresh = await loadModel(await writeAnswer(await temporaryFolder(t), 'scores'), engine, {});
  const scaled = image.map(value => value / length(image)); // without biases the scores grow as the image does
  assert.ok(Math.abs(length(scaled) - 1) < 1e-5);
  assert.equal(fresh.explain([scaled], { layer: 'relu', classes: [0], score: 'logit' }).length, 1);
});
