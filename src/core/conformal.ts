/**
 * Split-conformal p-value of a score among accepted ones: `(1 + #{accepted >= score}) / (n + 1)`, 1 / (n + 1) to 1.
 *
 * If the candidate is one more draw from whatever the accepted models were drawn from (exchangeable), then
 * P(p <= rate) <= rate for every rate, whatever the distribution; ties make it smaller. Vovk, Gammerman and Shafer,
 * "Algorithmic Learning in a Random World", 2005, section 2.2. Without accepted scores it is 1: nothing is rare.
 */
export function conformalP(score: number, accepted: readonly number[]): number {
  return (1 + accepted.filter(each => each >= score).length) / (accepted.length + 1);
}

/** How many accepted scores it takes until a p-value can be as small as a rate: `ceil(1 / rate) - 1`; 9 for 10 %. */
export function neededFor(rate: number): number {
  // 1 / 0.1 and its like are not exact; a hair too many would ask for one model more.
  return Math.max(1, Math.ceil(1 / rate - 1e-9) - 1);
}
