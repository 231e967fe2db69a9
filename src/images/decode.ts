import type { Raster } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';
import { refuseLfsPointer } from '../lfs/refuse.ts';
import { readBmp, readBmpHeader } from './_bmp.ts';
import { inTurn, type PictureBudget, pictureBudget, spend } from './_budget.ts';
import { formatOf, type PictureFormat } from './_format.ts';
import { readGif, readGifHeader } from './_gif.ts';
import { ownWord, readHeader, readPixels } from './_libvips.ts';
import { readPnm, readPnmHeader } from './_pnm.ts';
import { otherColours } from './_profile.ts';
import type { Metadata } from './_sharp.ts';
import { type Reading, usualPixels } from './pixels.ts';

/** A picture as training code saw it, and what of the file was not followed. */
export interface DecodedPicture {
  readonly raster: Raster;
  /** EXIF orientation, 2 to 8, that was ignored. */
  readonly orientation?: number;
  /** Name of a profile of other colours than sRGB's that was ignored. */
  readonly profile?: string;
}

/**
 * Bytes of a PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PBM, PGM or PPM file -> the picture at its full size, grey or RGB,
 * 8 bits: the numbers of `PIL.Image.open(f).convert('RGB')`.
 *
 * - The first page or frame only. Stored, not displayed, orientation; but TIFF files are turned, as Pillow turns them.
 * - No profile is followed. CMYK becomes RGB by Pillow's arithmetic.
 * - Alpha is dropped and the colour below it kept. Palettes and 1-bit pictures are expanded; greyscale stays one channel.
 * - 16-bit colour is taken by its high byte, 16-bit grey is cut at 255, as Pillow does.
 * - No shrink-on-load, ever: it would skip pixels before the resampling that the model was trained with.
 *
 * Measured against Pillow on 131 files (`test/oracle/pictures.json`): no value differs, but for TIFF files whose colour is
 * multiplied by alpha (by 1) and AVIF (by 1; with chroma of half the size by more at edges, where libheif repeats what
 * libavif interpolates).
 *
 * @param path named in errors
 * @param use what is done with the picture, while room is kept for it
 * @param reading what of the file's remarks is followed instead
 * @param budget what is left of the run's pixels
 * @throws CamdriftError `fixture-unreadable`: not such a file, a Git LFS pointer, damaged or cut short, more pixels than a
 *   model can need (refused on its header alone), floating point, Lab.
 */
export async function decodePicture<T>(
  bytes: Uint8Array,
  path: string,
  use: (picture: DecodedPicture) => T | Promise<T>,
  reading: Reading = usualPixels,
  budget: PictureBudget = pictureBudget(),
): Promise<T> {
  refuseLfsPointer(bytes, path);
  const format = formatOf(bytes, path);
  const sound = sounding(path);
  const { size, pixels, ...ignored } = await opened(bytes, format, reading, path, sound);
  spend(size, format, path, budget);
  return inTurn(size, format, budget, async () => use({ raster: await sound(pixels), ...ignored }));
}

/** Its pixels alone. */
export async function decode(bytes: Uint8Array, path: string, reading?: Reading): Promise<Raster> {
  return decodePicture(bytes, path, ({ raster }) => raster, reading);
}

/** A file whose header has been read and judged, but not its pixels. */
interface Opened extends Omit<DecodedPicture, 'raster'> {
  readonly size: { readonly width: number; readonly height: number };
  pixels(): Raster | Promise<Raster>;
}

async function opened(
  bytes: Uint8Array,
  format: PictureFormat,
  reading: Reading,
  path: string,
  sound: Sound,
): Promise<Opened> {
  if (isOurs(format)) {
    const { header: size, pixels } = await sound(() => ours[format](bytes));
    return { size, pixels };
  }
  const header = await sound(() => readHeader(bytes));
  refuseOther(header, format, path);
  return {
    size: header,
    pixels: () => readPixels(bytes, header, format, reading),
    ...ignored(header, format, reading),
  };
}

/** Formats that we decode ourselves: libvips has no loader for them in every build, or reads them otherwise than Pillow. */
const ours = {
  bmp: (bytes: Uint8Array) => {
    const header = readBmpHeader(bytes);
    return { header, pixels: () => readBmp(bytes, header) };
  },
  gif: (bytes: Uint8Array) => {
    const header = readGifHeader(bytes);
    return { header, pixels: () => readGif(bytes, header) };
  },
  pnm: (bytes: Uint8Array) => {
    const header = readPnmHeader(bytes);
    return { header, pixels: () => readPnm(bytes, header) };
  },
};

const isOurs = (format: PictureFormat): format is keyof typeof ours => format in ours;

type Sound = <T>(work: () => T | Promise<T>) => Promise<T>;

/** What a decoder throws becomes an error that names the file. */
function sounding(path: string): Sound {
  return async work => {
    try {
      return await work();
    } catch (cause) {
      throw damaged(path, cause);
    }
  };
}

/** The decoder's word against ours, and what it says of the values. */
function refuseOther(
  { format: word, depth, space, compression }: Metadata,
  format: keyof typeof ownWord,
  path: string,
): void {
  if (word !== ownWord[format] || (format === 'avif' && compression !== 'av1'))
    throw new CamdriftError(
      'fixture-unreadable',
      `${path} starts like a file of the format ${format}, and its decoder says that it is ${word}${compression ? ` (${compression})` : ''}.`,
    );
  const values = depth === 'uchar' || depth === 'ushort';
  if (values && ['b-w', 'srgb', 'rgb', 'rgb16', 'grey16', 'cmyk'].includes(space)) return;
  const found = values ? `colours of the space ${space}` : `values of type ${depth}`;
  throw new CamdriftError('fixture-unreadable', `${path} holds ${found}; expected grey, RGB or CMYK of 8 or 16 bits.`, {
    remedy: 'Save what the model was trained on as float32 in a .npy file: np.save(name, array.astype("float32")).',
  });
}

/** What the file says of its picture, and was not done. */
function ignored(header: Metadata, format: PictureFormat, reading: Reading): Omit<DecodedPicture, 'raster'> {
  const { orientation = 1 } = header;
  const profile = reading.colour === 'as-stored' ? otherColours(header.icc) : undefined;
  const turned = reading.orientation === 'ignore' && orientation > 1 && format !== 'tiff' && format !== 'avif';
  return { ...(turned && { orientation }), ...(profile !== undefined && { profile }) };
}

function damaged(path: string, cause: unknown): CamdriftError {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new CamdriftError('fixture-unreadable', `${path} is damaged or cut short: ${reason}.`, {
    cause,
    remedy: 'Open it in a viewer, then store a complete copy.',
  });
}
