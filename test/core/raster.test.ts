import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  blendAt,
  crop,
  outline,
  paste,
  plain,
  type Raster,
  rasterFromArray,
  tint,
  toGrey,
  toRgb,
} from '../../src/core/raster.ts';
import { oracle, unpack } from '../images/_oracle.ts';

const four: Raster = { width: 2, height: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4) };

/** Red of every pixel, one row per string. */
function reds(raster: Raster): string[] {
  return Array.from({ length: raster.height }, (_, y) =>
    Array.from({ length: raster.width }, (_, x) => raster.data[(y * raster.width + x) * raster.channels]).join(' '),
  );
}

describe('toGrey', () => {
  it("gives Pillow's luma for every pixel of a noise picture", () => {
    assert.deepEqual(toGrey(unpack(oracle.resizing.sources.noise)), unpack(oracle.resizing.luma));
  });

  it('by hand: 0.299 red, 0.587 green, 0.114 blue, rounded in 16-bit fixed point', () => {
    const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 10, 20, 30);
    const { data: found, channels } = toGrey({ width: 5, height: 1, channels: 3, data });
    assert.equal(channels, 1);
    assert.deepEqual([...found], [76, 150, 29, 255, 18]);
  });

  it('keeps every grey as it was', () => {
    const data = Uint8Array.from({ length: 256 }, (_, i) => i);
    const grey: Raster = { width: 16, height: 16, channels: 1, data };
    assert.deepEqual(toGrey(toRgb(grey)), grey);
    assert.equal(toGrey(grey), grey);
  });
});

describe('toRgb', () => {
  it('repeats grey three times', () => {
    assert.deepEqual([...toRgb(four).data], [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
  });

  it('answers an RGB picture itself', () => {
    const rgb = plain(2, 1, [1, 2, 3]);
    assert.equal(toRgb(rgb), rgb);
  });
});

describe('crop and paste', () => {
  it('cut out a rectangle', () => {
    assert.deepEqual(reds(crop(four, { x: 1, y: 0, width: 1, height: 2 })), ['2', '4']);
  });

  it('put a picture in its place and leave the rest', () => {
    const page: Raster = { width: 4, height: 3, channels: 1, data: new Uint8Array(12) };
    paste(page, four, 1, 1);
    assert.deepEqual(reds(page), ['0 0 0 0', '0 1 2 0', '0 3 4 0']);
    assert.deepEqual(crop(page, { x: 1, y: 1, width: 2, height: 2 }), four);
  });
});

describe('painting', () => {
  it('mixes by opacity: none, half, full', () => {
    const page = plain(3, 1, [100, 100, 100]);
    [0, 0.5, 1].forEach((opacity, x) => {
      blendAt(page, x, 0, [200, 0, 101], opacity);
    });
    assert.deepEqual([...page.data], [100, 100, 100, 150, 50, 101, 200, 0, 101]);
  });

  it('ignores what lies outside the picture', () => {
    const page = plain(2, 2, [7, 7, 7]);
    for (const [x, y] of [
      [-1, 0],
      [2, 0],
      [0, -1],
      [0, 2],
    ] as const) {
      blendAt(page, x, y, [255, 255, 255], 1);
    }
    assert.ok(page.data.every(value => value === 7));
  });

  it('fills a rectangle, cut off at the border', () => {
    const page = plain(4, 3, [0, 0, 0]);
    tint(page, { x: 2, y: 1, width: 9, height: 1 }, [5, 5, 5], 1);
    assert.deepEqual(reds(page), ['0 0 0 0', '0 0 5 5', '0 0 0 0']);
  });

  it('outlines a rectangle once, corners not twice', () => {
    const page = plain(5, 4, [0, 0, 0]);
    outline(page, { x: 0, y: 0, width: 4, height: 4 }, [8, 8, 8], 0.5);
    assert.deepEqual(reds(page), ['4 4 4 4 0', '4 0 0 4 0', '4 0 0 4 0', '4 4 4 4 0']);
  });
});

describe('rasterFromArray', () => {
  it('spreads one channel from black to white', () => {
    const seen = rasterFromArray(Float32Array.of(-1, 0, 1, 3), 2, 2, 1);
    assert.deepEqual(seen, { width: 2, height: 2, channels: 1, data: Uint8Array.of(0, 64, 128, 255) });
  });

  it('spreads three channels on one common scale', () => {
    assert.deepEqual([...rasterFromArray(Float32Array.of(0, 5, 10), 1, 1, 3).data], [0, 128, 255]);
  });

  it('shows any other number of channels by their mean', () => {
    const seen = rasterFromArray(Float32Array.of(0, 2, 4, 6, 10, 10), 3, 1, 2);
    assert.deepEqual(seen, {
      width: 3,
      height: 1,
      channels: 1,
      data: Uint8Array.of(0, 113, 255).with(1, Math.round((255 * 4) / 9)),
    });
  });

  it('shows a constant array in mid-grey', () => {
    assert.deepEqual([...rasterFromArray(Float32Array.of(9, 9), 2, 1, 1).data], [128, 128]);
  });
});
