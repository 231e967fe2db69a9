import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heatColour } from '../../src/core/colormap.ts';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { plain } from '../../src/core/raster.ts';
import { lineHeight } from '../../src/core/text.ts';
import { probeMontage } from '../../src/reports/probe-montage.ts';
import { flat, pixel, tileOf } from './_pictures.ts';

const tile = 64;
/** Below the title's line. */
const top = 8 + lineHeight + 4;
const left: Heatmap = { width: 2, height: 1, data: Float32Array.of(3, 0) };
const grey = (value: number) => plain(tile, tile, [value, value, value]);
const request = { title: 't', input: grey(100), edited: grey(200), notes: ['edit', 'heat'] as const, tile };
const mixed = (under: number, over: readonly number[], opacity: number) =>
  over.map(value => Math.round(under + (value - under) * opacity));

test('input, its heat, the edited input and its heat, each on its own picture', () => {
  const card = probeMontage({ ...request, before: left, after: left });
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

test('both maps have one scale: half the share of heat per area is half as bright', () => {
  const card = probeMontage({ ...request, edited: grey(100), before: left, after: flat(2, 1) });
  assert.deepEqual(pixel(tileOf(card, 1, tile, top), 0, 5), mixed(80, heatColour(1), 0.75));
  assert.deepEqual(pixel(tileOf(card, 3, tile, top), 0, 5), mixed(80, heatColour(0.5), 0.6));
});

test('a map without heat is said in words, on the picture in the dark', () => {
  const card = probeMontage({ ...request, before: left, after: flat(2, 0) });
  assert.deepEqual(pixel(tileOf(card, 3, tile, top), 1, 1), [60, 60, 60]);
});
