import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { CamdriftError, type ProblemCode } from '../../src/errors.ts';
import { loadModel } from '../../src/models/index.ts';
import { root } from '../support/dist.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { weights } from '../support/tiny-network.ts';
import '../support/stalls.ts';

const engine = await wasmEngine();
const sound = readFileSync(join(root, 'fixtures/keras/tiny.keras'));
const soundH5 = readFileSync(join(root, 'fixtures/keras/tiny.h5'));
const members = unzipSync(sound);

interface Layer {
  class_name: string;
  module?: string;
  registered_name?: string | null;
  name?: string;
  config: Record<string, unknown>;
  inbound_nodes?: unknown[];
}
type Config = Layer & { config: { layers: Layer[] } };

/** The tiny archive with another architecture. */
function archive(change: (config: Config) => unknown): Uint8Array {
  const config = JSON.parse(Buffer.from(members['config.json']!).toString()) as Config;
  const changed = change(config) ?? config;
  return zipSync({ ...members, 'config.json': strToU8(JSON.stringify(changed)) });
}

const layerOf = (config: Config, name: string) => config.config.layers.find(layer => layer.name === name)!;

/** Refused with this code and words, without a tensor or much memory left behind. */
async function refused(t: TestContext, bytes: Uint8Array, code: ProblemCode, words: RegExp): Promise<void> {
  const path = join(await temporaryFolder(t), 'model');
  await writeFile(path, bytes);
  const [tensors, memory] = [engine.tf.core.memory().numTensors, process.memoryUsage().rss];
  await assert.rejects(loadModel(path, engine, {}), error => {
    assert.ok(error instanceof CamdriftError, String((error as Error).stack));
    assert.deepEqual([error.code, words.test(error.message)], [code, true], error.message);
    assert.ok(error.message.length < 2000);
    return true;
  });
  assert.ok(process.memoryUsage().rss - memory < 500e6, 'in little memory');
  assert.equal(engine.tf.core.memory().numTensors, tensors, 'no tensor lives on');
}

const cases: Readonly<Record<string, readonly [Uint8Array, ProblemCode, RegExp]>> = {
  'a Lambda layer': [
    archive(c => Object.assign(layerOf(c, 'relu1'), { class_name: 'Lambda' }) && c),
    'model-unsupported',
    /`relu1` is a Lambda layer, whose Python code/,
  ],
  'a class of one’s own': [
    archive(
      c =>
        Object.assign(layerOf(c, 'relu1'), { class_name: 'ReLU', module: 'my.layers', registered_name: 'Mine>ReLU' }) &&
        c,
    ),
    'model-unsupported',
    /`relu1` is of class `ReLU`, of your own \(module my\.layers\)/,
  ],
  'a layer that is not read': [
    archive(c => Object.assign(layerOf(c, 'relu1'), { class_name: 'LSTM' }) && c),
    'model-unsupported',
    /class `LSTM`, which camdrift does not read/,
  ],
  'an activation nobody knows': [
    archive(c => Object.assign(layerOf(c, 'conv1').config, { activation: 'glu' }) && c),
    'model-unsupported',
    /`conv1` uses the activation `glu`/,
  ],
  'channels first where they are last': [
    archive(c => Object.assign(layerOf(c, 'conv1').config, { data_format: 'channels_first' }) && c),
    'model-unsupported',
    /`conv1` \(Conv\) has a kernel .* does not fit 6 channels/,
  ],
  'a model class of one’s own': [
    archive(c => Object.assign(c, { class_name: 'MyModel' })),
    'model-unsupported',
    /class `MyModel`; camdrift reads functional and sequential/,
  ],
  'a layer wider than its weights: nothing is allocated': [
    archive(c => Object.assign(layerOf(c, 'scores').config, { units: 2 ** 40 }) && c),
    'model-unreadable',
    /`kernel` of `scores` has shape 4 x 3 in the file; its layer wants any x 1099511627776/,
  ],
  'two layers of the same name': [
    archive(c => {
      c.config.layers.push({ ...layerOf(c, 'relu1') });
    }),
    'model-unreadable',
    /Two layers of model tiny have the same name/,
  ],
  'a layer that is not there': [
    archive(c => JSON.parse(JSON.stringify(c).replace('["relu1",0,0]', '["gone",0,0]'))),
    'model-unreadable',
    /refers to a layer `gone`/,
  ],
  'a layer that waits for itself': [
    archive(c => JSON.parse(JSON.stringify(c).replace('["relu0",0,0]', '["add",0,0]'))),
    'model-unreadable',
    /waits for its own output/,
  ],
  'models nested without end': [
    archive(c => Array.from({ length: 200 }).reduce<Config>(nestedIn, c)),
    'model-unreadable',
    /nested more than 32 deep/,
  ],
  'lists nested without end': [
    zipSync({
      ...members,
      'config.json': strToU8(`{"class_name":"Functional","config":{"layers":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`),
    }),
    'model-unreadable',
    /has no name/,
  ],
  'no architecture': [
    zipSync({ 'metadata.json': members['metadata.json']! }),
    'model-unreadable',
    /has no config\.json/,
  ],
  'no weights': [
    zipSync({ 'config.json': members['config.json']!, 'metadata.json': members['metadata.json']! }),
    'model-unreadable',
    /has no model\.weights\.h5/,
  ],
  'weights that are no HDF5': [
    zipSync({ ...members, 'model.weights.h5': strToU8('pickle') }),
    'model-unreadable',
    /cannot be read as a Keras model/,
  ],
  'JSON that is none': [zipSync({ ...members, 'config.json': strToU8('{"') }), 'model-unreadable', /JSON/],
  'an archive that is cut off': [
    sound.subarray(0, sound.length - 100),
    'model-unreadable',
    /not a zip that can be read/,
  ],
  'a name that climbs': [
    zipSync({ ...members, '../evil': strToU8('x') }),
    'model-unreadable',
    /leaves the folder|not a zip/,
  ],
  'a zip bomb': [
    zipSync({ ...members, 'model.weights.h5': new Uint8Array(300_000_000) }),
    'model-unreadable',
    /unpacks to more than 50 times its size/,
  ],
  'an .h5 that is cut off': [soundH5.subarray(0, soundH5.length / 2), 'model-unreadable', /cut off/],
  'weights without a model': [
    readFileSync(join(root, 'fixtures/keras/hdf5-old.h5')),
    'model-unreadable',
    /without the model/,
  ],
  'the first bytes of an .h5 only': [soundH5.subarray(0, 8), 'model-unreadable', /cut off/],
  'a weight that is not finite': [
    zipSync({ ...members, 'model.weights.h5': withNaN(members['model.weights.h5']!) }),
    'model-numbers',
    /holds NaN or infinite/,
  ],
};

for (const [title, [bytes, code, words]] of Object.entries(cases)) {
  test(`refused by name: ${title}`, t => refused(t, bytes, code, words));
}

/** A model that holds only this one. */
function nestedIn(inner: Config): Config {
  const config = { layers: [{ ...inner, name: 'inner', inbound_nodes: [] }], input_layers: [['inner', 0, 0]] };
  return {
    ...inner,
    config: { ...inner.config, name: 'inner', ...config, output_layers: [['inner', 0, 0]] },
  } as Config;
}

/** The first weight of the tiny network begins with a value that is known. */
function withNaN(h5: Uint8Array): Uint8Array {
  const bytes = Buffer.from(h5);
  const at = bytes.indexOf(Buffer.from(weights.conv1.kernel.data.slice(0, 2).buffer));
  assert.ok(at >= 0);
  bytes.writeFloatLE(Number.NaN, at);
  return bytes;
}
