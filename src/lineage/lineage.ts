import { affineWay, othersWay, worstOf } from './_affine.ts';
import { type Likeness, likenessOf } from './_likeness.ts';
import { type Pair, pairsOf } from './_pairing.ts';
import { type Beside, type Compared, wordsOf } from './_words.ts';
import { sampledConstants, sampledKernels, type WeightSketch } from './sketch.ts';

export const lineageKinds = ['same', 'converted', 'fine-tuned', 'retrained', 'other-architecture'] as const;

/**
 * How a model descends from another.
 *
 * - `same`: every kernel has the same numbers, and so have biases, normalisation and what else was learned.
 * - `converted`: they are written otherwise: rounded, quantised, batch normalisation folded in, preprocessing baked in.
 * - `fine-tuned`: training went on from them, or some were pruned: every kernel still points where it did, the head's too.
 *   Kernels may have been frozen, and biases or normalisation alone be others.
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

/** How the model of one sketch descends from that of another, told from what both have learned. */
export function lineageOf(baseline: WeightSketch, candidate: WeightSketch): Lineage {
  const pairs = pairsOf(sampledKernels(baseline), sampledKernels(candidate));
  if (typeof pairs === 'string') return { kind: 'other-architecture', similarity: 0, words: pairs };
  const { kernels, beside } = comparedAll(pairs, baseline, candidate);
  const told = kernels.filter(({ way }) => way !== 'unknown');
  const least = (told.length > 0 ? told : kernels).reduce((least, each) => (each.cosine < least.cosine ? each : least));
  const kind = kindOf(kernels, beside);
  return { kind, similarity: Math.max(0, least.cosine), words: wordsOf({ kind, kernels, least, beside, isNew }) };
}

function comparedAll(pairs: readonly Pair[], baseline: WeightSketch, candidate: WeightSketch) {
  const alike = pairs.map(
    ({ before, after, widened }): Likeness => (widened ? { way: 'turned', cosine: 0 } : likenessOf(before, after)),
  );
  const exact = alike.every(({ way }) => way === 'equal');
  const kernels = pairs.map(({ before, after, index }, at): Compared => {
    const name = `kernel ${index + 1} of ${pairs.length}, ${after.shape.join(' x ')}`;
    const affine = affineWay(before, after, alike[at]!, exact);
    return { ...alike[at]!, affine, isLast: index === pairs.length - 1, name };
  });
  const [before, after] = [sampledConstants(baseline), sampledConstants(candidate)];
  const ways = kernels.flatMap(({ affine }) => affine ?? []);
  const beside: Beside = before && after ? worstOf([...ways, othersWay(before, after, exact)]) : 'untold';
  return { kernels, beside };
}

const isNew = ({ way, cosine, isLast }: Compared): boolean =>
  way !== 'unknown' && cosine < (isLast ? turnedBelow : newBelow);

function kindOf(kernels: readonly Compared[], beside: Beside): Exclude<LineageKind, 'other-architecture'> {
  const all = (...ways: readonly Likeness['way'][]) => kernels.every(({ way }) => ways.includes(way));
  if (all('unknown')) return 'retrained';
  if (all('equal') && beside === 'equal') return 'same';
  if (all('equal', 'encoded', 'baked') && beside !== 'changed') return 'converted';
  const turned = kernels.filter(({ way, cosine }) => way !== 'unknown' && cosine < turnedBelow).length;
  return kernels.some(isNew) || turned > kernels.length / 10 ? 'retrained' : 'fine-tuned';
}
