/**
 * How likely it is that of so many changes so many or more are losses, when a loss is as likely as a gain: the one-sided sign
 * test, sum over k >= losses of C(n, k) / 2^n with n = losses + gains; 1 where nothing changed. Exact up to rounding.
 */
export function signTest(losses: number, gains: number): number {
  const n = losses + gains;
  let term = 0.5 ** n;
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    if (k >= losses) sum += term;
    term *= (n - k) / (k + 1);
  }
  return Math.min(1, sum);
}
