import { random } from './random.ts';

/** Where a mean lies, in the unit of its values. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const resamples = 2000;

/**
 * A 95 % confidence interval of the mean of a population, from a sample of it: percentiles of the means of 2,000 resamples with
 * replacement, wider for small samples by Student's t as Hesterberg's expanded percentile interval (arXiv:1411.5279, section
 * 4.2): the tails are normal(-sqrt(n / (n - 1)) t), since resamples spread by n - 1 in n too little.
 *
 * It knows the values and not their order, and is the same in every run. `undefined` of fewer than three values, whose
 * resamples say nothing.
 */
export function meanInterval(values: ArrayLike<number>): Interval | undefined {
  const n = values.length;
  if (n < 3) return undefined;
  const means = resampledMeans(Float64Array.from(values).sort(), resamples);
  const tail = normalBelow(-Math.sqrt(n / (n - 1)) * studentQuantile(n - 1));
  const at = Math.round(tail * (resamples - 1));
  return { low: means[at]!, high: means[resamples - 1 - at]! };
}

/** Means of resamples with replacement, in rising order. @param count of them */
function resampledMeans(values: Float64Array, count: number): Float64Array {
  const next = random(1);
  const means = new Float64Array(count);
  for (let resample = 0; resample < count; resample++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(next() * values.length)]!;
    means[resample] = sum / values.length;
  }
  return means.sort();
}

const normalQuantile = 1.959963984540054;

/**
 * Quantile of Student's t for a two-sided confidence of 95 %, by the expansion in 1 / degrees of freedom of Abramowitz and Stegun
 * 26.7.5: within 0.3 % from four degrees on; below that so wide that all resamples are inside, as with the exact value.
 */
export function studentQuantile(degrees: number): number {
  const z = normalQuantile;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** (power + 1), z);
}

/** Probability of a standard normal number below `z`: Abramowitz and Stegun 26.2.17, within 7.5e-8. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  return z < 0 ? tail : 1 - tail;
}

/** z of 80 %: how far beyond its error a shift is told in four of five draws. */
const power = 0.8416212335729143;

/**
 * The smallest difference of a mean from a limit that an interval of so many such values tells from none in four of five draws:
 * (t + 0.84) times the standard error. At least two values.
 */
export function detectable(values: ArrayLike<number>): number {
  const n = values.length;
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / n;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return (studentQuantile(n - 1) + power) * Math.sqrt(variance / n);
}
