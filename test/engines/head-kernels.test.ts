import '@tensorflow/tfjs-backend-cpu';
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

const numbers = (seed: number, count: number) => filled(seed, 1, [count]).data;
const values = (make: () => Tensor) => core.tidy(() => make().dataSync().slice());

/** A row times a matrix of K x N, or of N x K, in float64. */
const naive = (x: Float32Array, matrix: Float32Array, depth: number, columns: number, transposed: boolean) =>
  Float64Array.from({ length: (x.length / depth) * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < depth; k++)
      sum += x[row * depth + k]! * matrix[transposed ? column * depth + k : k * columns + column]!;
    return sum;
  });

for (const depth of [1, 3, 4, 7, 1283])
  test(`rows times a transposed matrix, ${depth} deep`, () => {
    const [x, matrix] = [numbers(1, 3 * depth), numbers(2, 11 * depth)];
    const found = values(() =>
      core.matMul(core.tensor2d(x, [3, depth]), core.tensor2d(matrix, [11, depth]), false, true),
    );
    assert.ok(deviation(found, naive(x, matrix, depth, 11, true)) <= 1e-6);
    const alone = values(() =>
      core.matMul(core.tensor2d(x.slice(0, depth), [1, depth]), core.tensor2d(matrix, [11, depth]), false, true),
    );
    assert.deepEqual(alone, found.slice(0, 11), 'the same numbers in every batch');
  });

for (const [depth, columns] of [[129, 8], [1283, 11], [3072, 16]] as const) // biome-ignore format: one line
  test(`rows times a matrix, ${depth} deep: a long sum loses no more than a short one`, () => {
    const [x, matrix] = [numbers(1, 7 * depth), numbers(2, depth * columns)];
    const by = (rows: number) =>
      values(() =>
        core.matMul(core.tensor2d(x.slice(0, rows * depth), [rows, depth]), core.tensor2d(matrix, [depth, columns])),
      );
    const found = deviation(by(7), naive(x, matrix, depth, columns, false));
    assert.ok(found <= 4e-7, String(found));
    assert.deepEqual(by(1), by(7).slice(0, columns), 'the same numbers in every batch');
  });

const [depth, columns] = [9, 5];
const matrix = numbers(3, depth * columns);
const product = (x: Float32Array, transposed: boolean) =>
  values(() =>
    core.matMul(
      core.tensor2d(x, [2, depth]),
      core.tensor2d(matrix, transposed ? [columns, depth] : [depth, columns]),
      false,
      transposed,
    ),
  );

test('rows with one number, with none and with more, times a matrix', () => {
  const rows: Readonly<Record<string, readonly [number, number][]>> = {
    one: [[4, 0.5], [9 + 8, -3]],
    'one and none': [[0, 2]],
    more: [[1, 1], [2, 2], [9, 3]],
  }; // biome-ignore format: places and numbers
  for (const [about, filledIn] of Object.entries(rows)) {
    const x = new Float32Array(2 * depth);
    for (const [at, value] of filledIn) x[at] = value;
    for (const transposed of [false, true])
      assert.ok(
        deviation(product(x, transposed), naive(x, matrix, depth, columns, transposed)) <= 1e-7,
        `${about}, transposed: ${transposed}`,
      );
  }
});

test('a row with one number has the product that it has beside a row with more, bit by bit', () => {
  const x = new Float32Array(2 * depth);
  x[7] = 0.3;
  const beside = x.slice();
  beside.set([1, 2], depth);
  for (const transposed of [false, true])
    assert.deepEqual(product(x, transposed).slice(0, columns), product(beside, transposed).slice(0, columns));
});

test('a gradient of one score is its row of the matrix, or its column', () => {
  const weights = numbers(4, 6 * 10);
  const gradient = (transposed: boolean) =>
    values(() =>
      core.grad((x: Tensor) => {
        const scores = core.matMul(x, core.tensor2d(weights, transposed ? [6, 10] : [10, 6]), false, transposed);
        return core.slice(scores, [0, 2], [1, 1]);
      })(core.tensor2d(numbers(5, 10), [1, 10])),
    );
  assert.deepEqual(gradient(true), weights.slice(20, 30));
  assert.deepEqual(
    gradient(false),
    weights.filter((_, at) => at % 6 === 2),
  );
});

test('several products at once, and those of transposed rows, stay with the kernel that was there', () => {
  const [a, b] = [numbers(6, 2 * 3 * 4), numbers(7, 2 * 5 * 4)];
  const both = values(() => core.matMul(core.tensor3d(a, [2, 3, 4]), core.tensor3d(b, [2, 5, 4]), false, true));
  for (const at of [0, 1])
    assert.ok(
      deviation(
        both.slice(15 * at, 15 * at + 15),
        naive(a.slice(12 * at, 12 * at + 12), b.slice(20 * at, 20 * at + 20), 4, 5, true),
      ) <= 1e-6,
    );
  const turned = values(() =>
    core.matMul(
      core.transpose(core.tensor2d(a.slice(0, 12), [3, 4])),
      core.tensor2d(b.slice(0, 12), [3, 4]),
      false,
      false,
    ),
  );
  const direct = values(() =>
    core.matMul(core.tensor2d(a.slice(0, 12), [3, 4]), core.tensor2d(b.slice(0, 12), [3, 4]), true, false),
  );
  assert.ok(deviation(direct, turned) <= 1e-7);
});
