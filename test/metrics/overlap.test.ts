import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlap } from '../../src/metrics/overlap.ts';
import { agree, assertClose, type Comparison, heatmap, heatmapOf, oracle } from '../core/_numbers.ts';

test('by hand on 2x2: a quarter of the heat left its cell', () => {
  assertClose(overlap.drift(heatmap([3, 0], [1, 0]), heatmap([4, 2], [2, 0])), 0.25, 1e-12);
});

test('how far the heat went makes no difference', () => {
  const before = heatmap([1, 0, 0, 0]);
  assert.equal(overlap.drift(before, heatmap([0, 1, 0, 0])), 1);
  assert.equal(overlap.drift(before, heatmap([0, 0, 0, 1])), 1);
});

test('it is 1 less the sum of the smaller densities, as NumPy computes it', t => {
  agree(t, oracle<Comparison>('comparisons'), {
    about: 'overlap',
    tolerance: 1e-14,
    found: each => overlap.drift(heatmapOf(each, each.a), heatmapOf(each, each.b)),
    expected: each => 1 - each.overlap,
  });
});

test('it reads as the share that stayed', () => {
  assert.equal(overlap.reading(0.22), '78 %');
  assert.equal(overlap.reading(1), '0 %');
});
