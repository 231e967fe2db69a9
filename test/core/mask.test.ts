import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { area, heatInside, type Mask, peakInside } from '../../src/core/mask.ts';
import { resizeBilinear } from '../../src/core/resize.ts';
import { assertClose, random } from './_numbers.ts';

const map = (width: number, ...data: number[]): Heatmap => ({
  width,
  height: data.length / width,
  data: Float32Array.from(data),
});
const mask = (width: number, ...data: number[]): Mask => ({
  width,
  height: data.length / width,
  data: Uint8Array.from(data),
});

test('the area is the share of pixels that a mask covers', () => {
  assert.equal(area(mask(2, 1, 0, 0, 0)), 0.25);
  assert.equal(area(mask(3, 1, 1, 1)), 1);
  assert.equal(area(mask(3, 0, 0, 0)), 0);
});

test('by hand: of 1, 2 and 5 in a row, 3 lie left of the last', () => {
  const row = map(4, 1, 2, 0, 5);
  assertClose(heatInside(row, mask(4, 1, 1, 1, 0)), 3 / 8, 1e-12);
  assert.equal(heatInside(row, mask(4, 0, 0, 1, 0)), 0);
  assert.equal(heatInside(row, mask(4, 1, 1, 1, 1)), 1);
  assert.deepEqual([peakInside(row, mask(4, 1, 1, 1, 0)), peakInside(row, mask(4, 0, 0, 0, 1))], [false, true]);
});

test('negative evidence is no heat, neither inside nor in the whole', () => {
  const signed = map(4, -9, 2, -1, 6);
  assertClose(heatInside(signed, mask(4, 1, 1, 0, 0)), 0.25, 1e-12);
  assert.equal(peakInside(signed, mask(4, 1, 0, 0, 0)), false);
});

test('a map without heat answers neither question', () => {
  for (const cold of [map(2, 0, 0), map(2, -1, -3)]) {
    assert.equal(heatInside(cold, mask(2, 1, 1)), undefined);
    assert.equal(peakInside(cold, mask(2, 1, 1)), undefined);
  }
  assert.equal(heatInside(map(2, Number.NaN, 1), mask(2, 1, 1)), undefined);
});

test('faint heat is heat', () => {
  const faint = map(2, 2 ** -40, 3 * 2 ** -40);
  assert.deepEqual([heatInside(faint, mask(2, 0, 1)), peakInside(faint, mask(2, 0, 1))], [0.75, true]);
});

test('of equally hot pixels the first in reading order is the peak', () => {
  const twin = map(3, 1, 4, 4);
  assert.deepEqual([peakInside(twin, mask(3, 0, 1, 0)), peakInside(twin, mask(3, 0, 0, 1))], [true, false]);
  const start = map(3, 4, 4, 1);
  assert.deepEqual([peakInside(start, mask(3, 1, 0, 0)), peakInside(start, mask(3, 0, 1, 0))], [true, false]);
});

test('a map is enlarged to the mask as it is drawn, and what is inside and outside makes the whole', () => {
  const next = random(11);
  const coarse = map(4, ...Array.from({ length: 12 }, () => next() - 0.3));
  const fine = mask(10, ...Array.from({ length: 70 }, () => (next() < 0.4 ? 1 : 0)));
  const others: Mask = { ...fine, data: fine.data.map(value => 1 - value) };
  const drawn = resizeBilinear({ ...coarse, data: coarse.data.map(value => Math.max(0, value)) }, 10, 7).data;
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  const inside = sum(drawn.filter((_, pixel) => fine.data[pixel] === 1)) / sum(drawn);
  assertClose(heatInside(coarse, fine), inside, 1e-12);
  assertClose(heatInside(coarse, fine)! + heatInside(coarse, others)!, 1, 1e-12);
  const hottest = drawn.indexOf(Math.max(...drawn));
  assert.equal(peakInside(coarse, fine), fine.data[hottest] === 1);
});
