import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { camdrift } from '../support/dist.ts';
import { whyNoEngine } from '../support/engines.ts';
import { mapJson } from '../support/map-command.ts';
import { Deviations, deviation } from '../support/maps.ts';
import { fixturePaths, reference, whyNoReference } from '../support/reference.ts';

const methods = 'cam,grad-cam,grad-cam++,hires-cam,layer-cam,xgrad-cam,eigen-cam';
const skip = await whyNoEngine('native');

interface Subject {
  readonly title: string;
  readonly images: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

const photos = ['shoes_1', 'hat_1', 'dress_1'].map(name => reference('imagenet/photos', `${name}.png`));
const caffe = '{scale: 1, mean: [104, 117, 123], order: bgr}';
/** Each form of the classifier, and the golden models, are held on each engine against other programs; see the files beside this one. */
const real: readonly Subject[] = [
  { title: 'SqueezeNet', images: photos, options: { model: reference('imagenet/tfjs-layers'), preprocess: caffe } },
  {
    title: 'clothing classifier',
    images: whyNoReference ? [] : fixturePaths().slice(0, 8),
    options: { model: reference('clothing/tfjs-graph-fused'), preprocess: 'tf' },
  },
  ...['emotion', 'gender'].map(name => ({
    title: `third-party graph, ${name}`,
    images: photos,
    options: { model: reference('graph-models', `${name}.json`), preprocess: 'tf' },
  })),
];

test('the engines make the same maps of real models', { skip: skip || whyNoReference, concurrency: 2 }, t =>
  compareAll(t, real, 3 * 7 + 8 * 7 + 2 * 3 * 6),
);

async function compareAll(t: TestContext, subjects: readonly Subject[], count: number): Promise<void> {
  const deviations = new Deviations();
  await Promise.all(subjects.map(subject => t.test(subject.title, () => compare(subject, deviations))));
  t.diagnostic(String(deviations));
  assert.equal(deviations.count, count);
}

async function compare({ title, images, options }: Subject, deviations: Deviations): Promise<void> {
  const run = (engine: string) => mapJson(images, { ...options, method: methods, engine });
  const [wasm, native] = [await run('wasm'), await run('native')];
  assert.deepEqual([wasm.engine.name, native.engine.name], ['wasm', 'native']);
  assert.deepEqual([wasm.layer, wasm.model], [native.layer, native.model]);
  for (const [index, image] of wasm.images.entries()) {
    const other = native.images[index]!;
    assert.equal(image.explained.index, other.explained.index);
    for (const [method, map] of Object.entries(image.maps)) {
      const theirs = other.maps[method]!;
      if ('refused' in map || 'refused' in theirs)
        assert.equal('refused' in map, 'refused' in theirs, `${method} of ${title}`);
      else deviations.check(method, `${title}, ${image.image}`, deviation(map.data, theirs.data), 2e-5);
    }
  }
}

for (const [before, now] of [
  ['wasm', 'native'],
  ['native', 'wasm'],
  ['wasm', 'onnxruntime'],
] as const) {
  test(`a baseline made by the ${before} engine passes when the ${now} engine audits the same model`, {
    skip: whyNoReference || (now === 'onnxruntime' ? await whyNoEngine('onnxruntime') : skip),
  }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'camdrift-engines-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const model = [
      '--model',
      reference('clothing/tfjs-layers/model.json'),
      '--preprocess',
      'tf',
      '--baseline',
      join(folder, 'baseline'),
    ];
    const fixtures = ['--fixtures', reference('benchmark/fixtures/png128/*_1*.png')];
    const stored = await camdrift(['baseline', ...model, ...fixtures, '--engine', before]);
    assert.equal(stored.code, 0, stored.stderr);
    const audited = await camdrift(['audit', ...model, ...fixtures, '--engine', now, '--out', join(folder, 'out')]);
    assert.equal(audited.code, 0, audited.stderr);
    const { verdict, engine, models } = JSON.parse(readFileSync(join(folder, 'out/results.json'), 'utf8'));
    assert.equal(engine.name, now);
    assert.equal(models[0].fixtures.length, 16);
    for (const [method, drift] of Object.entries<Record<string, Record<string, number>>>(models[0].drift)) {
      const { mean, max } = drift['attention-shift']!;
      t.diagnostic(`${method}: attention shift ${mean} on average, ${max} at most`);
      assert.ok(mean! < 1e-6 && max! < 1e-6, `${method}: attention shift ${mean} on average, ${max} at most`);
    }
    assert.deepEqual(Object.keys(models[0].drift).sort(), ['cam', 'grad-cam', 'grad-cam++']);
    assert.equal(verdict, 'pass', JSON.stringify(models[0].reasons));
  });
}
