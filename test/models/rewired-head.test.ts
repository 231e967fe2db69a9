import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycle, random } from '../../src/core/random.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { loadModel } from '../../src/models/index.ts';
import { deviation } from '../support/maps.ts';
import { writeModel } from '../support/models.ts';
import { writeOnnx } from '../support/onnx-model.ts';
import { temporaryFolder, writeLayers, writePlainGraph } from '../support/tfjs-model.ts';
import { forward, head, picture, tiny } from '../support/tiny-network.ts';

const engine = await wasmEngine();
const seed = 4;

const writers = { layers: writeLayers, 'a frozen graph': writePlainGraph, ONNX: writeOnnx };

for (const [format, write] of Object.entries(writers))
  test(`evidence of a rewired head is that of the head on the permuted layer, gradients in the layer’s own order: ${format}`, async t => {
    using model = await loadModel(await write(await temporaryFolder(t)), engine, {});
    const images = [picture(1), picture(2)];
    const found = model.explain(images, { layer: tiny.layer, classes: [0, 2], score: 'logit', rewired: seed });
    const order = cycle(5, random(seed));
    for (const [index, image] of images.entries()) {
      const { activations, bypass } = forward(image);
      const rewired = (values: Float64Array) => values.map((_, at) => values[at - (at % 5) + order[at % 5]!]!);
      const { logits, gradients, activations: own } = found[index]!;
      assert.ok(deviation(logits, head(rewired(activations), bypass)) < 1e-5);
      assert.ok(deviation(own.data, activations) < 1e-5);
      const score = (values: Float64Array) => head(rewired(values), bypass)[index * 2]!;
      const slopes = activations.map((_, at) => {
        const moved = (step: number) => score(activations.map((value, i) => (i === at ? value + step : value)));
        return (moved(1e-6) - moved(-1e-6)) / 2e-6;
      });
      assert.ok(deviation(gradients.data, slopes) < 1e-5);
    }
  });

test('CAM reads the weights of the rewired head', async t => {
  using model = await loadModel(await writeModel(await temporaryFolder(t)), engine, {});
  const image = new Float32Array(16 * 16 * 3).fill(0.5);
  const [found] = model.explain([image], { layer: 'conv', classes: [0], score: 'logit', rewired: seed });
  const expected = [0, 0, 0];
  expected[cycle(3, random(seed))[0]!] = 40;
  assert.ok(deviation(found!.classWeights!, expected) < 1e-6, `${found!.classWeights}`);
});
