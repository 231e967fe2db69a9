import type { AffineWay } from './_affine.ts';
import type { Likeness } from './_likeness.ts';

export interface Compared extends Likeness {
  readonly isLast: boolean;
  /** What became of bias and normalisation behind it, where both models tell. */
  readonly affine: AffineWay | undefined;
  /** `kernel 20 of 21, 1 x 1 x 384 x 96`. */
  readonly name: string;
}

/** Of weights beside the kernels; `untold`: the baseline was stored before they were kept. */
export type Beside = AffineWay | 'untold';

export interface Seen {
  readonly kind: 'same' | 'converted' | 'fine-tuned' | 'retrained';
  readonly kernels: readonly Compared[];
  /** The kernel that is least like its predecessor. */
  readonly least: Compared;
  readonly beside: Beside;
  isNew(kernel: Compared): boolean;
}

/** What was seen of two models whose kernels pair up, in one sentence. */
export const wordsOf = (seen: Seen): string => `${[kernelWords(seen), ...besideWords(seen)].join('; ')}.`;

function kernelWords({ kind, kernels, least, isNew }: Seen): string {
  const all = kernels.length;
  const equal = kernels.filter(({ way }) => way === 'equal').length;
  if (equal === all) return `All ${all} kernels are equal`;
  const first = equal === 0 ? `None of ${all} kernels is equal` : `${equal} of ${all} kernels are equal`;
  if (kernels.every(({ way }) => way === 'unknown'))
    return `${first}, and those of their channels that are kept are all zero`;
  if (kernels.every(({ way }) => isWritten(way)))
    return `${first}, the rest but for rounding or scale${bakedWords(kernels)}`;
  if (kind === 'fine-tuned') return `${first}, the rest point where they did: ${cosineWords(least)}`;
  const fresh = kernels.filter(isNew).length;
  return `${first}, ${fresh > 0 ? `${fresh} new` : 'many turned far'}: ${cosineWords(least)}`;
}

const isWritten = (way: Likeness['way']): boolean => way !== 'turned' && way !== 'unknown';

const bakedWords = (kernels: readonly Compared[]): string =>
  kernels.some(({ way }) => way === 'baked') ? '; the first one has its colours exchanged or scaled' : '';

/** Said where the kernels alone would not explain the kind. */
function besideWords({ kernels, beside }: Seen): string[] {
  if (!kernels.every(({ way }) => isWritten(way)) || beside === 'equal') return [];
  if (beside === 'untold') return ['biases and normalisation were not kept with the baseline'];
  if (beside === 'rounded')
    return kernels.every(({ way }) => way === 'equal') ? ['what is beside them is written otherwise'] : [];
  const behind = kernels.filter(({ affine }) => affine === 'changed');
  if (behind.length === 0) return ['weights beside them are not'];
  return [`bias or normalisation behind ${behind.length} of them changed (${behind[0]!.name})`];
}

/** Cut off, not rounded: 0.9997 is not 1.000. */
const cosineWords = ({ cosine, name }: Compared): string =>
  `the lowest cosine similarity is ${(Math.trunc(cosine * 1000) / 1000).toFixed(3)} (${name})`;
