export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}

/** `sum over j of weights_j vectors_j`; at least one vector. */
export function combine(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const result = new Float64Array(vectors[0]!.length);
  for (const [j, vector] of vectors.entries()) {
    for (let i = 0; i < result.length; i++) result[i]! += weights[j]! * vector[i]!;
  }
  return result;
}

/**
 * The part of a vector that is orthogonal to an orthonormal basis, scaled to length 1; `undefined` when nothing but
 * rounding is left of it. Gram-Schmidt, done twice because once loses digits.
 */
export function orthonormalised(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | undefined {
  const result = vector.slice();
  for (const other of [...basis, ...basis]) {
    const share = dot(result, other);
    for (let i = 0; i < result.length; i++) result[i]! -= share * other[i]!;
  }
  const rest = length(result);
  return rest > 1e-13 * length(vector) ? result.map(value => value / rest) : undefined;
}
