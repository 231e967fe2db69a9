/**
 * How likely it is that of so many changes so many or more are losses, when a loss is as likely as a gain: the one-sided sign
 * test, sum over k >= losses of C(n, k) / 2^n with n = losses + gains; 1 where nothing changed. Exact up to rounding.
 */
export const signTest = (losses: number, gains: number): number => atLeast(losses, losses + gains, 0.5);

/**
 * How likely so many or more of n are, when each is with probability p: the upper tail of the binomial distribution. Terms are
 * summed in parts of the largest one, which no number of them makes vanish: `(1 - p) ** n` is 0 from some hundred on.
 * @param p 0 to 1
 */
export function atLeast(count: number, n: number, p: number): number {
  if (count <= 0) return 1;
  if (p <= 0 || p >= 1) return p >= 1 && count <= n ? 1 : 0;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  let [all, tail] = [0, 0];
  const add = (k: number, term: number) => {
    all += term;
    if (k >= count) tail += term;
  };
  for (let k = mode, term = 1; k <= n && term > 0; k++) {
    add(k, term);
    term *= ((n - k) / (k + 1)) * odds;
  }
  for (let k = mode, term = 1; k > 0 && term > 0; k--) {
    term *= k / (n - k + 1) / odds;
    add(k - 1, term);
  }
  return Math.min(1, tail / all);
}
