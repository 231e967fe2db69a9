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
