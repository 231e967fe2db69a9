import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import type { Grid, Heatmap } from '../../src/core/heatmap.ts';
import { Deviations } from '../support/maps.ts';

/** A heatmap written as rows, the way it looks. */
export function heatmap(...rows: readonly (readonly number[])[]): Heatmap {
  return { width: rows[0]!.length, height: rows.length, data: Float32Array.from(rows.flat()) };
}

export function heatmapOf(grid: Grid, values: ArrayLike<number>): Heatmap {
  return { width: grid.width, height: grid.height, data: Float32Array.from(values) };
}

/** A map with all its heat in one cell. */
export function spot({ width, height }: Grid, x: number, y: number): Heatmap {
  const data = new Float32Array(width * height);
  data[y * width + x] = 1;
  return { width, height, data };
}

/** Random numbers in 0..1, the same ones for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomMap(grid: Grid, seed: number): Heatmap {
  const next = random(seed);
  return heatmapOf(grid, Array.from({ length: grid.width * grid.height }, next));
}

export function normalised(values: ArrayLike<number>): Float64Array {
  const numbers = Float64Array.from(values);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  return numbers.map(value => value / total);
}

/** Numbers that `scripts/make-oracle.py` computed with NumPy, SciPy, scikit-image and POT. */
export function oracle<T>(name: 'transport' | 'comparisons' | 'resizing'): readonly T[] {
  return oracleFile(`${name}.json`) as T[];
}

export function oracleFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../oracle/${path}`, import.meta.url), 'utf8'));
}

export interface Transport extends Grid {
  readonly title: string;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly distance: number;
}

export interface Comparison extends Grid {
  readonly title: string;
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** `null` where a map is constant: SciPy answers NaN. */
  readonly pearson: number | null;
  readonly spearman: number | null;
  readonly ssim: number;
  readonly overlap: number;
  readonly jensenShannon: number;
  readonly kl: number;
  readonly centreShift: number;
  readonly ranks: readonly number[];
  readonly percentiles: readonly number[];
}

/** Holds every case against an answer from outside, and tells how close the worst one came. */
export function agree<T extends { readonly title: string }>(
  t: TestContext,
  cases: readonly T[],
  { about, tolerance, found, expected }: Agreement<T>,
): void {
  const differences = new Deviations();
  for (const each of cases)
    differences.check(about, each.title, Math.abs((found(each) ?? Number.NaN) - expected(each)), tolerance);
  t.diagnostic(String(differences));
  assert.ok(differences.count > 0, `${about}: nothing was compared`);
}

export interface Agreement<T> {
  readonly about: string;
  readonly tolerance: number;
  readonly found: (each: T) => number | undefined;
  readonly expected: (each: T) => number;
}

export function assertClose(actual: number | undefined, expected: number, tolerance: number, about = ''): void {
  const distance = Math.abs((actual ?? Number.NaN) - expected);
  assert.ok(distance <= tolerance, `${about} ${actual} is not within ${tolerance} of ${expected}`.trim());
}

export function assertAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  about = '',
): void {
  assert.equal(actual.length, expected.length, `${about}: length`);
  for (let i = 0; i < actual.length; i++) assertClose(actual[i], expected[i]!, tolerance, `${about} [${i}]`);
}
