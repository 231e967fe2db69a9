import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Raster } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';
import type { Donor } from '../probes/swap.ts';
import type { FittedRegion, RegionShape } from '../regions/region.ts';
import type { PictureBudget } from './_budget.ts';
import { type DecodedPicture, decodePicture } from './decode.ts';
import { fitRegions } from './fit-regions.ts';
import { readNpy } from './npy.ts';
import { type Pixels, usualPixels } from './pixels.ts';
import { type Fit, type InputSize, type Prepared, prepare, prepareArray, refined } from './prepare.ts';
import { type Preprocess, preprocess } from './preprocess.ts';

export { pictureBudget } from './_budget.ts';

/** A fixture ready for one model. */
export interface LoadedFixture {
  /** SHA-256 of the file. */
  readonly digest: string;
  /** What the model is fed: H x W x C, channel-last. */
  readonly values: Float32Array;
  /** The picture as the model sees it, before preprocessing; an array (.npy) has none. */
  readonly picture: Raster | undefined;
  /** Pixels of the picture in the file, before it was framed. */
  readonly stored?: PictureSize;
  /** Its values before they were rounded to look at, where training does not round them. */
  readonly fine?: Float32Array;
  readonly regions: readonly FittedRegion[];
  /** What the file says of its picture, and was not followed. */
  readonly ignored?: Ignored;
}

/** A fixture as it is looked at. What a model is fed, and what that is made of, takes five times as much: it is there where there is nothing else to see. */
export type FixtureToShow = Pick<LoadedFixture, 'picture' | 'stored' | 'regions'> &
  Partial<Pick<LoadedFixture, 'values'>>;

/** Of an array its values. */
export const toShow = ({ picture, stored, regions, values }: LoadedFixture): FixtureToShow => ({
  picture,
  ...(stored && { stored }),
  regions,
  ...(!picture && { values }),
});

export type Ignored = Omit<DecodedPicture, 'raster'>;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How pixels become model input. */
export interface Preparation {
  readonly preprocess: Preprocess;
  readonly fit: Fit;
  readonly pixels?: Pixels;
  /** What is left of the pixels that may be decoded in this run. */
  readonly budget?: PictureBudget;
}

/** Of a configuration, what travels to another process. */
export const preparationOf = ({ preprocess: numbers, fit, pixels }: Preparation): Preparation => ({
  preprocess: numbers,
  fit,
  ...(pixels && { pixels }),
});

/** File names of fixtures, by their ending. */
export const fixtureEndings: readonly string[] =
  'png jpg jpeg jpe jfif webp tif tiff avif bmp dib gif ppm pgm pbm pnm npy'.split(' ');

/** Larger than any camera's file; a limit because fixtures come with pull requests. */
const mostBytes = 256 * 2 ** 20;

/** Reads one fixture, and fits its regions as it is fitted itself. @throws CamdriftError `fixture-unreadable` */
export async function loadFixture(
  path: string,
  input: InputSize,
  { preprocess: recipe, fit, pixels = usualPixels, budget }: Preparation,
  shapes: readonly RegionShape[] = [],
): Promise<LoadedFixture> {
  const bytes = await readBounded(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (path.toLowerCase().endsWith('.npy')) {
    const values = prepareArray(readNpy(bytes, path), input, path);
    return { digest, values, picture: undefined, regions: await fitRegions(shapes, input, input, 'fill', path) };
  }
  const { size, prepared, ignored } = await decodePicture(
    bytes,
    path,
    ({ raster, ...rest }) => ({
      size: sizeOf(raster),
      prepared: prepare(raster, input, fit, path, pixels),
      ignored: rest,
    }),
    pixels,
    budget,
  );
  const regions = await fitRegions(shapes, size, input, fit, path, pixels);
  return { digest, values: fed(prepared, recipe), ...prepared, stored: size, regions, ignored };
}

const fed = ({ picture, fine }: Prepared, recipe: Preprocess): Float32Array =>
  preprocess(fine ? { ...picture, data: fine } : picture, recipe);

/** What the model is fed of an edited picture: what the edit left alone is fed as it was. */
export function fedEdited(
  edited: Raster,
  { picture, fine }: Pick<LoadedFixture, 'picture' | 'fine'>,
  recipe: Preprocess,
): Float32Array {
  return preprocess(picture && fine ? { ...edited, data: refined(edited, picture, fine) } : edited, recipe);
}

/** What an edit may take of a fixture; nothing of an array. */
export const donorOf = (fixture: Pick<LoadedFixture, 'picture' | 'regions'> | undefined): Donor | undefined =>
  fixture?.picture && { picture: fixture.picture, regions: fixture.regions };

const sizeOf = ({ width, height }: Raster) => ({ width, height });

async function readBounded(path: string): Promise<Buffer> {
  const found = await stat(path).catch(cause => {
    throw new CamdriftError('fixture-unreadable', `There is no file ${path}.`, { cause });
  });
  if (found.isFile() && found.size <= mostBytes) return readFile(path);
  const size = found.isFile() ? `${found.size} bytes` : 'not a file';
  throw new CamdriftError(
    'fixture-unreadable',
    `${path} cannot be taken as a fixture: expected a file of at most ${mostBytes} bytes, got ${size}.`,
  );
}
