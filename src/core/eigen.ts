import { multiplyByGram } from './_gram.ts';
import { gramMatrix } from './_gram-matrix.ts';
import { type Eigensystem, symmetricEigen } from './_symmetric-eigen.ts';
import { combine, dot, length, orthonormalised } from './_vectors.ts';

/** The leading singular value of a matrix, and its left singular vector (unit length, sign not specified). */
export interface LeadingComponent {
  readonly value: number;
  readonly vector: Float64Array;
}

/** Singular values nearer than this, relative to the larger one, count as equal: float32 input cannot tell them apart. */
const resolution = 1e-6;

/** Numbers of vectors at which convergence is looked at; after the last one a new round starts from the best `kept`. */
const sizes = [4, 6, 8, 10, 12, 14, 16, 20, 28, 40, 64];
/** The same where a vector costs less than to look. */
const sizesOfFew = [8, 12, 16, 20, 28, 40, 64];
const kept = 6;
const rounds = 10;

/** Rows of which `M M^T` is made once: of more, that takes longer than to multiply a dozen vectors by M and M^T. */
const few = 40;

/**
 * Leading component of a matrix (row-major, `rows * columns`, not centred), its direction to about 1e-8. `undefined`
 * when it is not unique: the two largest singular values are equal, or too close to be told apart in bounded time.
 * A zero matrix has the value 0.
 */
export function leadingComponent(matrix: Float32Array, rows: number, columns: number): LeadingComponent | undefined {
  if (rows <= columns) return ofWide(matrix, rows, columns);
  const right = ofWide(transposed(matrix, columns), columns, rows);
  return right && { value: right.value, vector: leftOf(matrix, rows, right) };
}

/**
 * Block Krylov iteration with Rayleigh-Ritz on `M M^T` in float64 (Musco and Musco, "Randomized block Krylov methods",
 * NeurIPS 2015, algorithm 2). Blocks of two vectors see a double value, which one vector cannot. Usually 10 to 16
 * vectors are enough; each costs two passes over the matrix, or none where it has few rows.
 */
function ofWide(matrix: Float32Array, rows: number, columns: number): LeadingComponent | undefined {
  const multiply = multiplication(matrix, rows, columns);
  let start = [noise(rows, 1), noise(rows, 2)];
  for (let round = 0; round < rounds; round++) {
    const space: KrylovSpace = { basis: [], images: [], next: start };
    for (const size of rows > few ? sizes : sizesOfFew) {
      const isInvariant = !grow(space, size, multiply);
      const ritz = ritzPairs(space);
      if (isInvariant || hasConverged(space, ritz)) return leadingPair(space, ritz);
      start = ritz.vectors.slice(0, kept).map(weights => combine(space.basis, weights));
    }
  }
  return undefined;
}

/** Vectors times `M M^T`. */
type Multiply = (vectors: readonly Float64Array[]) => Float64Array[];

function multiplication(matrix: Float32Array, rows: number, columns: number): Multiply {
  if (rows > few) return vectors => multiplyByGram(matrix, columns, vectors);
  const gram = gramMatrix(matrix, columns);
  return vectors => vectors.map(vector => combine(gram, vector));
}

function transposed(matrix: Float32Array, columns: number): Float32Array {
  const rows = matrix.length / columns;
  const turned = new Float32Array(matrix.length);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) turned[column * rows + row] = matrix[at++]!;
  return turned;
}

/** `M v / value`: of unit length as v is; where the value is 0 one direction is as good as another. */
function leftOf(matrix: Float32Array, rows: number, { value, vector }: LeadingComponent): Float64Array {
  const left = new Float64Array(rows);
  if (value === 0) return left.fill(1, 0, 1);
  const columns = vector.length;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += matrix[row * columns + k]! * vector[k]!;
    left[row] = sum;
  }
  const size = length(left);
  return left.map(each => each / size);
}

/** Orthonormal vectors, `M M^T` times each of them, and the block to add next. */
interface KrylovSpace {
  readonly basis: Float64Array[];
  readonly images: Float64Array[];
  next: Float64Array[];
}

/** Adds blocks until there are `size` vectors. False: the last block lay in the space already, which holds its own images. */
function grow(space: KrylovSpace, size: number, multiply: Multiply): boolean {
  while (space.basis.length < size) {
    const added: Float64Array[] = [];
    for (const vector of space.next) {
      const direction = orthonormalised(vector, space.basis);
      if (direction === undefined) continue;
      space.basis.push(direction);
      added.push(direction);
    }
    if (added.length === 0) return false;
    space.next = multiply(added);
    space.images.push(...space.next);
  }
  return true;
}

/** Eigenpairs of `M M^T` restricted to the space; the vectors are weights of the basis. */
function ritzPairs({ basis, images }: KrylovSpace): Eigensystem {
  return symmetricEigen(basis.map(left => Float64Array.from(images, image => dot(left, image))));
}

/**
 * The first pair is good enough to use, and the second one good enough to know how far below it is. For a symmetric
 * matrix an eigenvalue lies within the residual of a Ritz value, and the error of its vector is about residual / gap.
 */
function hasConverged(space: KrylovSpace, ritz: Eigensystem): boolean {
  const gap = ritz.values[0]! - ritz.values[1]!;
  if (isTie(ritz)) return Math.max(residual(space, ritz, 0), residual(space, ritz, 1)) <= 1e-10 * ritz.values[0]!;
  return residual(space, ritz, 0) <= 1e-8 * gap && residual(space, ritz, 1) <= gap / 4;
}

function leadingPair({ basis }: KrylovSpace, ritz: Eigensystem): LeadingComponent | undefined {
  const square = Math.max(0, ritz.values[0]!);
  if (square > 0 && isTie(ritz)) return undefined;
  return { value: Math.sqrt(square), vector: combine(basis, ritz.vectors[0]!) };
}

/** Eigenvalues are squares of singular values, hence twice the relative distance. */
function isTie({ values: [first, second] }: Eigensystem): boolean {
  return second !== undefined && first! - second <= 2 * resolution * first!;
}

/** Length of `M M^T v - value v` for one Ritz pair. */
function residual({ basis, images }: KrylovSpace, { values, vectors }: Eigensystem, index: number): number {
  const image = combine(images, vectors[index]!);
  const vector = combine(basis, vectors[index]!);
  return length(image.map((value, i) => value - values[index]! * vector[i]!));
}

/** The same start every time: values in -1..1 that no activations have anything to do with. */
function noise(size: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}
