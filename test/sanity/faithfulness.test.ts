import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Raster } from '../../src/core/raster.ts';
import { areaUnder, hottestFirst, randomOrder, removalAreas } from '../../src/sanity/faithfulness.ts';
import { heatmap } from '../core/_numbers.ts';

test('areas of curves that are known', () => {
  assert.equal(areaUnder([0.5, 0.5, 0.5]), 0.5);
  assert.equal(areaUnder([1, 0]), 0.5);
  assert.equal(areaUnder([1, 0, 0, 0, 0]), 0.125);
  const parabola = Array.from({ length: 17 }, (_, i) => (i / 16) ** 2);
  // The trapezoid rule is off by h^2 / 12 times the difference of the slopes at the ends.
  assert.ok(Math.abs(areaUnder(parabola) - (1 / 3 + 2 / 12 / 256)) < 1e-12);
});

test('pixels go from hot to cold, and those without heat in no order of their own', () => {
  const picture = grey(4, 4, () => 0);
  const map = heatmap([0, 0, 0, -1], [0, 5, 0, 0], [0, 0, 9, 0], [-3, 0, 0, 1]);
  const order = [...hottestFirst(map, picture, 1)];
  assert.deepEqual(order.slice(0, 3), [10, 5, 15]);
  assert.deepEqual(
    order.toSorted((a, b) => a - b),
    [...Array(16).keys()],
  );
  const rest = order.slice(3);
  assert.notDeepEqual(
    rest,
    rest.toSorted((a, b) => a - b),
  );
  assert.deepEqual(order, [...hottestFirst(map, picture, 1)]);
  assert.notDeepEqual(rest, [...hottestFirst(map, picture, 2)].slice(3));
});

test('a map on a coarser grid is interpolated to the pixels', () => {
  const order = hottestFirst(
    heatmap([1, 0]),
    grey(4, 1, () => 0),
    1,
  );
  // Half-pixel centres: 1, 0.75, 0.25, 0.
  assert.deepEqual([...order], [0, 1, 2, 3]);
});

/**
 * The left half is white, the right black; the answer is how much brighter the left is. The mean, 127.5, is rounded to 128:
 * a pixel that goes on the left costs 127 of 255, one on the right 128.
 */
test('a linear answer is removed as fast as its pixels go', () => {
  const picture = grey(16, 16, x => (x < 8 ? 255 : 0));
  const answer = ({ data }: Raster) => {
    const sum = data.reduce((total, value, at) => total + (at % 16 < 8 ? value : -value), 0);
    return sum / (128 * 255);
  };
  const left = Int32Array.from({ length: 256 }, (_, at) => at).sort((a, b) => (a % 16) - (b % 16) || a - b);
  const [ordered, reversed] = removalAreas(picture, [left, left.toReversed()], pictures => pictures.map(answer));
  // From 1 in a straight line to 128 / 255 at half way, from there in a straight line to 0.
  const half = 128 / 255;
  assert.ok(Math.abs(ordered!.deletion - ((1 + half) / 2 + half / 2) / 2) < 1e-9, `${ordered!.deletion}`);
  const other = 127 / 255;
  assert.ok(Math.abs(reversed!.deletion - ((1 + other) / 2 + other / 2) / 2) < 1e-9, `${reversed!.deletion}`);
});

/** What speaks for the class is one row of sixteen: exactly one step. */
test('an order that finds what matters deletes at once and inserts at once', () => {
  const picture = grey(16, 16, (_, y) => (y === 7 ? 255 : 0));
  const row = ({ data }: Raster) => Number(data.subarray(7 * 16, 8 * 16).every(value => value === 255));
  const first = Int32Array.from({ length: 256 }, (_, at) => (at + 7 * 16) % 256);
  const last = first.toReversed();
  const [good, bad] = removalAreas(picture, [first, last], pictures => pictures.map(row));
  assert.deepEqual(good, { deletion: 0.5 / 16, insertion: 1 - 0.5 / 16 });
  assert.deepEqual(bad, { deletion: 15.5 / 16, insertion: 0.5 / 16 });
});

test('the ends are asked for once, however many orders', () => {
  const picture = grey(4, 4, x => x);
  const sizes: number[] = [];
  const ask = (pictures: readonly Raster[]) => {
    sizes.push(pictures.length);
    return pictures.map(() => 1);
  };
  removalAreas(picture, [randomOrder(16, 1), randomOrder(16, 2)], ask);
  assert.deepEqual(sizes, [3, 15, 15, 15, 15]);
});

function grey(width: number, height: number, value: (x: number, y: number) => number): Raster {
  const data = Uint8Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width)));
  return { width, height, channels: 1, data };
}
