import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBmp, readBmpHeader } from '../../src/images/_bmp.ts';
import { readGif, readGifHeader } from '../../src/images/_gif.ts';
import { unpackLzw } from '../../src/images/_gif-lzw.ts';
import { readPnm, readPnmHeader } from '../../src/images/_pnm.ts';
import { otherColours } from '../../src/images/_profile.ts';
import { firstTag } from '../../src/images/_tiff-tag.ts';

/** Words of two or four bytes, the lowest first. */
const words = (size: 2 | 4, ...values: number[]) =>
  values.flatMap(value => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255));
const text = (words: string) => [...Buffer.from(words, 'latin1')];

interface Bmp {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  readonly masks?: readonly number[];
  /** Blue, green, red, and one byte more. */
  readonly palette?: readonly number[];
  readonly colours?: number;
  readonly rows: readonly number[];
}

/** A BMP as Windows has written it since 1990. */
function bmp({ width, height, bits, compression = 0, masks = [], palette = [], colours = 0, rows }: Bmp): Uint8Array {
  const start = 54 + 4 * masks.length + palette.length;
  const head = [...text('BM'), ...words(4, start + rows.length, 0, start), ...words(4, 40, width, height)];
  const info = [...words(2, 1, bits), ...words(4, compression, rows.length, 0, 0, colours, 0)];
  return Uint8Array.from([...head, ...info, ...words(4, ...masks), ...palette, ...rows]);
}

const bmpPixels = (bytes: Uint8Array) => [...readBmp(bytes, readBmpHeader(bytes)).data];
const four = [0, 0, 0, 0, 10, 20, 30, 0, 40, 50, 60, 0, 70, 80, 90, 0];
const colour = (index: number) =>
  [
    [0, 0, 0],
    [30, 20, 10],
    [60, 50, 40],
    [90, 80, 70],
  ][index]!;

describe('a BMP by hand', () => {
  test('of 24 and 32 bits: blue first, the last row first unless it is told otherwise, rows filled up to four bytes', () => {
    const rows = [1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0];
    const bytes = bmp({ width: 2, height: 2, bits: 24, rows });
    assert.deepEqual(bmpPixels(bytes), [9, 8, 7, 12, 11, 10, 3, 2, 1, 6, 5, 4]);
    assert.deepEqual(bmpPixels(bmp({ width: 2, height: -2, bits: 24, rows })), [3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10]);
    assert.deepEqual(bmpPixels(bmp({ width: 1, height: 1, bits: 32, rows: [1, 2, 3, 99] })), [3, 2, 1]);
  });

  test('of 16 bits: five to a colour, or as many as the masks say, scaled to 255 and cut', () => {
    const one = (value: number, masks?: readonly number[]) =>
      bmpPixels(
        bmp({
          width: 1,
          height: 1,
          bits: 16,
          rows: [...words(2, value), 0, 0],
          ...(masks && { masks, compression: 3 }),
        }),
      );
    assert.deepEqual(one(0b0_11111_00001_10000), [255, 8, 131]);
    assert.deepEqual(one(0b11111_000001_10000, [0xf800, 0x7e0, 0x1f]), [255, 4, 131]);
    assert.deepEqual(one(0xffff, [0xf800, 0, 0x1f]), [255, 0, 255], 'a colour without bits is 0');
    const high = { width: 1, height: 1, bits: 32, compression: 3, masks: [0xff000000, 0xff0000, 0xff00] };
    assert.deepEqual(bmpPixels(bmp({ ...high, rows: [1, 2, 3, 200] })), [200, 3, 2], 'up to the highest bit');
  });

  test('of indices: one, two or eight pixels to a byte, the first in the highest bits', () => {
    const indexed = (bits: number, width: number, rows: number[]) =>
      bmpPixels(bmp({ width, height: 1, bits, palette: four, colours: 4, rows }));
    assert.deepEqual(indexed(8, 3, [3, 0, 1, 0]), [3, 0, 1].flatMap(colour));
    assert.deepEqual(indexed(4, 3, [0x31, 0x20, 0, 0]), [3, 1, 2].flatMap(colour));
    assert.deepEqual(indexed(1, 10, [0b10010000, 0b01000000, 0, 0]), [1, 0, 0, 1, 0, 0, 0, 0, 0, 1].flatMap(colour));
    assert.deepEqual(indexed(8, 1, [7, 0, 0, 0]), [7, 7, 7], 'grey where no colour is given');
  });

  test('of runs: repeated, one after another, moved on, and cut at the end of a row', () => {
    const packed = (compression: number, width: number, height: number, rows: number[]) =>
      bmpPixels(
        bmp({ width, height: -height, bits: compression === 1 ? 8 : 4, compression, palette: four, colours: 4, rows }),
      );
    assert.deepEqual(packed(1, 3, 1, [2, 1, 1, 3, 0, 1]), [1, 1, 3].flatMap(colour));
    assert.deepEqual(packed(1, 3, 1, [0, 3, 1, 2, 3, 0, 0, 1]), [1, 2, 3].flatMap(colour));
    assert.deepEqual(packed(1, 2, 2, [5, 1, 0, 0, 1, 2, 0, 1]), [1, 1, 2, 0].flatMap(colour));
    assert.deepEqual(packed(1, 3, 2, [0, 2, 1, 1, 2, 3, 0, 1]), [0, 0, 0, 0, 3, 3].flatMap(colour));
    assert.deepEqual(packed(2, 5, 1, [3, 0x12, 2, 0x33, 0, 1]), [1, 2, 1, 3, 3].flatMap(colour));
    assert.deepEqual(packed(2, 3, 1, [0, 3, 0x12, 0x30, 0, 1]), [1, 2, 3].flatMap(colour));
    assert.deepEqual(packed(1, 2, 1, [2, 1, 0, 0]), [1, 1].flatMap(colour), 'the last row ends the picture, too');
    for (const rows of [[], [2], [2, 1], [0, 3, 1, 2]])
      assert.throws(() => packed(1, 3, 1, rows), /^Error: its runs end early$/);
  });

  test('that says what nobody writes is refused in words', () => {
    const bad = (change: Partial<Bmp>, words: string) =>
      assert.throws(() => bmpPixels(bmp({ width: 2, height: 2, bits: 24, rows: Array(16).fill(1), ...change })), {
        message: words,
      });
    bad({ width: 0 }, 'it has 0 x 2 pixels');
    bad({ width: -1 }, 'it has -1 x 2 pixels');
    bad({ height: 0 }, 'it has 2 x 0 pixels');
    bad({ bits: 2 }, 'it has 2 bits per pixel');
    for (const [bits, compression] of [
      [24, 1],
      [8, 2],
      [4, 1],
      [8, 3],
      [24, 4],
    ] as const)
      bad({ bits, compression }, `its compression ${compression} is not read`);
    bad({ bits: 8, palette: [1, 2, 3, 0], colours: 6, rows: [] }, 'its colours end early');
    bad({ rows: Array(13).fill(1) }, 'its rows end early');
    assert.deepEqual(bmpPixels(bmp({ width: 2, height: 2, bits: 24, rows: Array(14).fill(1) })), Array(12).fill(1));
    const header = bmp({ width: 1, height: 1, bits: 24, rows: [1, 2, 3, 0] });
    header[14] = 41;
    assert.throws(() => readBmpHeader(header), { message: 'its header has 41 bytes' });
  });

  test('of OS/2: sizes of two bytes, colours of three, and no word of compression', () => {
    const start = 14 + 12 + 6;
    const bytes = Uint8Array.from([
      ...text('BM'),
      ...words(4, start + 4, 0, start, 12),
      ...words(2, 9, 1, 1, 1),
      10,
      20,
      30,
      40,
      50,
      60,
      0b01000000,
      0b10000000,
      0,
      0,
    ]);
    assert.deepEqual(
      bmpPixels(bytes),
      [0, 1, 0, 0, 0, 0, 0, 0, 1].flatMap(
        index =>
          [
            [30, 20, 10],
            [60, 50, 40],
          ][index]!,
      ),
    );
  });
});

const pnm = (header: string, ...values: number[]) => {
  const bytes = Uint8Array.from([...text(header), ...values]);
  const { width, height, channels, data } = readPnm(bytes, readPnmHeader(bytes));
  return [width, height, channels, ...data];
};

describe('a picture of Netpbm by hand', () => {
  test('of bytes and of words, grey and colour, with comments wherever space may be', () => {
    assert.deepEqual(pnm('P5 2 1 255\n', 7, 200), [2, 1, 1, 7, 200]);
    assert.deepEqual(pnm('P6 1 1 255\n', 1, 2, 3), [1, 1, 3, 1, 2, 3]);
    assert.deepEqual(pnm('P2\n# made by hand\n2 #wide\n1\t255 7\r\n200 '), [2, 1, 1, 7, 200]);
    assert.deepEqual(pnm('P3 1 1 255 1 2 3'), [1, 1, 3, 1, 2, 3]);
    assert.deepEqual(pnm('P5 1 1 255\n', 10), [1, 1, 1, 10], 'a value that looks like space is one');
  });

  test('of one bit: 1 is black, rows begin with a byte, or digits stand without space between them', () => {
    assert.deepEqual(pnm('P4 9 2\n', 0b10000001, 0b10000000, 0, 0), [
      9,
      2,
      1,
      0,
      255,
      255,
      255,
      255,
      255,
      255,
      0,
      0,
      ...Array(9).fill(255),
    ]);
    assert.deepEqual(pnm('P1 4 1 10 01'), [4, 1, 1, 0, 255, 255, 0]);
    assert.deepEqual(pnm('P1 4 1\n1001'), [4, 1, 1, 0, 255, 255, 0]);
  });

  test('of another range is scaled, halves to the even; grey of sixteen bits is cut at 255, as Pillow cuts it', () => {
    assert.deepEqual(pnm('P2 4 1 15 0 1 8 15').slice(3), [0, 17, 136, 255]);
    assert.deepEqual(pnm('P2 3 1 2 0 1 2').slice(3), [0, 128, 255], '127.5 is 128');
    assert.deepEqual(pnm('P2 3 1 6 1 3 5').slice(3), [42, 128, 212], '42.5 and 212.5 go down');
    assert.deepEqual(pnm('P5 2 1 65535\n', 0, 200, 1, 44).slice(3), [200, 255]);
    assert.deepEqual(pnm('P6 1 1 65535\n', 255, 255, 128, 0, 0, 0).slice(3), [255, 128, 0]);
  });

  test('that is damaged is refused in words', () => {
    const bad = (header: string, message: string, ...values: number[]) =>
      assert.throws(() => pnm(header, ...values), { message });
    bad('P5 0 1 255\n', 'it has 0 x 1 pixels');
    bad('P5 1 0 255\n', 'it has 1 x 0 pixels');
    bad('P5 1 1 0\n', 'its largest value is 0');
    bad('P5 1 1 65536\n', 'its largest value is 65536');
    bad('P5 two 1 255\n', 'it has a word that is no number');
    bad('P5 2 1', 'its values end early');
    bad('P5 2 1 255\n', 'its values end early', 7);
    bad('P4 9 1\n', 'its values end early', 7);
    bad('P2 2 1 255 7', 'its values end early');
    bad('P2 1 1 15 16', 'it has a value of 16, and says that 15 is the largest');
    bad('P5 1 1 # no end', 'its values end early');
  });
});

/** Codes of a GIF, the lowest bit first; `[code, bits]`. */
function codes(...list: readonly (readonly [number, number])[]): number[] {
  const bits = list.flatMap(([code, size]) => Array.from({ length: size }, (_, i) => (code >> i) & 1));
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((sum, bit, i) => sum + (bit << i), 0),
  );
}

/** Four indices: clear is 4, end is 5, and what is learned begins at 6. */
const [clear, end] = [4, 5];

describe('a GIF by hand', () => {
  test('codes stand for indices, for what was learned, and for what is only now being learned', () => {
    const plain = codes([clear, 3], [1, 3], [2, 3], [3, 3]);
    assert.deepEqual([...unpackLzw(Uint8Array.from(plain), 2, 3)], [1, 2, 3]);
    // 1 2 | 6 = 1 2 | then 8 is made of 6 and its own first: 1 2 1.
    const learned = codes([clear, 3], [1, 3], [2, 3], [6, 3], [8, 4], [end, 4]);
    assert.deepEqual([...unpackLzw(Uint8Array.from(learned), 2, 7)], [1, 2, 1, 2, 1, 2, 1]);
    const again = codes([clear, 3], [1, 3], [1, 3], [clear, 3], [2, 3], [6, 3]);
    assert.deepEqual([...unpackLzw(Uint8Array.from(again), 2, 4)], [1, 1, 2, 2], 'what was learned is forgotten');
  });

  test('codes that end early, stand for nothing or have no size are refused', () => {
    const bad = (list: readonly (readonly [number, number])[], message: string, bits = 2) => assert.throws(() => unpackLzw(Uint8Array.from(codes(...list)), bits, 4), { message });
    bad([[clear, 3], [1, 3], [end, 3]], 'its codes end early');
    bad([[clear, 3], [1, 3]], 'its codes end early');
    bad([[clear, 3], [6, 3]], 'its codes are damaged');
    bad([[clear, 3], [1, 3], [7, 3]], 'its codes are damaged');
    for (const bits of [0, 9]) bad([], `its codes start with ${bits} bits`, bits);
  }); // biome-ignore format: a case per line

  interface Frame {
    readonly x?: number;
    readonly y?: number;
    readonly width: number;
    readonly height: number;
    readonly flags?: number;
    readonly own?: readonly number[];
  }
  const gif = (
    screen: readonly [number, number],
    frame: Frame,
    indices: readonly number[],
    extension: readonly number[] = [],
  ) => {
    const { x = 0, y = 0, width, height, flags = 0, own = [] } = frame;
    const common = [0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32];
    const packed = codes(
      [clear, 3],
      ...indices.flatMap(
        index =>
          [
            [index, 3],
            [clear, 3],
          ] as const,
      ),
    );
    return Uint8Array.from([
      ...text('GIF89a'),
      ...words(2, ...screen),
      0x81,
      0,
      0,
      ...common,
      ...extension,
      0x2c,
      ...words(2, x, y, width, height),
      flags,
      ...own,
      2,
      packed.length,
      ...packed,
      0,
      0x3b,
    ]);
  };
  const reds = (bytes: Uint8Array) => {
    const { width, height, data } = readGif(bytes, readGifHeader(bytes));
    return [width, height, ...data.filter((_, at) => at % 3 === 0)];
  };

  test('the frame lies at its place, and what it leaves free is of the transparent colour, or of the first', () => {
    const frame = { x: 1, y: 1, width: 2, height: 1 };
    assert.deepEqual(reds(gif([3, 2], frame, [3, 2])), [3, 2, 0, 0, 0, 0, 30, 20]);
    const control = [0x21, 0xf9, 4, 1, 0, 0, 1, 0];
    assert.deepEqual(reds(gif([3, 2], frame, [3, 2], control)), [3, 2, 10, 10, 10, 10, 30, 20]);
    assert.deepEqual(reds(gif([3, 2], frame, [3, 2], [0x21, 0xf9, 4, 0, 0, 0, 1, 0])), [3, 2, 0, 0, 0, 0, 30, 20]);
    assert.deepEqual(reds(gif([1, 1], frame, [3, 2])), [3, 2, 0, 0, 0, 0, 30, 20], 'a screen too small is widened');
    assert.deepEqual(
      reds(gif([2, 1], { width: 2, height: 1 }, [1, 2], [0x21, 0xfe, 2, 65, 66, 1, 67, 0])),
      [2, 1, 10, 20],
      'a comment is passed over',
    );
  });

  test('colours of its own go before those of the file, and rows of four passes are put in order', () => {
    const own = [100, 0, 0, 110, 0, 0, 120, 0, 0, 130, 0, 0];
    assert.deepEqual(reds(gif([2, 1], { width: 2, height: 1, flags: 0x81, own }, [1, 3])), [2, 1, 110, 130]);
    const passes = [0, 1, 2, 2, 3, 3, 3, 3, 0]; // rows 0 8 | 4 | 2 6 | 1 3 5 7
    const rows = Array.from({ length: 9 }, (_, row) => 10 * passes[[0, 5, 3, 6, 2, 7, 4, 8, 1][row]!]!);
    assert.deepEqual(reds(gif([1, 9], { width: 1, height: 9, flags: 0x40 }, passes)), [1, 9, ...rows]);
  });

  test('without a frame, without pixels, or with colours that end early it is refused', () => {
    assert.throws(() => readGifHeader(gif([1, 1], { width: 1, height: 1 }, [0]).slice(0, 25)), {
      message: 'it has no frame',
    });
    assert.throws(() => readGifHeader(gif([0, 0], { width: 0, height: 1 }, [])), { message: 'it has 0 x 1 pixels' });
    assert.throws(() => readGifHeader(gif([1, 1], { width: 1, height: 1 }, [0]).slice(0, 20)), {
      message: 'its colours end early',
    });
  });
});

describe('what stands beside pixels', () => {
  test('a tag of the first directory of a TIFF, of either order and of two or four bytes', () => {
    const little = Uint8Array.from([
      ...text('II'),
      ...words(2, 42),
      ...words(4, 8),
      ...words(2, 2, 256, 3),
      ...words(4, 1),
      ...words(2, 640, 9),
      ...words(2, 257, 4),
      ...words(4, 1, 70000),
    ]);
    assert.deepEqual(
      [256, 257, 258].map(tag => firstTag(little, tag)),
      [640, 70000, undefined],
    );
    const big = Uint8Array.from([...text('MM'), 0, 42, 0, 0, 0, 8, 0, 1, 1, 0, 0, 3, 0, 0, 0, 1, 2, 128, 0, 0]);
    assert.equal(firstTag(big, 256), 640);
    assert.equal(firstTag(little.slice(0, 33), 257), undefined, 'an entry that is cut off');
    for (const bytes of [little.slice(0, 7), little.with(2, 43), little.with(4, 200)])
      assert.equal(firstTag(bytes, 256), undefined);
  });

  /** A profile with three primaries and a description. */
  function profile(primaries: readonly (readonly number[])[], description: Buffer, space = 'RGB '): Uint8Array {
    const bytes = Buffer.alloc(132 + 48 + 60 + description.length);
    bytes.write(space, 16, 'latin1');
    bytes.writeUInt32BE(4, 128);
    for (const [at, name] of ['rXYZ', 'gXYZ', 'bXYZ', 'desc'].entries()) {
      const size = name === 'desc' ? description.length : 20;
      bytes.write(name, 132 + 12 * at, 'latin1');
      bytes.writeUInt32BE(180 + 20 * at, 136 + 12 * at);
      bytes.writeUInt32BE(size, 140 + 12 * at);
      for (const [axis, value] of (primaries[at] ?? []).entries())
        bytes.writeInt32BE(Math.round(value * 65536), 188 + 20 * at + 4 * axis);
    }
    description.copy(bytes, 240);
    return bytes;
  }
  const usual = [
    [0.4361, 0.2225, 0.0139],
    [0.3851, 0.7169, 0.0971],
    [0.1431, 0.0606, 0.7139],
  ];
  const wide = [
    [0.5151, 0.2412, -0.0011],
    [0.292, 0.6922, 0.0419],
    [0.1571, 0.0666, 0.7841],
  ];
  const plain = Buffer.from(`desc\0\0\0\0\0\0\0\x0eA wide space\0${'\0'.repeat(70)}`, 'latin1');

  test('a profile of other primaries is called by its name, in one language or several; that of sRGB says nothing', () => {
    assert.equal(otherColours(profile(wide, plain)), 'A wide space');
    assert.equal(otherColours(profile(usual, plain)), undefined);
    assert.equal(
      otherColours(
        profile(
          usual.map(xyz => xyz.map(value => value + 0.019)),
          plain,
        ),
      ),
      undefined,
    );
    assert.equal(
      otherColours(
        profile(
          usual.map(xyz => xyz.with(1, xyz[1]! + 0.021)),
          plain,
        ),
      ),
      'A wide space',
    );
    const name = Buffer.from('Weit é', 'utf16le').swap16();
    const head = Buffer.from([
      ...text('mluc'),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      12,
      ...text('deDE'),
      0,
      0,
      0,
      name.length,
      0,
      0,
      0,
      28,
    ]);
    assert.equal(otherColours(profile(wide, Buffer.concat([head, name]))), 'Weit é');
    assert.equal(otherColours(profile(wide, Buffer.from('text'))), 'without a name');
    assert.equal(otherColours(profile(wide, plain, 'CMYK')), undefined);
    for (const none of [undefined, new Uint8Array(131)]) assert.equal(otherColours(none), undefined);
  });
});
