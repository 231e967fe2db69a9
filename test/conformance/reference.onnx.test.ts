import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';
import { type MapJson, mapData, mapJson } from '../support/map-command.ts';
import { Deviations, deviation } from '../support/maps.ts';
import { fixturePaths, reference, whyNoReference } from '../support/reference.ts';

const engines = { wasm: whyNoReference, native: whyNoReference || (await whyNoEngine('native')) };
/** Photos, by the engine: what all of them show on the fast one, some show on the slow one. */
const fixtures = { wasm: 12, native: 38 } as const;
const photographs = { wasm: 3, native: 8 } as const;
const method = 'grad-cam,grad-cam++,hires-cam,layer-cam';
/** The output of an activation that Keras fuses into its convolution is a node of its own in ONNX. */
const layers = [
  ['fire9/concat_1', 'fire9_concat'],
  ['conv10_2', 'conv10'],
] as const;

for (const engine of ['wasm', 'native'] as const) {
  const skip = engines[engine];
  test(`the clothing classifier is the same from ONNX as from TensorFlow.js: ${engine} engine`, { skip }, async t => {
    const deviations = new Deviations();
    const explain = (form: string) =>
      mapJson(fixturePaths().slice(0, fixtures[engine]), {
        model: reference('clothing', form),
        preprocess: 'tf',
        method: `cam,${method}`,
        engine,
      });
    const truth = await explain('tfjs-layers');
    for (const form of ['model-logits-ts17.onnx', 'model-probs-dynamo.onnx'])
      compare(await explain(form), truth, `cam,${method}`, form, deviations);
    t.diagnostic(String(deviations));
    assert.equal(deviations.count, 2 * fixtures[engine] * 6);
  });

  test(`SqueezeNet is the same from ONNX as from TensorFlow.js, also from half floats: ${engine} engine`, {
    skip,
  }, async t => {
    const deviations = new Deviations();
    const { images }: { images: string[] } = JSON.parse(
      readFileSync(reference('imagenet/photos/reference.json'), 'utf8'),
    );
    const photos = images.slice(0, photographs[engine]).map(image => reference('imagenet/photos', image));
    const preprocess = '{scale: 1, mean: [104, 117, 123], order: bgr}';
    const explain = (form: string, layer: string) =>
      mapJson(photos, { model: reference('imagenet', form), preprocess, method, layer, engine });
    for (const [layer, theirs] of layers) {
      const truth = await explain('tfjs-layers', theirs);
      for (const form of ['squeezenet1.1-f32.onnx', 'squeezenet1.1-f16-original.onnx'])
        compare(await explain(form, layer), truth, method, `${form}, ${layer}`, deviations);
    }
    t.diagnostic(String(deviations));
    assert.equal(deviations.count, 2 * 2 * photographs[engine] * 5);
  });
}

function compare(found: MapJson, truth: MapJson, methods: string, where: string, deviations: Deviations): void {
  for (const [at, image] of found.images.entries()) {
    const expected = truth.images[at]!;
    assert.equal(image.predicted.index, expected.predicted.index, `${where}, ${image.image}`);
    deviations.check('logits', where, deviation(image.logits, expected.logits), 1e-4);
    for (const name of methods.split(','))
      deviations.check(name, where, deviation(mapData(image, name), mapData(expected, name)), 1e-4);
  }
}
