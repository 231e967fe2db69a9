import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toGrey } from '../../src/core/raster.ts';
import { resample } from '../../src/core/resample.ts';
import { prepare, prepareArray } from '../../src/images/prepare.ts';
import { numbered, problem } from '../support/images.ts';
import { oracle, unpack } from './_oracle.ts';

const { resizing } = oracle;
const sources = { noise: unpack(resizing.sources.noise), grey: unpack(resizing.sources.grey) };

describe('prepare gives the pixels of the pipeline it names', () => {
  for (const fit of ['fill', 'cover', 'contain'] as const) {
    for (const each of resizing[fit]) {
      it(`${fit}: ${each.source} to ${each.width} x ${each.height}`, () => {
        const { width, height, channels } = each;
        assert.deepEqual(
          prepare(sources[each.source], { width, height, channels }, fit, 'a.png').picture,
          unpack(each),
        );
      });
    }
  }
});

describe('prepare', () => {
  it('leaves a picture of the right size and channels alone', () => {
    for (const fit of ['fill', 'cover', 'contain'] as const) {
      const picture = numbered(8, 6, 3);
      assert.deepEqual(prepare(picture, { width: 8, height: 6, channels: 3 }, fit, 'a.png').picture, picture);
    }
  });

  it('repeats grey for a model with three channels', () => {
    const seen = prepare(numbered(2, 1, 1), { width: 2, height: 1, channels: 3 }, 'fill', 'a.png').picture;
    assert.deepEqual([...seen.data], [11, 11, 11, 48, 48, 48]);
  });

  it('takes the luma before it resizes for a model with one channel, as Pillow pipelines do', () => {
    for (const fit of ['fill', 'cover', 'contain'] as const) {
      const seen = prepare(sources.noise, { width: 20, height: 20, channels: 1 }, fit, 'a.png').picture;
      assert.equal(seen.channels, 1);
      assert.equal(seen.data.length, 400);
    }
    const seen = prepare(sources.noise, { width: 20, height: 20, channels: 1 }, 'fill', 'a.png').picture;
    assert.deepEqual(seen, resample(toGrey(sources.noise), 20, 20));
  });

  it('keeps at least one pixel of a thread-thin picture', () => {
    const thin = numbered(1, 400, 3);
    const seen = prepare(thin, { width: 32, height: 32, channels: 3 }, 'contain', 'a.png').picture;
    assert.equal(seen.data.filter(value => value > 0).length, 3 * 32);
  });

  it('refuses a model with four channels, naming .npy', () => {
    assert.throws(
      () => prepare(numbered(2, 2, 3), { width: 2, height: 2, channels: 4 }, 'fill', 'img/a.png'),
      problem('fixture-unreadable', /^img\/a\.png is a picture and the model has 4 input channels/, /\.npy/),
    );
  });
});

describe('prepareArray', () => {
  const array = { height: 2, width: 3, channels: 4, data: new Float32Array(24) };

  it('hands over the very values', () => {
    assert.equal(prepareArray(array, { height: 2, width: 3, channels: 4 }, 'a.npy'), array.data);
  });

  it('refuses another shape, naming both', () => {
    assert.throws(
      () => prepareArray(array, { height: 3, width: 2, channels: 4 }, 'img/a.npy'),
      problem('fixture-unreadable', /^img\/a\.npy is an array of 2 x 3 x 4; the model takes 3 x 2 x 4/),
    );
  });
});
