import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heatColour } from '../../src/core/colormap.ts';
import { plain, toGrey } from '../../src/core/raster.ts';
import { resample } from '../../src/core/resample.ts';
import { overlay, panel } from '../../src/reports/panel.ts';
import { assertGolden, ball, coloured, flat, pixel, spot, tileOf } from './_pictures.ts';

const tile = 120;
const grey = plain(60, 60, [100, 100, 100]);
const hottest = heatColour(1).map(value => Math.round(80 + (value - 80) * 0.75));

describe('panel', () => {
  it('begins with the picture and shows the methods in the order asked', () => {
    const input = ball(60, 60);
    const card = panel({
      input,
      explained: 'ball',
      methods: [
        { title: 'A', answer: spot(7, 0.1, 0.5, 0.1) },
        { title: 'B', answer: spot(7, 0.9, 0.5, 0.1) },
      ],
      tile,
    });
    assert.deepEqual(tileOf(card, 0, tile), resample(input, tile, tile));
    const warmth = (index: number, x: number) => pixel(tileOf(card, index, tile), x, 60)[0]!;
    assert.ok(warmth(1, 8) > warmth(1, 110) && warmth(2, 8) < warmth(2, 110));
  });

  it('divides each map by its own maximum', () => {
    const methods = [1e-6, 1, 1e6].map(value => ({ title: `${value}`, answer: flat(5, value) }));
    const card = panel({ input: grey, explained: 'ball', methods, tile });
    for (const index of [1, 2, 3]) assert.deepEqual(pixel(tileOf(card, index, tile), 50, 50), hottest);
  });

  it('takes an overlay that is drawn already where it has the size of the tile, and draws it where not', () => {
    const input = ball(tile, tile);
    const answer = spot(7, 0.3, 0.5, 0.1);
    const drawn = overlay(input, answer);
    const request = (entry: object) => ({
      input,
      explained: 'ball',
      methods: [{ title: 'A', answer, ...entry }],
      tile,
    });
    const own = panel(request({}));
    assert.deepEqual(panel(request({ drawn })), own, 'the same picture');
    assert.deepEqual(panel(request({ drawn: plain(60, 60, [9, 9, 9]) })), own, 'one of another size is not taken');
    const other = plain(tile, tile, [9, 9, 9]);
    assert.deepEqual(tileOf(panel(request({ drawn: other })), 1, tile), other);
  });

  it('shows a refusal as words on the dark picture, without colour', () => {
    const refused = 'CAM needs global average pooling and then one linear layer. Use Grad-CAM.';
    const card = panel({
      input: ball(60, 60),
      explained: 'ball',
      methods: [{ title: 'CAM', answer: { refused } }],
      tile,
    });
    const said = tileOf(card, 1, tile);
    assert.equal(coloured(said), 0);
    assert.ok(said.data.filter(value => value > 200).length > 300, 'letters');
  });

  it('evens out its rows: five tiles stand three and two', () => {
    const methods = ['A', 'B', 'C', 'D'].map(title => ({ title, answer: flat(5, 1) }));
    const { width, height } = panel({ input: grey, explained: 'ball', methods, tile });
    assert.deepEqual([width, height], [8 + 3 * 128, 8 + 2 * (120 + 4 + 30 + 8)]);
  });

  it('takes its number of columns as a greatest', () => {
    const methods = ['A', 'B', 'C'].map(title => ({ title, answer: flat(5, 1) }));
    assert.equal(panel({ input: grey, explained: 'ball', methods, tile, columns: 2 }).width, 8 + 2 * 128);
    assert.equal(panel({ input: grey, explained: 'ball', methods, tile, columns: 9 }).width, 8 + 4 * 128);
  });
});

describe('overlay', () => {
  it('has the size of the picture and the last colour at the peak', () => {
    const { width, height } = overlay(ball(90, 50), spot(7, 0.5, 0.5, 0.2));
    assert.deepEqual([width, height], [90, 50]);
    assert.deepEqual(pixel(overlay(grey, flat(3, 0.001)), 59, 59), hottest);
  });

  it('takes a grey picture', () => {
    assert.deepEqual(overlay(toGrey(grey), flat(3, 1)), overlay(grey, flat(3, 1)));
  });

  it('shows words where there is no positive heat', () => {
    const said = overlay(ball(160, 90), flat(3, -2));
    assert.equal(coloured(said), 0);
    assert.ok(said.data.some(value => value > 200));
  });
});

it('panel looks as it did', async () => {
  const card = panel({
    title: 'ball.png, layer block5_conv3',
    input: ball(96, 72),
    explained: 'ball, 93 %',
    methods: [
      {
        title: 'CAM',
        answer: {
          refused: 'CAM needs global average pooling followed by one linear layer after “block5_conv3”. Use Grad-CAM.',
        },
      },
      { title: 'Grad-CAM', answer: spot(7, 0.4, 0.5, 0.15) },
      { title: 'Grad-CAM++', answer: spot(7, 0.45, 0.5, 0.25) },
      { title: 'HiResCAM', answer: flat(7, 0) },
    ],
    tile: 160,
  });
  await assertGolden('panel.png', card);
});
