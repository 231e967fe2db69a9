import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsDigest, signalsOf } from '../../src/calibration/measured.ts';
import { usualPixels } from '../../src/images/pixels.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { everywhere, fixture, model, type SomeFixture } from '../support/results.ts';

type Provenance = NonNullable<ModelResult['candidate']>;

const config = { layer: 'auto', methods: ['grad-cam', 'cam'] };
const seen = (name: string, digest: string, more: SomeFixture = {}) => fixture(name, 0.1, { digest, ...more });
const audited = model([seen('a.png', 'aa'), seen('b.png', 'bb')]);
const digest = settingsDigest(config, audited);
const side = (which: 'candidate' | 'baseline', change: Partial<Provenance>): ModelResult => ({
  ...audited,
  [which]: { ...audited[which]!, ...change },
});

test('models, paths, layer names, tools and the order of fixtures and methods do not tell two settings apart', () => {
  const same: ModelResult[] = [
    model([seen('b.png', 'bb'), seen('a.png', 'aa')], { name: 'x', path: 'y' }),
    side('candidate', { model: { path: 'z', format: 'onnx', digest: 'f'.repeat(64) }, tool: 'later' }),
    side('candidate', { engine: { name: 'native', version: '1' } }),
    side('candidate', { pixels: usualPixels }),
    side('baseline', { layer: { name: 'conv2d_7', width: 8, height: 6 } }),
    model([
      seen('a.png', 'aa', { flipped: true, status: 'moved' }),
      seen('b.png', 'bb'),
      { name: 'c', status: 'lost' },
    ]),
  ];
  for (const each of same) assert.equal(settingsDigest(config, each), digest);
  assert.equal(settingsDigest({ ...config, methods: ['grad-cam', 'eigen-cam'] }, audited), digest);
});

const preprocess = { scale: 2, mean: [0], std: [1], order: 'rgb' as const };
const cropped = { ...usualPixels, crop: 0.875 };
const input = { width: 17, height: 16, channels: 3 };
for (const [title, other] of [
  ['another judged method', settingsDigest({ ...config, methods: ['cam'] }, model(both('cam')))],
  ['another layer', settingsDigest({ ...config, layer: 'conv' }, audited)],
  ['another grid', settingsDigest(config, side('baseline', { layer: { name: 'conv', width: 4, height: 3 } }))],
  ['the probability in the place of the logit', settingsDigest(config, side('candidate', { score: 'probability' }))],
  ['other preprocessing', settingsDigest(config, side('candidate', { preprocess }))],
  ['other preprocessing of the baseline', settingsDigest(config, side('baseline', { preprocess }))],
  ['another fit', settingsDigest(config, side('candidate', { fit: 'cover' }))],
  ['pictures that are resized otherwise', settingsDigest(config, side('candidate', { pixels: cropped }))],
  ['pictures of the baseline that are', settingsDigest(config, side('baseline', { pixels: cropped }))],
  ['another kind of answers', settingsDigest(config, side('candidate', { task: 'multi-label' }))],
  ['another input beside the picture', settingsDigest(config, side('candidate', { inputs: { meta: 1 } }))],
  ['another input', settingsDigest(config, side('candidate', { input }))],
  ['a fixture more', settingsDigest(config, model([...audited.fixtures, seen('c.png', 'cc')]))],
  ['a fixture less', settingsDigest(config, model([seen('a.png', 'aa')]))],
  ['another picture', settingsDigest(config, model([seen('a.png', 'ab'), seen('b.png', 'bb')]))],
  ['another true class', settingsDigest(config, model([seen('a.png', 'aa', { truth: 'x' }), seen('b.png', 'bb')]))],
  ['a map that is refused', settingsDigest(config, model([seen('a.png', 'aa'), refused('b.png', 'bb')]))],
] as const)
  test(`${title} is another setting`, () => assert.notEqual(other, digest));

function both(method: string): FixtureResult[] {
  const maps = { [method]: { drift: everywhere(0.1) } };
  return [seen('a.png', 'aa', { maps }), seen('b.png', 'bb', { maps })];
}

function refused(name: string, digest: string): FixtureResult {
  return seen(name, digest, { maps: { 'grad-cam': { refused: 'No.' } } });
}

test('the signals are the means of the judged method, every metric, and the divergence of the answers', () => {
  const signals = signalsOf(audited, 'grad-cam');
  assert.deepEqual(Object.keys(signals).toSorted(), [...metrics.map(({ name }) => name), 'divergence'].toSorted());
  assert.equal(signals.overlap, 0.142);
  assert.equal(signals.divergence, 0.01);
  assert.deepEqual(signalsOf({ predictions: { compared: 1, flipped: 0 } }, 'grad-cam'), {});
});
