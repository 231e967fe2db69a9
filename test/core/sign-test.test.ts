import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signTest } from '../../src/core/sign-test.ts';

test('the tail of a fair coin, by hand', () => {
  assert.equal(signTest(0, 0), 1);
  assert.equal(signTest(1, 0), 0.5);
  assert.equal(signTest(0, 5), 1);
  assert.equal(signTest(5, 0), 1 / 32);
  // 8 losses, 1 gain: (C(9, 8) + C(9, 9)) / 2^9.
  assert.equal(signTest(8, 1), 10 / 512);
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
  for (const [losses, gains] of [[3, 4], [50, 70], [900, 800]] as const) {
    const fewer = 1 - signTest(losses, gains);
    assert.ok(Math.abs(signTest(gains + 1, losses - 1) - fewer) < 1e-12, `${losses} and ${gains}`);
  } // biome-ignore format: one line
});
