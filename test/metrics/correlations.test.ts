import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pearson } from '../../src/metrics/pearson.ts';
import { spearman } from '../../src/metrics/spearman.ts';
import { agree, assertClose, type Comparison, heatmap, heatmapOf, oracle } from '../core/_numbers.ts';

test('by hand on 2x2: the opposite picture is the largest drift, an unrelated one is half of it', () => {
  const left = heatmap([1, 0], [1, 0]);
  for (const metric of [pearson, spearman]) {
    assertClose(metric.drift(left, heatmap([0, 1], [0, 1])), 1, 1e-12, metric.name);
    assertClose(metric.drift(left, heatmap([1, 1], [0, 0])), 0.5, 1e-12, metric.name);
  }
});

test('Pearson follows the values, Spearman only their order', () => {
  const steps = heatmap([1, 2], [3, 4]);
  const steep = heatmap([1, 10], [100, 1000]);
  assert.equal(spearman.drift(steps, steep), 0);
  assertClose(pearson.drift(steps, steep), (1 - 1543.5 / Math.sqrt(5 * 701520.75)) / 2, 1e-12);
});

test('Pearson by hand: 0 1 2 against 0 0 3 is a coefficient of 3 / sqrt(12)', () => {
  assertClose(pearson.drift(heatmap([0, 1, 2]), heatmap([0, 0, 3])), (1 - 3 / Math.sqrt(12)) / 2, 1e-12);
});

test('a constant map is unrelated to every other one and the same as another constant one', () => {
  const flat = heatmap([0.1, 0.1], [0.1, 0.1]);
  for (const metric of [pearson, spearman]) {
    assert.equal(metric.drift(flat, heatmap([1, 0], [0, 0])), 0.5, metric.name);
    assert.equal(metric.drift(heatmap([1, 0], [0, 0]), flat), 0.5, metric.name);
    assert.equal(metric.drift(flat, heatmap([7, 7], [7, 7])), 0, metric.name);
  }
});

for (const metric of [pearson, spearman]) {
  const coefficient = (each: Comparison) => each[metric.name as 'pearson' | 'spearman'];
  const drift = (each: Comparison) => metric.drift(heatmapOf(each, each.a), heatmapOf(each, each.b));
  const cases = oracle<Comparison>('comparisons');

  test(`${metric.name} is half of 1 less the coefficient that SciPy computes`, t => {
    agree(
      t,
      cases.filter(each => coefficient(each) !== null),
      { about: metric.name, tolerance: 1e-14, found: drift, expected: each => (1 - coefficient(each)!) / 2 },
    );
  });

  test(`${metric.name} is 0 or one half where SciPy has no coefficient: both maps constant, or one`, () => {
    const drifts = cases.filter(each => coefficient(each) === null).map(drift);
    assert.deepEqual([drifts.filter(each => each === 0).length, drifts.filter(each => each === 0.5).length], [4, 12]);
  });
}

test('they read as the coefficient, and what rounds to zero has no sign', () => {
  for (const metric of [pearson, spearman]) {
    assert.equal(metric.reading(0.065), '0.87');
    assert.equal(metric.reading(0.75), '-0.50');
    assert.equal(metric.reading(0.5001), '0.00');
  }
});
