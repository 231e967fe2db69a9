import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLeast, signTest } from '../../src/core/sign-test.ts';

test('the tail of a fair coin, by hand', () => {
  assert.equal(signTest(0, 0), 1);
  assert.equal(signTest(1, 0), 0.5);
  assert.equal(signTest(0, 5), 1);
  assert.ok(Math.abs(signTest(5, 0) - 1 / 32) < 1e-16);
  // 8 losses, 1 gain: (C(9, 8) + C(9, 9)) / 2^9.
  assert.ok(Math.abs(signTest(8, 1) - 10 / 512) < 1e-16);
});

test('against a count of all outcomes', () => {
  for (const n of [1, 4, 9, 14]) {
    const ones = Array.from({ length: 2 ** n }, (_, word) => word.toString(2).replaceAll('0', '').length);
    for (let losses = 0; losses <= n; losses++) {
      const share = ones.filter(count => count >= losses).length / 2 ** n;
      assert.ok(Math.abs(signTest(losses, n - losses) - share) < 1e-12, `${losses} of ${n}`);
    }
  }
});

/** Sum over k >= losses of C(n, k), exact. */
function tail(losses: number, n: number): bigint {
  let [term, sum] = [1n, 0n];
  for (let k = 0; k <= n; k++) {
    if (k >= losses) sum += term;
    term = (term * BigInt(n - k)) / BigInt(k + 1);
  }
  return sum;
}

test('of thousands of changes it is as exact as of few', () => {
  for (const [losses, gains] of [[600, 600], [640, 560], [700, 500], [1075, 0], [2600, 2400], [0, 3000]] as const) {
    const n = losses + gains;
    const share = Number((tail(losses, n) << 400n) / 2n ** BigInt(n)) / 2 ** 400;
    const found = signTest(losses, gains);
    assert.ok(Math.abs(found - share) <= 1e-10 * share + 1e-100, `${losses} of ${n}: ${found}, not ${share}`);
  } // biome-ignore format: a case per entry
});

test('so many losses or more, and fewer, are all there is', () => {
  for (const [losses, gains] of [
    [3, 4],
    [50, 70],
    [900, 800],
  ] as const) {
    const fewer = 1 - signTest(losses, gains);
    assert.ok(Math.abs(signTest(gains + 1, losses - 1) - fewer) < 1e-12, `${losses} and ${gains}`);
  }
});

test('thousands of changes are weighed as a few are: the normal distribution says the same', () => {
  for (const half of [530, 540, 600, 5000]) {
    // P(X >= n / 2) = 1/2 + P(X = n / 2) / 2, and that term is 1 / sqrt(pi n / 2) but for a part of 1 / 4n.
    const middle = 1 / Math.sqrt(Math.PI * half);
    assert.ok(Math.abs(signTest(half, half) - 0.5 - middle / 2) < middle / (8 * half), `${half}`);
  }
  assert.equal(signTest(0, 1100), 1, 'what only gains has lost nothing');
  assert.equal(signTest(1100, 0), 0, '2^-1100 is less than a number can say');
  // Summed in fractions of whole numbers.
  assert.ok(Math.abs(signTest(2063, 1937) - 0.024046641958539224) < 1e-13);
});

test('the tail of a coin that is not fair: by hand, against the sum of all terms, and at both ends', () => {
  // Of 3 with a third each: (C(3, 2) 2 + 1) / 27.
  assert.ok(Math.abs(atLeast(2, 3, 1 / 3) - 7 / 27) < 1e-15);
  for (const p of [0.05, 0.3, 0.9])
    for (const n of [1, 7, 40]) {
      let [term, below] = [(1 - p) ** n, 0];
      for (let k = 0; k <= n; k++) {
        assert.ok(Math.abs(atLeast(k, n, p) - (1 - below)) < 1e-12, `${k} of ${n} at ${p}`);
        below += term;
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      assert.equal(atLeast(n + 1, n, p), 0);
    }
  assert.deepEqual([atLeast(0, 5, 0), atLeast(1, 5, 0), atLeast(5, 5, 1), atLeast(6, 5, 1)], [1, 0, 1, 0]);
  // A tenth to the power of 400 is no number; summed in fractions.
  assert.ok(Math.abs(atLeast(360, 400, 0.9) - 0.5419764223334728) < 1e-13);
});
