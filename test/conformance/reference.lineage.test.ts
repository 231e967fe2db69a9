import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { engines } from '../../src/engines/index.ts';
import { type LineageKind, lineageOf } from '../../src/lineage/lineage.ts';
import { sketchOf, type WeightSketch } from '../../src/lineage/sketch.ts';
import { loadModel } from '../../src/models/index.ts';
import { root } from '../support/dist.ts';
import { reference, whyNoReference } from '../support/reference.ts';

let engine: Engine;
before(async () => {
  engine = await engines.wasm();
});

const sketches = new Map<string, Promise<WeightSketch>>();

function sketch(path: string): Promise<WeightSketch> {
  const known = sketches.get(path) ?? made(path);
  sketches.set(path, known);
  return known;
}

async function made(path: string): Promise<WeightSketch> {
  using model = await loadModel(path, engine, {});
  return sketchOf(model.weights());
}

const lineage = async (before: string, after: string) => lineageOf(await sketch(before), await sketch(after));

/** Everything else in the benchmark began with a new head. */
const descendants: Readonly<Record<string, LineageKind>> = {
  base: 'same',
  benign_float16: 'converted',
  benign_int8_tensor: 'converted',
  reg_infer_bgr: 'converted',
  reg_infer_unit: 'converted',
  benign_ft_matched: 'fine-tuned',
  reg_ft_logo_tshirt: 'fine-tuned',
  benign_prune30: 'fine-tuned',
  reg_prune70: 'fine-tuned',
};

test('the descent of every model of the benchmark is told from its weights, with room to the limits', {
  skip: whyNoReference,
}, async t => {
  const { models }: { models: { name: string }[] } = JSON.parse(
    readFileSync(reference('benchmark/manifest.json'), 'utf8'),
  );
  const model = (name: string) => reference('benchmark/models', name);
  assert.equal(models.length, 23);
  for (const { name } of models) {
    const { kind, similarity, words } = await lineage(model('base'), model(name));
    t.diagnostic(`${name}: ${kind}, ${similarity.toFixed(3)}. ${words}`);
    assert.equal(kind, descendants[name] ?? 'retrained', name);
    if (kind === 'fine-tuned') assert.ok(similarity > 0.95, name);
    if (kind === 'retrained') assert.ok(similarity < 0.25, name);
  }
});

const forms = {
  clothing: [
    'tfjs-layers',
    'tfjs-layers-sharded',
    'tfjs-layers-float16',
    'tfjs-layers-uint8',
    'tfjs-graph-plain',
    'tfjs-graph-fused',
    'savedmodel',
    'model.keras',
    'model-keras2.h5',
    'model-keras3.h5',
    'model-logits-ts17.onnx',
    'model-probs-dynamo.onnx',
  ],
  imagenet: [
    'tfjs-layers',
    'squeezenet1.1-f32.onnx',
    'squeezenet1.1-f16-original.onnx',
    'squeezenet1.1-keras2.h5',
    'squeezenet1.1.keras',
  ],
};

for (const [model, files] of Object.entries(forms)) {
  test(`${model}: every form is the same as any other, or a conversion of it`, { skip: whyNoReference }, async () => {
    for (const before of files) {
      for (const after of files) {
        const { kind, words } = await lineage(reference(model, before), reference(model, after));
        const told = `${before} -> ${after}: ${words}`;
        assert.ok(kind === 'same' || kind === 'converted', told);
        // Keras's own files and what only rearranges them.
        if (!/float16|uint8|fused|onnx/.test(before + after)) assert.equal(kind, 'same', told);
      }
    }
  });
}

test('a network cut short and trained for other classes is another architecture, also for the weights it kept', {
  skip: whyNoReference,
}, async () => {
  const { kind, words } = await lineage(reference('imagenet/tfjs-layers'), reference('clothing/tfjs-layers'));
  assert.equal(kind, 'other-architecture');
  assert.equal(words, 'The models have different numbers of kernels: 21 after 26.');
});

test('two trainings from scratch are a retraining, whether or not they began with the same random numbers', async () => {
  const model = (name: string) => join(root, 'fixtures/demo/models', name);
  assert.equal((await lineage(model('v1'), model('v1'))).kind, 'same');
  assert.equal((await lineage(model('v1'), model('v2-retrained'))).kind, 'retrained');
  assert.equal((await lineage(model('v1'), model('v2-shortcut'))).kind, 'retrained');
});
