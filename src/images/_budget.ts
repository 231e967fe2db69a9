import { CamdriftError } from '../errors.ts';
import { collect } from './_collect.ts';

/**
 * Cost of a pixel of each format, in pixels of the cheapest: what decoders hold and how long they take (a WebP pixel takes
 * three times the memory of a PNG one, an AVIF one eight times the time).
 */
const weights = { png: 1, jpeg: 1, tiff: 1, bmp: 1, gif: 1, pnm: 1, webp: 2.5, avif: 4 } as const;

type Format = keyof typeof weights;

/** 32 megapixels, far more than any classifier sees; decoded, a picture of so many takes 100 MB, and its decoder as much. */
const mostPixels = 32_000_000;
/** Of a side; JPEG's own bound. */
const longestSide = 65_535;
/** 300 pictures of 32 megapixels, or 800 photos of 12. */
const mostPerRun = 10_000_000_000;

/** What all threads of one explanation of a model decode together; shared memory, so that it can travel to workers. */
export type PictureBudget = SharedArrayBuffer;

/** Thousands of pixels, weighed: all that were begun, and those under way. */
const [begun, underWay] = [0, 1];

export const pictureBudget = (): PictureBudget => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Refuses what would cost more than a model can need, before a pixel is decoded.
 * @throws CamdriftError `fixture-unreadable`: the picture is too large, or those before it have used up the budget
 */
export function spend(size: Size, format: Format, path: string, budget: PictureBudget): void {
  const { width, height } = size;
  const most = Math.floor(mostPixels / weights[format]);
  if (width * height > most)
    throw tooLarge(
      `${path} has ${width} x ${height} pixels; of a ${names[format]}, at most ${most / 1e6} megapixels are read.`,
    );
  if (Math.max(width, height) > longestSide)
    throw tooLarge(`${path} has ${width} x ${height} pixels; at most ${longestSide} a side are read.`);
  const cost = costOf(size, format);
  const spent = Atomics.add(new Int32Array(budget), begun, cost);
  if ((spent + cost) * 1000 <= mostPerRun) return;
  throw tooLarge(
    `${path} was not read: the fixtures before it have used up the ${mostPerRun / 1e9} gigapixels that are decoded for one model.`,
  );
}

const names: Readonly<Record<Format, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  tiff: 'TIFF',
  bmp: 'BMP',
  gif: 'GIF',
  pnm: 'PNM',
  webp: 'WebP',
  avif: 'AVIF',
};

const tooLarge = (message: string): CamdriftError =>
  new CamdriftError('fixture-unreadable', message, { remedy: 'Store fixtures near the size of the model input.' });

const costOf = ({ width, height }: Size, format: Format): number =>
  Math.ceil((width * height * weights[format]) / 1000);

/** Thousands of pixels, weighed, that are decoded at a time, in all threads together; one picture alone may always. */
const mostAtATime = 25_000;

/** Thousands of pixels from which on memory is not left to the collector's leisure. */
const freedAtOnce = 4000;

/** Runs one decoding, and what is done with its pixels, when those under way leave room for it. */
export async function inTurn<T>(size: Size, format: Format, budget: PictureBudget, work: () => Promise<T>): Promise<T> {
  const cost = costOf(size, format);
  const state = new Int32Array(budget);
  await room(state, cost);
  try {
    return await work();
  } finally {
    if (cost > freedAtOnce) collect();
    Atomics.sub(state, underWay, cost);
    Atomics.notify(state, underWay);
  }
}

async function room(state: Int32Array<SharedArrayBuffer>, cost: number): Promise<void> {
  for (;;) {
    const now = Atomics.load(state, underWay);
    if (now > 0 && now + cost > mostAtATime) await Atomics.waitAsync(state, underWay, now).value;
    else if (Atomics.compareExchange(state, underWay, now, now + cost) === now) return;
  }
}
