/**
 * Numbers in 0..1 (1 excluded) that look random, the same ones for the same seed: mulberry32 by Tommy Ettinger, public
 * domain. For choosing, never for secrets.
 */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers 0 to `count - 1` in random order, every order as likely (Fisher and Yates). */
export const shuffled = (count: number, next: () => number): Int32Array => swapped(count, at => next() * (at + 1));

/** The same with no number in its own place: one cycle through all of them (Sattolo 1986). At least two numbers. */
export const cycle = (count: number, next: () => number): Int32Array => swapped(count, at => next() * at);

function swapped(count: number, partner: (at: number) => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(partner(at));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
