import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { decode, decodePicture as decodeFor } from '../../src/images/decode.ts';
import { encodePng } from '../../src/images/encode.ts';
import { type Reading, usualPixels } from '../../src/images/pixels.ts';
import { bigPng, numbered, problem, sixteenBitPng } from '../support/images.ts';
import { bytesOf, oracle, unpack } from './_oracle.ts';

const decodePicture = (bytes: Uint8Array, path: string, reading?: Reading) =>
  decodeFor(bytes, path, picture => picture, reading);

const sixteen = [0, 1, 127, 128, 255, 256, 257, 0x1280, 0x12ff, 0x8000, 0xff00, 0xffff];
const highBytes = [0, 0, 0, 0, 0, 1, 1, 0x12, 0x12, 0x80, 0xff, 0xff];

describe('decode reads the pixels that Pillow reads', () => {
  for (const each of oracle.decoding) {
    it(each.name, async () => {
      assert.deepEqual(await decode(bytesOf(each.file), 'a.file'), unpack(each));
    });
  }

  it('saw at least a dozen files', () => assert.ok(oracle.decoding.length >= 12));
});

describe('decode', () => {
  it('keeps the high byte of 16-bit colour', async () => {
    const { channels, data } = await decode(sixteenBitPng(sixteen, 3), 'a.png');
    assert.equal(channels, 3);
    assert.deepEqual([...data], highBytes);
  });

  it('reads a lossless AVIF within two levels, as its colour space allows', async () => {
    const raw = { width: 2, height: 1, channels: 3 } as const;
    const file = await sharp(Uint8Array.of(200, 30, 30, 20, 60, 220), { raw })
      .avif({ lossless: true, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const { data } = await decode(file, 'a.avif');
    [200, 30, 30, 20, 60, 220].forEach((value, i) => {
      assert.ok(Math.abs(data[i]! - value) <= 2, `${data[i]} for ${value}`);
    });
  });

  it('reads 10-bit AVIF down to 8 bits', async () => {
    const raw = { width: 4, height: 1, channels: 3 } as const;
    const file = await sharp(Uint16Array.from(sixteen), { raw })
      .toColourspace('rgb16')
      .avif({ bitdepth: 10, lossless: true })
      .toBuffer();
    const { data } = await decode(file, 'a.avif');
    highBytes.forEach((value, i) => {
      assert.ok(Math.abs(data[i]! - value) <= 1, `${data[i]} for ${value}`);
    });
  });

  it('keeps the colour below alpha 0 instead of painting a background', async () => {
    const raw = { width: 2, height: 1, channels: 4 } as const;
    const file = await sharp(Uint8Array.of(10, 20, 30, 0, 40, 50, 60, 128), { raw })
      .png()
      .toBuffer();
    assert.deepEqual([...(await decode(file, 'a.png')).data], [10, 20, 30, 40, 50, 60]);
  });

  const turned: Record<number, { width: number; order: number[] }> = {
    1: { width: 3, order: [1, 2, 3, 4, 5, 6] },
    2: { width: 3, order: [3, 2, 1, 6, 5, 4] },
    3: { width: 3, order: [6, 5, 4, 3, 2, 1] },
    4: { width: 3, order: [4, 5, 6, 1, 2, 3] },
    5: { width: 2, order: [1, 4, 2, 5, 3, 6] },
    6: { width: 2, order: [4, 1, 5, 2, 6, 3] },
    7: { width: 2, order: [6, 3, 5, 2, 4, 1] },
    8: { width: 2, order: [3, 6, 2, 5, 1, 4] },
  };
  for (const [orientation, { width, order }] of Object.entries(turned)) {
    it(`applies EXIF orientation ${orientation} when asked`, async () => {
      const pixels = Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap(value => [value, 0, 9]));
      const file = await sharp(pixels, { raw: { width: 3, height: 2, channels: 3 } })
        .withMetadata({ orientation: Number(orientation) })
        .png()
        .toBuffer();
      const seen = await decode(file, 'a.png', { ...usualPixels, orientation: 'apply' });
      assert.equal(seen.width, width);
      assert.deepEqual(
        order,
        [...seen.data].filter((_, i) => i % 3 === 0),
      );
    });
  }

  it('tells the orientation that it ignores, and nothing when it applies it', async () => {
    const file = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#123' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const ignored = await decodePicture(file, 'a.jpg');
    assert.deepEqual([ignored.orientation, ignored.raster.width], [6, 3]);
    const applied = await decodePicture(file, 'a.jpg', { ...usualPixels, orientation: 'apply' });
    assert.deepEqual([applied.orientation, applied.raster.width], [undefined, 2]);
  });

  it('follows an ICC profile into sRGB when asked, and else names it', async () => {
    const red = sharp({ create: { width: 2, height: 1, channels: 3, background: '#ff0000' } });
    const file = await red.withIccProfile('p3').png().toBuffer();
    const stored = await sharp(file, { ignoreIcc: true }).raw().toBuffer();
    assert.deepEqual([...stored.subarray(0, 3)], [234, 51, 34], 'the file holds Display P3 numbers');
    const { data } = await decode(file, 'a.png', { ...usualPixels, colour: 'srgb' });
    assert.ok(data[0]! >= 253 && data[1]! <= 8 && data[2]! <= 8, `${data.subarray(0, 3)}`);
    const { raster, profile } = await decodePicture(file, 'a.png');
    assert.deepEqual([...raster.data.subarray(0, 3)], [234, 51, 34]);
    assert.match(profile ?? '', /P3/);
  });

  it('says nothing of a profile of sRGB', async () => {
    const file = await sharp({ create: { width: 2, height: 1, channels: 3, background: '#ff0000' } })
      .withIccProfile('srgb')
      .png()
      .toBuffer();
    assert.ok((await sharp(file).metadata()).icc);
    assert.equal((await decodePicture(file, 'a.png')).profile, undefined);
  });

  it('reads CMYK: no ink is white, all ink is near black', async () => {
    for (const [background, low, high] of [
      ['#fff', 250, 255],
      ['#000', 0, 20],
    ] as const) {
      const file = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .toColourspace('cmyk')
        .jpeg({ quality: 100 })
        .toBuffer();
      assert.equal((await sharp(file).metadata()).space, 'cmyk');
      const { channels, data } = await decode(file, 'a.jpg');
      assert.equal(channels, 3);
      assert.ok(data.every(value => value >= low && value <= high));
    }
  });

  it('takes the first frame of an animation', async () => {
    const frames = Buffer.concat([Buffer.alloc(12, 10), Buffer.alloc(12, 200)]);
    const file = await sharp(frames, { raw: { width: 2, height: 4, channels: 3, pageHeight: 2 } })
      .webp({ lossless: true })
      .toBuffer();
    assert.equal((await sharp(file).metadata()).pages, 2);
    assert.deepEqual(await decode(file, 'a.webp'), {
      width: 2,
      height: 2,
      channels: 3,
      data: new Uint8Array(12).fill(10),
    });
  });

  it('reads back every value that encodePng wrote', async () => {
    for (const picture of [numbered(31, 17, 3), numbered(17, 31, 1)]) {
      assert.deepEqual(await decode(await encodePng(picture), 'a.png'), picture);
    }
  });
});

describe('decode refuses', () => {
  const make = { png: 'png', jpeg: 'jpeg', webp: 'webp', tiff: 'tiff', avif: 'avif' } as const;
  for (const format of Object.values(make)) {
    it(`a ${format} that was cut short, anywhere`, async () => {
      const { data, ...raw } = numbered(120, 90, 3);
      const file = await sharp(data, { raw }).toFormat(format).toBuffer();
      for (const share of [0.2, 0.5, 0.9, 0.98]) {
        const part = file.subarray(0, Math.floor(file.length * share));
        await assert.rejects(
          decode(part, 'img/a.file'),
          problem('fixture-unreadable', /^img\/a\.file is damaged or cut short: /),
        );
      }
    });
  }

  it('a PNG whose data were altered', async () => {
    const file = new Uint8Array(await encodePng(numbered(60, 60, 3)));
    file[file.length >> 1]! ^= 0x55;
    await assert.rejects(decode(file, 'a.png'), problem('fixture-unreadable', /damaged/));
  });

  it('400 megapixels, in little memory', async () => {
    const file = bigPng(20_000, 20_000);
    const before = process.resourceUsage().maxRSS;
    await assert.rejects(
      decode(file, 'img/huge.png'),
      problem(
        'fixture-unreadable',
        /^img\/huge\.png has 20000 x 20000 pixels; of a PNG, at most 32 megapixels/,
        /size of the model input/,
      ),
    );
    assert.ok(process.resourceUsage().maxRSS - before < 50_000, 'kilobytes');
  });

  it('a Git LFS pointer, with the line that fetches it', async () => {
    const text = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n';
    await assert.rejects(
      decode(new TextEncoder().encode(text), 'img/a.png'),
      problem('fixture-unreadable', /img\/a\.png is a Git LFS pointer \(sha256:4d7a2146\)/, /git lfs pull.*lfs: true/),
    );
  });

  const foreign: [string, string, RegExp][] = [
    ['an empty file', '', /the file is empty/],
    ['text', 'hello world', /starts with "hello world"/],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', /an SVG/],
    ['SVG with a prologue', '<?xml version="1.0"?><svg/>', /XML/],
    ['PDF', '%PDF-1.7', /a PDF/],
    ['a HEIC photo', '\0\0\0\x18ftypheic', /a HEIC photo/],
    ['a NumPy array', '\x93NUMPY\x01\0', /must be named \.npy/],
  ];
  for (const [name, text, words] of foreign) {
    it(name, async () => {
      const file = new Uint8Array(Buffer.from(text, 'latin1'));
      await assert.rejects(
        decode(file, 'img/a.png'),
        problem('fixture-unreadable', words, /PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM or PGM/),
      );
    });
  }

  it('floating point, naming .npy', async () => {
    await assert.rejects(
      decode(bytesOf(oracle.floatingTiff), 'a.tif'),
      problem('fixture-unreadable', /values of type float/, /float32 in a \.npy/),
    );
  });
});
