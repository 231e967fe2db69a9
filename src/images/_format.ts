import { CamdriftError } from '../errors.ts';
import { type Stranger, strangers } from './_strangers.ts';

/** What is decoded: the first five by libvips, the others by ourselves. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'tiff' | 'avif' | 'bmp' | 'gif' | 'pnm';

/** All marks of a line must be there. They are full signatures: a file that carries one by chance is none of these. */
const signatures: readonly (readonly [PictureFormat, ...(readonly [at: number, mark: string])[]])[] = [
  ['png', [0, '\x89PNG\r\n\x1a\n'], [12, 'IHDR']],
  ['jpeg', [0, '\xff\xd8\xff']],
  ['webp', [0, 'RIFF'], [8, 'WEBPVP8']],
  ['tiff', [0, 'II*\0']],
  ['tiff', [0, 'MM\0*']],
  ['tiff', [0, 'II+\0\x08\0\0\0']],
  ['tiff', [0, 'MM\0+\0\x08\0\0']],
  ['bmp', [0, 'BM'], [6, '\0\0\0\0']],
  ['gif', [0, 'GIF87a']],
  ['gif', [0, 'GIF89a']],
];

/**
 * What kind of picture a file is, by what it holds; its name says nothing.
 * @throws CamdriftError `fixture-unreadable`: none that is read, with what it is and what converts it
 */
export function formatOf(bytes: Uint8Array, path: string): PictureFormat {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
  const known = signatures.find(([, ...marks]) => marks.every(([at, mark]) => start.startsWith(mark, at)));
  if (known) return known[0];
  if (/^P[1-6][\s#]/.test(start)) return 'pnm';
  const brands = brandsOf(start);
  if (brands.some(brand => brand === 'avif' || brand === 'avis')) return 'avif';
  throw foreign(start, start.startsWith('ftyp', 4) ? [start.slice(8, 12), ...brands] : [], path);
}

/** The brands of an ISO media file: its first box is `ftyp`, of a length that can be. */
function brandsOf(start: string): string[] {
  if (start.slice(4, 8) !== 'ftyp') return [];
  const length = Buffer.from(start.slice(0, 4), 'latin1').readUInt32BE();
  if (length < 16 || length > start.length || length % 4 !== 0) return [];
  const compatible = Array.from({ length: (length - 16) / 4 }, (_, i) => start.slice(16 + 4 * i, 20 + 4 * i));
  return [start.slice(8, 12), ...compatible];
}

function foreign(start: string, brands: readonly string[], path: string): CamdriftError {
  const { is, convert } = strangerOf(start, brands);
  return new CamdriftError('fixture-unreadable', `${path} is not a picture that can be read: the file is ${is}.`, {
    remedy: `Fixtures are PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM or PGM pictures, or float32 arrays in .npy files. ${convert}`,
  });
}

function strangerOf(start: string, brands: readonly string[]): Pick<Stranger, 'is' | 'convert'> {
  if (start === '') return { is: 'empty', convert: 'Replace it, or remove it from the fixtures.' };
  const found = strangers.find(({ at, mark, brand }) =>
    brand ? brands.some(each => brand.test(each)) : start.startsWith(mark ?? '', at ?? 0),
  );
  const shown = JSON.stringify(start.slice(0, 16));
  return found ?? { is: `no known format (it starts with ${shown})`, convert: 'Convert or replace it.' };
}
