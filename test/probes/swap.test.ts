import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mask } from '../../src/core/mask.ts';
import { type Colour, plain, type Raster, toGrey } from '../../src/core/raster.ts';
import { edit } from '../../src/probes/edit.ts';
import type { Donor } from '../../src/probes/swap.ts';

const red: Colour = [200, 10, 20];

/** Every pixel another one: red counts columns, green rows. */
function counting(width: number, height: number): Raster {
  const picture = plain(width, height, [0, 0, 90]);
  for (let pixel = 0; pixel < width * height; pixel++)
    picture.data.set([10 * (pixel % width), 10 * Math.floor(pixel / width)], pixel * 3);
  return picture;
}

const masked = (width: number, height: number, ...pixels: number[]): Mask => {
  const data = new Uint8Array(width * height);
  for (const pixel of pixels) data[pixel] = 1;
  return { width, height, data };
};

const regionOf = (mask: Mask) => [{ region: 'object', mask }];

function swapped(
  object: string | undefined,
  regions: Donor['regions'],
  donor: Donor | undefined,
  picture = plain(4, 3, red),
) {
  return edit({ kind: 'swap', edge: 0.3, ...(object !== undefined && { object }) }, picture, regions, donor);
}

const pixelsOf = (found: ReturnType<typeof swapped>): number[][] => {
  assert.ok(!('refused' in found));
  const { data, channels } = found.picture;
  return Array.from({ length: data.length / channels }, (_, at) => [
    ...data.subarray(at * channels, (at + 1) * channels),
  ]);
};

describe('surroundings of another picture', () => {
  it('are all around the object, as they are there', () => {
    const found = pixelsOf(
      swapped('object', regionOf(masked(4, 3, 5, 6)), { picture: counting(4, 3), regions: regionOf(masked(4, 3)) }),
    );
    for (const [at, pixel] of found.entries())
      assert.deepEqual(pixel, at === 5 || at === 6 ? red : [10 * (at % 4), 10 * Math.floor(at / 4), 90]);
  });

  it('show nothing of its own object: what lies opposite, else the mean of the surroundings', () => {
    const theirs = masked(4, 3, 0, 5, 6);
    const found = pixelsOf(
      swapped('object', regionOf(masked(4, 3)), { picture: counting(4, 3), regions: regionOf(theirs) }),
    );
    assert.deepEqual(found[0], [30, 0, 90]);
    const shown = [1, 2, 3, 4, 7, 8, 9, 10, 11];
    const mean = (of: (at: number) => number) => Math.round(shown.reduce((sum, at) => sum + of(at), 0) / shown.length);
    const plainColour = [mean(at => 10 * (at % 4)), mean(at => 10 * Math.floor(at / 4)), 90];
    assert.deepEqual([found[5], found[6]], [plainColour, plainColour]);
    assert.deepEqual(found[1], [10, 0, 90]);
  });

  it('are mid-grey where the other picture is nothing but its object', () => {
    const all = masked(4, 3, ...Array(12).keys());
    const found = pixelsOf(
      swapped('object', regionOf(masked(4, 3)), { picture: counting(4, 3), regions: regionOf(all) }),
    );
    assert.ok(found.every(pixel => pixel.every(value => value === 128)));
  });

  it('are a strip along the edges where no region says what the object is', () => {
    const found = pixelsOf(swapped(undefined, [], { picture: counting(4, 3), regions: [] }));
    const kept = found.flatMap((pixel, at) => (pixel[2] === 20 ? [at] : []));
    assert.deepEqual(kept, [5, 6]);
    assert.deepEqual(found[4], [0, 10, 90]);
  });

  it('of a grey picture are grey, and the picture itself is left alone', () => {
    const grey = toGrey(plain(4, 3, red));
    const before = grey.data.slice();
    const found = swapped(undefined, [], { picture: counting(4, 3), regions: [] }, grey);
    assert.ok(!('refused' in found));
    assert.equal(found.picture.channels, 1);
    assert.deepEqual(grey.data, before);
    assert.equal(found.picture.data[0], Math.round(0.114 * 90));
  });

  it('are refused without another picture, or without the region in either of them', () => {
    const donor = { picture: counting(4, 3), regions: [] };
    const words = (found: ReturnType<typeof swapped>) => ('refused' in found ? found.refused : 'edited');
    assert.match(words(swapped(undefined, [], undefined)), /no other fixture/);
    assert.match(words(swapped('object', regionOf(masked(4, 3)), donor)), /no region `object`/);
    assert.match(words(swapped('object', [], { ...donor, regions: regionOf(masked(4, 3)) })), /no region `object`/);
  });
});
