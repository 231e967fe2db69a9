/** Rows that are multiplied with as many others at once: each number that is read is used three times. */
const together = 3;

/** `M M^T` in float64, as rows of a symmetric matrix; M is row-major with `columns` numbers in a row. */
export function gramMatrix(matrix: Float32Array, columns: number): Float64Array[] {
  const rows = matrix.length / columns;
  const gram = Array.from({ length: rows }, () => new Float64Array(rows));
  const sums = new Float64Array(together * together);
  for (let i = 0; i < rows; i += together) {
    for (let j = 0; j <= i; j += together) {
      dotBlock(matrix, columns, placesFrom(i, rows, columns), placesFrom(j, rows, columns), sums);
      for (let at = 0; at < sums.length; at++) {
        const row = i + Math.floor(at / together);
        const column = j + (at % together);
        if (row < rows && column <= row) gram[row]![column] = gram[column]![row] = sums[at]!;
      }
    }
  }
  return gram;
}

type Places = readonly [number, number, number];

/** Where three rows begin; those beyond the end are the last one again. */
const placesFrom = (row: number, rows: number, columns: number): Places => [
  row * columns,
  Math.min(row + 1, rows - 1) * columns,
  Math.min(row + 2, rows - 1) * columns,
];

/** The products of three rows with three others: nine sums at a time, none of which waits for another. */
function dotBlock(matrix: Float32Array, columns: number, [a, b, c]: Places, [d, e, f]: Places, sums: Float64Array) {
  let [ad, ae, af, bd, be, bf, cd, ce, cf] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < columns; k++) {
    const p = matrix[a + k]!;
    const q = matrix[b + k]!;
    const r = matrix[c + k]!;
    const x = matrix[d + k]!;
    const y = matrix[e + k]!;
    const z = matrix[f + k]!;
    ad += p * x;
    ae += p * y;
    af += p * z;
    bd += q * x;
    be += q * y;
    bf += q * z;
    cd += r * x;
    ce += r * y;
    cf += r * z;
  }
  sums.set([ad, ae, af, bd, be, bf, cd, ce, cf]);
}
