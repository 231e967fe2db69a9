/** Arithmetic mean in float64. At least one value. */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('The mean of no values is not defined.');
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** `percent` in 0..100, with linear interpolation between the two nearest values (NumPy's default). At least one value. */
export function percentile(values: ArrayLike<number>, percent: number): number {
  if (values.length === 0) throw new RangeError('A percentile of no values is not defined.');
  const sorted = Float64Array.from(values).sort();
  const position = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}

/** Pearson's correlation coefficient, -1..1. `undefined` when either side is constant: it then has no direction to share. */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  requireSameLength(a, b);
  if (isConstant(a) || isConstant(b)) return undefined;
  const meanA = mean(a);
  const meanB = mean(b);
  let varianceA = 0;
  let varianceB = 0;
  let covariance = 0;
  for (let i = 0; i < a.length; i++) {
    const da = a[i]! - meanA;
    const db = b[i]! - meanB;
    varianceA += da * da;
    varianceB += db * db;
    covariance += da * db;
  }
  return Math.min(1, Math.max(-1, covariance / Math.sqrt(varianceA * varianceB)));
}

/** Spearman's rank correlation, -1..1: Pearson's coefficient of the ranks. `undefined` when either side is constant. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  return pearson(ranks(a), ranks(b));
}

/** Ranks 1..n from the smallest; equal values share the average of the ranks that they take up together. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const result = new Float64Array(values.length);
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) result[order[i]!] = (start + 1 + end) / 2;
  }
  return result;
}

/** Whether all values are the same. Asked of the values and not of the variance, which rounding keeps above 0. */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

function requireSameLength(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) throw new RangeError(`${a.length} values do not pair with ${b.length}.`);
}
