import { likenessOf } from './_likeness.ts';
import type { SampledKernel } from './sketch.ts';

/** Two kernels that do the same work in two models. */
export interface Pair {
  readonly before: SampledKernel;
  readonly after: SampledKernel;
  /** Place in the candidate's order of execution. */
  readonly index: number;
  /** Another number of outputs: the head for other classes, whose numbers cannot be compared. */
  readonly widened: boolean;
}

/**
 * Pairs kernels of the same shape, in order of execution. Formats put parallel branches in different orders, so that a
 * kernel without a likeness in its place may take another of its shape.
 * @returns the pairs in the candidate's order; or in words why there is none for some kernel
 */
export function pairsOf(baseline: readonly SampledKernel[], candidate: readonly SampledKernel[]): Pair[] | string {
  if (baseline.length === 0 || candidate.length === 0) return 'One of the models has no kernels to compare.';
  if (baseline.length !== candidate.length)
    return `The models have different numbers of kernels: ${candidate.length} after ${baseline.length}.`;
  const free = new Set(baseline);
  const pairs: Pair[] = [];
  for (const [index, after] of candidate.entries()) {
    const before = partner(free, after);
    if (!before)
      return `No kernel of the baseline is left that is ${after.shape.join(' x ')}, as kernel ${index + 1} of ${candidate.length} is.`;
    free.delete(before);
    pairs.push({ before, after, index, widened: !isOfShape(before, after) });
  }
  return pairs;
}

/** Leading ones aside: a matrix may be written as a 1 x 1 convolution. */
const sizes = ({ shape }: SampledKernel, end?: number): string =>
  shape
    .slice(0, end)
    .join()
    .replace(/^(1,)+/, '');

const isOfShape = (a: SampledKernel, b: SampledKernel): boolean => sizes(a) === sizes(b);

function partner(free: ReadonlySet<SampledKernel>, after: SampledKernel): SampledKernel | undefined {
  const alike = [...free].filter(each => isOfShape(each, after) && isSampledAlike(each, after));
  const [first, ...others] = alike;
  if (!first) return [...free].find(each => isHeadOf(each, after));
  if (isLike(first, after)) return first;
  return others.find(each => isLike(each, after)) ?? first;
}

/** Two by chance are not so much alike, and two of one descent are. */
const isLike = (a: SampledKernel, b: SampledKernel): boolean => likenessOf(a, b).cosine > 0.6;

const isHeadOf = (a: SampledKernel, b: SampledKernel): boolean =>
  a.place === 'last' && b.place === 'last' && sizes(a, -1) === sizes(b, -1);

const isSampledAlike = ({ channels: a }: SampledKernel, { channels: b }: SampledKernel): boolean =>
  a.length === b.length && a[0]?.length === b[0]?.length;
