import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConstant, mean, pearson, percentile, ranks, spearman } from '../../src/core/statistics.ts';
import { agree, assertAllClose, assertClose, type Comparison, oracle, random } from './_numbers.ts';

const cases = oracle<Comparison>('comparisons');
const isDefined = ({ pearson, spearman }: Comparison) => pearson !== null && spearman !== null;

test('the mean of 1, 2 and 6 is 3', () => {
  assert.equal(mean([1, 2, 6]), 3);
});

test('a percentile lies between the two nearest values in proportion', () => {
  assert.equal(percentile([40, 10, 30, 20], 50), 25);
  assertClose(percentile([40, 10, 30, 20], 90), 37, 1e-12);
  assert.equal(percentile([40, 10, 30, 20], 0), 10);
  assert.equal(percentile([40, 10, 30, 20], 100), 40);
  assert.equal(percentile([7], 90), 7);
});

test('values are ordered as numbers: 9 comes before 10', () => {
  assert.equal(percentile([10, 9], 0), 9);
  assert.deepEqual([...ranks([10, 9, 100])], [2, 1, 3]);
});

test('neither the mean nor a percentile of nothing exists', () => {
  assert.throws(() => mean([]), RangeError);
  assert.throws(() => percentile([], 50), RangeError);
});

test('ranks that are tied are averaged', () => {
  assert.deepEqual([...ranks([5, 1, 5, 3])], [3.5, 1, 3.5, 2]);
  assert.deepEqual([...ranks([2, 2, 2])], [2, 2, 2]);
  assert.deepEqual([...ranks([])], []);
});

test('ranks come to an end for values that are not numbers', () => {
  assert.equal(ranks([Number.NaN, 1, Number.NaN]).length, 3);
});

test('pearson is 1 for a rising line, -1 for a falling one, and by hand 0.5 for 1 2 3 against 2 1 3', () => {
  assert.equal(pearson([1, 2, 3], [10, 20, 30]), 1);
  assert.equal(pearson([1, 2, 3], [3, 2, 1]), -1);
  assertClose(pearson([1, 2, 3], [2, 1, 3]), 0.5, 1e-15);
});

test('pearson does not change with the scale or the offset of either side', () => {
  const next = random(1);
  const a = Array.from({ length: 49 }, next);
  const b = Array.from({ length: 49 }, next);
  const moved = b.map(value => 1e-3 * value + 40);
  assertClose(pearson(a, moved), pearson(a, b) ?? Number.NaN, 1e-9);
});

test('a constant side has no correlation, even when its mean cannot be written exactly', () => {
  const tenths = Array.from({ length: 49 }, () => 0.1);
  const other = tenths.map((_, i) => i);
  assert.equal(pearson(tenths, other), undefined);
  assert.equal(pearson(other, tenths), undefined);
  assert.equal(spearman(tenths, other), undefined);
  assert.equal(isConstant(tenths), true);
  assert.equal(isConstant(other), false);
  assert.equal(isConstant([3]), true);
});

test('spearman looks at the order only: any rising curve gives 1', () => {
  assert.equal(spearman([1, 2, 3, 4], [1, 10, 100, 1000]), 1);
  assertClose(spearman([1, 2, 3, 4], [4, 3, 2, 1]), -1, 1e-15);
});

test('values that do not pair are refused', () => {
  assert.throws(() => pearson([1, 2], [1, 2, 3]), /2 values do not pair with 3/);
});

for (const [about, coefficient, expected] of [
  ["Pearson's coefficient", pearson, (each: Comparison) => each.pearson],
  ['rank correlation', spearman, (each: Comparison) => each.spearman],
] as const) {
  test(`the ${about} agrees with SciPy wherever SciPy has one`, t => {
    agree(t, cases.filter(isDefined), {
      about,
      tolerance: 1e-14,
      found: ({ a, b }) => coefficient(a, b),
      expected: each => expected(each)!,
    });
  });

  test(`the ${about} is undefined for the same maps as in SciPy`, () => {
    for (const each of cases) {
      assert.equal(coefficient(each.a, each.b) === undefined, expected(each) === null, each.title);
    }
    assert.equal(cases.filter(each => expected(each) === null).length, 16);
  });
}

test('ranks and percentiles agree with SciPy and NumPy', () => {
  assert.equal(cases.length, 68);
  for (const { title, a, ...expected } of cases) {
    assertAllClose(ranks(a), expected.ranks, 0, `ranks, ${title}`);
    const percentiles = [0, 10, 50, 90, 100].map(percent => percentile(a, percent));
    assertAllClose(percentiles, expected.percentiles, 1e-9, `percentiles, ${title}`);
  }
});
