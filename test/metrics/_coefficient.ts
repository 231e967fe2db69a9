import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DriftMetric } from '../../src/metrics/metric.ts';
import { agree, assertClose, type Comparison, heatmap, heatmapOf, oracle } from '../core/_numbers.ts';

/** What holds for every metric that is half of 1 less a coefficient of correlation, against SciPy's and by hand. */
export function coefficientLaws(metric: DriftMetric, column: 'pearson' | 'spearman'): void {
  const cases = oracle<Comparison>('comparisons');
  const drift = (each: Comparison) => metric.drift(heatmapOf(each, each.a), heatmapOf(each, each.b));

  test('by hand on 2x2: the opposite picture is the largest drift, an unrelated one is half of it', () => {
    const left = heatmap([1, 0], [1, 0]);
    assertClose(metric.drift(left, heatmap([0, 1], [0, 1])), 1, 1e-12);
    assertClose(metric.drift(left, heatmap([1, 1], [0, 0])), 0.5, 1e-12);
  });

  test('a constant map is unrelated to every other one and the same as another constant one', () => {
    const flat = heatmap([0.1, 0.1], [0.1, 0.1]);
    assert.equal(metric.drift(flat, heatmap([1, 0], [0, 0])), 0.5);
    assert.equal(metric.drift(heatmap([1, 0], [0, 0]), flat), 0.5);
    assert.equal(metric.drift(flat, heatmap([7, 7], [7, 7])), 0);
  });

  test('it is half of 1 less the coefficient that SciPy computes', t => {
    agree(
      t,
      cases.filter(each => each[column] !== null),
      { about: metric.name, tolerance: 1e-14, found: drift, expected: each => (1 - each[column]!) / 2 },
    );
  });

  test('it is 0 or one half where SciPy has no coefficient: both maps constant, or one', () => {
    const drifts = cases.filter(each => each[column] === null).map(drift);
    assert.deepEqual([drifts.filter(each => each === 0).length, drifts.filter(each => each === 0.5).length], [4, 12]);
  });

  test('it reads as the coefficient, and what rounds to zero has no sign', () => {
    assert.equal(metric.reading(0.065), '0.87');
    assert.equal(metric.reading(0.75), '-0.50');
    assert.equal(metric.reading(0.5001), '0.00');
  });
}
