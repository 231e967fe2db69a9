import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';
import { type MapJson, mapData, mapJson } from '../support/map-command.ts';
import { Deviations, deviation, relu } from '../support/maps.ts';
import { row } from '../support/npy.ts';
import { readNpz } from '../support/npz.ts';
import { fixturePaths, reference, whyNoReference } from '../support/reference.ts';

/** The same weights in every form that is read; the last two are rounded. */
const exact = [
  'tfjs-layers',
  'tfjs-layers-sharded',
  'tfjs-graph-plain',
  'tfjs-graph-fused',
  'savedmodel',
  'model.keras',
  'model-keras2.h5',
  'model-keras3.h5',
];
const rounded = ['tfjs-layers-float16', 'tfjs-layers-uint8'];
const engines = { wasm: whyNoReference, native: whyNoReference || (await whyNoEngine('native')) };
/** Photos, by the engine: what all of them show on the fast one, some show on the slow one. */
const fixtures: Readonly<Record<string, number>> = { wasm: 12, native: 38 };

for (const [engine, skip] of Object.entries(engines)) {
  test(`the clothing classifier gives Keras's maps in every form that is read: ${engine} engine`, {
    skip,
    concurrency: 2,
  }, async t => {
    const deviations = new Deviations();
    await Promise.all([
      ...exact.map(form => t.test(form, () => compareWithKeras(form, engine, deviations))),
      ...rounded.map(form =>
        t.test(`${form}: rounded weights, the same answers`, () => compareAnswers(form, engine, deviations)),
      ),
    ]);
    t.diagnostic(String(deviations));
    assert.equal(deviations.count, (exact.length * 4 + 2) * fixtures[engine]!);
  });

  test(`a class that is asked for is explained instead of the predicted one: ${engine} engine`, { skip }, async () => {
    const [first] = (await explain('tfjs-layers', engine, { class: '3' })).images;
    assert.deepEqual([first!.predicted.index, first!.explained.index], [0, 3]);
  });
}

function explain(form: string, engine: string, options: Record<string, string> = {}): Promise<MapJson> {
  const model = reference('clothing', form);
  return mapJson(fixturePaths().slice(0, fixtures[engine]), {
    model,
    preprocess: 'tf',
    method: 'cam,grad-cam,grad-cam++',
    engine,
    ...options,
  });
}

/** Which is stored for the layer that `auto` takes, whatever the form calls it. CAM is stored signed, the others after ReLU. */
async function compareWithKeras(form: string, engine: string, deviations: Deviations): Promise<void> {
  const truth = readNpz(reference('benchmark/heatmaps/base.npz'));
  const { layer, images } = await explain(form, engine);
  assert.match(layer.name, /(^|\/)head_relu((_1)?\/Relu)?$/);
  for (const [index, image] of images.entries()) {
    const where = `${form}, ${image.image}`;
    const expected = (key: string) => row(truth.array(key), index);
    const check = (method: string, found: ArrayLike<number>, key: string) =>
      deviations.check(method, where, deviation(found, expected(key)), 1e-5);
    assert.equal(image.predicted.index, expected('pred')[0], where);
    check('logits', image.logits, 'logits');
    check('cam', mapData(image, 'cam'), 'head_relu/cam/pred');
    check('grad-cam', relu(mapData(image, 'grad-cam')), 'head_relu/gradcam/pred');
    check('grad-cam++', relu(mapData(image, 'grad-cam++')), 'head_relu/gradcampp/pred');
  }
}

async function compareAnswers(form: string, engine: string, deviations: Deviations): Promise<void> {
  const truth = readNpz(reference('benchmark/heatmaps/base.npz'));
  const { images } = await explain(form, engine);
  for (const [index, image] of images.entries()) {
    assert.equal(image.predicted.index, row(truth.array('pred'), index)[0], image.image);
    const apart = deviation(mapData(image, 'cam'), row(truth.array('head_relu/cam/pred'), index));
    deviations.check(`cam, ${form}`, image.image, apart, form.endsWith('float16') ? 0.003 : 0.1);
    assert.ok(apart > 1e-6, 'rounded weights leave a trace');
  }
}
