/** All eigenvalues of a symmetric matrix, largest first, and unit eigenvectors in the same order. */
export interface Eigensystem {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
}

/**
 * The cyclic Jacobi method (Golub and Van Loan, "Matrix Computations", 4th edition, section 8.5): slow for large
 * matrices, accurate to working precision for the small ones that it is meant for.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigensystem {
  const size = matrix.length;
  const work = matrix.map(row => row.slice());
  const vectors = matrix.map((_, i) => new Float64Array(size).fill(1, i, i + 1));
  let hasTurned = true;
  for (let sweep = 0; sweep < 30 && hasTurned; sweep++) {
    hasTurned = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) if (rotateAway(work, vectors, p, q)) hasTurned = true;
    }
  }
  const order = vectors.map((_, i) => i).sort((i, j) => work[j]![j]! - work[i]![i]!);
  return { values: order.map(i => work[i]![i]!), vectors: order.map(i => vectors[i]!) };
}

/**
 * Turns rows and columns p and q so that entry (p, q) becomes 0; the same turn makes the rows of `vectors` eigenvectors.
 * False when the entry was negligible. Only the upper triangle counts.
 */
function rotateAway(matrix: Float64Array[], vectors: Float64Array[], p: number, q: number): boolean {
  const rowP = matrix[p]!;
  const rowQ = matrix[q]!;
  const coupling = rowP[q]!;
  const difference = rowQ[q]! - rowP[p]!;
  if (Math.abs(coupling) <= 1e-17 * (Math.abs(rowP[p]!) + Math.abs(rowQ[q]!))) return false;
  const ratio = difference / (2 * coupling);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let i = 0; i < p; i++) turnPair(matrix[i]!, p, matrix[i]!, q, cosine, sine);
  for (let i = p + 1; i < q; i++) turnPair(rowP, i, matrix[i]!, q, cosine, sine);
  for (let i = q + 1; i < rowP.length; i++) turnPair(rowP, i, rowQ, i, cosine, sine);
  rowP[p]! -= tangent * coupling;
  rowQ[q]! += tangent * coupling;
  rowP[q] = 0;
  for (let i = 0; i < rowP.length; i++) turnPair(vectors[p]!, i, vectors[q]!, i, cosine, sine);
  return true;
}

function turnPair(a: Float64Array, i: number, b: Float64Array, j: number, cosine: number, sine: number): void {
  const left = a[i]!;
  const right = b[j]!;
  a[i] = cosine * left - sine * right;
  b[j] = sine * left + cosine * right;
}
