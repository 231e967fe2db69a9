import { readFile, stat } from 'node:fs/promises';
import type { Grid } from '../core/heatmap.ts';
import { type Raster, toGrey } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';
import { draw } from '../regions/draw.ts';
import type { FittedRegion, RegionShape } from '../regions/region.ts';
import { decode } from './decode.ts';
import { type Pixels, usualPixels } from './pixels.ts';
import { type Fit, prepare } from './prepare.ts';

/** Pixels from here on are lighter than mid-grey. */
const light = 128;
const mostBytes = 64 * 2 ** 20;

/**
 * Regions of a fixture in the frame of the model's input: drawn white on black at the fixture's size, then scaled, cut and
 * padded by `prepare` as the fixture itself is. A pixel belongs to a region when at least half of what it shows does, so
 * the padding of `contain` never does. One region is drawn at a time.
 *
 * @param from size of the fixture in pixels as it is read, which the shapes count in
 * @param path of the fixture, named in errors
 * @throws CamdriftError `fixture-unreadable` when a mask cannot be read, or shapes belong to a picture of another size
 */
export async function fitRegions(
  shapes: readonly RegionShape[],
  from: Grid,
  input: Grid,
  fit: Fit,
  path: string,
  pixels: Pixels = usualPixels,
): Promise<readonly FittedRegion[]> {
  const fitted: FittedRegion[] = [];
  for (const shape of shapes) {
    const drawn = shape.mask === undefined ? drawnShape(shape, from, path) : await readMask(shape.mask, from, path);
    if (!drawn) continue;
    const { width, height } = input;
    const { data } = prepare(drawn, { width, height, channels: 1 }, fit, path, pixels).picture;
    fitted.push({ region: shape.region, mask: { width, height, data: data.map(value => Number(value >= light)) } });
  }
  return fitted;
}

function drawnShape(shape: RegionShape, from: Grid, path: string): Raster {
  for (const { width, height } of [...(shape.size ? [shape.size] : []), ...(shape.runs ?? [])])
    requireSize({ width, height }, from, `The annotations of region \`${shape.region}\``, path);
  return draw(shape, from);
}

/** A mask that is black all over says that the fixture has no such region: `undefined`. */
async function readMask(mask: string, from: Grid, path: string): Promise<Raster | undefined> {
  const picture = toGrey(await decode(await readBounded(mask), mask));
  requireSize(picture, from, `The mask ${mask}`, path);
  const lightest = picture.data.reduce((most, value) => Math.max(most, value), 0);
  if (lightest === 0) return undefined;
  if (lightest >= light) return { ...picture, data: picture.data.map(value => (value >= light ? 255 : 0)) };
  throw new CamdriftError(
    'fixture-unreadable',
    `The mask ${mask} has nothing that is lighter than mid-grey: expected values of ${light} or more in the region, got at most ${lightest}.`,
    { remedy: 'Save the mask as white (255) on black (0).' },
  );
}

async function readBounded(mask: string): Promise<Buffer> {
  const found = await stat(mask).catch(() => undefined);
  if (found?.isFile() && found.size <= mostBytes) return readFile(mask);
  const got = found?.isFile() ? `${found.size} bytes` : 'no file';
  throw new CamdriftError(
    'fixture-unreadable',
    `The mask ${mask} cannot be read: expected at most ${mostBytes} bytes, got ${got}.`,
  );
}

function requireSize(found: Grid, { width, height }: Grid, what: string, path: string): void {
  if (found.width === width && found.height === height) return;
  const turned =
    found.width === height && found.height === width
      ? ' One of them may follow the EXIF orientation: see `orientation`.'
      : '';
  throw new CamdriftError(
    'fixture-unreadable',
    `${what} of ${path} has ${found.width} x ${found.height} pixels; the fixture is read with ${width} x ${height}.${turned}`,
    { remedy: 'Regions count in the pixels of the fixture as it is read: scale and turn them with the picture.' },
  );
}
