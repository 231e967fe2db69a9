import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { topRegion } from '../../src/metrics/top-region.ts';
import { assertClose, heatmap, randomMap } from '../core/_numbers.ts';

/** A row of ten cells, of which the given ones are hot; two of ten are the hottest fifth. */
const row = (...hot: readonly number[]) => {
  return heatmap(Array.from({ length: 10 }, (_, x) => (hot.includes(x) ? 9 - hot.indexOf(x) : 0.5)));
};

test('by hand: of the two hottest cells of each map one is the same: IoU 1/3', () => {
  assertClose(topRegion.drift(row(2, 3), row(3, 4)), 2 / 3, 1e-12);
});

test('only the hottest fifth counts: the order of the rest, and the order within it, change nothing', () => {
  assert.equal(topRegion.drift(row(2, 3, 7), row(3, 2, 8)), 0);
});

test('on 2x2 it is the hottest cell alone', () => {
  assert.equal(topRegion.drift(heatmap([5, 4], [0, 0]), heatmap([5, 0], [4, 0])), 0);
  assert.equal(topRegion.drift(heatmap([5, 4], [0, 0]), heatmap([4, 5], [0, 0])), 1);
});

test('it is the intersection over the union of the ten hottest cells of 49', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const [before, after] = [randomMap({ width: 7, height: 7 }, seed), randomMap({ width: 7, height: 7 }, 99 - seed)];
    const [a, b] = [hottest(before, 10), hottest(after, 10)];
    const common = a.filter(cell => b.includes(cell)).length;
    assertClose(topRegion.drift(before, after), 1 - common / (20 - common), 1e-12, `seed ${seed}`);
  }
});

test('ties are settled by heat and not by place: all that are as hot as the last one belong to the region', () => {
  const before = heatmap([9, 5, 5, 5, 0, 0, 0, 0, 0, 0]);
  const mirrored = heatmap([...before.data].reverse());
  const after = heatmap([9, 8, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(topRegion.drift(before, after), 0.5);
  assert.equal(topRegion.drift(mirrored, heatmap([...after.data].reverse())), 0.5);
});

test('cells without heat are never hot, even where the hot ones do not fill a fifth', () => {
  const grid = { width: 7, height: 7 };
  const cornerOf = (cell: number) => ({ ...grid, data: new Float32Array(49).fill(1, cell, cell + 1) });
  assert.equal(topRegion.drift(cornerOf(0), cornerOf(48)), 1);
});

test('it reads as the IoU', () => {
  assert.equal(topRegion.reading(0.39), '0.61');
});

function hottest(map: Heatmap, count: number): number[] {
  const cells = Array.from(map.data.keys()).sort((a, b) => map.data[b]! - map.data[a]!);
  return cells.slice(0, count);
}
