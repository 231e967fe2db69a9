import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Raster } from '../../src/core/raster.ts';
import { type Box, type Filter, resample } from '../../src/core/resample.ts';
import { oracle, unpack } from '../images/_oracle.ts';

const { resizing } = oracle;

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** By the field's definitions; a cell that is exactly half a pixel away belongs to the box on its left. */
const shapes: Readonly<Record<Exclude<Filter, 'nearest'>, readonly [reach: number, weight: (x: number) => number]>> = {
  area: [0.5, x => (x > -0.5 && x <= 0.5 ? 1 : 0)],
  bilinear: [1, x => Math.max(0, 1 - Math.abs(x))],
  bicubic: [2, x => keys(Math.abs(x))],
  lanczos: [3, x => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0)],
};

/** Keys's cubic with a = -1/2, its two pieces multiplied out. */
const keys = (x: number) =>
  x < 1 ? 1.5 * x ** 3 - 2.5 * x ** 2 + 1 : x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0;

/** The definition in float64, without fixed point: a kernel as wide as the shrinking, normalised, both axes at once. */
function naive(
  raster: Raster,
  width: number,
  height: number,
  filter: Exclude<Filter, 'nearest'> = 'bilinear',
  box?: Box,
): number[] {
  const { left = 0, top = 0, right = raster.width, bottom = raster.height } = box ?? {};
  const weights = (size: number, from: number, to: number, cells: number, i: number) => {
    const scale = (to - from) / cells;
    const found = Array.from({ length: size }, (_, j) =>
      shapes[filter][1]((j + 0.5 - from - (i + 0.5) * scale) / Math.max(1, scale)),
    );
    const total = found.reduce((a, b) => a + b);
    return found.map(weight => weight / total);
  };
  return Array.from({ length: width * height * raster.channels }, (_, at) => {
    const c = at % raster.channels;
    const columns = weights(raster.width, left, right, width, Math.floor(at / raster.channels) % width);
    const rows = weights(raster.height, top, bottom, height, Math.floor(at / raster.channels / width));
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

  it('stays within two levels of every kernel as it is defined, shrinking, enlarging, and of a part of a picture', () => {
    const grey: Raster = {
      width: 11,
      height: 9,
      channels: 1,
      data: Uint8Array.from({ length: 99 }, (_, i) => 64 + ((i * i * 37 + i * 11) % 128)),
    };
    const noise = unpack(resizing.sources.noise);
    const colours = { ...noise, data: noise.data.map(value => 64 + value / 2) }; // no kernel leaves 0 to 255 in between
    const part: Box = { left: 1.25, top: 0.5, right: 9.75, bottom: 8 };
    for (const filter of ['area', 'bilinear', 'bicubic', 'lanczos'] as const)
      for (const [source, width, height, box] of [[grey, 4, 5], [grey, 23, 14], [grey, 5, 6, part], [grey, 17, 19, part], [colours, 13, 9]] as const) {
        const exact = naive(source, width, height, filter, box);
        const { data } = resample(source, width, height, filter, box);
        assert.equal(data.length, exact.length);
        for (const [i, value] of exact.entries()) {
          const level = Math.max(0, Math.min(255, value));
          assert.ok(Math.abs(data[i]! - level) <= 2.01, `${filter} to ${width} x ${height}: ${data[i]} for ${level}`);
        }
      } // biome-ignore format: a case per entry
  });

  it('takes the pixel under the centre where no kernel is wanted', () => {
    const grey: Raster = { width: 5, height: 2, channels: 1, data: Uint8Array.of(0, 1, 2, 3, 4, 10, 11, 12, 13, 14) };
    assert.deepEqual([...resample(grey, 2, 1, 'nearest').data], [11, 13]); // centres at 1.25 and 3.75, row 1
    assert.deepEqual([...resample(grey, 3, 4, 'nearest').data.subarray(0, 6)], [0, 2, 4, 0, 2, 4]);
    assert.deepEqual([...resample(grey, 2, 1, 'nearest', { left: 0, top: 0, right: 2, bottom: 1 }).data], [0, 1]);
    const colours: Raster = { width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    assert.deepEqual([...resample(colours, 4, 1, 'nearest').data], [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6]);
  });

  it('by hand: a step of black and white under each kernel, halfway and a quarter on', () => {
    const step: Raster = { width: 4, height: 1, channels: 1, data: Uint8Array.of(0, 0, 200, 200) };
    assert.deepEqual([...resample(step, 8, 1, 'bilinear').data], [0, 0, 0, 50, 150, 200, 200, 200]);
    assert.deepEqual([...resample(step, 8, 1, 'area').data], [0, 0, 0, 0, 200, 200, 200, 200]);
    // Keys at 1.25, 0.25, 0.75 and 1.75 away: -0.0703, 0.8672, 0.2266, -0.0234.
    assert.deepEqual([...resample(step, 8, 1, 'bicubic').data].slice(2, 6), [0, 41, 159, 214]);
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
