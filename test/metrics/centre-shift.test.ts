import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attentionShift } from '../../src/metrics/attention-shift.ts';
import { centreMove, centreShift } from '../../src/metrics/centre-shift.ts';
import { agree, assertClose, type Comparison, heatmap, heatmapOf, oracle, randomMap, spot } from '../core/_numbers.ts';

test('by hand on 2x2: a quarter of the heat moves one cell to the right', () => {
  const before = heatmap([3, 0], [1, 0]);
  const after = heatmap([2, 1], [1, 0]);
  assert.deepEqual(centreMove(before, after), { dx: 0.25, dy: 0, towards: 'right' });
  assertClose(centreShift.drift(before, after), 0.25 / Math.SQRT2, 1e-12);
});

test('heat that spreads evenly keeps its centre', () => {
  const before = heatmap([0, 0, 0], [0, 1, 0], [0, 0, 0]);
  const after = heatmap([1, 0, 1], [0, 0, 0], [1, 0, 1]);
  assert.equal(centreShift.drift(before, after), 0);
  assert.equal(centreMove(before, after).towards, undefined);
});

for (const [towards, x, y] of [
  ['right', 4, 2],
  ['down-right', 4, 4],
  ['down', 2, 4],
  ['down-left', 0, 4],
  ['left', 0, 2],
  ['up-left', 0, 0],
  ['up', 2, 0],
  ['up-right', 4, 0],
] as const) {
  test(`from the middle to (${x}, ${y}) is ${towards}, with y pointing down`, () => {
    const grid = { width: 5, height: 5 };
    assert.deepEqual(centreMove(spot(grid, 2, 2), spot(grid, x, y)), { dx: x - 2, dy: y - 2, towards });
  });
}

test('a direction covers an eighth of the circle', () => {
  const grid = { width: 41, height: 41 };
  const direction = (dx: number, dy: number) => centreMove(spot(grid, 20, 20), spot(grid, 20 + dx, 20 + dy)).towards;
  assert.equal(direction(20, 8), 'right');
  assert.equal(direction(20, 9), 'down-right');
  assert.equal(direction(-20, -8), 'left');
  assert.equal(direction(-20, 8), 'left');
});

test('it is never more than the attention shift', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const grid = { width: 6, height: 5 };
    const [before, after] = [randomMap(grid, seed), randomMap(grid, 77 + seed)];
    assert.ok(centreShift.drift(before, after) <= attentionShift.drift(before, after) + 1e-12, `seed ${seed}`);
  }
});

test('it agrees with SciPy', t => {
  agree(t, oracle<Comparison>('comparisons'), {
    about: 'centre shift',
    tolerance: 1e-14,
    found: each => centreShift.drift(heatmapOf(each, each.a), heatmapOf(each, each.b)),
    expected: each => each.centreShift,
  });
});

test('it reads as per cent of the diagonal', () => {
  assert.equal(centreShift.reading(0.0834), '8.3 %');
});
