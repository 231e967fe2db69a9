import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Raster } from '../../src/core/raster.ts';
import { type Preprocess, preprocess, presets } from '../../src/images/preprocess.ts';
import { problem } from '../support/images.ts';

const pixel: Raster = { width: 1, height: 1, channels: 3, data: Uint8Array.of(255, 0, 51) };
const twoGrey: Raster = { width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 204) };

describe('preprocess, by hand', () => {
  const cases: [string, Preprocess, Raster, number[]][] = [
    ['tf: x / 127.5 - 1', presets.tf, pixel, [1, -1, -0.6]],
    ['torch: (x / 255 - mean) / std', presets.torch, pixel, [0.515 / 0.229, -0.456 / 0.224, (0.2 - 0.406) / 0.225]],
    ['caffe: blue, green, red, less their means', presets.caffe, pixel, [51 - 103.939, -116.779, 255 - 123.68]],
    ['unit: x / 255', presets.unit, pixel, [1, 0, 0.2]],
    ['raw: x', presets.raw, pixel, [255, 0, 51]],
    [
      "Caffe's rounded mean, in full",
      { scale: 1, mean: [104, 117, 123], std: [1], order: 'bgr' },
      pixel,
      [-53, -117, 132],
    ],
    ['a std per fed channel, blue first', { scale: 1, mean: [0], std: [1, 2, 4], order: 'bgr' }, pixel, [51, 0, 63.75]],
    ['one grey channel with tf', presets.tf, twoGrey, [-1, 0.6]],
    ['one grey channel in BGR order, which is no order', { ...presets.raw, order: 'bgr' }, twoGrey, [0, 204]],
    [
      'one grey channel with a mean of its own',
      { scale: 1 / 255, mean: [0.449], std: [0.226], order: 'rgb' },
      twoGrey,
      [-0.449 / 0.226, (0.8 - 0.449) / 0.226],
    ],
  ];
  for (const [name, recipe, picture, expected] of cases) {
    it(name, () => {
      const found = preprocess(picture, recipe);
      assert.equal(found.length, expected.length);
      expected.forEach((value, i) => {
        assert.ok(Math.abs(found[i]! - value) <= 2e-7 * Math.max(1, Math.abs(value)), `${found[i]} for ${value}`);
      });
    });
  }

  it('keeps pixels in their places', () => {
    const picture: Raster = { width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    assert.deepEqual([...preprocess(picture, { ...presets.raw, order: 'bgr' })], [3, 2, 1, 6, 5, 4]);
  });
});

describe('preprocess refuses', () => {
  for (const name of ['torch', 'caffe'] as const) {
    it(`${name} for one channel, and says what to write instead`, () => {
      assert.throws(
        () => preprocess(twoGrey, presets[name]),
        problem('config-invalid', /has 3 values of mean \[.*\] and the model has 1 input channel\./, /mean \[0\.449\]/),
      );
    });
  }

  it('a std of two values', () => {
    assert.throws(
      () => preprocess(pixel, { ...presets.raw, std: [1, 2] }),
      problem('config-invalid', /2 values of std \[1, 2\] and the model has 3 input channels/),
    );
  });
});
