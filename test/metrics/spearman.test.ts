import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spearman } from '../../src/metrics/spearman.ts';
import { assertClose, heatmap } from '../core/_numbers.ts';
import { coefficientLaws } from './_coefficient.ts';

coefficientLaws(spearman, 'spearman');

test('it follows the order of values only: 1 2 3 4 against 1 10 100 1000 has not drifted', () => {
  assert.equal(spearman.drift(heatmap([1, 2], [3, 4]), heatmap([1, 10], [100, 1000])), 0);
});

test('by hand: equal values share their mean rank, so 1 1 2 against 1 2 2 is a coefficient of one half', () => {
  assertClose(spearman.drift(heatmap([1, 1, 2]), heatmap([1, 2, 2])), 0.25, 1e-12);
});
