import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rearranged } from '../../../src/models/lowering/rearranged.ts';

/** Every index of a shape, the last axis fastest. */
const indicesOf = (shape: readonly number[]): number[][] =>
  shape.reduce<number[][]>(
    (all, size) => all.flatMap(index => Array.from({ length: size }, (_, at) => [...index, at])),
    [[]],
  );

test('axes come in another order, each number where its indices say', () => {
  const shape = [2, 3, 4, 5];
  const data = Float32Array.from({ length: 120 }, (_, at) => at);
  for (const order of ['3201', '0123', '1032', '2310'].map(digits => [...digits].map(Number))) {
    const expected = indicesOf(order.map(axis => shape[axis]!)).map(moved => {
      const index = shape.map((_, axis) => moved[order.indexOf(axis)]!);
      return index.reduce((at, value, axis) => at * shape[axis]! + value, 0);
    });
    assert.deepEqual([...rearranged(data, shape, order)], expected);
  }
});

test('a matrix, a list and nothing at all', () => {
  assert.deepEqual([...rearranged(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3], [1, 0])], [1, 4, 2, 5, 3, 6]);
  assert.deepEqual([...rearranged(Int32Array.of(1, 2), [2], [0])], [1, 2]);
  assert.deepEqual([...rearranged(new Float32Array(0), [0, 3], [1, 0])], []);
});
