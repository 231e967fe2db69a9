import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cosineOf, dot, isHalf, isRounded } from '../../src/lineage/_rounding.ts';
import { samplingOf } from '../../src/lineage/_sampling.ts';
import { halfFloats } from '../../src/models/onnx/narrow-numbers.ts';
import { random } from '../core/_numbers.ts';

const list = (...values: number[]) => Float32Array.from(values);

describe('numbers of float16', () => {
  const halves = halfFloats(Uint16Array.from({ length: 0x7c01 }, (_, bits) => bits));

  test('are known, every one of them, of either sign, up to the infinite', () => {
    assert.ok(halves.every(value => isHalf(value) && isHalf(-value)));
  });

  test('are told from their neighbours in float32', () => {
    const next = new Float32Array(1);
    const bits = new Int32Array(next.buffer);
    for (const value of halves.subarray(0, 0x7c00)) {
      next[0] = value;
      bits[0]! += 1;
      assert.equal(isHalf(next[0]!), false, `${value}`);
    }
    assert.deepEqual([65_505, 65_520, 1e6, Number.NaN].map(isHalf), [false, false, false, false]);
  });
});

describe('directions', () => {
  test('by hand: 3 4 against 4 3, against itself and against the other way round; nothing has no direction', () => {
    assert.equal(dot(list(3, 4), list(4, 3)), 24);
    assert.equal(cosineOf(list(3, 4), list(4, 3)), 24 / 25);
    assert.deepEqual([cosineOf(list(3, 4), list(6, 8)), cosineOf(list(3, 4), list(-3, -4))], [1, -1]);
    assert.deepEqual([cosineOf(list(0, 0), list(1, 2)), cosineOf(list(1, 2), list(0, 0))], [0, 0]);
  });
});

describe('numbers rounded to whole steps', () => {
  const next = random(17);
  const numbers = Float32Array.from({ length: 64 }, () => next() * 2 - 1);
  const rounded = (values: Float32Array, step: number) => values.map(value => Math.round(value / step) * step);

  test('are told as such whatever the step, down to 256 of them, and with a scale besides', () => {
    for (const step of [2 / 255, 0.01, 1 / 64, 1 / 16]) {
      assert.ok(isRounded(numbers, rounded(numbers, step)), `step ${step}`);
      assert.ok(
        isRounded(
          numbers,
          rounded(numbers, step).map(value => 3 * value),
        ),
        `step ${step}, scaled`,
      );
    }
  });

  test('are not told of numbers in finer steps, of other numbers in steps, or of so few rungs that the direction is lost', () => {
    assert.equal(isRounded(numbers, rounded(numbers, 2 / 400)), false);
    assert.equal(isRounded(numbers, numbers), false);
    const others = Float32Array.from({ length: 64 }, () => next() * 2 - 1);
    assert.equal(isRounded(numbers, rounded(others, 1 / 32)), false);
    assert.equal(isRounded(numbers, rounded(numbers, 2)), false);
    const moved = rounded(numbers, 1 / 64);
    moved[5]! += 1 / 32;
    assert.equal(isRounded(numbers, moved), false, 'one number a step and a half away');
  });

  test('of four numbers and more are told by their largest, of fewer not at all', () => {
    const few = list(0.9, -0.31, 0.52, 0.127);
    const ladder = (values: Float32Array, rungs: number) => rounded(values, Math.max(...values.map(Math.abs)) / rungs);
    assert.deepEqual(
      [ladder(few, 127), ladder(few, 128)].map(steps => isRounded(few, steps)),
      [true, true],
    );
    assert.equal(isRounded(few, ladder(few, 300)), false);
    assert.equal(isRounded(few.subarray(0, 3), ladder(few.subarray(0, 3), 127)), false);
    assert.equal(isRounded(few, list(1, 1, 1, 1)), false, 'no range');
  });
});

describe('what is kept of a kernel', () => {
  test('follows from its shape and place: whole pixels of the first, few numbers of many channels, all of a small one', () => {
    const first = samplingOf([3, 3, 3, 16], 'first', 32);
    assert.equal(first.channels.length, 8);
    assert.deepEqual(
      first.inputs,
      Array.from({ length: 27 }, (_, at) => at),
    );
    const inner = samplingOf([3, 3, 64, 128], 'inner', 32);
    assert.deepEqual([inner.channels.length, inner.inputs.length], [4, 8]);
    const narrow = samplingOf([1, 1, 2, 64], 'inner', 32);
    assert.deepEqual([narrow.channels.length, narrow.inputs], [16, [0, 1]]);
    const small = samplingOf([2, 3], 'inner', 32);
    assert.deepEqual(small, { channels: [0, 1, 2], inputs: [0, 1] });
    const last = samplingOf([512, 1000], 'last', 32);
    assert.ok(last.channels.length * last.inputs.length >= 128);
  });

  test('is spread evenly, ascending, each once, and within the kernel', () => {
    for (const shape of [[7, 7, 3, 64], [3, 3, 1, 5], [1, 1, 960, 160], [5, 1000]])
      for (const place of ['first', 'inner', 'last'] as const) {
        const { channels, inputs } = samplingOf(shape, place, 48);
        const from = shape.slice(0, -1).reduce((product, size) => product * size, 1);
        for (const [found, limit] of [[channels, shape.at(-1)!], [inputs, from]] as const) {
          assert.deepEqual(found, [...new Set(found)].toSorted((a, b) => a - b), `${shape} ${place}`);
          assert.ok(found[0]! >= 0 && found.at(-1)! < limit, `${shape} ${place}`);
        }
      }
  }); // biome-ignore format: a case per entry
});
