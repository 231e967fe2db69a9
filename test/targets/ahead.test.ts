import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ahead } from '../../src/targets/_ahead.ts';

test('all that is found comes in order, with what it was asked for', async () => {
  const found: unknown[] = [];
  for await (const each of ahead([3, 1, 2], async each => each * 10)) found.push(each);
  assert.deepEqual(found, [
    [3, 30],
    [1, 10],
    [2, 20],
  ]);
  for await (const each of ahead([], async () => assert.fail('asked for nothing'))) assert.fail(`${each}`);
});

test('the next is asked for before the one at hand is given, and none beyond it', async () => {
  const asked: number[] = [];
  const seen: number[][] = [];
  for await (const [item] of ahead([1, 2, 3], async each => asked.push(each))) seen.push([item, ...asked]);
  assert.deepEqual(seen, [
    [1, 1, 2],
    [2, 1, 2, 3],
    [3, 1, 2, 3],
  ]);
});

test('what cannot be found is told when its turn comes, after all before it', async () => {
  const given: number[] = [];
  const ask = async (each: number) => (each === 2 ? Promise.reject(new Error('no picture')) : each);
  await assert.rejects(async () => {
    for await (const [item] of ahead([1, 2, 3], ask)) given.push(item);
  }, /no picture/);
  assert.deepEqual(given, [1]);
});

test('nobody hears of one that was asked for in vain when the work ended before its turn', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  for await (const _ of ahead([1, 2], async each => (each === 2 ? Promise.reject(new Error('late')) : each))) break;
  await new Promise(resolve => setImmediate(resolve));
  process.off('unhandledRejection', hear);
  assert.deepEqual(unheard, []);
});
