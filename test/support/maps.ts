import assert from 'node:assert/strict';

type Numbers = ArrayLike<number>;

/** Largest absolute value. */
export const strength = (values: Numbers): number =>
  Array.from(values).reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** max |a - b| after dividing both by the reference's largest |value|; 0 for two zero maps. */
export function deviation(actual: Numbers, expected: Numbers): number {
  assert.equal(actual.length, expected.length, 'number of values');
  const scale = strength(expected) || 1;
  return largestDifference(actual, expected) / scale;
}

export function largestDifference(actual: Numbers, expected: Numbers): number {
  let most = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    if (!(difference <= most)) most = difference;
  }
  return most;
}

/** Remembers the largest deviation per subject, so that a test says how close it came. */
export class Deviations {
  readonly #largest = new Map<string, number>();
  #count = 0;

  /** Fails when the deviation exceeds the tolerance, or is not a number. */
  check(subject: string, where: string, found: number, tolerance: number): void {
    this.#count++;
    this.#largest.set(subject, Math.max(this.#largest.get(subject) ?? 0, found));
    assert.ok(
      found <= tolerance,
      `${subject} of ${where} deviates by ${found.toExponential(2)}, more than ${tolerance}`,
    );
  }

  /** How many comparisons were made: zero is a finding. */
  get count(): number {
    return this.#count;
  }

  toString(): string {
    const lines = [...this.#largest].map(([subject, most]) => `${subject} ${most.toExponential(1)}`);
    return `${this.#count} comparisons; largest deviations: ${lines.join(', ')}`;
  }
}

/**
 * How near a map from float32 evidence must come to one from float32 evidence of another program, in parts of its maximum.
 * XGrad-CAM divides by the sum of a channel, which nearly cancels where activations are signed; docs/numerics.md has the measurement.
 */
export const mapTolerance = (method: string, layer: { readonly signed: boolean }): number =>
  method === 'xgrad-cam' && layer.signed ? 5e-5 : 1e-5;

/** The same for logits against float64, in parts of the largest. A lone logit is a sum whose terms cancel: they are larger. */
export const logitTolerance = (logits: Numbers): number => (logits.length === 1 ? 1e-4 : 1e-5);

export const relu = (values: readonly number[]): number[] => values.map(value => Math.max(0, value));
