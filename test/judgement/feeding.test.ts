import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presets } from '../../src/images/preprocess.ts';
import { feedingReasons } from '../../src/judgement/feeding.ts';
import type { Takes } from '../../src/models/model.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';

const contradicted = (takes: Takes | undefined) =>
  Object.entries(presets).flatMap(([name, recipe]) => (feedingReasons(takes, recipe).length > 0 ? [name] : []));

test('bytes are fed as they are', () => {
  assert.deepEqual(contradicted({ kind: 'bytes' }), ['tf', 'torch', 'imagenet', 'caffe', 'unit']);
});

test('what rescales 0 to 255 itself is fed as wide a range', () => {
  const takes: Takes = { kind: 'rescaled', node: 'rescaling', becomes: [-1, 1] };
  assert.deepEqual(contradicted(takes), ['tf', 'torch', 'imagenet', 'unit']);
});

test('what normalises 0 to 1 itself is fed 0 to 1', () => {
  const takes: Takes = { kind: 'normalised', node: 'normalize', becomes: [-2.118, 2.64] };
  assert.deepEqual(contradicted(takes), ['tf', 'torch', 'imagenet', 'caffe', 'raw']);
  assert.deepEqual(contradicted(undefined), []);
});

test('it is said what the model does, what it is fed, and what to say instead', () => {
  const told = (takes: Takes, recipe: keyof typeof presets) => sentenceOf(feedingReasons(takes, presets[recipe])[0]!);
  assert.equal(
    told({ kind: 'bytes' }, 'unit'),
    'The model takes bytes, 0 to 255 (uint8), and the preprocessing feeds it 0 to 1: it sees other numbers than it was made for. Say `preprocess: raw`.',
  );
  assert.equal(
    told({ kind: 'rescaled', node: 'rescaling', becomes: [-1, 1] }, 'tf'),
    'The model makes -1 to 1 of 0 to 255 itself (`rescaling`), and the preprocessing feeds it -1 to 1: it sees other numbers than it was made for. Say `preprocess: raw`, or export the model without that step.',
  );
  assert.match(
    told({ kind: 'normalised', node: 'n', becomes: [-2, 2] }, 'raw'),
    /feeds it 0 to 255: .* `preprocess: unit`/,
  );
});
