import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Engine } from '../../../src/engines/engine.ts';
import { nativeEngine } from '../../../src/engines/native.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { gradCam } from '../../../src/methods/grad-cam.ts';
import { loadModel } from '../../../src/models/index.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import { type Live, plain } from '../../../src/models/onnx/value.ts';
import { Bench } from '../../contracts/_operator-bench.ts';
import { root } from '../../support/dist.ts';
import { whyNoEngine } from '../../support/engines.ts';
import { deviation, largestDifference } from '../../support/maps.ts';

/** Made by scripts/make-onnx-fixtures.py. */
const folder = join(root, 'test/models/onnx/files/quantised');
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as {
  images: number[][];
  logits: Record<string, number[][]>;
  steps: Record<string, number>;
};
const engines = {
  wasm: { start: wasmEngine, skip: false as const },
  native: { start: nativeEngine, skip: await whyNoEngine('native') },
};

async function evidence(engine: Engine, name: string, layer = 'auto') {
  using model = await loadModel(join(folder, `${name}.onnx`), engine, {});
  const chosen = model.targetLayer(layer).name;
  const images = truth.images.map(image => Float32Array.from(image));
  return { chosen, found: model.explain(images, { layer: chosen, classes: [1, 1], score: 'logit' }) };
}

const map = (one: Parameters<typeof gradCam.explain>[0]) => (gradCam.explain(one) as { data: Float32Array }).data;

for (const [engineName, { start, skip }] of Object.entries(engines)) {
  test(`what ONNX Runtime's optimiser fused gives its logits and the same map: ${engineName} engine`, {
    skip,
  }, async () => {
    const engine = await start();
    const [plain, fused] = [await evidence(engine, 'float'), await evidence(engine, 'fused')];
    for (const [at, found] of fused.found.entries()) {
      assert.ok(deviation(found.logits, truth.logits.fused![at]!) < 1e-6);
      assert.ok(deviation(map(found), map(plain.found[at]!)) < 1e-5);
    }
  });

  // Sums of 8-bit products are whole numbers that both compute exactly. What is left is the order in which scales are
  // multiplied, which decides which way a value half-way between two steps is rounded.
  for (const name of ['quantised', 'per-channel'])
    test(`quantised operators give ONNX Runtime's logits up to one step: ${name}, ${engineName} engine`, {
      skip,
    }, async t => {
      const { found } = await evidence(await start(), name);
      for (const [at, { logits }] of found.entries()) {
        const steps = largestDifference(logits, truth.logits[name]![at]!) / truth.steps[name]!;
        t.diagnostic(`image ${at}: ${steps.toFixed(3)} steps`);
        assert.ok(steps <= 1.001, `${steps} steps`);
      }
    });

  test(`activations of quantised layers are the numbers they stand for: ${engineName} engine`, { skip }, async () => {
    const engine = await start();
    const plain = await evidence(engine, 'float');
    for (const name of ['quantised', 'per-channel']) {
      const { chosen, found } = await evidence(engine, name);
      assert.match(chosen, /^last/, 'the layer is the same convolution');
      for (const [at, one] of found.entries()) {
        const other = plain.found[at]!;
        assert.ok(deviation(one.activations.data, other.activations.data) < 0.05, 'up to the grid');
        assert.ok(deviation(map(one), map(other)) < 0.1, `map of ${name}: ${deviation(map(one), map(other))}`);
      }
    }
  });
}

for (const [name, { start, skip }] of Object.entries(engines))
  test(`steps of nothing but zeros are of size one, and nothing is divided by nothing: ${name} engine`, {
    skip,
  }, async () => {
    const engine = await start();
    const { core } = engine.tf;
    const operation = operations.DynamicQuantizeLinear!;
    const bench = new Bench(operation, { operator: 'DynamicQuantizeLinear', outputs: 3, shape: [1, 3] }, engine);
    core.tidy(() => {
      const made = operation.run!(bench.call(plain(core.zeros([1, 3])))) as readonly Live[];
      assert.deepEqual(
        made.map(({ tensor }) => Array.from(tensor.dataSync(), x => x + 0)),
        [[0, 0, 0], [1], [0]],
      );
    });
  });
