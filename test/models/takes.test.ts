import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { loadModel } from '../../src/models/index.ts';
import type { Takes } from '../../src/models/model.ts';
import { writeFed } from '../support/answers.ts';
import { node } from '../support/onnx-model.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { conv, explained, input, pooled } from './_keras.ts';

const engine = await wasmEngine();
type Fed = Parameters<typeof writeFed>;

async function takes(t: TestContext, steps: Fed[1], numbers: Fed[2], isBytes?: boolean): Promise<Takes | undefined> {
  using model = await loadModel(await writeFed(await temporaryFolder(t), steps, numbers, isBytes), engine, {});
  return model.takes();
}

const mean = ['mean-of', [1, 3, 1, 1], [0.485, 0.456, 0.406]] as const;
const std = ['std-of', [1, 3, 1, 1], [0.229, 0.224, 0.225]] as const;
const wide = ['wide', [], [255]] as const;
const half = ['half', [], [127.5]] as const;
const one = ['one', [], [1]] as const;
const step = (operation: string, from: string, by: string, to: string) => node(operation, [from, by], [to], {}, to);

test('an input of bytes is one, whatever the model makes of them', async t => {
  const cast = node('Cast', ['image'], ['floats'], { to: 1 }, 'floats');
  assert.deepEqual(await takes(t, [cast, step('Div', 'floats', 'wide', 'fed')], [wide], true), { kind: 'bytes' });
});

test('what makes a small range of 0 to 255 was made for 0 to 255', async t => {
  const tf = [step('Div', 'image', 'half', 'scaled'), step('Sub', 'scaled', 'one', 'fed')];
  assert.deepEqual(await takes(t, tf, [half, one]), { kind: 'rescaled', node: 'fed', becomes: [-1, 1] });
  const torch = [
    step('Div', 'image', 'wide', 'x'),
    step('Sub', 'x', 'mean-of', 'y'),
    step('Div', 'y', 'std-of', 'fed'),
  ];
  const found = await takes(t, torch, [wide, mean, std]);
  assert.equal(found?.kind, 'rescaled');
  assert.ok(Math.abs(found!.becomes![0] + 0.485 / 0.229) < 1e-5 && Math.abs(found!.becomes![1] - 0.594 / 0.225) < 1e-5);
});

test('what makes a normalised range of 0 to 1 was made for 0 to 1', async t => {
  const steps = [step('Sub', 'image', 'mean-of', 'y'), step('Div', 'y', 'std-of', 'fed')];
  assert.equal((await takes(t, steps, [mean, std]))?.kind, 'normalised');
});

test('other beginnings say nothing', async t => {
  assert.equal(await takes(t, [], []), undefined);
  const shifted = [step('Sub', 'image', 'mean-of', 'fed')];
  assert.equal(await takes(t, shifted, [mean]), undefined, 'a shift alone');
  const clipped = [node('Clip', ['image', 'one'], ['fed'], {}, 'fed')];
  assert.equal(await takes(t, clipped, [one]), undefined);
});

test('normalisation with what was learned is a rescaling too, in any format', () => {
  using model = explained(tf => {
    const start = input(tf);
    const features = conv(tf, 'conv').apply(tf.layers.batchNormalization({ name: 'norm' }).apply(start));
    return tf.model({ inputs: start, outputs: tf.layers.dense({ units: 3 }).apply(pooled(tf, features)) as never });
  });
  assert.equal(model.takes(), undefined, 'deviations of about one: made for what it is fed');
});
