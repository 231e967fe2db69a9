import { type Likeness, likenessOf } from './_likeness.ts';
import { type Pair, pairsOf } from './_pairing.ts';
import { sampledKernels, type WeightSketch } from './sketch.ts';

export const lineageKinds = ['same', 'converted', 'fine-tuned', 'retrained', 'other-architecture'] as const;

/**
 * How a model descends from another.
 *
 * - `same`: every kernel has the same numbers.
 * - `converted`: they are written otherwise: rounded, quantised, batch normalisation folded in, preprocessing baked in.
 * - `fine-tuned`: training went on from them, or some were pruned: every kernel still points where it did, the head's too.
 * - `retrained`: the same architecture with new kernels; often a new head on a trunk that both had from elsewhere.
 * - `other-architecture`: the kernels do not pair up.
 */
export type LineageKind = (typeof lineageKinds)[number];

export interface Lineage {
  readonly kind: LineageKind;
  /** Cosine of the kernel that is least like its predecessor, 0 to 1; 0 when kernels do not pair up. */
  readonly similarity: number;
  /** What was seen, in one sentence. */
  readonly words: string;
}

interface Compared extends Likeness {
  readonly isLast: boolean;
  /** `kernel 20 of 21, 1 x 1 x 384 x 96`. */
  readonly name: string;
}

/**
 * A kernel below this is new. A direction drawn anew has a cosine of 0 +- 0.09 with the old one, told from 128 numbers: at
 * most 0.25 among many. Training on leaves 0.98 even at the full rate with other labels, and of a pretrained trunk that two
 * trainings had from elsewhere 0.93 is left. Pruned weights are not looked at, so pruning alone leaves 1.00.
 */
const newBelow = 0.5;

/**
 * A head below this is new, and so is a network with more than a tenth of its kernels below: two trainings from scratch
 * that began with the same random numbers end at 0.35 to 0.85. Two that began with the same pretrained trunk and the same
 * random head do not part that far (0.97), so they show as `fine-tuned`; only who trained them can say otherwise.
 */
const turnedBelow = 0.75;

/** How the model of one sketch descends from that of another, told from their kernels; biases have no say. */
export function lineageOf(baseline: WeightSketch, candidate: WeightSketch): Lineage {
  const pairs = pairsOf(sampledKernels(baseline), sampledKernels(candidate));
  if (typeof pairs === 'string') return { kind: 'other-architecture', similarity: 0, words: pairs };
  const kernels = pairs.map(pair => compared(pair, pairs.length));
  const least = kernels.reduce((least, each) => (each.cosine < least.cosine ? each : least));
  const kind = kindOf(kernels);
  return { kind, similarity: Math.max(0, least.cosine), words: wordsFor[kind](kernels, least) };
}

function compared({ before, after, index, widened }: Pair, count: number): Compared {
  const likeness: Likeness = widened ? { way: 'turned', cosine: 0 } : likenessOf(before, after);
  return {
    ...likeness,
    isLast: index === count - 1,
    name: `kernel ${index + 1} of ${count}, ${after.shape.join(' x ')}`,
  };
}

const isNew = ({ cosine, isLast }: Compared): boolean => cosine < (isLast ? turnedBelow : newBelow);

function kindOf(kernels: readonly Compared[]): Exclude<LineageKind, 'other-architecture'> {
  if (kernels.every(({ way }) => way === 'equal')) return 'same';
  if (kernels.every(({ way }) => way !== 'turned')) return 'converted';
  const turned = kernels.filter(({ cosine }) => cosine < turnedBelow).length;
  return kernels.some(isNew) || turned > kernels.length / 10 ? 'retrained' : 'fine-tuned';
}

type Words = (kernels: readonly Compared[], least: Compared) => string;

const wordsFor: Readonly<Record<Exclude<LineageKind, 'other-architecture'>, Words>> = {
  same: kernels => `All ${kernels.length} kernels are equal.`,
  converted(kernels) {
    const baked = kernels.some(({ way }) => way === 'baked')
      ? '; the first one has its colours exchanged or scaled'
      : '';
    return `${equalWords(kernels)}, the rest but for rounding or scale${baked}.`;
  },
  'fine-tuned': (kernels, least) => `${equalWords(kernels)}, the rest point where they did: ${cosineWords(least)}.`,
  retrained(kernels, least) {
    const fresh = kernels.filter(isNew).length;
    const what = fresh > 0 ? `${fresh} new` : 'many turned far';
    return `${equalWords(kernels)}, ${what}: ${cosineWords(least)}.`;
  },
};

function equalWords(kernels: readonly Compared[]): string {
  const equal = kernels.filter(({ way }) => way === 'equal').length;
  return equal === 0 ? `None of ${kernels.length} kernels is equal` : `${equal} of ${kernels.length} kernels are equal`;
}

/** Cut off, not rounded: 0.9997 is not 1.000. */
const cosineWords = ({ cosine, name }: Compared): string =>
  `the lowest cosine similarity is ${(Math.trunc(cosine * 1000) / 1000).toFixed(3)} (${name})`;
