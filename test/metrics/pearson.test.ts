import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pearson } from '../../src/metrics/pearson.ts';
import { assertClose, heatmap } from '../core/_numbers.ts';
import { coefficientLaws } from './_coefficient.ts';

coefficientLaws(pearson, 'pearson');

test('by hand: 0 1 2 against 0 0 3 is a coefficient of 3 / sqrt(12)', () => {
  assertClose(pearson.drift(heatmap([0, 1, 2]), heatmap([0, 0, 3])), (1 - 3 / Math.sqrt(12)) / 2, 1e-12);
});

test('it follows the values, not only their order', () => {
  const drift = pearson.drift(heatmap([1, 2], [3, 4]), heatmap([1, 10], [100, 1000]));
  assertClose(drift, (1 - 1543.5 / Math.sqrt(5 * 701520.75)) / 2, 1e-12);
  assert.ok(drift > 0.05);
});
