import type { Runs } from '../regions/region.ts';

/** More than any mask that is drawn by hand; decoded it takes 64 MB. */
const mostPixels = 2 ** 26;

/**
 * A mask as COCO encodes it: `size` is height and width, `counts` the lengths of the runs of a column-major mask, outside
 * first, as numbers or as COCO's text.
 * @returns the runs, or what is wrong with them, in words
 */
export function decodeRuns({
  size: [height, width],
  counts,
}: {
  readonly size: readonly [number, number];
  readonly counts: string | readonly number[];
}): Runs | string {
  if (width * height > mostPixels) return `a size of at most ${mostPixels} pixels, got ${width} x ${height}`;
  const lengths = typeof counts === 'string' ? fromText(counts) : counts;
  if (typeof lengths === 'string') return lengths;
  if (!lengths.every(length => Number.isInteger(length) && length >= 0)) return 'whole run lengths of at least 0';
  const sum = lengths.reduce((total, length) => total + length, 0);
  if (sum !== width * height)
    return `run lengths that add up to ${width * height} (${width} x ${height} pixels), got ${sum}`;
  return { width, height, lengths };
}

/** Six characters hold 30 bits, and the sign. */
const longestNumber = 6;

/**
 * COCO's text of run lengths: five bits per character from "0" (48) on, the lowest first, bit 32 says that more follow and
 * bit 16 of the last one is the sign; from the fourth on, numbers are differences to the one before the last.
 * Source: `rleFrString` in cocodataset/cocoapi, common/maskApi.c.
 */
function fromText(text: string): number[] | string {
  const lengths: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfNumber(text, at);
    if (end === undefined) return "run lengths in COCO's compressed text";
    const number = numberIn(text.slice(at, end));
    lengths.push(lengths.length > 2 ? number + lengths.at(-2)! : number);
    at = end;
  }
  return lengths;
}

const bits = (text: string, at: number): number => text.charCodeAt(at) - 48;

function endOfNumber(text: string, start: number): number | undefined {
  for (let at = start; at < text.length && at < start + longestNumber; at++) {
    if (bits(text, at) < 0 || bits(text, at) > 63) return undefined;
    if (!(bits(text, at) & 32)) return at + 1;
  }
  return undefined;
}

function numberIn(text: string): number {
  const value = [...text].reduce((sum, _, at) => sum + (bits(text, at) & 31) * 32 ** at, 0);
  return bits(text, text.length - 1) & 16 ? value - 32 ** text.length : value;
}
