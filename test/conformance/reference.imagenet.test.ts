import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';
import { type ImageJson, mapData, mapJson } from '../support/map-command.ts';
import { Deviations, deviation, largestDifference, relu } from '../support/maps.ts';
import { row } from '../support/npy.ts';
import { type Archive, readNpz } from '../support/npz.ts';
import { reference, whyNoReference } from '../support/reference.ts';

interface Photos {
  readonly images: readonly string[];
  readonly layers: readonly string[];
  readonly top5: readonly (readonly { index: number; label: string; probability: number }[])[];
}

const forms = ['tfjs-layers', 'squeezenet1.1.keras', 'squeezenet1.1-keras2.h5'];
const engines = { wasm: whyNoReference, native: whyNoReference || (await whyNoEngine('native')) };

for (const [engine, skip] of Object.entries(engines)) {
  test(`SqueezeNet with its ImageNet weights sees in eight photos what Keras says it sees: ${engine} engine`, {
    skip,
  }, async t => {
    const photos: Photos = JSON.parse(readFileSync(reference('imagenet/photos/reference.json'), 'utf8'));
    const truth = readNpz(reference('imagenet/photos/reference.npz'));
    const deviations = new Deviations();
    for (const [form, layer] of forms.flatMap(each => photos.layers.map(layer => [each, layer] as const))) {
      await t.test(`maps and five best classes, ${layer}, ${form}`, async () => {
        const { images } = await mapJson(
          photos.images.map(image => reference('imagenet/photos', image)),
          {
            model: reference('imagenet', form),
            preprocess: '{scale: 1, mean: [104, 117, 123], order: bgr}',
            labels: reference('imagenet/labels.json'),
            method: 'grad-cam,grad-cam++,hires-cam',
            layer,
            engine,
          },
        );
        assert.equal(images.length, 8);
        for (const [index, image] of images.entries()) {
          comparePrediction(image, photos.top5[index]!, row(truth.array('logits'), index), deviations);
          compareMaps(image, layer, index, truth, deviations);
        }
      });
    }
    t.diagnostic(String(deviations));
    assert.equal(deviations.count, forms.length * 2 * 8 * (2 + 3));
  });
}

function comparePrediction(
  image: ImageJson,
  top5: Photos['top5'][number],
  logits: ArrayLike<number>,
  deviations: Deviations,
): void {
  const named = (list: readonly { index: number; label?: string }[]) =>
    list.map(({ index, label }) => ({ index, label }));
  assert.deepEqual(named(image.top5), named(top5), image.image);
  const probabilities = (list: readonly { probability: number }[]) => list.map(({ probability }) => probability);
  const apart = largestDifference(probabilities(image.top5), probabilities(top5));
  deviations.check('probabilities', image.image, apart, 1e-5);
  deviations.check('logits', image.image, deviation(image.logits, logits), 1e-5);
}

/** The reference stores Grad-CAM and Grad-CAM++ after their ReLU, HiResCAM before. */
function compareMaps(image: ImageJson, layer: string, index: number, truth: Archive, deviations: Deviations): void {
  const expected = (key: string) => row(truth.array(`${layer}/${key}`), index);
  const check = (method: string, found: ArrayLike<number>, key: string) =>
    deviations.check(`${method} at ${layer}`, image.image, deviation(found, expected(key)), 1e-5);
  check('grad-cam', relu(mapData(image, 'grad-cam')), 'gradcam');
  check('grad-cam++', relu(mapData(image, 'grad-cam++')), 'gradcampp');
  check('hires-cam', mapData(image, 'hires-cam'), 'hirescam');
}
