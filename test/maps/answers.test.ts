import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampled } from '../../src/maps/answers.ts';

const model = (weightBytes: number, width: number, height: number) => ({
  weightBytes,
  input: { width, height, channels: 3 as const },
});
const small = model(3 * 2 ** 20, 128, 128);

test('a small model is asked about 24 fixtures at most, all of them where there are fewer', () => {
  assert.deepEqual(sampled(5, small), [0, 1, 2, 3, 4]);
  assert.deepEqual(
    sampled(24, small),
    Array.from({ length: 24 }, (_, at) => at),
  );
  assert.equal(sampled(1000, small).length, 24);
  assert.equal(sampled(1000, model(1, 1, 1)).length, 24);
  assert.deepEqual(sampled(0, small), []);
});

test('twice the weights or twice the pixels are half the fixtures, down to six', () => {
  const { weightBytes } = small;
  assert.equal(sampled(100, model(2 * weightBytes, 128, 128)).length, 12);
  assert.equal(sampled(100, model(weightBytes, 256, 128)).length, 12);
  assert.equal(sampled(100, model(weightBytes, 128, 256)).length, 12);
  assert.equal(sampled(100, model(3 * weightBytes + 1, 128, 128)).length, 7);
  for (const large of [model(4 * weightBytes, 128, 128), model(100 * weightBytes, 512, 512)])
    assert.equal(sampled(100, large).length, 6);
  assert.equal(sampled(4, model(100 * weightBytes, 512, 512)).length, 4);
});

test('they are taken evenly, each once, and the same whenever it is asked', () => {
  assert.deepEqual(sampled(12, model(2 ** 40, 512, 512)), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(sampled(13, model(2 ** 40, 512, 512)), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(sampled(17, model(2 ** 40, 512, 512)), [0, 2, 5, 8, 11, 14]);
  for (const count of [7, 25, 99, 1000]) {
    const chosen = sampled(count, small);
    assert.deepEqual(
      chosen,
      [...new Set(chosen)].toSorted((a, b) => a - b),
    );
    assert.ok(chosen[0] === 0 && chosen.at(-1)! < count);
    const gaps = chosen.slice(1).map((at, index) => at - chosen[index]!);
    assert.ok(Math.max(...gaps) - Math.min(...gaps) <= 1, `${count}: ${gaps}`);
  }
});
