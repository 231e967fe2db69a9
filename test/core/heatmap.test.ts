import assert from 'node:assert/strict';
import { test } from 'node:test';
import { density, diagonal, heat, mass, peak } from '../../src/core/heatmap.ts';
import { assertClose, heatmap } from './_numbers.ts';

const signed = heatmap([-1, 2, 0], [3, -4, 5]);

test('heat keeps the positive values, makes the others 0 and leaves the map as it was', () => {
  const before = signed.data.slice();
  assert.deepEqual(heat(signed), heatmap([0, 2, 0], [3, 0, 5]));
  assert.deepEqual(signed.data, before);
});

test('the mass of a map is the sum of its values', () => {
  assert.equal(mass(signed), 5);
});

test('the mass is added up in float64, where a large value does not swallow small ones', () => {
  assert.equal(mass(heatmap([2 ** 25, 1, 1, 1])), 2 ** 25 + 3);
});

test('the peak is the largest value, and 0 for a map without a positive one', () => {
  assert.equal(peak(signed), 5);
  assert.equal(peak(heatmap([-3, -1])), 0);
});

test('a density has the proportions of the map and the sum 1', () => {
  const shares = density(heatmap([1, 3], [0, 4]));
  assert.deepEqual([...(shares ?? [])], [0.125, 0.375, 0, 0.5]);
});

test('a faint map has a density like any other', () => {
  assert.deepEqual([...(density(heatmap([2 ** -40, 3 * 2 ** -40])) ?? [])], [0.25, 0.75]);
});

test('a map without heat has no density', () => {
  assert.equal(density(heatmap([0, 0])), undefined);
  assert.equal(density(heatmap([-1, 0.5])), undefined);
  assert.equal(density(heatmap([Number.NaN, 1])), undefined);
});

test('the diagonal reaches from the centre of one corner cell to that of the opposite one', () => {
  assert.equal(diagonal({ width: 4, height: 5 }), 5);
  assert.equal(diagonal({ width: 1, height: 1 }), 0);
  assertClose(diagonal({ width: 7, height: 7 }), 6 * Math.SQRT2, 1e-12);
});
