import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standing } from '../../src/calibration/merged-versions.ts';

/** Versions by one letter each, as they were merged; the answer newest first, as `letter + place in the order`. */
function stands(merged: string) {
  const versions = [...merged].map((digest, at) => ({ digest, commit: `${digest}${at}` })).reverse();
  const { versions: kept, takenBack } = standing(versions);
  return [kept, takenBack].map(list => list.map(({ commit }) => commit).join(' '));
}

test('versions of the same bytes count once, by the newest', () => {
  assert.deepEqual(stands('abc'), ['c2 b1 a0', '']);
  assert.deepEqual(stands('aabb'), ['b3 a1', '']);
});

test('what came between two of the same bytes was taken back', () => {
  assert.deepEqual(stands('aba'), ['a2', 'b1']);
  assert.deepEqual(stands('abca'), ['a3', 'c2 b1']);
  assert.deepEqual(stands('xabay'), ['y4 a3 x0', 'b2']);
  assert.deepEqual(stands('abcba'), ['a4', 'b3 c2']);
});

test('what was taken back and merged again stands, and so does what it had replaced', () => {
  assert.deepEqual(stands('abab'), ['b3 a0', '']);
});

test('nothing merged is nothing', () => assert.deepEqual(stands(''), ['', '']));
