import type { Raster } from '../core/raster.ts';
import { fromCmyk } from './_cmyk.ts';
import type { PictureFormat } from './_format.ts';
import { type Metadata, type Sharp, sharp } from './_sharp.ts';
import { firstTag } from './_tiff-tag.ts';
import type { Reading } from './pixels.ts';

/** What a decoder says a file is, before it decodes a pixel. Throws `Error`. */
export async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

/** libvips' own word, by what we took the file for. */
export const ownWord = { png: 'png', jpeg: 'jpeg', webp: 'webp', tiff: 'tiff', avif: 'heif' } as const;

/** Grey or RGB pixels of a file whose header has been judged. Throws `Error` when it is damaged. */
export async function readPixels(
  bytes: Uint8Array,
  header: Metadata,
  format: PictureFormat,
  { orientation, colour }: Reading,
): Promise<Raster> {
  const limits = { failOn: 'error', limitInputPixels: header.width * header.height } as const;
  const stored = sharp(bytes, { ...limits, ignoreIcc: colour === 'as-stored' });
  // Pillow turns TIFF files when it opens them, and no others.
  const turned = orientation === 'apply' || format === 'tiff' ? stored.autoOrient() : stored;
  if (header.space === 'grey16') return readWideGrey(turned.removeAlpha(), bytes, header, format);
  if (header.space === 'cmyk' && colour === 'as-stored') return readCmyk(turned);
  const space = header.space === 'b-w' ? 'b-w' : 'srgb';
  return raw(turned.removeAlpha().toColourspace(space), space === 'b-w' ? 1 : 3);
}

async function raw<C extends number>(picture: Sharp, channels: C) {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  if (info.channels !== channels) throw new Error(`it has ${info.channels} channels`);
  return { width, height, channels, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

async function readCmyk(picture: Sharp): Promise<Raster> {
  const { data, ...ink } = await raw(picture.pipelineColourspace('cmyk').toColourspace('cmyk'), 4);
  return { ...ink, channels: 3, data: fromCmyk(data) };
}

/**
 * 16-bit grey becomes 8 bits as in Pillow: cut at 255 (`I;16` to `L`), so that a full 16-bit scan is nearly all white;
 * with an opacity in a PNG (`LA;16B`), by the high byte. Pillow does not invert 16-bit TIFFs whose zero is white; libvips does.
 */
async function readWideGrey(
  picture: Sharp,
  bytes: Uint8Array,
  header: Metadata,
  format: PictureFormat,
): Promise<Raster> {
  const pixels = picture.toColourspace('grey16').raw({ depth: 'ushort' });
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  const values = new Uint16Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  const high = format === 'png' ? bytes[25] === greyAndAlpha : header.hasAlpha;
  const inverted = format === 'tiff' && firstTag(bytes, photometric) === whiteIsZero;
  const shown = (value: number) => (high ? value >> 8 : Math.min(255, inverted ? 65535 - value : value));
  return { width: info.width, height: info.height, channels: 1, data: Uint8Array.from(values, shown) };
}

/** Colour type of a PNG's header. */
const greyAndAlpha = 4;
const photometric = 262;
const whiteIsZero = 0;
