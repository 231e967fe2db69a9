/**
 * Jensen-Shannon divergence of two distributions over the same outcomes, in bits: 0 = equal, 1 = nothing in common.
 *
 * `H((p + q) / 2) - (H(p) + H(q)) / 2`; symmetric; `0 log 0 = 0`. Lin, "Divergence measures based on the Shannon
 * entropy", IEEE Transactions on Information Theory 1991, eq. 4.1 with equal weights.
 */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  requireSameOutcomes(p, q);
  let bits = 0;
  for (let i = 0; i < p.length; i++) {
    const middle = (p[i]! + q[i]!) / 2;
    bits += (bitsOver(p[i]!, middle) + bitsOver(q[i]!, middle)) / 2;
  }
  return Math.min(1, Math.max(0, bits));
}

/**
 * Probabilities that sum to 1, in float64. Several independent sigmoids need not do so by themselves; when all of them
 * underflow to 0 there is nothing to share out.
 */
export function normalised(probabilities: Float32Array): Float64Array {
  const total = probabilities.reduce((sum, value) => sum + value, 0);
  return Float64Array.from(probabilities, value => (total > 0 ? value / total : 0));
}

/** The epsilon of the MIT / Tuebingen saliency benchmark. */
const epsilon = 2.2e-16;

/** Largest value of `klDivergence`, in nats: all of `p` lies where `q` has nothing. */
export const largestKl = Math.log(epsilon + 1 / epsilon);

/**
 * Kullback-Leibler divergence of `q` from `p` in nats, 0 to about 36.05: large where `p` has mass and `q` has none.
 *
 * `sum of p log(eps + p / (q + eps))` with eps = 2.2e-16, the form of the MIT / Tuebingen saliency benchmark (Bylinskii
 * et al., "What do different evaluation metrics tell us about saliency models?", TPAMI 2019). Not symmetric.
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  requireSameOutcomes(p, q);
  let nats = 0;
  for (let i = 0; i < p.length; i++) nats += p[i]! * Math.log(epsilon + p[i]! / (q[i]! + epsilon));
  // Equal distributions come out some 1e-15 below 0 because of the epsilon.
  return Math.max(0, nats);
}

function bitsOver(part: number, middle: number): number {
  return part > 0 ? part * Math.log2(part / middle) : 0;
}

function requireSameOutcomes(p: ArrayLike<number>, q: ArrayLike<number>): void {
  if (p.length !== q.length) throw new RangeError(`${p.length} outcomes do not pair with ${q.length}.`);
}
