import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Engine, Runtime } from '../../../src/engines/engine.ts';
import { onnxRuntimeEngine } from '../../../src/engines/onnxruntime.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { presets } from '../../../src/images/preprocess.ts';
import { makeMaps } from '../../../src/maps/maps.ts';
import { gradCam } from '../../../src/methods/grad-cam.ts';
import type { Evidence } from '../../../src/methods/method.ts';
import { noise } from '../../../src/models/_trial.ts';
import { loadModel } from '../../../src/models/index.ts';
import type { ExplainRequest, Model } from '../../../src/models/model.ts';
import { root } from '../../support/dist.ts';
import { whyNoEngine } from '../../support/engines.ts';
import { goldenModels } from '../../support/golden.ts';
import { deviation } from '../../support/maps.ts';
import { writeOnnx, writeOnnxExternal, writeOnnxKeras } from '../../support/onnx-model.ts';
import { temporaryFolder, writeFusedGraph, writeLayers } from '../../support/tfjs-model.ts';

const skip = await whyNoEngine('onnxruntime');
const files = (folder: string, end: RegExp) =>
  readdirSync(join(root, folder))
    .filter(name => end.test(name))
    .map(name => join(root, folder, name));
let [wasm, engine]: Engine[] = [];
before(async () => {
  if (!skip) [wasm, engine] = [await wasmEngine(), await onnxRuntimeEngine()];
});

/** An engine whose runtime is counted. */
function counted(): { engine: Engine; seen: { sessions: number; runs: number } } {
  const seen = { sessions: 0, runs: 0 };
  const runtime: Runtime = {
    session(...written) {
      const session = engine!.runtime!.session(...written);
      seen.sessions++;
      return {
        run: input => {
          seen.runs++;
          return session.run(input);
        },
        [Symbol.dispose]: () => session[Symbol.dispose](),
      };
    },
  };
  return { engine: { ...engine!, runtime }, seen };
}

async function evidence(path: string, by: Engine): Promise<{ found: Evidence[]; answers: Float32Array[] }> {
  using model = await loadModel(path, by, {});
  const images = [1, 2, 3].map(seed => noise(model.input, seed));
  const layer = model.targetLayer('auto').name;
  const found = model.explain(images, { layer, classes: [0, 1, 'predicted'], score: 'logit' });
  if (by.runtime) assertAlone(model, images, { layer, classes: [0, 1, 'predicted'], score: 'logit' }, found);
  return { found, answers: model.answers(images) };
}

/** Whatever runs at once, an image has the evidence that it has alone, bit by bit. */
function assertAlone(model: Model, images: Float32Array[], request: ExplainRequest, found: readonly Evidence[]): void {
  for (const [at, image] of images.entries()) {
    const alone = model.explain([image], { ...request, classes: [request.classes[at]!] });
    assert.deepEqual(alone, [found[at]!]);
  }
}

const mapOf = (one: Evidence) => (gradCam.explain(one) as { data: Float32Array }).data;

async function assertAlike(path: string, sessions: number): Promise<void> {
  const { engine: by, seen } = counted();
  const [ours, theirs] = [await evidence(path, wasm!), await evidence(path, by)];
  assert.ok(seen.sessions >= sessions, `${path}: ${seen.sessions} sessions`);
  assert.equal(
    seen.runs >= 9,
    sessions > 0,
    `${path}: ${seen.runs} runs of 3 images, explained together and alone, and answered`,
  );
  for (const [at, one] of ours.found.entries()) {
    const other = theirs.found[at]!;
    const found = [
      deviation(mapOf(other), mapOf(one)),
      deviation(other.logits, one.logits),
      deviation(theirs.answers[at]!, ours.answers[at]!),
    ];
    assert.ok(Math.max(...found) <= 1e-5, `${path}, image ${at}: ${found}`);
    assert.ok(deviation(theirs.answers[at]!, other.probabilities) <= 1e-5, `${path}, image ${at}`);
  }
}

test('what lies before the layer runs on ONNX Runtime, one image at a time, whatever the format, with the same maps', {
  skip,
}, async t => {
  const folder = await temporaryFolder(t);
  const written = [await writeOnnx(folder), await writeLayers(folder), await writeFusedGraph(await temporaryFolder(t))];
  const external = await writeOnnxExternal(await temporaryFolder(t));
  const keras = files('fixtures/keras', /\.(keras|h5)$/).filter(name => !name.includes('hdf5-'));
  const golden = goldenModels().map(({ path }) => path);
  const vit = files('test/models/onnx/files/vit', /\.onnx$/);
  const all = [...written, external, ...golden, ...keras, join(root, 'fixtures/saved-model')];
  assert.ok(all.length >= 24, String(all.length));
  for (const path of all) await assertAlike(path, 1);
  for (const path of vit) await assertAlike(path, 1);
});

const pictured = {
  layer: 'auto',
  methods: ['grad-cam'],
  score: 'logit',
  preprocess: presets.unit,
  fit: 'fill',
} as const;
const maps = (by: Engine, path: string) =>
  makeMaps(by, { ...pictured, path, load: {} }, () => [
    { path: join(root, 'fixtures/demo/images/bolt-1.png'), class: 0 },
  ]);

test('what rounds to whole steps does not: there the order of sums decides which step it is', { skip }, () =>
  assertAlike(join(root, 'test/models/onnx/files/quantised/quantised.onnx'), 0),
);

test('a runtime that cannot run it, at once or later, leaves all of it to WebAssembly', { skip }, async t => {
  const path = await writeOnnx(await temporaryFolder(t));
  const whole = await evidence(path, wasm!);
  const never: Runtime = { session: () => assert.fail('cannot') };
  const once: Runtime = { session: () => ({ run: () => assert.fail('cannot'), [Symbol.dispose]: () => {} }) };
  for (const runtime of [never, once]) {
    const by = { ...engine!, runtime };
    const { found } = await evidence(path, by);
    const made = await maps(by, goldenModels()[0]!.path);
    assert.deepEqual(made.fallback, { name: 'wasm', version: wasm!.version, why: 'cannot' });
    for (const [at, one] of whole.found.entries()) assert.deepEqual(found[at]!.activations, one.activations);
  }
});

test('every layer that is asked for is the same, one after the other', { skip }, async t => {
  const path = await writeOnnx(await temporaryFolder(t));
  using ours = await loadModel(path, wasm!, {});
  using theirs = await loadModel(path, engine!, {});
  const images = [noise(ours.input, 1)];
  const layers = ours.layers().map(({ name }) => name);
  assert.ok(layers.length > 2);
  for (const layer of [...layers, ...layers.toReversed()]) {
    const [a, b] = [ours, theirs].map(model => model.explain(images, { layer, classes: [1], score: 'logit' })[0]!);
    assert.ok(deviation(b!.activations.data, a!.activations.data) <= 1e-5, layer);
    assert.ok(deviation(b!.gradients.data, a!.gradients.data) <= 1e-5, layer);
  }
});

test('a file that demands one image at a time, and what a session holds, which ends with its layer and its model', {
  skip,
}, async t => {
  const path = await writeOnnxKeras(await temporaryFolder(t));
  const open = new Set<object>();
  const runtime: Runtime = {
    session(...written) {
      const session = engine!.runtime!.session(...written);
      const own = {
        run: session.run.bind(session),
        [Symbol.dispose]() {
          open.delete(own);
          session[Symbol.dispose]();
        },
      };
      open.add(own);
      return own;
    },
  };
  const model = await loadModel(path, { ...engine!, runtime }, {});
  const images = [1, 2, 3].map(seed => noise(model.input, seed));
  const layers = model.layers().map(({ name }) => name);
  for (const layer of [...layers, ...layers]) {
    assert.equal(model.explain(images, { layer, classes: [0, 1, 2], score: 'logit' }).length, 3);
    assert.equal(open.size, 1, layer);
  }
  model[Symbol.dispose]();
  assert.equal(open.size, 0);
  await assertAlike(path, 1);
});
