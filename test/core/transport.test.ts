import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grid } from '../../src/core/heatmap.ts';
import { earthMoversDistance, exactCells } from '../../src/core/transport.ts';
import { agree, assertClose, normalised, oracle, random, randomMap, spot, type Transport } from './_numbers.ts';
import '../support/stalls.ts';

const cases = oracle<Transport>('transport');
const isExact = ({ width, height }: Grid) => width * height <= exactCells;
const distanceOf = ({ a, b, width, height }: Transport) =>
  earthMoversDistance(normalised(a), normalised(b), { width, height });

test('from one corner to the opposite one is 1, to the next one a side of the diagonal', () => {
  const grid = { width: 4, height: 5 };
  const corner = spot(grid, 0, 0).data;
  assert.equal(earthMoversDistance(corner, spot(grid, 3, 4).data, grid), 1);
  assertClose(earthMoversDistance(corner, spot(grid, 3, 0).data, grid), 3 / 5, 1e-12);
  assertClose(earthMoversDistance(corner, spot(grid, 0, 4).data, grid), 4 / 5, 1e-12);
});

test('by hand on 2x2: half of the heat goes across, half of that diagonally', () => {
  const grid = { width: 2, height: 2 };
  const distance = earthMoversDistance([1, 0, 0, 0], [0.5, 0.25, 0, 0.25], grid);
  assertClose(distance, (0.25 * 1 + 0.25 * Math.SQRT2) / Math.SQRT2, 1e-15);
});

test('on one row it is the area between the two cumulative sums', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const grid = { width: 30, height: 1 };
    const p = normalised(randomMap(grid, seed).data);
    const q = normalised(randomMap(grid, 50 + seed).data);
    let ahead = 0;
    let area = 0;
    for (const [x, heat] of p.entries()) {
      ahead += heat - q[x]!;
      area += Math.abs(ahead);
    }
    assertClose(earthMoversDistance(p, q, grid), area / 29, 1e-12, `seed ${seed}`);
  }
});

test('one cell has nowhere to move', () => {
  assert.equal(earthMoversDistance([1], [1], { width: 1, height: 1 }), 0);
});

test('equal densities are 0 apart, and the way back is as long as the way there', () => {
  const grid = { width: 6, height: 4 };
  const p = normalised(randomMap(grid, 1).data);
  const q = normalised(randomMap(grid, 2).data);
  assert.equal(earthMoversDistance(p, p, grid), 0);
  assertClose(earthMoversDistance(p, q, grid), earthMoversDistance(q, p, grid), 1e-12);
});

test('a detour is never shorter', () => {
  const grid = { width: 5, height: 5 };
  const [p, q, r] = [3, 4, 5].map(seed => normalised(randomMap(grid, seed).data)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const detour = earthMoversDistance(p, q, grid) + earthMoversDistance(q, r, grid);
  assert.ok(earthMoversDistance(p, r, grid) <= detour + 1e-12);
});

test('it agrees with POT on every grid that is solved exactly, degenerate maps included', t => {
  const exact = cases.filter(isExact);
  assert.equal(exact.length, 64);
  agree(t, exact, { about: 'EMD', tolerance: 1e-14, found: distanceOf, expected: ({ distance }) => distance });
});

test('maps that differ by a millionth keep six digits of their distance', t => {
  const nearlyEqual = cases.filter(({ title }) => title.startsWith('nearly equal'));
  agree(t, nearlyEqual, {
    about: 'EMD, in parts of itself',
    tolerance: 1e-8,
    found: each => distanceOf(each) / each.distance,
    expected: () => 1,
  });
});

for (const { kind, titles, tolerance } of [
  { kind: 'smooth maps', titles: /^blobs/, tolerance: 5e-4 },
  { kind: 'noise', titles: /^(random|digits|left to right)/, tolerance: 2e-3 },
  { kind: 'noise with many zeros', titles: /^sparse/, tolerance: 7e-3 },
  { kind: 'single cells', titles: /^one cell/, tolerance: 0.014 },
]) {
  test(`on larger grids, which are coarsened, ${kind} stay within ${tolerance} of the exact distance`, t => {
    const large = cases.filter(each => !isExact(each) && titles.test(each.title));
    agree(t, large, { about: kind, tolerance, found: distanceOf, expected: ({ distance }) => distance });
  });
}

test('on smooth maps coarsening is nearer to the exact distance than the sum of the marginal distances', () => {
  const smooth = cases.filter(({ title }) => /blobs (28x28|32x20)/.test(title));
  assert.equal(smooth.length, 2);
  for (const { title, a, b, distance, ...grid } of smooth) {
    const [p, q] = [normalised(a), normalised(b)];
    const error = Math.abs(earthMoversDistance(p, q, grid) - distance);
    assert.ok(error < 0.1 * Math.abs(sumOfMarginals(p, q, grid) - distance), title);
  }
});

test('long and thin grids are coarsened too, and stay in 0..1', () => {
  for (const grid of [
    { width: 2000, height: 1 },
    { width: 3, height: 900 },
    { width: 56, height: 56 },
  ]) {
    const first = spot(grid, 0, 0).data;
    const last = spot(grid, grid.width - 1, grid.height - 1).data;
    const distance = earthMoversDistance(first, last, grid);
    assert.ok(distance > 0.95 && distance <= 1, `${grid.width}x${grid.height}: ${distance}`);
  }
});

test('a pair of 14 x 14 maps without a common cell has an end', () => {
  const grid = { width: 14, height: 14 };
  const next = random(9);
  const side = (isLeft: boolean) => Array.from({ length: 196 }, (_, i) => (i % 14 < 7 === isLeft ? next() : 0));
  const [p, q] = [normalised(side(true)), normalised(side(false))];
  const [there, back] = [earthMoversDistance(p, q, grid), earthMoversDistance(q, p, grid)];
  assert.ok(there > 0 && there <= 1 && Math.abs(there - back) < 1e-12, `${there} and ${back}`);
});

/** The cheaper approximation: the distances of the row sums and of the column sums, added. */
function sumOfMarginals(p: Float64Array, q: Float64Array, { width, height }: Grid): number {
  const area = (size: number, place: (cell: number) => number) => {
    const ahead = new Float64Array(size);
    for (const [cell, heat] of p.entries()) for (let i = place(cell); i < size; i++) ahead[i]! += heat - q[cell]!;
    return ahead.reduce((sum, value) => sum + Math.abs(value), 0);
  };
  const across = area(width, cell => cell % width);
  const down = area(height, cell => Math.floor(cell / width));
  return (across + down) / Math.hypot(width - 1, height - 1);
}
