import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nativeEngine } from '../../../src/engines/native.ts';
import { loadModel } from '../../../src/models/index.ts';
import { whyNoEngine } from '../../support/engines.ts';
import { deviation } from '../../support/maps.ts';
import { writeOnnx, writeOnnxExternal, writeOnnxKeras } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { filled, forward, picture, slopeAlong, tiny } from '../../support/tiny-network.ts';

const skip = await whyNoEngine('native');

for (const [form, write] of Object.entries({ writeOnnx, writeOnnxExternal, writeOnnxKeras })) {
  test(`the native engine gives the tiny network's evidence from ONNX: ${form}`, { skip }, async t => {
    const engine = await nativeEngine();
    const path = await write(await temporaryFolder(t));
    const start = engine.tf.core.memory().numTensors;
    const model = await loadModel(path, engine, {});
    const images = [picture(1), picture(2), picture(3)];
    const found = model.explain(images, { layer: tiny.layer, classes: [0, 1, 2], score: 'logit' });
    const direction = filled(42, 1, [tiny.height * tiny.width * 5]).data;
    for (const [at, { activations, logits, gradients }] of found.entries()) {
      const truth = forward(images[at]!);
      assert.ok(deviation(activations.data, truth.activations) < 1e-6);
      assert.ok(deviation(logits, truth.logits) < 1e-6);
      const along = gradients.data.reduce((sum, slope, cell) => sum + slope * direction[cell]!, 0);
      const slope = slopeAlong(direction, images[at]!, scores => scores[at]!);
      assert.ok(Math.abs(along - slope) < 1e-5 * Math.abs(slope), `${along}, not ${slope}`);
    }
    model[Symbol.dispose]();
    assert.equal(engine.tf.core.memory().numTensors, start);
  });
}
