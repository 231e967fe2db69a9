import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gained, heatColour, lost } from '../../src/core/colormap.ts';
import type { Heatmap } from '../../src/core/heatmap.ts';
import type { Mask } from '../../src/core/mask.ts';
import { crop, plain, type Raster, toGrey } from '../../src/core/raster.ts';
import { resample } from '../../src/core/resample.ts';
import { lineHeight } from '../../src/core/text.ts';
import { inPairs, inRow, montage, montages } from '../../src/reports/montage.ts';
import { assertGolden, ball, coloured, flat, pixel, spot, tileOf } from './_pictures.ts';

const tile = 64;
const grey = plain(tile, tile, [100, 100, 100]);

/** All heat on the left, or on the right, half of a 2 x 1 grid. */
const left: Heatmap = { width: 2, height: 1, data: Float32Array.of(3, 0) };
const right: Heatmap = { width: 2, height: 1, data: Float32Array.of(0, 5) };
const none = flat(4, 0);

/** A square mask with a square region from `from` up to `to`. */
function square(size: number, from: number, to: number): Mask {
  const data = Uint8Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return Number(x >= from && x < to && y >= from && y < to);
  });
  return { width: size, height: size, data };
}

function mixed(under: number, over: readonly number[], opacity: number): number[] {
  return over.map(value => Math.round(under + (value - under) * opacity));
}

describe('montage, by its pixels', () => {
  it('shows the input in its own colours, at tile size', () => {
    const input = ball(96, 96);
    const card = montage({ input, baseline: left, candidate: right, tile });
    assert.deepEqual(tileOf(card, 0, tile), resample(input, tile, tile));
  });

  it('lays the last colour, three quarters strong, on the darkened grey where the heat is greatest', () => {
    const card = montage({ input: grey, baseline: flat(7, 2), candidate: flat(7, 2), tile });
    for (const index of [1, 2]) {
      assert.deepEqual(pixel(tileOf(card, index, tile), 30, 30), mixed(80, heatColour(1), 0.75));
    }
  });

  it('leaves the darkened grey where there is no heat', () => {
    const card = montage({ input: grey, baseline: left, candidate: left, tile });
    assert.deepEqual(pixel(tileOf(card, 1, tile), tile - 1, 5), [80, 80, 80]);
  });

  it('gives each map its own scale, and tells how hot its hottest place is', () => {
    const card = montage({ input: plain(160, 160, [100, 100, 100]), baseline: left, candidate: flat(2, 1) });
    for (const index of [1, 2]) assert.deepEqual(pixel(tileOf(card, index, 160), 0, 5), mixed(80, heatColour(1), 0.75));
    const barOf = (index: number) =>
      crop(card, { x: 8 + index * 168, y: card.height - 8 - lineHeight, width: 160, height: lineHeight });
    assert.notDeepEqual(barOf(1), barOf(2), '2.0 and 1.0 times the average');
    for (const index of [1, 2]) assert.ok(coloured(barOf(index)) > 6, 'the bar has the colours of the heat');
  });

  it('has the change on one scale: half the share of heat per area is half as strong', () => {
    const change = tileOf(montage({ input: grey, baseline: left, candidate: flat(2, 1), tile }), 3, tile);
    assert.deepEqual(pixel(change, 0, 0), mixed(50, lost, 0.95 * 0.5));
    assert.deepEqual(pixel(change, tile - 1, 0), mixed(50, gained, 0.95 * 0.5));
  });

  it('paints gained heat orange and lost heat blue on the darker grey', () => {
    const change = tileOf(montage({ input: grey, baseline: left, candidate: right, tile }), 3, tile);
    assert.deepEqual(pixel(change, 0, 0), mixed(50, lost, 0.95));
    assert.deepEqual(pixel(change, tile - 1, 0), mixed(50, gained, 0.95));
  });

  it('draws a white line around what visibly differs, and none around what does not', () => {
    const whites = (raster: Raster) =>
      Array.from({ length: tile * tile }, (_, i) => pixel(raster, i % tile, Math.floor(i / tile))).filter(rgb =>
        rgb.every(value => value > 215),
      ).length;
    const moved = montage({ input: grey, baseline: spot(7, 0.3, 0.5, 0.1), candidate: spot(7, 0.7, 0.5, 0.1), tile });
    assert.ok(whites(tileOf(moved, 3, tile)) > 40);
    const steady = montage({
      input: grey,
      baseline: spot(7, 0.3, 0.5, 0.2),
      candidate: spot(7, 0.305, 0.5, 0.2),
      tile,
    });
    assert.equal(whites(tileOf(steady, 3, tile)), 0);
  });

  it('shows no change between equal maps', () => {
    const input = ball(tile, tile);
    const card = montage({ input, baseline: spot(7, 0.5, 0.5, 0.2), candidate: spot(7, 0.5, 0.5, 0.2), tile });
    assert.deepEqual(tileOf(card, 1, tile), tileOf(card, 2, tile));
    const darker = toGrey(input).data.map(value => value * 0.5);
    assert.deepEqual(
      [...tileOf(card, 3, tile).data].filter((_, i) => i % 3 === 0),
      [...darker],
    );
    assert.equal(coloured(tileOf(card, 3, tile)), 0);
  });

  it('compares shares of heat: strength, negative values and the grid do not matter', () => {
    const input = ball(tile, tile);
    const baseline = spot(6, 0.4, 0.4, 0.3);
    const expected = montage({ input, baseline, candidate: baseline, tile });
    const stronger = { ...baseline, data: baseline.data.map(value => value * 40) };
    assert.deepEqual(montage({ input, baseline, candidate: stronger, tile }), expected);
    const clipped = (low: number): Heatmap => ({ width: 2, height: 1, data: Float32Array.of(1, low) });
    assert.deepEqual(
      montage({ input, baseline: left, candidate: clipped(-9), tile }),
      montage({ input, baseline: left, candidate: clipped(0), tile }),
    );
    const grids = montage({ input, baseline: flat(7, 1), candidate: flat(14, 3), tile });
    assert.deepEqual(tileOf(grids, 1, tile), tileOf(grids, 2, tile));
    assert.equal(coloured(tileOf(grids, 3, tile)), 0);
  });
});

describe('montage without heat', () => {
  it('says so in words, without colour, where the candidate lost it; the change is all blue', () => {
    const card = montage({ input: grey, baseline: flat(4, 1), candidate: none, tile: 120 });
    const said = tileOf(card, 2, 120);
    assert.equal(coloured(said), 0);
    assert.ok(
      said.data.some(value => value > 200),
      'letters',
    );
    assert.deepEqual(pixel(tileOf(card, 3, 120), 60, 60), mixed(50, lost, 0.95));
  });

  it('says so where the baseline had none; the change is all orange', () => {
    const card = montage({ input: grey, baseline: none, candidate: flat(4, 1), tile: 120 });
    assert.equal(coloured(tileOf(card, 1, 120)), 0);
    assert.deepEqual(pixel(tileOf(card, 3, 120), 60, 60), mixed(50, gained, 0.95));
  });

  it('says so in letters of twice the size where the picture has twice the pixels', () => {
    const lettersOf = (side: number) => {
      const card = montage({ input: plain(side, side, [100, 100, 100]), baseline: flat(4, 1), candidate: none });
      const [tile, gap] = side === 320 ? [320, 16] : [160, 8];
      const said = crop(card, { x: gap + 2 * (tile + gap), y: gap, width: tile, height: tile });
      return said.data.filter(value => value > 120).length;
    };
    const times = lettersOf(320) / lettersOf(160);
    assert.ok(times > 2.5 && times < 6, `${times} times the ink, about four would be it`);
  });

  it('says so three times when neither has any', () => {
    const card = montage({ input: grey, baseline: none, candidate: flat(4, -1), tile: 120 });
    for (const index of [1, 2, 3]) assert.equal(coloured(tileOf(card, index, 120)), 0);
  });
});

it('a montage has no box for letters that the typeface lacks: words in its captions are left out', () => {
  const say = (title: string, note: string) =>
    montage({ title, input: grey, baseline: left, candidate: right, tile, captions: { candidate: { note } } });
  assert.deepEqual(say('cjk/房子-1.png', 'قمر 91 %'), say('cjk/…-1.png', '… 91 %'));
});

describe('montage, its card', () => {
  it('is 680 pixels wide with four tiles of 160', () => {
    const { width, height } = montage({ input: ball(224, 224), baseline: left, candidate: right });
    assert.deepEqual([width, height], [680, 8 + 160 + 4 + 15 + 15 + 8]);
  });

  it('has twice the pixels where the picture has them, and none that are made up', () => {
    const sized = (side: number) => montage({ input: ball(side, side), baseline: left, candidate: right });
    assert.deepEqual(
      [480, 240, 239, 96].map(side => sized(side).width),
      [1360, 1360, 680, 680],
    );
    assert.equal(sized(480).height, 2 * sized(96).height);
  });

  it('has its tiles in two rows for narrow screens', () => {
    const request = { input: ball(96, 96), baseline: left, candidate: right };
    const [wide, narrow] = montages(request, [inRow, inPairs]) as [Raster, Raster];
    assert.deepEqual(wide, montage(request));
    assert.equal(narrow.width, 8 + 2 * 168);
    const row = 160 + 4 + 15 + 15 + 8;
    assert.equal(narrow.height, 8 + 2 * row);
    assert.deepEqual(tileOf(narrow, 1, 160, 8 + row), tileOf(wide, 3, 160), 'the change is at the lower right');
  });

  it('has every letter of a caption on both forms, also those that begin before their place and end in the space below', () => {
    const captions = Object.fromEntries(
      ['input', 'baseline', 'candidate', 'change'].map(name => [name, { note: 'jjÅgy' }]),
    );
    const request = { title: 'jÅ', input: ball(96, 96), baseline: left, candidate: right, captions };
    const [wide, narrow] = montages(request, [inRow, inPairs]) as [Raster, Raster];
    const below = (card: Raster, column: number, y: number) =>
      crop(card, { x: 4 + column * 168, y, width: 168, height: 57 });
    const [first, row] = [8 + 19 + 160, 160 + 4 + 3 * 15 + 8];
    for (const index of [0, 1, 2, 3])
      assert.deepEqual(below(narrow, index % 2, first + (index >> 1) * row).data, below(wide, index, first).data);
  });

  it('has input and candidate only when there is no baseline', () => {
    const card = montage({ input: grey, candidate: flat(7, 2), tile });
    assert.equal(card.width, 8 + 2 * (tile + 8));
    assert.deepEqual(pixel(tileOf(card, 1, tile), 30, 30), mixed(80, heatColour(1), 0.75));
  });

  it('grows by a line for a title and by a line for notes', () => {
    const request = { input: grey, baseline: left, candidate: right, tile };
    const { height } = montage(request);
    assert.equal(montage({ ...request, title: 'cat.png' }).height, height + 19);
    assert.equal(montage({ ...request, captions: { change: { note: 'shift 12 %' } } }).height, height + 15);
  });

  it('keeps the aspect of wide and of tall pictures, in the middle of their tiles', () => {
    const wide = montage({ input: ball(100, 50), baseline: left, candidate: right, tile });
    assert.equal(wide.height, 8 + 32 + 4 + 15 + 15 + 8);
    const tall = montage({ input: plain(50, 100, [9, 99, 9]), baseline: left, candidate: right, tile });
    assert.equal(tall.height, 8 + 64 + 4 + 15 + 15 + 8);
    assert.deepEqual(pixel(tall, 8 + 15, 40), pixel(tall, 0, 0));
    assert.deepEqual(pixel(tall, 8 + 16, 40), [9, 99, 9]);
    assert.deepEqual(pixel(tall, 8 + 47, 40), [9, 99, 9]);
    assert.deepEqual(pixel(tall, 8 + 48, 40), pixel(tall, 0, 0));
  });

  it('takes grey inputs, and inputs smaller than a tile', () => {
    const card = montage({ input: toGrey(ball(9, 9)), baseline: left, candidate: right, tile });
    assert.equal(card.channels, 3);
    assert.equal(coloured(tileOf(card, 0, tile)), 0);
  });

  it('outlines regions on every picture, light and dark', () => {
    const regions = [{ region: 'object', mask: square(16, 4, 12) }];
    const card = montage({ input: grey, baseline: left, candidate: right, regions, tile });
    const bare = montage({ input: grey, baseline: left, candidate: right, tile });
    for (const index of [0, 1, 2, 3]) {
      const at = (raster: Raster, x: number, y: number) => pixel(tileOf(raster, index, tile), x, y);
      for (const [x, y] of [
        [16, 16],
        [47, 47],
        [16, 30],
        [30, 47],
      ] as const) {
        const [r = 0, g = 0, b = 0] = at(card, x, y);
        assert.ok(g > 200 && r < 120 && b < 160, `${r} ${g} ${b}`);
      }
      assert.ok(Math.max(...at(card, 17, 30)) < 0.5 * Math.max(...at(bare, 17, 30)) + 1);
      for (const [x, y] of [
        [15, 15],
        [10, 10],
        [48, 30],
        [18, 18],
        [30, 30],
      ] as const)
        assert.deepEqual(at(card, x, y), at(bare, x, y));
    }
  });

  it('follows the outline of a region that is no rectangle, holes included, and gives the second another colour', () => {
    const ring = square(16, 2, 14);
    for (let i = 0; i < 256; i++) if (i % 16 >= 6 && i % 16 < 10 && i >= 96 && i < 160) ring.data[i] = 0;
    const regions = [
      { region: 'ring', mask: ring },
      { region: 'corner', mask: square(16, 0, 1) },
    ];
    const input = tileOf(montage({ input: grey, candidate: right, regions, tile }), 0, tile);
    const green = (x: number, y: number) => pixel(input, x, y)[1]! > 200;
    assert.deepEqual([green(23, 30), green(24, 30), green(39, 30), green(40, 30)], [true, false, false, true]);
    const [r = 0, g = 0, b = 0] = pixel(input, 0, 0);
    assert.ok(r > 200 && g < 150 && b > 150, `${r} ${g} ${b}`);
  });

  it('does not change the pictures it is given', () => {
    const input = ball(tile, tile);
    const before = input.data.slice();
    montage({ input, baseline: left, candidate: right, regions: [{ region: 'all', mask: square(4, 0, 4) }], tile });
    assert.deepEqual(input.data, before);
  });
});

it('montage looks as it did', async () => {
  const card = montage({
    title: 'ball.png, a fixture whose attention moved to the corner',
    input: ball(96, 96),
    baseline: spot(7, 0.4, 0.5, 0.15),
    candidate: spot(7, 0.85, 0.8, 0.2),
    captions: {
      input: { note: 'ball' },
      baseline: { note: 'ball 93 %' },
      candidate: { title: 'this PR', note: 'frisbee 61 %, and a note too long for it' },
      change: { note: 'attention shift 38 %' },
    },
    regions: [{ region: 'ball', mask: square(96, 14, 72) }],
  });
  await assertGolden('montage.png', card);
});
