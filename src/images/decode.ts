import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Raster } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';
import { refuseLfsPointer } from './_lfs-pointer.ts';

/** More than any camera in use; decoded it takes 300 MB. */
const mostPixels = 100_000_000;

/**
 * Bytes of a PNG, JPEG, WebP, TIFF or AVIF file -> the picture as training code saw it: full size, grey or RGB, 8 bits.
 *
 * - The first page or frame only. The EXIF orientation is applied.
 * - Alpha is dropped and the colour below it kept, as PIL's `convert('RGB')` and `tf.io.decode_image(channels=3)` do.
 * - 16 bits become 8 by their high byte (value >> 8), as in TensorFlow's `decode_png`. (PIL clips 16-bit grey instead.)
 * - Palettes and 1-bit pictures are expanded; greyscale stays one channel.
 * - An embedded ICC profile is followed into sRGB, as is CMYK (libvips' own profile when the file has none). PIL and
 *   TensorFlow ignore profiles: they read the same numbers from sRGB files, others from Display P3 and CMYK ones.
 * - No shrink-on-load, ever: it would skip pixels before the resampling that the model was trained with.
 *
 * The pixels of PNG, JPEG, WebP and TIFF files equal Pillow's bit for bit.
 *
 * @param path named in errors
 * @throws CamdriftError `fixture-unreadable`: not such a file, a Git LFS pointer, damaged or cut short, more than
 *   100 megapixels (refused on its header alone), floating point.
 */
export async function decode(bytes: Uint8Array, path: string): Promise<Raster> {
  refuseLfsPointer(bytes, path);
  refuseForeign(bytes, path);
  const header = await readHeader(bytes, path);
  refuseHuge(header, path);
  refuseWide(header, path);
  return readPixels(bytes, header, path);
}

async function readHeader(bytes: Uint8Array, path: string): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw damaged(path, cause);
  }
}

async function readPixels(bytes: Uint8Array, { space }: Metadata, path: string): Promise<Raster> {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels }).autoOrient().removeAlpha();
  try {
    if (space === 'grey16') return await readWideGrey(picture);
    const grey = space === 'b-w';
    const pixels = picture.toColourspace(grey ? 'b-w' : 'srgb').raw({ depth: 'uchar' });
    const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: grey ? 1 : 3, data: new Uint8Array(data) };
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/** libvips takes 16-bit colour by its high byte, but would turn 16-bit grey into 8 bits by way of linear light. */
async function readWideGrey(picture: Sharp): Promise<Raster> {
  const pixels = picture.toColourspace('grey16').raw({ depth: 'ushort' });
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  const values = new Uint16Array(new Uint8Array(data).buffer);
  return { width: info.width, height: info.height, channels: 1, data: Uint8Array.from(values, value => value >> 8) };
}

/** What the readable formats carry, and where. libvips has loaders for SVG, PDF and more: nothing else ever reaches it. */
const signatures = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [8, 'WEBP'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'II+\0'],
  [0, 'MM\0+'],
  [4, 'ftypavi'],
  [4, 'ftypmif1'],
] as const;

/** Starts of files that people take for pictures we could read. */
const strangers = [
  [0, '\x93NUMPY', 'a NumPy array, which must be named .npy'],
  [0, 'GIF8', 'a GIF'],
  [0, 'BM', 'a BMP'],
  [0, '<svg', 'an SVG'],
  [0, '<?xml', 'XML'],
  [0, '%PDF', 'a PDF'],
  [4, 'ftyphei', 'a HEIC photo'],
] as const;

function refuseForeign(bytes: Uint8Array, path: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (signatures.some(([at, mark]) => start.startsWith(mark, at))) return;
  const stranger = strangers.find(([at, mark]) => start.startsWith(mark, at))?.[2];
  const found =
    bytes.length === 0 ? 'empty' : (stranger ?? `no known format (it starts with ${JSON.stringify(start)})`);
  throw new CamdriftError('fixture-unreadable', `${path} is not a picture that can be read: the file is ${found}.`, {
    remedy:
      'Fixtures are PNG, JPEG, WebP, TIFF or AVIF pictures, or float32 arrays in .npy files. Convert or replace it.',
  });
}

function refuseHuge({ width, height }: Metadata, path: string): void {
  if (width * height <= mostPixels) return;
  throw new CamdriftError(
    'fixture-unreadable',
    `${path} has ${width} x ${height} pixels; at most ${mostPixels / 1e6} megapixels are read.`,
    { remedy: 'Store the fixture near the size of the model input.' },
  );
}

function refuseWide({ depth }: Metadata, path: string): void {
  if (depth === 'uchar' || depth === 'ushort') return;
  throw new CamdriftError('fixture-unreadable', `${path} holds values of type ${depth}; expected 8 or 16 bits.`, {
    remedy: 'Save what the model was trained on as float32 in a .npy file: np.save(name, array.astype("float32")).',
  });
}

function damaged(path: string, cause: unknown): CamdriftError {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new CamdriftError('fixture-unreadable', `${path} is damaged or cut short: ${reason}.`, {
    cause,
    remedy: 'Open it in a viewer, then store a complete copy.',
  });
}
