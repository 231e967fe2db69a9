import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactCells } from '../../src/core/transport.ts';
import { attentionShift } from '../../src/metrics/attention-shift.ts';
import { agree, assertClose, heatmap, heatmapOf, oracle, randomMap, type Transport } from '../core/_numbers.ts';

test('by hand on 2x2: a quarter of the heat moves one cell to the right', () => {
  const before = heatmap([3, 0], [1, 0]);
  const after = heatmap([2, 1], [1, 0]);
  assertClose(attentionShift.drift(before, after), 0.25 / Math.SQRT2, 1e-12);
});

test('a blob that moves as a whole drifts by the length of its way, and further is more', () => {
  const drift = (shift: number) => {
    const row = Array.from({ length: 7 }, (_, x) => (x === shift || x === shift + 1 ? 1 : 0));
    return attentionShift.drift(heatmap([1, 1, 0, 0, 0, 0, 0]), heatmap(row));
  };
  for (const shift of [0, 1, 2, 3, 4, 5]) assertClose(drift(shift), shift / 6, 1e-12, `by ${shift}`);
});

test('the strength of a map does not matter, only where its heat is', () => {
  const grid = { width: 7, height: 7 };
  const before = randomMap(grid, 1);
  const stronger = heatmapOf(
    grid,
    before.data.map(value => 1000 * value),
  );
  assertClose(attentionShift.drift(before, stronger), 0, 1e-8);
});

test("it is the earth mover's distance of the densities, as POT computes it", t => {
  const exact = oracle<Transport>('transport').filter(({ width, height }) => width * height <= exactCells);
  agree(t, exact, {
    about: 'attention shift',
    tolerance: 1e-14,
    found: each => attentionShift.drift(heatmapOf(each, each.a), heatmapOf(each, each.b)),
    expected: ({ distance }) => distance,
  });
});

test('it reads as per cent of the diagonal', () => {
  assert.equal(attentionShift.reading(0.142), '14.2 %');
  assert.equal(attentionShift.reading(0), '0.0 %');
});
