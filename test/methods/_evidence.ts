import assert from 'node:assert/strict';
import type { FeatureMaps } from '../../src/core/feature-maps.ts';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { type CamMethod, type Evidence, isRefusal } from '../../src/methods/method.ts';
import { random } from '../core/_numbers.ts';

/** One text per channel, its rows as one looks at them: `'1 2 / 3 4'` is 2 x 2. */
export function featureMaps(...texts: readonly string[]): FeatureMaps {
  const maps = texts.map(text => text.split(' / ').map(row => row.split(' ').map(Number)));
  const [channels, height, width] = [maps.length, maps[0]!.length, maps[0]![0]!.length];
  const data = new Float32Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let k = 0; k < channels; k++) data[(y * width + x) * channels + k] = maps[k]![y]![x]!;
    }
  }
  return { height, width, channels, data };
}

export function evidence(activations: FeatureMaps, gradients: FeatureMaps, classWeights?: Float32Array): Evidence {
  const scores = { logits: Float32Array.of(1, 0), probabilities: Float32Array.of(0.7, 0.3), classIndex: 0 };
  return { ...scores, activations, gradients, ...(classWeights && { classWeights }) };
}

/** Two channels on 2x2: small enough to work every method out by hand. */
export const worked = evidence(
  featureMaps('1 2 / 3 4', '4 0 / 0 4'),
  featureMaps('1 1 / -1 3', '-2 0 / 0 -2'),
  Float32Array.of(0.5, -1),
);

/** Not square, activations >= 0 with dead cells, gradients of both signs. */
export function randomEvidence(seed: number, { width = 5, height = 4, channels = 6 } = {}): Evidence {
  const next = random(seed);
  const maps = (value: () => number) => {
    return { width, height, channels, data: Float32Array.from({ length: width * height * channels }, value) };
  };
  const activations = maps(() => Math.max(0, next() - 0.3));
  return evidence(
    activations,
    maps(() => next() - 0.5),
    Float32Array.from({ length: channels }, () => next() - 0.5),
  );
}

/** `sum over k of term(A, g, k)` for every cell, as the papers write it; term is given one value of each. */
export function perCell(
  { activations, gradients }: Evidence,
  term: (a: number, g: number, k: number) => number,
): number[] {
  const { width, height, channels } = activations;
  return Array.from({ length: width * height }, (_, cell) => {
    let sum = 0;
    for (let k = 0; k < channels; k++) {
      sum += term(activations.data[cell * channels + k]!, gradients.data[cell * channels + k]!, k);
    }
    return sum;
  });
}

/** All values of one channel. */
export function channel({ channels, data }: FeatureMaps, k: number): number[] {
  return [...data].filter((_, i) => i % channels === k);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mapOf(method: CamMethod, given: Evidence): Heatmap {
  const answer = method.explain(given);
  assert.ok(!isRefusal(answer), isRefusal(answer) ? answer.refused : '');
  return answer;
}

export function refusalOf(method: CamMethod, given: Evidence): string {
  const answer = method.explain(given);
  assert.ok(isRefusal(answer), `${method.name} did not refuse`);
  return answer.refused;
}
