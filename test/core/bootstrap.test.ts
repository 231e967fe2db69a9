import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectable, meanInterval, studentQuantile } from '../../src/core/bootstrap.ts';
import { random, shuffled } from '../../src/core/random.ts';
import { mean } from '../../src/core/statistics.ts';

test('by hand: of six zeros and six ones the resampled mean is binomial, and its quantiles are known', () => {
  // tail = normal(-sqrt(12 / 11) 2.201) = 0.0107; of Binomial(12, 1/2) P(X <= 1) = 13 / 4096 is less, P(X <= 2) = 79 / 4096 more.
  const values = Array.from({ length: 12 }, (_, at) => at % 2);
  assert.deepEqual(meanInterval(values), { low: 2 / 12, high: 10 / 12 });
});

test('by hand: three values know no more than their range, two know nothing, equal ones are sure', () => {
  assert.deepEqual(meanInterval([3, 0, 0]), { low: 0, high: 3 });
  assert.equal(meanInterval([0.1, 0.2]), undefined);
  assert.deepEqual(meanInterval([0.25, 0.25, 0.25, 0.25]), { low: 0.25, high: 0.25 });
});

/** Resamples drawn as anybody would write it, with another source of chance and ten times as many. */
function naive(values: readonly number[], tail: number): { low: number; high: number } {
  const next = random(99);
  const means = Array.from({ length: 20_000 }, () =>
    mean(values.map(() => values[Math.floor(next() * values.length)]!)),
  );
  means.sort((a, b) => a - b);
  return { low: means[Math.round(20_000 * tail)]!, high: means[Math.round(20_000 * (1 - tail))]! };
}

test('it is what a naive bootstrap finds, up to chance', () => {
  const next = random(5);
  const values = Array.from({ length: 24 }, () => next() ** 3);
  // normal(-sqrt(24 / 23) 2.06866) by a table.
  const [found, expected] = [meanInterval(values)!, naive(values, 0.01732)];
  const error = Math.sqrt(mean(values.map(value => (value - mean(values)) ** 2)) / 24);
  for (const end of ['low', 'high'] as const)
    assert.ok(Math.abs(found[end] - expected[end]) < 0.15 * error, `${end}: ${found[end]} against ${expected[end]}`);
});

test('it knows the values and not their order, and is the same every time', () => {
  const next = random(3);
  const values = Array.from({ length: 30 }, () => next());
  const again = Array.from(shuffled(30, next), at => values[at]!);
  assert.notDeepEqual(again, values);
  assert.deepEqual(meanInterval(again), meanInterval(values));
});

/** Share of samples whose interval has the true mean. @param draw one value of the population */
function coverage(draw: (next: () => number) => number, truth: number, n: number): number {
  const next = random(n);
  const samples = Array.from({ length: 400 }, () => Array.from({ length: n }, () => draw(next)));
  const inside = samples.map(sample => meanInterval(sample)!).filter(({ low, high }) => low <= truth && truth <= high);
  return inside.length / samples.length;
}

test('coverage: 95 % of intervals have the mean of what was drawn from, a little less of skewed values', () => {
  const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const skewed = (next: () => number) => -Math.log(1 - next());
  for (const [n, least] of [
    [5, 0.88],
    [12, 0.92],
    [24, 0.925],
  ] as const) {
    const found = coverage(normal, 0, n);
    assert.ok(found >= least && found <= 0.98, `normal, ${n}: ${found}`);
  }
  for (const [n, least] of [
    [12, 0.87],
    [24, 0.9],
  ] as const) {
    const found = coverage(skewed, 1, n);
    assert.ok(found >= least && found <= 0.98, `exponential, ${n}: ${found}`);
  }
});

test("Student's t is that of the tables", () => {
  for (const [degrees, t] of [
    [4, 2.7764],
    [11, 2.201],
    [23, 2.0687],
    [59, 2.001],
    [1000, 1.9623],
  ] as const)
    assert.ok(Math.abs(studentQuantile(degrees) - t) < 1e-3, `${degrees}: ${studentQuantile(degrees)}`);
});

test('what so many values can show: by hand, and shown in four of five draws', () => {
  // Standard deviation 1, twelve values: (2.201 + 0.8416) / sqrt(12).
  const values = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 1 : -1) * Math.sqrt(11 / 12));
  assert.ok(Math.abs(detectable(values) - 0.8783) < 1e-3, String(detectable(values)));
  const next = random(8);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const seen = Array.from({ length: 400 }, () => meanInterval(Array.from({ length: 24 }, () => normal() + 0.594))!);
  const share = seen.filter(({ low }) => low > 0).length / 400;
  assert.ok(Math.abs(share - 0.8) < 0.06, `a shift of (2.069 + 0.842) / sqrt(24) is shown in ${share}`);
});
