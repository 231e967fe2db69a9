import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Grid, type Heatmap, mass } from '../../src/core/heatmap.ts';
import { onCommonGrid, resampleMass, resizeArea, resizeBilinear } from '../../src/core/resize.ts';
import { assertAllClose, assertClose, heatmap, heatmapOf, normalised, oracle, randomMap } from './_numbers.ts';

interface Resizing {
  readonly from: Grid;
  readonly to: Grid;
  readonly values: readonly number[];
  readonly bilinear: readonly number[];
  readonly area: readonly number[];
}

test('bilinear: twice the size puts the new centres a quarter of a cell beside the old ones', () => {
  const row = resizeBilinear(heatmap([0, 4]), 4, 1);
  assert.deepEqual([...row.data], [0, 1, 3, 4]);
});

test('bilinear: rows and columns work alike, and width comes before height', () => {
  const map = resizeBilinear(heatmap([0, 4], [8, 12]), 2, 4);
  assert.deepEqual(map, heatmap([0, 4], [2, 6], [6, 10], [8, 12]));
});

test('bilinear: the same size changes nothing, one cell fills every size', () => {
  const map = randomMap({ width: 5, height: 3 }, 1);
  assert.deepEqual(resizeBilinear(map, 5, 3), map);
  assert.deepEqual(resizeBilinear(heatmap([7]), 3, 2), heatmap([7, 7, 7], [7, 7, 7]));
});

test('bilinear: every value is what the formula of half-pixel centres says', () => {
  for (const [width, height] of [
    [14, 9],
    [3, 2],
    [5, 4],
  ] as const) {
    const map = randomMap({ width: 5, height: 4 }, width);
    const expected = Array.from({ length: width * height }, (_, i) => {
      return naiveBilinear(
        map,
        ((i % width) + 0.5) * (5 / width) - 0.5,
        (Math.floor(i / width) + 0.5) * (4 / height) - 0.5,
      );
    });
    assertAllClose(resizeBilinear(map, width, height).data, expected, 1e-6, `${width}x${height}`);
  }
});

test('bilinear and area agree with SciPy and scikit-image', () => {
  const cases = oracle<Resizing>('resizing');
  assert.equal(cases.length, 5);
  for (const { from, to, values, bilinear, area } of cases) {
    const title = `${from.width}x${from.height} to ${to.width}x${to.height}`;
    const map = heatmapOf(from, values);
    assertAllClose(resizeBilinear(map, to.width, to.height).data, bilinear, 1e-4, `bilinear ${title}`);
    assertAllClose(resampleMass(values, from, to), area, 1e-9, `area ${title}`);
  }
});

test('area: half the size adds up the cells that become one', () => {
  const map = heatmap([1, 2, 3, 4], [5, 6, 7, 8]);
  assert.deepEqual(resizeArea(map, 2, 1), heatmap([14, 22]));
});

test('area: a cell on a border is shared in proportion', () => {
  assert.deepEqual(resizeArea(heatmap([3, 6, 9]), 2, 1), heatmap([6, 12]));
  assert.deepEqual(resizeArea(heatmap([6, 12]), 3, 1), heatmap([4, 6, 8]));
});

test('area: every cell is what cutting all cells into small squares gives', () => {
  const from = { width: 4, height: 3 };
  const to = { width: 3, height: 5 };
  const map = randomMap(from, 2);
  const expected = new Float64Array(15);
  // 12 and 15 are the least common multiples of the widths and the heights.
  for (let y = 0; y < 15; y++) {
    for (let x = 0; x < 12; x++) {
      const source = Math.floor(y / 5) * 4 + Math.floor(x / 3);
      expected[Math.floor(y / 3) * 3 + Math.floor(x / 4)]! += map.data[source]! / (3 * 5);
    }
  }
  assertAllClose(resampleMass(map.data, from, to), expected, 1e-12);
});

test('area: the sum stays, so a density stays a density, both when the grid shrinks and when it grows', () => {
  const from = { width: 7, height: 7 };
  const shares = normalised(randomMap(from, 3).data);
  for (const to of [
    { width: 5, height: 3 },
    { width: 14, height: 14 },
    { width: 1, height: 1 },
    { width: 9, height: 2 },
  ]) {
    const sum = resampleMass(shares, from, to).reduce((total, share) => total + share, 0);
    assertClose(sum, 1, 1e-14, `${to.width}x${to.height}`);
  }
  assertClose(mass(resizeArea(randomMap(from, 4), 3, 3)), mass(randomMap(from, 4)), 1e-5);
});

test('area: up to a multiple and back again is where it started', () => {
  const from = { width: 5, height: 3 };
  const to = { width: 15, height: 6 };
  const values = randomMap(from, 5).data;
  assertAllClose(resampleMass(resampleMass(values, from, to), to, from), values, 1e-14);
});

test('the common grid of two maps is the coarser one in each direction', () => {
  const [a, b] = onCommonGrid(randomMap({ width: 14, height: 7 }, 6), randomMap({ width: 7, height: 14 }, 7));
  assert.deepEqual([a.width, a.height, b.width, b.height], [7, 7, 7, 7]);
});

test('maps that share a grid are left alone', () => {
  const first = randomMap({ width: 7, height: 7 }, 8);
  const second = randomMap({ width: 7, height: 7 }, 9);
  const [a, b] = onCommonGrid(first, second);
  assert.equal(a, first);
  assert.equal(b, second);
});

function naiveBilinear(map: Heatmap, x: number, y: number): number {
  let value = 0;
  for (const column of [Math.floor(x), Math.floor(x) + 1]) {
    for (const row of [Math.floor(y), Math.floor(y) + 1]) {
      const inside = (place: number, size: number) => Math.min(size - 1, Math.max(0, place));
      const weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      value += weight * map.data[inside(row, map.height) * map.width + inside(column, map.width)]!;
    }
  }
  return value;
}
