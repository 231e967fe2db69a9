import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycle, random, shuffled } from '../../src/core/random.ts';
import { random as reference } from './_numbers.ts';

test('the generator is mulberry32, the same numbers for the same seed', () => {
  const [own, other] = [random(7), reference(7)];
  for (let i = 0; i < 100; i++) assert.equal(own(), other());
});

test('a shuffle holds every number once and follows its seed', () => {
  const order = shuffled(50, random(1));
  assert.deepEqual(
    [...order].toSorted((a, b) => a - b),
    [...Array(50).keys()],
  );
  assert.deepEqual(order, shuffled(50, random(1)));
  assert.notDeepEqual(order, shuffled(50, random(2)));
});

test('six orders of three come about equally often', () => {
  const next = random(3);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(3, next).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  // Five standard deviations of a binomial with p = 1/6 are 144.
  for (const [order, count] of counts) assert.ok(Math.abs(count - 1000) < 144, `${order}: ${count}`);
});

test('a cycle leaves no number in its place, and visits them all', () => {
  for (let seed = 0; seed < 20; seed++) {
    const order = cycle(9, random(seed));
    const visited = new Set<number>();
    for (let at = 0; !visited.has(at); at = order[at]!) visited.add(at);
    assert.equal(visited.size, 9);
  }
});
