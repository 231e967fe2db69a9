import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kl } from '../../src/metrics/kl.ts';
import { agree, assertClose, type Comparison, heatmap, heatmapOf, oracle } from '../core/_numbers.ts';

test('by hand on 2x2: all heat in one cell before, in two afterwards: KL = ln 2, drift a half', () => {
  assertClose(kl.drift(heatmap([1, 0], [0, 0]), heatmap([1, 1], [0, 0])), 0.5, 1e-12);
});

test('heat that vanished is punished, heat that appeared is not: the other way round drifts far more', () => {
  const narrow = heatmap([1, 0], [0, 0]);
  const wide = heatmap([1, 1], [0, 0]);
  assert.ok(kl.drift(wide, narrow) > 0.999);
});

test('it is 1 - exp(-KL) of the baseline relative to the candidate, as NumPy computes it', t => {
  agree(t, oracle<Comparison>('comparisons'), {
    about: 'KL, as drift',
    tolerance: 1e-13,
    found: each => kl.drift(heatmapOf(each, each.a), heatmapOf(each, each.b)),
    expected: each => 1 - Math.exp(-each.kl),
  });
});

test('small divergences keep their digits', () => {
  const drift = kl.drift(heatmap([1, 1]), heatmap([1, 1.000001]));
  assert.ok(drift > 1e-14 && drift < 1e-12, String(drift));
});

test('it reads in nats, up to the largest that the epsilon allows', () => {
  assert.equal(kl.reading(0.5), '0.69 nats');
  assert.equal(kl.reading(0), '0.00 nats');
  assert.equal(kl.reading(1), '36.05 nats');
});
