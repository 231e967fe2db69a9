import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Raster } from '../../src/core/raster.ts';
import { resample } from '../../src/core/resample.ts';
import { oracle, unpack } from '../images/_oracle.ts';

const { resizing } = oracle;

/** The definition in float64, without fixed point: a triangle as wide as the shrinking, normalised, both axes at once. */
function naive(raster: Raster, width: number, height: number): number[] {
  const triangle = (from: number, to: number, i: number) => {
    const scale = from / to;
    const weights = Array.from({ length: from }, (_, j) =>
      Math.max(0, 1 - Math.abs(j + 0.5 - (i + 0.5) * scale) / Math.max(1, scale)),
    );
    const total = weights.reduce((a, b) => a + b);
    return weights.map(weight => weight / total);
  };
  return Array.from({ length: width * height * raster.channels }, (_, at) => {
    const c = at % raster.channels;
    const columns = triangle(raster.width, width, Math.floor(at / raster.channels) % width);
    const rows = triangle(raster.height, height, Math.floor(at / raster.channels / width));
    const cell = (x: number, y: number) => raster.data[(y * raster.width + x) * raster.channels + c]!;
    return rows.reduce(
      (sum, row, y) => sum + row * columns.reduce((line, column, x) => line + column * cell(x, y), 0),
      0,
    );
  });
}

describe('resample equals Pillow BILINEAR in every value', () => {
  for (const each of resizing.fill) {
    it(`${each.source} to ${each.width} x ${each.height}`, () => {
      const source = unpack(resizing.sources[each.source]);
      assert.deepEqual(resample(source, each.width, each.height), unpack(each));
    });
  }
});

describe('resample', () => {
  it('stays within one level of the definition in float64', () => {
    const source = unpack(resizing.sources.noise);
    for (const [width, height] of [
      [10, 60],
      [70, 5],
      [53, 20],
    ] as const) {
      const exact = naive(source, width, height);
      resample(source, width, height).data.forEach((value, i) => {
        assert.ok(Math.abs(value - exact[i]!) <= 1.01, `${value} for ${exact[i]}`);
      });
    }
  });

  it('by hand: two pixels into four, centres at a quarter and three quarters', () => {
    const pair: Raster = { width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 100) };
    assert.deepEqual([...resample(pair, 4, 1).data], [0, 25, 75, 100]);
  });

  it('by hand: four pixels into two, weights 3 3 1 of 7', () => {
    const line: Raster = { width: 4, height: 1, channels: 1, data: Uint8Array.of(70, 0, 0, 140) };
    assert.deepEqual([...resample(line, 2, 1).data], [30, 60]);
  });

  it('keeps a constant picture constant, black and white included', () => {
    for (const value of [0, 1, 128, 254, 255]) {
      const source: Raster = { width: 13, height: 7, channels: 1, data: new Uint8Array(91).fill(value) };
      for (const size of [1, 5, 40]) assert.ok(resample(source, size, size).data.every(found => found === value));
    }
  });
});
