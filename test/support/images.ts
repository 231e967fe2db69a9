import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from '../../src/core/raster.ts';
import { CamdriftError, type ProblemCode } from '../../src/errors.ts';

/** Every value in its place tells where it came from. */
export function numbered(width: number, height: number, channels: 1 | 3): Raster {
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 37 + 11) % 256);
  return { width, height, channels, data };
}

/** A real black-and-white PNG of any size, small on disk. */
export function bigPng(width: number, height: number): Uint8Array {
  return png({ width, height, bits: 1, type: 0 }, Buffer.alloc(height * (1 + Math.ceil(width / 8))));
}

/** A PNG of one row of 16-bit values, byte by byte ours: no encoder can have touched them. */
export function sixteenBitPng(values: readonly number[], channels: 1 | 3): Uint8Array {
  const row = Buffer.alloc(1 + 2 * values.length);
  values.forEach((value, i) => {
    row.writeUInt16BE(value, 1 + 2 * i);
  });
  return png({ width: values.length / channels, height: 1, bits: 16, type: channels === 1 ? 0 : 2 }, row);
}

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 = grey, 2 = RGB. */
  readonly type: number;
}

function png({ width, height, bits, type }: PngHeader, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  header[9] = type;
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The same pixels in a file of its own: a PNG with a comment in it. */
export function commented(image: Uint8Array, comment: string): Uint8Array {
  const end = image.length - 12; // IEND, the last chunk
  const text = chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1'));
  return Buffer.concat([image.subarray(0, end), text, image.subarray(end)]);
}

/** Pictures by name, of which no two are the same file: one that looks like another carries its name as a comment. */
export function toldApart<P extends Uint8Array>(pictures: readonly (readonly [string, P])[]): Map<string, Uint8Array> {
  const seen = new Set<string>();
  const own = (name: string, image: P): Uint8Array => {
    const bytes = Buffer.from(image).toString('base64');
    if (seen.has(bytes)) return commented(image, name);
    seen.add(bytes);
    return image;
  };
  return new Map(pictures.map(([name, image]) => [name, own(name, image)]));
}

/** For `assert.throws` and `assert.rejects`: the code, words of the message, and words of the remedy. */
export function problem(code: ProblemCode, message: RegExp, remedy = /./) {
  return (error: unknown) =>
    error instanceof CamdriftError && error.code === code && message.test(error.message) && remedy.test(error.remedy);
}
