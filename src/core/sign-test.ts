/**
 * How likely it is that of so many changes so many or more are losses, when a loss is as likely as a gain: the one-sided sign
 * test, sum over k >= losses of C(n, k) / 2^n with n = losses + gains; 1 where nothing changed. Exact up to rounding.
 */
export function signTest(losses: number, gains: number): number {
  const n = losses + gains;
  let [term, sum, halvings] = [1, 0, n];
  for (let k = 0; k <= n; k++) {
    if (k >= losses) sum += term;
    term *= (n - k) / (k + 1);
    if (term < large) continue;
    [term, sum, halvings] = [term / large, sum / large, halvings - 512];
  }
  return Math.min(1, sum * 0.5 ** halvings);
}

/** Halves are taken off in between: all at once they are 0 for more than a thousand changes. */
const large = 2 ** 512;
