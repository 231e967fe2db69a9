import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { engines } from '../../src/engines/index.ts';
import { CamdriftError } from '../../src/errors.ts';
import { formats, loadModel, modelDigest } from '../../src/models/index.ts';
import type { Model, ModelFile, Score } from '../../src/models/model.ts';
import { root } from '../support/dist.ts';
import { contractEngine } from '../support/engines.ts';
import { deviation } from '../support/maps.ts';
import { writeOnnx, writeOnnxExternal, writeOnnxKeras } from '../support/onnx-model.ts';
import { copySavedModel } from '../support/saved-model.ts';
import { temporaryFolder, writeFusedGraph, writeLayers, writePlainGraph } from '../support/tfjs-model.ts';
import { filled, forward, picture, slopeAlong, softmax, tiny, weights } from '../support/tiny-network.ts';

/** Per format, writers of the tiny network into a folder; what they give is what a user names. A format without one fails below. */
const samples: Readonly<Record<string, Readonly<Record<string, (folder: string) => Promise<string>>>>> = {
  'keras-h5': { functional: copied('tiny.h5') },
  'keras-zip': { functional: copied('tiny.keras') },
  onnx: { 'one file': writeOnnx, 'external data': writeOnnxExternal, 'as from Keras, one image': writeOnnxKeras },
  'saved-model': { 'written by TensorFlow': copySavedModel },
  'tfjs-graph': { plain: writePlainGraph, fused: writeFusedGraph },
  'tfjs-layers': { functional: writeLayers },
};

/** The files that a model may have, the one that tells its format first. */
const files: Readonly<Record<string, readonly string[]>> = {
  'keras-h5': ['tiny.h5'],
  'keras-zip': ['tiny.keras'],
  onnx: ['model.onnx', 'weights.bin'],
  'saved-model': ['saved_model.pb', 'variables/variables.index', 'variables/variables.data-00000-of-00001'],
  'tfjs-graph': ['model.json', 'weights.bin'],
  'tfjs-layers': ['model.json', 'weights.bin'],
};

/** Keras's own files: nothing here writes them. @returns the file, which is the whole model */
function copied(name: string): (folder: string) => Promise<string> {
  return async folder => {
    await copyFile(join(root, 'fixtures/keras', name), join(folder, name));
    return join(folder, name);
  };
}

function filesOf(format: string, path: string): string[] {
  const folder = extname(path) === '' ? path : dirname(path);
  return files[format]!.map(file => join(folder, file)).filter(existsSync);
}

const cells = tiny.height * tiny.width;
const request = { layer: tiny.layer, classes: ['predicted'], score: 'logit' } as const;
let engine: Engine;
before(async () => {
  engine = await engines[contractEngine()]();
});

let checked = 0;
after(() => assert.ok(checked > 0, 'no format was checked'));

test('every format in the table has a tiny model that stands for it', () => {
  assert.deepEqual(formats.map(({ name }) => name).sort(), Object.keys(samples));
});

for (const format of formats) {
  for (const [form, write] of Object.entries(samples[format.name] ?? {})) {
    const law = (title: string, check: (path: string, load: () => Promise<Model>) => Promise<void> | void) =>
      test(`${format.name}, ${form}: ${title}`, async t => {
        const path = await write(await temporaryFolder(t));
        await check(path, () => loadModel(path, engine, {}));
        checked++;
      });

    law('it is the only format that recognises the file, and lists the weights with it', async path => {
      const paths = filesOf(format.name, path);
      const file = await head(paths[0]!);
      assert.deepEqual(
        formats.filter(other => other.recognises(file)).map(({ name }) => name),
        [format.name],
      );
      assert.deepEqual(await format.files(file.path), paths);
    });

    law('it says what it is: format, input, classes, layers in execution order', async (_, load) => {
      using model = await load();
      assert.equal(model.format, format.name);
      assert.deepEqual({ ...model.input }, { height: tiny.height, width: tiny.width, channels: tiny.channels });
      assert.equal(model.classes, tiny.classes);
      const names = model.layers().map(({ name }) => name);
      const order = ['relu0', 'relu1', 'add', 'relu2'].map(name => names.indexOf(name));
      assert.ok(
        order.every(at => at >= 0),
        names.join(),
      );
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      const { name, width, height, channels } = model.targetLayer('auto');
      assert.deepEqual({ name, width, height, channels }, { name: 'relu2', width: 7, height: 6, channels: 4 });
    });

    law('activations, logits and probabilities are those of the network worked out naively', async (_, load) => {
      using model = await load();
      for (const image of [picture(1), picture(2)]) {
        const [found] = model.explain([image], request);
        const { activations, logits } = forward(image);
        assert.ok(deviation(found!.activations.data, activations) < 1e-6);
        assert.ok(deviation(found!.logits, logits) < 1e-6);
        assert.ok(deviation(found!.probabilities, softmax(logits)) < 1e-6);
        assert.equal(found!.classIndex, logits.indexOf(Math.max(...logits)));
      }
    });

    for (const score of ['logit', 'probability'] as const) {
      law(`gradients of the ${score} are finite differences, past a skip path, for every class`, async (_, load) => {
        using model = await load();
        for (const classIndex of [0, 1, 2]) assert.ok(slopeError(model, classIndex, score) < 2e-6);
      });
    }

    law(
      'its kernels are those of the network in execution order, whatever order of axes the file has',
      async (_, load) => {
        using model = await load();
        const loaded = engine.tf.core.memory().numTensors;
        const kernels = model.weights().kernels;
        const names = ['conv0', 'conv1', 'conv2', 'scores'] as const;
        assert.equal(kernels.length, names.length);
        for (const [at, name] of names.entries()) {
          const { shape, data } = weights[name].kernel;
          assert.deepEqual([kernels[at]!.shape, [...kernels[at]!.values()]], [[...shape], [...data]]);
        }
        assert.equal(engine.tf.core.memory().numTensors, loaded);
      },
    );

    law('a layer whose mean is not linear in the scores has no class weights, the last one has', async (_, load) => {
      using model = await load();
      const weightsAt = (layer: string) =>
        model.explain([picture(1)], { ...request, layer, classes: [1] })[0]!.classWeights;
      assert.equal(weightsAt('relu1'), undefined);
      const kernel = filled(7, 2, [4, 3]).data;
      assert.ok(
        deviation(
          weightsAt('relu2')!,
          [1, 4, 7, 10].map(at => kernel[at]!),
        ) < 1e-6,
      );
    });

    law('a batch gives bit for bit what its images give alone, each with its own class', async (_, load) => {
      using model = await load();
      const images = [1, 2, 3, 4, 5].map(picture);
      const classes = [0, 1, 'predicted', 2, 0] as const;
      const together = model.explain(images, { ...request, classes });
      const answers = model.answers(images);
      for (const [at, { probabilities }] of together.entries()) {
        // A runtime runs the head as well where only answers are asked, and has last bits of its own.
        if (engine.runtime) assert.ok(deviation(answers[at]!, probabilities) < 1e-6);
        else assert.deepEqual(answers[at], probabilities, 'answers alone are those of the evidence');
      }
      assert.deepEqual(
        images.flatMap(image => model.answers([image])),
        answers,
      );
      const alone = images.map(
        (image, index) => model.explain([image], { ...request, classes: [classes[index]!] })[0]!,
      );
      assert.deepEqual(together, alone);
      assert.notDeepEqual(together[0]!.gradients, together[1]!.gradients);
    });

    law('no tensor lives on: after explaining, after each way to fail, after disposing', async (_, load) => {
      const { memory } = engine.tf.core;
      const start = memory().numTensors;
      const model = await load();
      model.layers();
      assert.ok(memory().numTensors > start);
      const explain = () => model.explain([picture(1), picture(2)], { ...request, classes: [0, 1] });
      // What the head reads may come to the engine with the first image.
      explain();
      const loaded = memory().numTensors;
      explain();
      assert.equal(memory().numTensors, loaded, 'explained');
      assert.throws(() => model.explain([new Float32Array(3)], request), RangeError);
      const overflowing = picture(1).fill(2e36);
      assert.throws(() => model.explain([overflowing], request), { name: 'CamdriftError', code: 'model-numbers' });
      assert.throws(() => model.explain([picture(1)], { ...request, layer: 'nowhere' }), { code: 'layer-unknown' });
      assert.throws(() => model.targetLayer('mean'), CamdriftError);
      assert.equal(memory().numTensors, loaded, 'failed');
      model[Symbol.dispose]();
      assert.equal(memory().numTensors, start, 'disposed');
    });

    law('loading that fails leaves no tensor either', async path => {
      const { memory } = engine.tf.core;
      const start = memory().numTensors;
      await assert.rejects(loadModel(path, engine, { output: 'nowhere' }), { code: 'model-unsupported' });
      await assert.rejects(loadModel(path, engine, { size: { width: 9, height: 9 } }), { code: 'config-invalid' });
      assert.equal(memory().numTensors, start);
    });

    law('a layer that is missing, flat or spelled wrongly is refused with its name', async (_, load) => {
      using model = await load();
      assert.throws(() => model.targetLayer('relu_1'), /no layer `relu_1`.* Did you mean `relu\d`/);
      assert.throws(() => model.targetLayer('mean'), /`mean` has no spatial extent.* got 4\./);
    });

    law('its digest changes with any byte of any of its files', async path => {
      const digest = await modelDigest(path);
      assert.match(digest, /^[0-9a-f]{64}$/);
      for (const file of filesOf(format.name, path).toReversed()) {
        const handle = await open(file, 'r+');
        const { buffer } = await handle.read(new Uint8Array(1), 0, 1, 0);
        await handle.write(new Uint8Array([buffer[0]! ^ 1]), 0, 1, 0);
        await handle.close();
        await assert.rejects(async () => assert.equal(await modelDigest(path), digest));
        const again = await open(file, 'r+');
        await again.write(buffer, 0, 1, 0);
        await again.close();
      }
      assert.equal(await modelDigest(path), digest);
    });
  }
}

/** How far the gradient is from the slope in a random direction, in parts of that slope. */
function slopeError(model: Model, classIndex: number, score: Score): number {
  const image = picture(3);
  const [{ gradients }] = model.explain([image], { ...request, classes: [classIndex], score }) as [
    ReturnType<Model['explain']>[number],
  ];
  const direction = filled(42, 1, [cells * 5]).data;
  const along = gradients.data.reduce((sum, slope, at) => sum + slope * direction[at]!, 0);
  const truth = slopeAlong(direction, image, logits => (score === 'logit' ? logits : softmax(logits))[classIndex]!);
  assert.ok(Math.abs(truth) > 1e-4, `the direction matters: ${truth}`);
  return Math.abs(along - truth) / Math.abs(truth);
}

/** The main file, and the weights where they lie beside it. */
async function head(path: string): Promise<ModelFile> {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(new Uint8Array(4096), 0, 4096, 0);
  await handle.close();
  return { path, head: buffer.subarray(0, bytesRead) };
}
