import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mask } from '../../src/core/mask.ts';
import { type Colour, plain, type Raster, toGrey } from '../../src/core/raster.ts';
import { edit } from '../../src/probes/edit.ts';
import { builtInFrame } from '../../src/probes/frame.ts';
import type { Corner, EditedPicture, MarkPicture, Probe } from '../../src/probes/probe.ts';

const corners: Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];
const named = { name: 'it', limit: 0.06, asked: true, ownLimit: false };
const green: Colour = [10, 200, 30];

const labels: Probe & { readonly kind: 'mark' } = { ...named, kind: 'mark', mark: 'built-in', at: corners, size: 0.31 };

function edited(probe: Probe, picture: Raster, regions: { region: string; mask: Mask }[] = []): EditedPicture {
  const found = edit(probe, picture, regions);
  assert.ok(!('refused' in found));
  return found;
}

const pixel = ({ picture }: EditedPicture, x: number, y: number): number[] => {
  const at = (y * picture.width + x) * picture.channels;
  return [...picture.data.subarray(at, at + picture.channels)];
};

/** A mask as text, a line per row. */
const rows = ({ width, data }: Mask): string[] =>
  Array.from(data)
    .join('')
    .match(new RegExp(`.{${width}}`, 'g'))!;

function markOf(width: number, height: number, rgba: number[]): MarkPicture {
  return { width, height, rgba: Uint8Array.from(rgba) };
}

function pasted(mark: MarkPicture, at: Corner[], size: number): Probe {
  return { ...named, kind: 'mark', mark, at, size };
}

describe('every edit', () => {
  const spotted = (): Raster => {
    const picture = plain(8, 8, green);
    picture.data.set([200, 20, 90], 3 * 27);
    return picture;
  };
  const region = { region: 'object', mask: { width: 8, height: 8, data: new Uint8Array(64).fill(1, 0, 9) } };
  const probes: { readonly [K in Probe['kind']]: Probe & { readonly kind: K } } = {
    mark: labels,
    frame: { ...named, kind: 'frame', ...builtInFrame },
    background: { ...named, kind: 'background', object: 'object', colours: [[1, 2, 3]] },
    light: { ...named, kind: 'light', gains: [0.5, 1, 2] },
    blur: { ...named, kind: 'blur', radius: 0.2 },
    jpeg: { ...named, kind: 'jpeg', quality: 10 },
    cover: { ...named, kind: 'cover', part: 'centre', size: 0.5, colour: [1, 2, 3] },
  };

  it('leaves the given picture alone and keeps its size and channels', () => {
    for (const probe of Object.values(probes)) {
      for (const picture of [spotted(), toGrey(spotted())]) {
        const before = picture.data.slice();
        const { picture: found } = edited(probe, picture, [region]);
        assert.deepEqual(picture.data, before, probe.kind);
        assert.notDeepEqual(found.data, before, probe.kind);
        assert.deepEqual([found.width, found.height, found.channels], [8, 8, picture.channels]);
      }
    }
  });
});

describe('the built-in mark', () => {
  it('puts a label of its own colours into each corner, with a gap, and nothing elsewhere', () => {
    const found = edited(labels, plain(200, 100, green));
    const { mark } = found;
    // 31 x 13 pixels, 3 away from the edges.
    const area = mark!.data.reduce((sum, value) => sum + value, 0);
    assert.equal(area, 4 * 31 * 13);
    assert.deepEqual(pixel(found, 3, 3), [0, 0, 0]);
    assert.deepEqual(pixel(found, 196, 3), [255, 255, 255]);
    assert.deepEqual(pixel(found, 3, 96), [210, 40, 40]);
    assert.deepEqual(pixel(found, 196, 96), [40, 60, 210]);
    for (const [x, y] of [
      [2, 3],
      [3, 2],
      [34, 3],
      [3, 16],
      [197, 96],
      [100, 50],
    ] as const)
      assert.deepEqual(pixel(found, x, y), [...green], `${x}, ${y}`);
  });

  it('is written on: its label holds light and dark', () => {
    const { picture, mark } = edited(labels, plain(200, 100, green));
    const reds = [...mark!.data.keys()]
      .filter(at => mark!.data[at] && at % 200 < 100 && at < 200 * 50)
      .map(at => picture.data[at * 3]!);
    assert.ok(Math.max(...reds) > 200 && Math.min(...reds) < 20, `${Math.max(...reds)}`);
  });

  it('is strokes where there is no room for letters', () => {
    const found = edited(labels, plain(28, 28, green));
    // 9 x 4 pixels, 1 away from the edges; strokes in every other column, with a line of paper above and below.
    assert.deepEqual(rows(found.mark!)[1], `0${'1'.repeat(9)}00000000${'1'.repeat(9)}0`);
    const line = (y: number) => Array.from({ length: 9 }, (_, i) => pixel(found, 1 + i, y)[0]! / 255).join('');
    assert.deepEqual([line(1), line(2), line(3), line(4)], ['000000000', '010101010', '010101010', '000000000']);
  });

  it('fits pictures of a few pixels', () => {
    assert.deepEqual(rows(edited(labels, plain(8, 8, green)).mark!), [
      '11000011',
      ...Array.from({ length: 6 }, () => '00000000'),
      '11000011',
    ]);
    assert.deepEqual(rows(edited(labels, plain(1, 1, green)).mark!), ['1']);
  });

  it('is grey on a grey picture: the luma of its colours', () => {
    const found = edited(labels, toGrey(plain(100, 100, green)));
    assert.deepEqual(
      [pixel(found, 3, 3), pixel(found, 96, 3), pixel(found, 3, 96), pixel(found, 96, 96), pixel(found, 50, 50)],
      // 0.299 * 210 + 0.701 * 40 = 90.8; 0.299 * 40 + 0.587 * 60 + 0.114 * 210 = 71.1; of the green 123.8
      [[0], [255], [91], [71], [124]],
    );
  });
});

describe("the team's own mark", () => {
  const quartered = markOf(2, 1, [255, 0, 0, 255, 0, 0, 255, 0]);

  it('is pasted into the corners that are named, with its opacity', () => {
    const found = edited(pasted(quartered, ['top-right'], 0.2), plain(10, 10, green));
    assert.deepEqual(pixel(found, 8, 0), [255, 0, 0]);
    assert.deepEqual(pixel(found, 9, 0), [...green]);
    assert.deepEqual(rows(found.mark!)[0], '0000000010');
    assert.equal(
      found.mark!.data.reduce((sum, value) => sum + value, 0),
      1,
    );
  });

  it('mixes with what is below where it is half transparent; the mask starts at one half', () => {
    const veil = (alpha: number) =>
      edited(pasted(markOf(1, 1, [250, 0, 100, alpha]), ['bottom-left'], 0.1), plain(10, 10, green));
    // 128 / 255 of the colour: 125.5, 0, 50.2; and 127 / 255 of what was there: 5.0, 99.6, 14.9
    assert.deepEqual(pixel(veil(128), 0, 9), [125 + 5, 100, 50 + 15]);
    assert.deepEqual(
      [veil(127), veil(128)].map(({ mark }) => mark!.data[90]),
      [0, 1],
    );
  });

  it('is scaled so that its longer side is `size` of the shorter side of the picture', () => {
    const bar = markOf(2, 8, Array.from({ length: 16 }, () => [9, 9, 9, 255]).flat());
    const { mark } = edited(pasted(bar, ['top-left'], 0.4), plain(30, 10, green));
    assert.deepEqual(rows(mark!).slice(0, 5), [
      ...Array.from({ length: 4 }, () => `1${'0'.repeat(29)}`),
      '0'.repeat(30),
    ]);
  });

  it('does not let colours below transparent pixels bleed into its edge', () => {
    // Half of it white and seen, half of it black and not: scaled to one pixel that is half white, not half grey.
    const { picture } = edited(
      pasted(markOf(2, 1, [255, 255, 255, 255, 0, 0, 0, 0]), ['top-left'], 0.1),
      plain(10, 10, [255, 255, 255]),
    );
    assert.deepEqual([...picture.data.subarray(0, 3)], [255, 255, 255]);
  });
});

describe('the frame', () => {
  it('has a colour per side, from the top clockwise; top and bottom take the corners', () => {
    const colours: Colour[] = [
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
      [4, 0, 0],
    ];
    const { picture, mark } = edited({ ...named, kind: 'frame', colours, width: 0.2 }, plain(6, 5, [9, 9, 9]));
    const reds = picture.data.filter((_, at) => at % 3 === 0);
    assert.deepEqual(rows({ width: 6, height: 5, data: reds }), ['111111', '499992', '499992', '499992', '333333']);
    assert.deepEqual(rows(mark!), ['111111', '100001', '100001', '100001', '111111']);
  });

  it('repeats a single colour, and is never less than one pixel wide', () => {
    const one: Probe = { ...named, kind: 'frame', colours: [[7, 7, 7]], width: 0.055 };
    const widths = [128, 28, 8].map(size => rows(edited(one, plain(size, size, green)).mark!)[size / 2]!.indexOf('0'));
    assert.deepEqual(widths, [7, 2, 1]);
    assert.deepEqual(pixel(edited(one, plain(8, 8, green)), 7, 7), [7, 7, 7]);
  });

  it('covers a picture that is no more than frame', () => {
    assert.deepEqual(rows(edited({ ...named, kind: 'frame', ...builtInFrame }, plain(2, 1, green)).mark!), ['11']);
  });
});

describe('the background', () => {
  it('has a colour per quarter when four are given, and never touches the object', () => {
    const object = { width: 4, height: 4, data: Uint8Array.from({ length: 16 }, (_, i) => Number(i === 5)) };
    const colours: Colour[] = [
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
      [4, 4, 4],
    ];
    const probe: Probe = { ...named, kind: 'background', object: 'cat', colours };
    const found = edited(probe, plain(4, 4, green), [{ region: 'cat', mask: object }]);
    const reds = Array.from({ length: 16 }, (_, i) => pixel(found, i % 4, i >> 2)[0]);
    assert.deepEqual(reds, [1, 1, 2, 2, 1, 10, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);
  });

  const probe: Probe = { ...named, kind: 'background', object: 'cat', colours: [[1, 2, 3]] };
  const mask: Mask = { width: 2, height: 2, data: Uint8Array.of(0, 1, 0, 0) };

  it('is painted wherever the object is not', () => {
    const { picture, mark } = edited(probe, plain(2, 2, green), [
      { region: 'dog', mask: { ...mask, data: new Uint8Array(4).fill(1) } },
      { region: 'cat', mask },
    ]);
    assert.deepEqual([...picture.data], [1, 2, 3, ...green, 1, 2, 3, 1, 2, 3]);
    assert.equal(mark, undefined);
  });

  it('says why a fixture without that region says nothing', () => {
    const refused = { refused: 'The fixture has no region `cat`.' };
    assert.deepEqual(edit(probe, plain(2, 2, green), []), refused);
    assert.deepEqual(
      edit(probe, plain(2, 2, green), [{ region: 'cat', mask: { ...mask, data: new Uint8Array(4) } }]),
      refused,
    );
  });
});

describe('the light', () => {
  it('multiplies every channel, rounds, and clips', () => {
    const found = edited({ ...named, kind: 'light', gains: [0.5, 1.3, 2] }, plain(1, 1, [5, 101, 200]));
    assert.deepEqual(pixel(found, 0, 0), [3, 131, 255]);
    assert.equal(found.mark, undefined);
  });

  it('makes grey darker by the same factor', () => {
    const grey: Raster = { width: 3, height: 1, channels: 1, data: Uint8Array.of(0, 10, 250) };
    assert.deepEqual([...edited({ ...named, kind: 'light', gains: [1.1, 1.1, 1.1] }, grey).picture.data], [0, 11, 255]);
  });
});

describe('blocks of a JPEG', () => {
  const jpeg = (quality: number): Probe => ({ ...named, kind: 'jpeg', quality });

  it('leave one colour as it is, where its mean is a multiple of the step', () => {
    // The DC cosine of a constant is 8 (value - 128); at quality 50 its step is 16, so every other grey stays.
    const { picture } = edited(jpeg(50), plain(9, 5, [130, 130, 130]));
    assert.deepEqual(picture, plain(9, 5, [130, 130, 130]));
  });

  it('keep nothing but the mean where every other cosine is below half of its step', () => {
    const picture = plain(8, 8, [128, 128, 128]);
    for (let at = 0; at < picture.data.length; at += 6) picture.data[at] = 132;
    const { picture: found } = edited(jpeg(1), picture);
    assert.deepEqual(found, plain(8, 8, [128, 128, 128]));
  });

  it('come back within a grey level at quality 100', () => {
    const noise: Raster = {
      width: 16,
      height: 8,
      channels: 3,
      data: Uint8Array.from({ length: 384 }, (_, i) => (Math.floor(i / 3) * 97) % 256),
    };
    const { picture } = edited(jpeg(100), noise);
    // Steps of 1 leave errors of at most half in each of 64 cosines.
    for (const [at, value] of picture.data.entries()) assert.ok(Math.abs(value - noise.data[at]!) <= 4);
    assert.ok(picture.data.filter((value, at) => Math.abs(value - noise.data[at]!) > 1).length < 12);
  });
});

describe('a cover', () => {
  const cover = (part: 'centre' | 'top' | 'right'): Probe => ({
    ...named,
    kind: 'cover',
    part,
    size: 0.5,
    colour: green,
  });

  it('hides the middle or a strip, and says where', () => {
    assert.deepEqual(rows(edited(cover('centre'), plain(4, 4, [0, 0, 0])).mark!), ['0000', '0110', '0110', '0000']);
    assert.deepEqual(rows(edited(cover('top'), plain(4, 4, [0, 0, 0])).mark!), ['1111', '1111', '0000', '0000']);
    const right = edited(cover('right'), plain(4, 2, [0, 0, 0]));
    assert.deepEqual(rows(right.mark!), ['0001', '0001']);
    assert.deepEqual([pixel(right, 3, 0), pixel(right, 2, 0)], [[...green], [0, 0, 0]]);
  });
});

describe('less contrast', () => {
  it('draws values towards 128 before the gains', () => {
    const flat: Probe = { ...named, kind: 'light', gains: [1, 1, 2], contrast: 0.5 };
    assert.deepEqual(pixel(edited(flat, plain(1, 1, [0, 228, 28])), 0, 0), [64, 178, 156]);
  });
});

describe('a mark in the middle of an edge', () => {
  it('lies between the corners', () => {
    const dot = markOf(1, 1, [...green, 255]);
    const { mark } = edited(
      { ...named, kind: 'mark', mark: dot, at: ['top', 'centre', 'left'], size: 0.2 },
      plain(5, 5, [0, 0, 0]),
    );
    assert.deepEqual(rows(mark!), ['00100', '00000', '10100', '00000', '00000']);
  });
});
