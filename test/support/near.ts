import assert from 'node:assert/strict';

/** Two numbers are equal up to rounding. */
export function near(found: number, expected: number, tolerance = 1e-7): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `expected ${expected}, got ${found}`);
}
