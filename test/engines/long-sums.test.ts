import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { deviation } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';

let core: Engine['tf']['core'];
before(async () => {
  core = (await wasmEngine()).tf.core;
  await core.setBackend('wasm');
});

type Shape = readonly [number, number, number, number];
/** Around 1, so that nothing cancels and every rounding adds up. */
const numbers = ([a, b, c, d]: Shape) => filled(3, 0.25, [a * b * c * d]).data.map(value => value + 1);
const values = (make: () => Tensor) => core.tidy(() => make().dataSync().slice());

/** In float64, one number at a time. */
function naive(x: Float32Array, shape: Shape, axes: readonly number[]): Float64Array {
  const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const sums = new Float64Array(kept.reduce((product, size) => product * size, 1));
  for (const [index, value] of x.entries()) {
    let [rest, at, step] = [index, 0, 1];
    for (let axis = 3; axis >= 0; axis--) {
      if (kept[axis]! > 1) at += (rest % shape[axis]!) * step;
      step *= kept[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    sums[at]! += value;
  }
  return sums;
}

const cases: readonly [about: string, shape: Shape, axes: readonly number[]][] = [
  ['a whole image', [2, 50, 50, 40], [1, 2, 3]],
  ['a whole image, by negative axes in another order', [2, 50, 50, 40], [-1, -3, -2]],
  ['each channel', [2, 90, 91, 3], [1, 2]],
  ['rows', [2, 5001, 1, 3], [1]],
  ['everything', [3, 40, 41, 7], [0, 1, 2, 3]],
  ['all pictures', [4099, 1, 2, 3], [0]],
];

for (const [about, shape, axes] of cases)
  test(`sums and means over ${about} are those of float64, rounded once`, () => {
    const x = numbers(shape);
    const positive = axes.map(axis => (axis + 4) % 4);
    const expected = naive(x, shape, positive);
    const count = positive.reduce((product, axis) => product * shape[axis]!, 1);
    const tensor = () => core.tensor4d(x, [...shape]);
    const sums = values(() => core.sum(tensor(), [...axes]));
    assert.ok(deviation(sums, expected) <= 6e-8, `sum: ${deviation(sums, expected)}`);
    const means = values(() => core.mean(tensor(), [...axes], true));
    const exact = expected.map(sum => sum / count);
    assert.ok(deviation(means, exact) <= 6e-8, `mean: ${deviation(means, exact)}`);
  });

test('shapes with and without the axes that are gone, and the gradient, are as before', () => {
  const shape: Shape = [2, 60, 61, 3];
  core.tidy(() => {
    const x = core.tensor4d(numbers(shape), [...shape]);
    assert.deepEqual(core.mean(x, [1, 2]).shape, [2, 3]);
    assert.deepEqual(core.mean(x, [1, 2], true).shape, [2, 1, 1, 3]);
    assert.deepEqual(core.sum(x, [1, 2, 3], true).shape, [2, 1, 1, 1]);
    assert.deepEqual(core.sum(x).shape, []);
    const slope = core
      .grad((value: Tensor) => core.mean(value, [1, 2]))(x)
      .dataSync();
    assert.ok(slope.every(each => Math.abs(each * 60 * 61 - 1) <= 1e-6));
  });
});

test('whole numbers, few numbers and axes that lie apart stay with the kernel that was there', () => {
  core.tidy(() => {
    const whole = core.sum(core.ones([3000], 'int32'));
    assert.deepEqual([whole.dtype, whole.arraySync()], ['int32', 3000]);
    assert.equal(core.mean(core.ones([5])).arraySync(), 1);
    const shape: Shape = [50, 3, 50, 2];
    const [x, expected] = [numbers(shape), naive(numbers(shape), shape, [0, 2])];
    assert.ok(deviation(core.sum(core.tensor4d(x, [...shape]), [0, 2]).dataSync(), expected) <= 1e-5);
  });
});
