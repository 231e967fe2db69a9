import assert from 'node:assert/strict';
import { test } from 'node:test';
import { donorsOf } from '../../src/versions/donors.ts';

const none = new Set<string>();

test('surroundings come from the next picture of another class', () => {
  assert.deepEqual(donorsOf(['a', 'b', 'b', 'a'], none), [1, 3, 3, 1]);
  assert.deepEqual(donorsOf(['a', 'b', 'c'], none), [1, 2, 0]);
});

test('where a class is being lost, they come from its pictures by turns, and its own from others', () => {
  assert.deepEqual(donorsOf(['a', 'b', 'a', 'b', 'c'], new Set(['a'])), [1, 2, 3, 2, 0]);
});

test('of pictures without a class any other one will do, and there may be none', () => {
  assert.deepEqual(donorsOf([undefined, undefined, 'a'], none), [1, 2, 0]);
  assert.deepEqual(donorsOf(['a', 'a'], none), [undefined, undefined]);
  assert.deepEqual(donorsOf(['a'], none), [undefined]);
  assert.deepEqual(donorsOf([], none), []);
});
