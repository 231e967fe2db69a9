import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ssim } from '../../src/metrics/ssim.ts';
import { agree, assertClose, type Comparison, heatmap, heatmapOf, oracle, randomMap } from '../core/_numbers.ts';

test('by hand on 2x2, where the window is one cell and brightness alone counts', () => {
  // Of the maxima: 1 0.5 / 0 0 against 1 1 / 0 0; three cells agree.
  const brightness = (2 * 0.5 * 1 + 0.0001) / (0.25 + 1 + 0.0001);
  const drift = ssim.drift(heatmap([4, 2], [0, 0]), heatmap([3, 3], [0, 0]));
  assertClose(drift, (1 - (3 + brightness) / 4) / 2, 1e-12);
});

test('by hand on 3x3, one window: a hot column against a hot row', () => {
  // Means 1/3, variances 9/8 * 2/9 = 1/4, one cell in common: covariance (1 - 9/9) / 8 = 0.
  const column = heatmap([0, 1, 0], [0, 1, 0], [0, 1, 0]);
  const row = heatmap([0, 0, 0], [1, 1, 1], [0, 0, 0]);
  assertClose(ssim.drift(column, row), (1 - 0.0009 / (0.25 + 0.25 + 0.0009)) / 2, 1e-12);
});

test('each map is divided by its own maximum: strength does not matter', () => {
  const grid = { width: 7, height: 7 };
  const before = randomMap(grid, 1);
  assertClose(
    ssim.drift(
      before,
      heatmapOf(
        grid,
        before.data.map(value => 1000 * value),
      ),
    ),
    0,
    1e-8,
  );
});

test('it is half of 1 less the SSIM that scikit-image computes, on grids larger and smaller than its window', t => {
  const cases = oracle<Comparison>('comparisons');
  assert.equal(new Set(cases.map(({ width, height }) => `${width}x${height}`)).size, 5);
  agree(t, cases, {
    about: 'SSIM',
    tolerance: 1e-14,
    found: each => 1 - 2 * ssim.drift(heatmapOf(each, each.a), heatmapOf(each, each.b)),
    expected: each => each.ssim,
  });
});

test('it reads as the SSIM', () => {
  assert.equal(ssim.reading(0.065), '0.87');
});
