import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heatColour } from '../../src/core/colormap.ts';
import { type Heatmap, peak } from '../../src/core/heatmap.ts';
import { blendAt, type Raster, toGrey } from '../../src/core/raster.ts';
import { heatOverlay, relativeHeat, shade } from '../../src/reports/_overlay.ts';
import { ball, spot } from './_pictures.ts';

/** As the docstring has it, pixel by pixel, with the general functions. */
function naive(picture: Raster, { data }: Heatmap, full: number): Raster {
  const result = shade(picture, 0.8);
  for (const [at, value] of data.entries()) {
    const share = value / full;
    if (share <= 0) continue;
    const [x, y] = [at % picture.width, Math.floor(at / picture.width)];
    blendAt(result, x, y, heatColour(share), 0.75 * Math.min(1, 1.6 * share));
  }
  return result;
}

describe('heat over a picture', () => {
  const picture = ball(61, 47);
  const shown = relativeHeat(spot(7, 0.3, 0.6, 0.2), picture)!;

  it('is its colour, mixed into the dark grey picture by its strength, on every pixel', () => {
    for (const full of [peak(shown), peak(shown) / 3, 10 * peak(shown)])
      assert.deepEqual(heatOverlay(picture, shown, full), naive(picture, shown, full));
  });

  it('is the same over a grey picture', () => {
    const grey = toGrey(picture);
    assert.deepEqual(heatOverlay(grey, shown, 2), naive(grey, shown, 2));
  });

  it('leaves the picture grey where there is none, and where it is negative', () => {
    const cold = { ...shown, data: shown.data.map(() => -1) };
    assert.deepEqual(heatOverlay(picture, cold, 1), shade(picture, 0.8));
  });
});
