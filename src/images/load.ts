import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Raster } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';
import type { FittedRegion, RegionShape } from '../regions/region.ts';
import { decode } from './decode.ts';
import { fitRegions } from './fit-regions.ts';
import { readNpy } from './npy.ts';
import { type Fit, type InputSize, prepare, prepareArray } from './prepare.ts';
import { type Preprocess, preprocess } from './preprocess.ts';

/** A fixture ready for one model. */
export interface LoadedFixture {
  /** SHA-256 of the file. */
  readonly digest: string;
  /** What the model is fed: H x W x C, channel-last. */
  readonly values: Float32Array;
  /** The picture as the model sees it, before preprocessing; an array (.npy) has none. */
  readonly picture: Raster | undefined;
  readonly regions: readonly FittedRegion[];
}

/** How pixels become model input. */
export interface Preparation {
  readonly preprocess: Preprocess;
  readonly fit: Fit;
}

/** File names of fixtures, by their ending. */
export const fixtureEndings: readonly string[] = ['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff', 'avif', 'npy'];

/** Larger than any camera's file; a limit because fixtures come with pull requests. */
const mostBytes = 256 * 2 ** 20;

/** Reads one fixture, and fits its regions as it is fitted itself. @throws CamdriftError `fixture-unreadable` */
export async function loadFixture(
  path: string,
  input: InputSize,
  { preprocess: recipe, fit }: Preparation,
  shapes: readonly RegionShape[] = [],
): Promise<LoadedFixture> {
  const bytes = await readBounded(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (path.toLowerCase().endsWith('.npy')) {
    const values = prepareArray(readNpy(bytes, path), input, path);
    return { digest, values, picture: undefined, regions: await fitRegions(shapes, input, input, 'fill', path) };
  }
  const decoded = await decode(bytes, path);
  const picture = prepare(decoded, input, fit, path);
  const regions = await fitRegions(shapes, decoded, input, fit, path);
  return { digest, values: preprocess(picture, recipe), picture, regions };
}

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
