import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heatColour } from '../../src/core/colormap.ts';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { plain } from '../../src/core/raster.ts';
import { lineHeight } from '../../src/core/text.ts';
import { inPairs, inRow } from '../../src/reports/montage.ts';
import { type ProbeMontageRequest, probeMontages } from '../../src/reports/probe-montage.ts';
import { flat, pixel, tileOf } from './_pictures.ts';

const tile = 64;
/** Below the title's line. */
const top = 8 + lineHeight + 4;
const left: Heatmap = { width: 2, height: 1, data: Float32Array.of(3, 0) };
const grey = (value: number) => plain(tile, tile, [value, value, value]);
const side = (value: number, map: Heatmap, more: { answer?: string } = {}) => ({
  title: 'input',
  picture: grey(value),
  map,
  heat: 'heat for hat',
  ...more,
});
const probeMontage = (request: ProbeMontageRequest) => probeMontages(request, [inRow])[0]!;
const mixed = (under: number, over: readonly number[], opacity: number) =>
  over.map(value => Math.round(under + (value - under) * opacity));

test('input, its heat, the edited input and its heat, each on its own picture', () => {
  const card = probeMontage({ title: 't', without: side(100, left), with: side(200, left), tile });
  const [input, heat, edited, after] = [0, 1, 2, 3].map(index => tileOf(card, index, tile, top));
  assert.deepEqual(pixel(input!, 30, 30), [100, 100, 100]);
  assert.deepEqual(pixel(edited!, 30, 30), [200, 200, 200]);
  assert.deepEqual(
    [pixel(heat!, tile - 1, 5), pixel(after!, tile - 1, 5)],
    [
      [80, 80, 80],
      [160, 160, 160],
    ],
  );
});

test('each map has its own scale: maps of two classes have no common one', () => {
  const card = probeMontage({ title: 't', without: side(100, left), with: side(100, flat(2, 1)), tile });
  for (const index of [1, 3])
    assert.deepEqual(pixel(tileOf(card, index, tile, top), 0, 5), mixed(80, heatColour(1), 0.75));
});

test('answers stand below the pictures', () => {
  const said = (answer?: string) =>
    probeMontage({ title: 't', without: side(100, left, answer ? { answer } : {}), with: side(100, left), tile });
  assert.equal(said('hat 97 %').height, said().height + lineHeight);
});

test('a map without heat is said in words, on the picture in the dark', () => {
  const card = probeMontage({ title: 't', without: side(100, left), with: side(200, flat(2, 0)), tile });
  assert.deepEqual(pixel(tileOf(card, 3, tile, top), 1, 1), [60, 60, 60]);
});

test('for narrow screens the edited picture and its heat stand below the others', () => {
  const request = { title: 't', without: side(100, left), with: side(200, left), tile };
  const [wide, narrow] = probeMontages(request, [inRow, inPairs]);
  const row = tile + 4 + 2 * lineHeight + 8;
  for (const index of [0, 1, 2, 3])
    assert.deepEqual(tileOf(narrow!, index % 2, tile, top + (index >> 1) * row), tileOf(wide!, index, tile, top));
});
