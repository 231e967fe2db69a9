import assert from 'node:assert/strict';
import { test } from 'node:test';
import { separation } from '../../scripts/bench-drift/separation.ts';

test('benign models and regressions that do not overlap are told apart entirely', () => {
  const found = separation([1, 2, 3], [4, 5]);
  assert.deepEqual(found, { benign: 3, regressions: 2, auc: 1, atNone: 1, atTenth: 1, leaveOneOut: 1 / 3 });
});

test('the area counts pairs, ties by half', () => {
  // Pairs (bad, good): 2-1 won, 2-2 tied, 2-3 lost, 5-1, 5-2, 5-3 won.
  assert.equal(separation([1, 2, 3], [2, 5]).auc, 4.5 / 6);
  assert.equal(separation([7, 7], [7]).auc, 0.5);
});

test('a limit that one in ten benign models may exceed finds more', () => {
  const benign = [0.9, ...Array.from({ length: 9 }, (_, i) => i / 100)];
  const found = separation(benign, [0.5, 0.95]);
  assert.equal(found.atNone, 0.5);
  assert.equal(found.atTenth, 1);
});

test('left out by turns, the largest of n benign models exceeds the others, unless it is tied', () => {
  assert.equal(separation([1, 2, 3, 4], [0]).leaveOneOut, 0.25);
  assert.equal(separation([1, 4, 4], [0]).leaveOneOut, 0);
  assert.ok(Number.isNaN(separation([1], [0]).leaveOneOut), 'one model says nothing of the next');
});
