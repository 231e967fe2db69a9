import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symmetricEigen } from '../../src/core/_symmetric-eigen.ts';
import { leadingComponent } from '../../src/core/eigen.ts';
import { assertAllClose, assertClose, random } from './_numbers.ts';

test('by hand: the matrix (3 0; 4 0) stretches by 5 along (0.6, 0.8)', () => {
  const component = leadingComponent(Float32Array.of(3, 0, 4, 0), 2, 2);
  assertClose(component?.value, 5, 1e-12);
  assertAllClose(upright(component!.vector), [0.6, 0.8], 1e-12);
});

test('a diagonal matrix: its largest entry in magnitude, whatever the sign', () => {
  const component = leadingComponent(Float32Array.of(2, 0, 0, 0, -3, 0, 0, 0, 1), 3, 3);
  assertClose(component?.value, 3, 1e-12);
  assertAllClose(upright(component!.vector), [0, 1, 0], 1e-9);
});

test('it is where plain power iteration arrives, for tall, wide and signed matrices', () => {
  for (const [rows, columns, offset] of [
    [49, 64, 0],
    [64, 10, 0.3],
    [12, 300, 0.1],
    [196, 20, 0.2],
    [900, 41, 0.1],
    [40, 500, 0.3],
    [38, 39, 0.2],
  ] as const) {
    const next = random(rows);
    const matrix = Float32Array.from({ length: rows * columns }, () => next() - offset);
    const component = leadingComponent(matrix, rows, columns);
    const { value, vector } = powerIteration(matrix, rows, columns);
    assertClose(component?.value, value, 1e-9 * value, `${rows}x${columns}`);
    assertAllClose(upright(component!.vector), upright(vector), 1e-7, `${rows}x${columns}`);
  }
});

test('the direction stands when the second value is close: a relative distance of 1e-4', () => {
  const matrix = Float32Array.of(1, 0, 0, 0, 1.0001, 0, 0, 0, 0.5);
  assertAllClose(upright(leadingComponent(matrix, 3, 3)!.vector), [0, 1, 0], 1e-8);
});

test('the direction stands in a large matrix too, and at any scale of its values', () => {
  for (const scale of [1e-5, 1, 1e5]) {
    const matrix = diagonalMatrix(150, i => scale * (i === 17 ? 1.0001 : i === 41 ? 1 : 0.9 - i / 200));
    const { value, vector } = leadingComponent(matrix, 150, 150)!;
    assertClose(value / scale, 1.0001, 1e-7, `scale ${scale}`);
    assertAllClose(
      upright(vector),
      vector.map((_, i) => (i === 17 ? 1 : 0)),
      1e-8,
      `scale ${scale}`,
    );
  }
});

test('noise without a clear leader is solved all the same', () => {
  const next = random(7);
  const matrix = Float32Array.from({ length: 100 * 120 }, () => next() - 0.5);
  const component = leadingComponent(matrix, 100, 120)!;
  const image = gram(matrix, 100, 120, component.vector);
  assertAllClose(
    image,
    component.vector.map(x => x * component.value ** 2),
    1e-6 * component.value ** 2,
  );
});

test('two equal leading values have no direction of their own: no answer', () => {
  assert.equal(leadingComponent(Float32Array.of(2, 0, 0, 2), 2, 2), undefined);
  assert.equal(
    leadingComponent(
      diagonalMatrix(49, () => 1e-3),
      49,
      49,
    ),
    undefined,
  );
  assert.equal(
    leadingComponent(
      diagonalMatrix(3, i => 1 + i * 4e-7),
      3,
      3,
    ),
    undefined,
  );
});

test('a double value is seen although it hides in a large matrix with a third value just below', () => {
  const matrix = diagonalMatrix(150, i => (i === 17 || i === 41 ? 1 : 0.99 - i / 200));
  assert.equal(leadingComponent(matrix, 150, 150), undefined);
  matrix[17 * 151]! += 0.01;
  assertClose(Math.abs(leadingComponent(matrix, 150, 150)!.vector[17]!), 1, 1e-9);
});

test('a tall matrix has the answers of a wide one: none for a double value, a direction of unit length for zeros', () => {
  const tall = new Float32Array(300 * 50);
  tall[7 * 50 + 3] = tall[211 * 50 + 44] = 2;
  tall[90 * 50 + 20] = 1.9;
  assert.equal(leadingComponent(tall, 300, 50), undefined);
  tall[211 * 50 + 44] = -2.001;
  const { value, vector } = leadingComponent(tall, 300, 50)!;
  assertClose(value, 2.001, 1e-6);
  assertClose(Math.abs(vector[211]!), 1, 1e-9);
  assertClose(Math.hypot(...vector), 1, 1e-12);
  assert.equal(Math.hypot(...leadingComponent(new Float32Array(12), 4, 3)!.vector), 1);
});

test('a matrix of rank 1, a single row, a single cell and a zero matrix have an answer', () => {
  const outer = Float32Array.from({ length: 6 }, (_, i) => (1 + Math.floor(i / 2)) * (i % 2 ? 4 : 3));
  assertClose(leadingComponent(outer, 3, 2)?.value, 5 * Math.sqrt(14), 1e-9);
  assertClose(leadingComponent(Float32Array.of(3, 4), 1, 2)?.value, 5, 1e-12);
  assertClose(leadingComponent(Float32Array.of(-2), 1, 1)?.value, 2, 1e-12);
  assert.equal(leadingComponent(new Float32Array(12), 4, 3)?.value, 0);
});

test('the same matrix always gives the same vector', () => {
  const next = random(8);
  const matrix = Float32Array.from({ length: 49 * 32 }, next);
  assert.deepEqual(leadingComponent(matrix, 49, 32), leadingComponent(matrix, 49, 32));
});

test('symmetric eigensystems: by hand, and matrix times vector is value times vector', () => {
  const small = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)]);
  assertAllClose(small.values, [3, 1], 1e-14);
  const next = random(9);
  const matrix = Array.from({ length: 12 }, () => new Float64Array(12));
  for (let i = 0; i < 12; i++) for (let j = 0; j <= i; j++) matrix[i]![j] = matrix[j]![i] = next() - 0.5;
  const { values, vectors } = symmetricEigen(matrix);
  assert.deepEqual(
    [...values],
    values.toSorted((a, b) => b - a),
  );
  for (const [k, vector] of vectors.entries()) {
    const image = matrix.map(row => row.reduce((sum, entry, i) => sum + entry * vector[i]!, 0));
    assertAllClose(
      image,
      vector.map(x => x * values[k]!),
      1e-14,
      `pair ${k}`,
    );
  }
});

function diagonalMatrix(size: number, entry: (index: number) => number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? entry(i / (size + 1)) : 0));
}

/** With the sign that makes its strongest entry positive. */
function upright(vector: Float64Array): Float64Array {
  const strongest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return vector.map(value => value * Math.sign(strongest));
}

function powerIteration(matrix: Float32Array, rows: number, columns: number) {
  let vector = Float64Array.from({ length: rows }, (_, i) => 1 + (i % 3));
  let square = 0;
  for (let step = 0; step < 300; step++) {
    const image = gram(matrix, rows, columns, vector);
    square = Math.hypot(...image);
    vector = image.map(value => value / square);
  }
  return { value: Math.sqrt(square), vector };
}

function gram(matrix: Float32Array, rows: number, columns: number, x: Float64Array): Float64Array {
  const inner = Array.from({ length: columns }, (_, k) =>
    x.reduce((sum, value, row) => sum + value * matrix[row * columns + k]!, 0),
  );
  return Float64Array.from({ length: rows }, (_, row) =>
    inner.reduce((sum, value, k) => sum + value * matrix[row * columns + k]!, 0),
  );
}
