/** Reproducible values in -1..1, mean 0, variance 1/3. */
export function fillRandom(values: Float32Array, seed: number, scale = 1): Float32Array {
  let state = seed;
  for (let i = 0; i < values.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    values[i] = (state / 2 ** 31) * scale;
  }
  return values;
}
