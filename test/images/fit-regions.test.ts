import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Grid } from '../../src/core/heatmap.ts';
import type { Raster } from '../../src/core/raster.ts';
import { encodePng } from '../../src/images/encode.ts';
import { fitRegions } from '../../src/images/fit-regions.ts';
import { type Fit, prepare } from '../../src/images/prepare.ts';
import type { Shapes } from '../../src/regions/region.ts';
import { pictured } from '../regions/_pictures.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const fitted = async (shapes: Shapes, from: Grid, input: Grid, fit: Fit) =>
  (await fitRegions([{ region: 'object', ...shapes }], from, input, fit, 'cat.png'))[0]!.mask;

const size = (width: number, height: number): Grid => ({ width, height });

describe('worked by hand', () => {
  it('fill: both axes on their own, at most half of a pixel is not enough', async () => {
    const mask = await fitted({ boxes: [[0, 0, 4, 1]] }, size(8, 2), size(4, 4), 'fill');
    assert.deepEqual(pictured(mask), ['##..', '##..', '....', '....']);
  });

  it('cover: the middle of the longer side', async () => {
    const wide = await fitted({ boxes: [[0, 0, 4, 4]] }, size(8, 4), size(4, 4), 'cover');
    assert.deepEqual(pictured(wide), ['##..', '##..', '##..', '##..']);
    const high = await fitted({ boxes: [[0, 5, 4, 3]] }, size(4, 8), size(4, 4), 'cover');
    assert.deepEqual(pictured(high), ['....', '....', '....', '####']);
  });

  it('contain: the padding is outside, even when the region is all of the picture', async () => {
    const wide = await fitted({ boxes: [[0, 0, 8, 4]] }, size(8, 4), size(4, 4), 'contain');
    assert.deepEqual(pictured(wide), ['....', '####', '####', '....']);
    const high = await fitted({ boxes: [[0, 0, 3, 9]] }, size(3, 9), size(4, 4), 'contain');
    assert.deepEqual(pictured(high), ['.#..', '.#..', '.#..', '.#..']);
  });

  it('of the same size nothing changes', async () => {
    const shapes = { polygons: [[0, 0, 5, 0, 0, 5]] };
    for (const fit of ['fill', 'cover', 'contain'] as const)
      assert.deepEqual(pictured(await fitted(shapes, size(5, 5), size(5, 5), fit)), [
        '####.',
        '###..',
        '##...',
        '#....',
        '.....',
      ]);
  });
});

const cases = [
  { from: size(97, 61), input: size(32, 32) },
  { from: size(61, 97), input: size(33, 31) },
  { from: size(40, 30), input: size(101, 77) },
  { from: size(31, 33), input: size(64, 16) },
  { from: size(200, 50), input: size(24, 24) },
] as const;

describe('the frame is the one of the picture itself', () => {
  for (const { from, input } of cases)
    for (const fit of ['fill', 'cover', 'contain'] as const)
      it(`${fit}: ${from.width} x ${from.height} to ${input.width} x ${input.height}`, async () => {
        const box = [from.width * 0.3, from.height * 0.25, from.width * 0.35, from.height * 0.6] as const;
        const mask = await fitted({ boxes: [box] }, from, input, fit);
        const seen = prepare(rectangle(from, box), { ...input, channels: 3 }, fit, 'cat.png').picture;
        assert.deepEqual(
          [...mask.data],
          [...seen.data].filter((_, i) => i % 3 === 0).map(value => Number(value >= 128)),
        );
        assert.ok(disagreement(mask.data, from, box, input, fit) <= 0.001);
        assert.ok(mask.data.includes(1) && mask.data.includes(0));
      });
});

/** Drawn here, pixel by pixel. */
function rectangle({ width, height }: Grid, [x, y, wide, high]: readonly [number, number, number, number]): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const inside = column + 0.5 >= x && column + 0.5 < x + wide && row + 0.5 >= y && row + 0.5 < y + high;
      if (inside) data.fill(255, (row * width + column) * 3, (row * width + column) * 3 + 3);
    }
  return { width, height, channels: 3, data };
}

/** Share of the input's pixels, but for those at the box's edge, that geometry alone puts on the other side. */
function disagreement(
  mask: Uint8Array,
  from: Grid,
  [x, y, wide, high]: readonly [number, number, number, number],
  input: Grid,
  fit: Fit,
): number {
  const [across, down] = [input.width / from.width, input.height / from.height];
  const even = fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
  const [sx, sy] = fit === 'fill' ? [across, down] : [even, even];
  const [left, top] = [(input.width - from.width * sx) / 2, (input.height - from.height * sy) / 2];
  const box = [left + x * sx, left + (x + wide) * sx, top + y * sy, top + (y + high) * sy] as const;
  // The rounding of the crop or padding, and of the shape to whole pixels of the fixture.
  const slack = 1 + Math.max(sx, sy);
  let wrong = 0;
  for (let row = 0; row < input.height; row++)
    for (let column = 0; column < input.width; column++) {
      const depth = Math.min(column + 0.5 - box[0], box[1] - column - 0.5, row + 0.5 - box[2], box[3] - row - 0.5);
      if (Math.abs(depth) > slack && depth > 0 !== (mask[row * input.width + column] === 1)) wrong++;
    }
  return wrong / mask.length;
}

describe('masks in pictures', () => {
  const half: Raster = { width: 4, height: 2, channels: 1, data: Uint8Array.from([0, 127, 128, 255, 9, 0, 200, 128]) };

  it('belong to the region where they are lighter than mid-grey', async t => {
    const mask = await written(t, half);
    assert.deepEqual(pictured(await fitted({ mask }, size(4, 2), size(4, 2), 'fill')), ['..##', '..##']);
  });

  it('are cut to black and white before they are scaled, so that grey does not add up', async t => {
    const grey: Raster = { width: 4, height: 1, channels: 1, data: Uint8Array.from([100, 100, 100, 255]) };
    const mask = await written(t, grey);
    assert.deepEqual(pictured(await fitted({ mask }, size(4, 1), size(2, 1), 'fill')), ['..']);
  });

  it('black all over: the fixture has no such region', async t => {
    const mask = await written(t, { ...half, data: new Uint8Array(8) });
    assert.deepEqual(await fitRegions([{ region: 'object', mask }], size(4, 2), size(4, 2), 'fill', 'cat.png'), []);
  });

  it('of another size, too dark or absent: the fixture cannot be read, and why', async t => {
    const refused = async (data: Raster, message: RegExp) =>
      assert.rejects(
        fitted({ mask: await written(t, data) }, size(4, 2), size(4, 2), 'fill'),
        problem('fixture-unreadable', message),
      );
    await refused({ ...half, width: 2, height: 4 }, /has 2 x 4 pixels; the fixture is read with 4 x 2\. .*EXIF/);
    await refused({ ...half, width: 8, height: 1 }, /has 8 x 1 pixels; .* 4 x 2\.$/);
    await refused(
      { ...half, data: Uint8Array.from([0, 1, 1, 0, 0, 1, 1, 0]) },
      /values of 128 or more .* got at most 1\./,
    );
    const absent = fitted({ mask: '/nowhere.png' }, size(4, 2), size(4, 2), 'fill');
    await assert.rejects(absent, problem('fixture-unreadable', /got no file/));
  });
});

describe('annotations of a picture of another size are refused', () => {
  it('as the data set says, or as runs imply', async () => {
    const refused = problem(
      'fixture-unreadable',
      /annotations of region `object` of cat\.png has 9 x 9 pixels; .* 4 x 2/,
    );
    await assert.rejects(fitted({ boxes: [[0, 0, 1, 1]], size: size(9, 9) }, size(4, 2), size(4, 2), 'fill'), refused);
    await assert.rejects(fitted({ runs: [{ ...size(9, 9), lengths: [81] }] }, size(4, 2), size(4, 2), 'fill'), refused);
  });
});

async function written(t: TestContext, raster: Raster): Promise<string> {
  const workspace = await emptyWorkspace(t);
  return workspace.write('mask.png', await encodePng(raster));
}
