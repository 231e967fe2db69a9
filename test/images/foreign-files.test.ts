import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decode } from '../../src/images/decode.ts';
import { problem } from '../support/images.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="red"/></svg>';
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Files that carry the marks of a format we read, where they mean nothing. */
const disguised: Readonly<Record<string, string>> = {
  'an SVG with WEBP in a comment': `<!--    WEBP-->${svg}`,
  'an SVG with ftypavif in a comment': `<!--ftypavif -->${svg}`,
  'an SVG with ftypavif and a length that could be': `\0\0\0\x18ftypXXXX${svg}`,
  'a RIFF file that is a sound': 'RIFF\x24\0\0\0WAVEfmt ',
  'a WEBP without a frame': 'RIFF\x24\0\0\0WEBPJUNK',
  'a GIF in name only': 'GIF88a    WEBP',
  'a PNG without a header': '\x89PNG\r\n\x1a\n\0\0\0\x0dIDAT',
  'a bitmap in a sentence': 'BMW is a car, not a picture of one.',
};

/** What people have beside pictures, and the words that they are told. */
const strangers: readonly [string, string, RegExp, RegExp][] = [
  ['DICOM', `${'\0'.repeat(128)}DICM`, /a DICOM image/, /pydicom.*np\.save/],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /a HEIC photo/, /pillow-heif/],
  ['HEIC of brand mif1', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic', /a HEIC photo/, /pillow-heif/],
  ['JPEG XL', '\xff\x0a\0\0', /JPEG XL/, /djxl/],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n', /JPEG 2000/, /magick/],
  ['Photoshop', '8BPS\0\x01', /Photoshop/, /magick/],
  ['a video', '\0\0\0\x18ftypisom\0\0\0\0isommp41', /a video/, /ffmpeg/],
  ['a Canon raw photo', '\0\0\0\x18ftypcrx \0\0\0\0crx isom', /Canon raw/, /rawpy/],
  ['OpenEXR', '\x76\x2f\x31\x01', /OpenEXR/, /imageio/],
  ['FITS', 'SIMPLE  =                    T', /FITS/, /astropy/],
  ['HDF5', '\x89HDF\r\n\x1a\n', /HDF5/, /h5py/],
  ['a zip', 'PK\x03\x04', /zip/, /Unpack/],
  ['a web page', '<!DOCTYPE html><html>', /a web page/, /meant/],
];

describe('no decoder is asked about', () => {
  for (const [name, text] of Object.entries(disguised))
    it(name, async () => {
      const refused = problem('fixture-unreadable', /is not a picture that can be read|damaged or cut short/);
      await assert.rejects(decode(bytes(text), 'img/a.png'), refused);
    });

  for (const [name, text, what, remedy] of strangers)
    it(`${name}: the words say what it is, and what converts it`, async () => {
      await assert.rejects(decode(bytes(text), 'img/a.png'), problem('fixture-unreadable', what, remedy));
    });
});

describe('sharp itself', () => {
  for (const build of ['native', 'WebAssembly'])
    it(`has no other loaders, in its ${build} build`, () => {
      const hook = new URL('./_wasm-only.ts', import.meta.url).href;
      const program = fileURLToPath(new URL('./_loaders.ts', import.meta.url));
      const flags = build === 'native' ? [] : ['--import', hook];
      const output = execFileSync(process.execPath, [...flags, program], { encoding: 'utf8', timeout: 120_000 });
      const { wasm, words } = JSON.parse(output);
      assert.equal(wasm, build === 'WebAssembly');
      const refused = { svg: 'refused', ppm: 'refused', rad: 'refused', pdf: 'refused', gif: 'refused' };
      assert.deepEqual(words, { ...refused, png: 'png', jpeg: 'jpeg', webp: 'webp', tiff: 'tiff', avif: 'heif' });
    });
});
