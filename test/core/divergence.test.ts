import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jensenShannon, klDivergence, largestKl } from '../../src/core/divergence.ts';
import { agree, assertClose, type Comparison, normalised, oracle, random } from './_numbers.ts';

test('Jensen-Shannon: 0 bits for equal distributions, 1 bit for those with nothing in common', () => {
  assert.equal(jensenShannon([0.5, 0.5, 0], [0.5, 0.5, 0]), 0);
  assert.equal(jensenShannon([1, 0], [0, 1]), 1);
});

test('Jensen-Shannon by hand: a certain outcome against a fair coin', () => {
  // The middle is (3/4, 1/4): H(middle) - (0 + 1) / 2.
  const expected = 0.75 * Math.log2(4 / 3) + 0.25 * 2 - 0.5;
  assertClose(jensenShannon([1, 0], [0.5, 0.5]), expected, 1e-15);
});

test('Jensen-Shannon is the entropy of the middle less the mean of the entropies', () => {
  const next = random(2);
  const p = normalised(Array.from({ length: 10 }, next));
  const q = normalised(Array.from({ length: 10 }, next));
  const entropy = (shares: Float64Array) => -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
  const middle = p.map((share, i) => (share + q[i]!) / 2);
  assertClose(jensenShannon(p, q), entropy(middle) - (entropy(p) + entropy(q)) / 2, 1e-14);
  assertClose(jensenShannon(q, p), jensenShannon(p, q), 1e-15);
});

test('KL by hand: ln 2 from a certain outcome to a fair coin', () => {
  assertClose(klDivergence([1, 0], [0.5, 0.5]), Math.LN2, 1e-12);
});

test('KL is not symmetric: it punishes what q lacks and not what q adds', () => {
  const certain = [1, 0];
  const coin = [0.5, 0.5];
  assert.ok(klDivergence(coin, certain) > 15);
  assert.ok(klDivergence(certain, coin) < 1);
});

test('KL of equal distributions is 0 and not the small negative number that the epsilon makes', () => {
  const p = normalised(Array.from({ length: 49 }, random(3)));
  assert.equal(klDivergence(p, p), 0);
  assert.equal(klDivergence([1, 0], [1, 0]), 0);
});

test('KL is at its largest, some 36 nats, where nothing is left of what was there', () => {
  assert.equal(klDivergence([1, 0], [0, 1]), largestKl);
  assertClose(largestKl, 36.05, 0.01);
});

test("Jensen-Shannon is the square of SciPy's distance to base 2, degenerate maps included", t => {
  agree(t, oracle<Comparison>('comparisons'), {
    about: 'JS, bits',
    tolerance: 1e-14,
    found: ({ a, b }) => jensenShannon(normalised(a), normalised(b)),
    expected: ({ jensenShannon: bits }) => bits,
  });
});

test('KL agrees with NumPy, degenerate maps included', t => {
  agree(t, oracle<Comparison>('comparisons'), {
    about: 'KL, nats',
    tolerance: 1e-13,
    found: ({ a, b }) => klDivergence(normalised(a), normalised(b)),
    expected: ({ kl }) => kl,
  });
});

test('distributions over different outcomes are refused', () => {
  assert.throws(() => jensenShannon([1], [0.5, 0.5]), /1 outcomes do not pair with 2/);
  assert.throws(() => klDivergence([1], [0.5, 0.5]), RangeError);
});
