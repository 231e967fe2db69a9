import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { gradCam } from '../../src/methods/grad-cam.ts';
import { loadModel } from '../../src/models/index.ts';
import type { Model, TaskKind } from '../../src/models/model.ts';
import { type Unit, writeColourHeads } from '../support/colour-heads.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { filled } from '../support/tiny-network.ts';

const engine = await wasmEngine();

async function model(t: TestContext, units: readonly Unit[], ends: 'Sigmoid' | 'nothing', task?: TaskKind) {
  const path = await writeColourHeads(join(await temporaryFolder(t), 'model.onnx'), units, ends);
  const loaded = await loadModel(path, engine, { task });
  t.after(() => loaded[Symbol.dispose]());
  return loaded;
}

const image = filled(3, 1, [16, 16, 3]).data;
const labels: readonly Unit[] = [[3, -1, 0, 0.5], [0, 2, 1, -1], [-1, 0.5, 4, 0]]; // biome-ignore format: a matrix
const explained = (of: Model, index: number) =>
  of.explain([image], { layer: 'relu', classes: [index], score: 'logit' })[0]!;

describe('what the answers are', () => {
  test('is told from the graph where it shows it', async t => {
    assert.deepEqual((await model(t, labels, 'Sigmoid')).task, { kind: 'multi-label', from: 'graph' });
    assert.deepEqual((await model(t, labels, 'nothing')).task, { kind: 'single-label', from: 'graph' });
    assert.deepEqual((await model(t, labels.slice(0, 1), 'Sigmoid')).task, { kind: 'single-label', from: 'graph' });
    assert.deepEqual((await model(t, labels.slice(0, 1), 'nothing')).task, { kind: 'single-label', from: 'assumed' });
  });

  test('can be said, but not against the graph', async t => {
    assert.deepEqual((await model(t, labels, 'nothing', 'multi-label')).task, { kind: 'multi-label', from: 'said' });
    assert.equal((await model(t, labels, 'Sigmoid', 'single-label')).task.kind, 'single-label');
    await assert.rejects(model(t, labels, 'nothing', 'regression'), {
      code: 'config-invalid',
      message: /`scores` holds 3 and ends without softmax/,
    });
    await assert.rejects(model(t, labels.slice(0, 1), 'Sigmoid', 'regression'), { message: /ends in a sigmoid/ });
    await assert.rejects(model(t, labels.slice(0, 1), 'nothing', 'multi-label'), { code: 'config-invalid' });
  });
});

test('each label has the sigmoid of its own score, also where the model ends in raw logits, and its own gradient', async t => {
  for (const [ends, task] of [
    ['Sigmoid', undefined],
    ['nothing', 'multi-label'],
  ] as const) {
    // biome-ignore format: pairs
    const found = await model(t, labels, ends, task);
    for (const [index, unit] of labels.entries()) {
      const { activations, gradients, logits, probabilities } = explained(found, index);
      for (const [at, slope] of gradients.data.entries())
        assert.ok(Math.abs(slope - unit[at % 3]! / 256) < 1e-8, `${slope}`);
      const mean = (channel: number) =>
        activations.data.reduce((sum, value, at) => sum + (at % 3 === channel ? value : 0), 0) / 256;
      const score = unit[3] + [0, 1, 2].reduce((sum, channel) => sum + unit[channel]! * mean(channel), 0);
      assert.ok(Math.abs(logits[index]! - score) < 1e-5);
      assert.ok(Math.abs(probabilities[index]! - 1 / (1 + Math.exp(-score))) < 1e-6);
      const map = gradCam.explain(explained(found, index)) as { data: Float32Array };
      const expected = Array.from({ length: 256 }, (_, cell) =>
        [0, 1, 2].reduce((sum, channel) => sum + (unit[channel]! / 256) * activations.data[cell * 3 + channel]!, 0),
      );
      for (const [cell, heat] of map.data.entries()) assert.ok(Math.abs(heat - expected[cell]!) < 1e-7);
    }
  }
});

test('a regression explains the number itself', async t => {
  const found = await model(t, [[3, -1, 2, 40]], 'nothing', 'regression');
  const { gradients, logits, probabilities, classIndex } = explained(found, 0);
  assert.deepEqual([found.classes, classIndex, [...probabilities]], [1, 0, [1]]);
  assert.ok(logits[0]! > 40);
  for (const [at, slope] of gradients.data.entries()) assert.ok(Math.abs(slope - [3, -1, 2][at % 3]! / 256) < 1e-8);
});
