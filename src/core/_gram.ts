/**
 * `M (M^T x)` in float64 for each x; M is row-major with `x.length` rows. Vectors go in pairs, because reading the matrix
 * costs as much as the arithmetic on it.
 */
export function multiplyByGram(
  matrix: Float32Array,
  columns: number,
  vectors: readonly Float64Array[],
): Float64Array[] {
  const results = vectors.map(vector => new Float64Array(vector.length));
  for (let i = 0; i < vectors.length; i += 2) {
    const x = vectors[i]!;
    const y = vectors[i + 1] ?? x;
    const inner: Pair = [new Float64Array(columns), new Float64Array(columns)];
    const result: Pair = [results[i]!, results[i + 1] ?? new Float64Array(x.length)];
    for (let row = 0; row < x.length; row += 2) addTwoRows(matrix, columns, [x, y], row, inner);
    for (let row = 0; row < x.length; row += 2) dotTwoRows(matrix, columns, inner, row, result);
  }
  return results;
}

type Pair = readonly [Float64Array, Float64Array];

/** `inner += sum of x_i M_i`, for two vectors and two rows at a time; a row beyond the end weighs 0. */
function addTwoRows(matrix: Float32Array, columns: number, [x, y]: Pair, row: number, [u, v]: Pair): void {
  const a = row * columns;
  const b = Math.min(row + 1, x.length - 1) * columns;
  const [xa, xb] = [x[row]!, x[row + 1] ?? 0];
  const [ya, yb] = [y[row]!, y[row + 1] ?? 0];
  for (let k = 0; k < columns; k++) {
    const p = matrix[a + k]!;
    const q = matrix[b + k]!;
    u[k]! += xa * p + xb * q;
    v[k]! += ya * p + yb * q;
  }
}

/** `result_i = M_i . inner`, for two vectors and two rows; what is written beyond the end of a typed array is dropped. */
function dotTwoRows(matrix: Float32Array, columns: number, [u, v]: Pair, row: number, [x, y]: Pair): void {
  const a = row * columns;
  const b = Math.min(row + 1, x.length - 1) * columns;
  let [xa, xb, ya, yb] = [0, 0, 0, 0];
  for (let k = 0; k < columns; k++) {
    const p = matrix[a + k]!;
    const q = matrix[b + k]!;
    xa += p * u[k]!;
    xb += q * u[k]!;
    ya += p * v[k]!;
    yb += q * v[k]!;
  }
  x[row] = xa;
  x[row + 1] = xb;
  y[row] = ya;
  y[row + 1] = yb;
}
