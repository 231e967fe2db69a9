import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireWired } from '../../src/models/_layers-wiring.ts';

type Call = readonly (readonly [string, number, number, object])[];

const layer = (name: string, calls: readonly Call[], more: object = {}) => ({
  name,
  class_name: 'ReLU',
  config: { name },
  inbound_nodes: calls,
  ...more,
});
const input = layer('image', [], { class_name: 'InputLayer' });
const reads = (name: string, call = 0): Call => [[name, call, 0, {}]];
const model = (...layers: object[]) => ({ class_name: 'Functional', config: { name: 'net', layers } });
const refused = (topology: object, words: RegExp) =>
  assert.throws(() => requireWired('m.json', topology), { code: 'model-unreadable', message: words });

test('layers may stand in any order, and be called more than once', () => {
  requireWired('m.json', model(layer('b', [reads('a')]), layer('a', [reads('image')]), input));
  requireWired('m.json', model(input, layer('a', [reads('image'), reads('b')]), layer('b', [reads('a')])));
  requireWired('m.json', { model_config: model(input, layer('a', [reads('image')])) });
  requireWired('m.json', { class_name: 'Sequential', config: [layer('a', []), layer('b', [])] });
});

test('a layer that is not there, or a call that is never made, is named', () => {
  refused(
    model(input, layer('a', [reads('nowhere')])),
    /^m\.json: the layer `a` reads `nowhere`, which is not there\.$/,
  );
  refused(model(input, layer('a', [reads('image')]), layer('b', [reads('a', 1)])), /layer `b` waits/);
});

test('layers that wait for each other, or for themselves, are named', () => {
  refused(model(input, layer('a', [reads('a')])), /layer `a` waits for its own output/);
  refused(model(input, layer('a', [reads('b')]), layer('b', [reads('a')])), /layer `a` waits/);
});

test('a model within a model is looked into, and counts as called by being made', () => {
  const inner = (...layers: object[]) =>
    layer('inner', [reads('image')], { ...model(...layers), class_name: 'Functional' });
  const good = layer('conv', [reads('image')]);
  requireWired('m.json', model(input, inner(input, good), layer('top', [reads('inner', 1)])));
  refused(
    model(input, inner(input, layer('conv', [reads('gone')])), layer('top', [reads('inner', 1)])),
    /layer `conv` reads `gone`/,
  );
});

test('thousands of layers in a row take no time, and more than any classifier has are refused', () => {
  const many = Array.from({ length: 10_001 }, (_, i) => layer(`l${i}`, []));
  assert.throws(() => requireWired('m.json', model(...many)), { code: 'model-unsupported' });
  const chain = Array.from({ length: 9_000 }, (_, i) => layer(`l${i}`, [reads(i === 0 ? 'image' : `l${i - 1}`)]));
  requireWired('m.json', model(input, ...chain));
});
