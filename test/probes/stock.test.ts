import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain, type Raster } from '../../src/core/raster.ts';
import { edit } from '../../src/probes/edit.ts';
import { type StockEdit, stock } from '../../src/probes/stock.ts';

const all = stock('object');
const grey = [90, 120, 150] as const;

function done(name: string, size = 100): Raster {
  const found = all.find(each => each.name === name);
  assert.ok(found, name);
  const mask = { width: size, height: size, data: new Uint8Array(size * size).fill(1, 0, size) };
  const regions = [{ region: 'object', mask }];
  const edited = edit(found, plain(size, size, grey), regions, { picture: plain(size, size, [9, 9, 9]), regions });
  assert.ok(!('refused' in edited));
  return edited.picture;
}

const at = ({ width, data }: Raster, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3).slice(0, 3),
];

/** How many pixels are not as they were. */
const changed = ({ data }: Raster): number =>
  Array.from({ length: data.length / 3 }, (_, pixel) =>
    Number(grey.some((value, channel) => data[pixel * 3 + channel] !== value)),
  ).reduce((sum, value) => sum + value, 0);

describe('the stock', () => {
  it('has a name and words of its own for every edit, and each changes a picture of any size', () => {
    const of = (read: (each: StockEdit) => string) => new Set(all.map(read)).size;
    assert.deepEqual([of(({ name }) => name), of(({ words }) => words)], [all.length, all.length]);
    for (const size of [16, 32, 224]) {
      const picture = plain(size, size, grey);
      picture.data.set([250, 10, 60], 3 * (size * 5 + 7));
      const mask = { width: size, height: size, data: new Uint8Array(size * size).fill(1, 0, size) };
      for (const each of all) {
        const regions = [{ region: 'object', mask }];
        const found = edit(each, picture, regions, { picture: plain(size, size, [9, 9, 9]), regions });
        assert.ok(!('refused' in found), each.name);
        assert.notDeepEqual(found.picture.data, picture.data, `${each.name} at ${size}`);
      }
    }
  });

  it('has words that read as something that is done to a picture', () => {
    for (const { words } of all) assert.match(words, /^[a-zA-Z][a-z A-Z\d]+$/);
    assert.deepEqual(
      ['border-orange', 'sticker-red', 'background-blue', 'text-black-top', 'strip-white-left'].map(
        name => all.find(each => each.name === name)!.words,
      ),
      [
        'an orange border',
        'a red sticker in each corner',
        'a blue background',
        'black letters along the top',
        'a white strip along the left',
      ],
    );
  });

  it('edits no background where nothing says what is none', () => {
    assert.equal(all.filter(({ kind }) => kind === 'background').length, 6);
    assert.ok(stock(undefined).every(({ kind }) => kind !== 'background'));
    assert.equal(stock(undefined).length, all.length - 7);
  });
});

describe('the stock of a model of grey pictures', () => {
  const shades = stock('object', 1);

  it('has shades where others have colours, and no cast', () => {
    assert.ok(
      shades.every(
        ({ name, words }) => !/\b(red|green|blue|yellow|magenta|cyan|orange|cast)\b/.test(`${name} ${words}`),
      ),
    );
    assert.deepEqual(
      shades.filter(({ name }) => name.startsWith('border-')).map(({ words }) => words),
      ['a dark grey border', 'a grey border', 'a pale grey border', 'a white border', 'a black border'],
    );
    assert.equal(new Set(shades.map(({ words }) => words)).size, shades.length);
    const others = (all: readonly StockEdit[]) =>
      all.map(({ name }) => name).filter(name => !/^(sticker|border|background|cast)-/.test(name));
    assert.deepEqual(others(shades), others(all));
  });

  it('changes a grey picture into grey ones, each into another', () => {
    const size = 32;
    const data = Uint8Array.from({ length: size * size }, (_, pixel) => (pixel * 37) % 251);
    const picture: Raster = { width: size, height: size, channels: 1, data };
    const regions = [
      { region: 'object', mask: { width: size, height: size, data: new Uint8Array(size * size).fill(1, 0, size) } },
    ];
    const seen = shades.map(each => {
      const found = edit(each, picture, regions, { picture: { ...picture, data: data.toReversed() }, regions });
      assert.ok(!('refused' in found), each.name);
      assert.equal(found.picture.channels, 1);
      return Buffer.from(found.picture.data).toString('base64');
    });
    assert.equal(new Set([...seen, Buffer.from(data).toString('base64')]).size, shades.length + 1);
  });
});

describe('edits of the stock, on a plain picture of 100 x 100', () => {
  it('a sticker lies in each corner, 17 pixels wide and 3 away from the edges', () => {
    const found = done('sticker-yellow');
    assert.equal(changed(found), 4 * 17 * 17);
    for (const [x, y] of [
      [3, 3],
      [19, 19],
      [80, 3],
      [96, 96],
    ] as const)
      assert.deepEqual(at(found, x, y), [250, 220, 30], `${x}, ${y}`);
    assert.deepEqual(at(found, 20, 19), [...grey]);
  });

  it('a border is 6 pixels wide, and grey edges are 10', () => {
    assert.equal(changed(done('border-magenta')), 100 * 100 - 88 * 88);
    assert.deepEqual(at(done('border-magenta'), 99, 50), [220, 40, 200]);
    assert.equal(changed(done('edges-covered')), 100 * 100 - 80 * 80);
  });

  it('a strip is 8 pixels wide, along one edge', () => {
    for (const part of ['top', 'bottom', 'left', 'right']) {
      const found = done(`strip-black-${part}`);
      assert.equal(changed(found), 800);
      const [x, y] = { top: [50, 7], bottom: [50, 92], left: [7, 50], right: [92, 50] }[part]!;
      assert.deepEqual(at(found, x!, y!), [0, 0, 0], part);
    }
    assert.deepEqual(at(done('strip-white-left'), 0, 99), [255, 255, 255]);
  });

  it('a square of 30 pixels covers the middle', () => {
    const found = done('centre-covered');
    assert.equal(changed(found), 900);
    assert.deepEqual(
      [at(found, 35, 35), at(found, 64, 64), at(found, 34, 50)],
      [[128, 128, 128], [128, 128, 128], [...grey]],
    );
  });

  it('a checkerboard has as many light cells as dark ones', () => {
    const found = done('checker', 80);
    // 16 pixels, four cells each way, 2 pixels away from the edges.
    const cell = (x: number, y: number) => at(found, 2 + 4 * x + 1, 2 + 4 * y + 1)[0]!;
    const cells = Array.from({ length: 16 }, (_, index) => Math.round(cell(index % 4, index >> 2) / 255));
    assert.deepEqual(cells, [1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1]);
  });

  it('a watermark lets half of the picture through, along the diagonal alone', () => {
    const found = done('watermark', 32);
    assert.deepEqual(at(found, 10, 10), [173, 188, 203]);
    assert.deepEqual(at(found, 20, 10), [...grey]);
  });

  it('letters have no paper: most of their line stays as it was', () => {
    const share = changed(done('text-white-top')) / (75 * 10);
    assert.ok(share > 0.1 && share < 0.9, `${share}`);
    const [top, bottom] = [done('text-black-top'), done('text-black-bottom')];
    assert.ok(top.data.slice(0, 3 * 5000).some(value => value < 40));
    assert.ok(bottom.data.slice(0, 3 * 5000).every((value, index) => value === grey[index % 3]));
  });

  it('large letters are twice as high as small ones, on the same side', () => {
    const rows = ({ data }: Raster) =>
      [...new Array(100).keys()].filter(y =>
        data.slice(300 * y, 300 * (y + 1)).some((value, i) => value !== grey[i % 3]),
      );
    const [small, large] = [rows(done('text-white-top')), rows(done('text-large-white-top'))];
    assert.ok(large.length >= 2 * small.length, `${large.length} rows and ${small.length}`);
    assert.ok(large.every(y => y < 50));
    assert.ok(rows(done('text-large-black-bottom')).every(y => y >= 50));
  });

  it('darker corners leave the middle as it is, and take two thirds in the corners', () => {
    const found = done('vignette', 32);
    for (const [x, y] of [
      [16, 16],
      [16, 9],
      [22, 16],
    ] as const)
      assert.deepEqual(at(found, x, y), [...grey], `${x}, ${y}`);
    // Opacity 167 of 255: 12 for each of the 13.9 pixels beyond 8; 15.5 pixels from the middle it is 90.
    assert.deepEqual(at(found, 0, 0), [31, 41, 52]);
    assert.deepEqual(at(found, 31, 31), [31, 41, 52]);
    assert.equal(at(found, 31, 16)[0], Math.round((90 * (255 - 90)) / 255));
  });

  it('grain makes half of the pixels lighter and half darker, by a fifth of the way to white or black, each time the same', () => {
    const found = done('grain', 64);
    const first = Array.from({ length: 64 * 64 }, (_, pixel) => found.data[3 * pixel]!);
    assert.deepEqual(new Set(first), new Set([Math.round((90 * 205) / 255), Math.round((90 * 205) / 255) + 50]));
    const lighter = first.filter(value => value > 90).length;
    assert.ok(Math.abs(lighter - 2048) < 130, `${lighter} of 4096`);
    assert.deepEqual(done('grain', 64).data, found.data);
  });

  it('dark lines are every fourth row of sixty-four', () => {
    const found = done('lines', 64);
    for (let y = 0; y < 64; y++) assert.deepEqual(at(found, 31, y), y % 4 === 0 ? [55, 73, 91] : [...grey], `row ${y}`);
  });

  it('rulers are pale, with dark ticks, along one edge', () => {
    const [top, left] = [done('ruler-top', 64), done('ruler-left', 64)];
    const values = (read: (along: number) => number[]) => Array.from({ length: 60 }, (_, along) => read(along)[0]!);
    for (const line of [values(x => at(top, x, 6)), values(y => at(left, 6, y))])
      assert.ok(Math.min(...line) < 60 && Math.max(...line) > 200, `${line}`);
    assert.deepEqual(at(top, 30, 40), [...grey]);
    assert.deepEqual(at(left, 40, 30), [...grey]);
  });

  it('light changes every pixel, by the factors that its name promises', () => {
    const first = (name: string) => at(done(name), 0, 0);
    assert.deepEqual(first('dark'), [54, 72, 90]);
    assert.deepEqual(first('bright'), [126, 168, 210]);
    const [warm, cold, green] = ['cast-warm', 'cast-cold', 'cast-green'].map(first);
    assert.ok(warm![0]! > 90 && warm![2]! < 150 && cold![0]! < 90 && cold![2]! > 150);
    assert.ok(green![1]! > 120 && green![0]! < 90 && green![2]! < 150);
    // Contrast of 0.6 about 128.
    assert.deepEqual(first('flat'), [105, 123, 141]);
  });

  it('a background leaves the object alone', () => {
    const found = done('background-white');
    assert.deepEqual([at(found, 50, 0), at(found, 50, 1)], [[...grey], [255, 255, 255]]);
    assert.deepEqual(at(done('background-green'), 99, 99), [60, 180, 75]);
  });
});
