import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mass } from '../../src/core/heatmap.ts';
import { eigenCam } from '../../src/methods/eigen-cam.ts';
import { assertAllClose } from '../core/_numbers.ts';
import { evidence, featureMaps, mapOf, randomEvidence, refusalOf, worked } from './_evidence.ts';

/** Eigen-CAM of activations alone; it does not look at gradients. */
const given = (...maps: readonly string[]) => evidence(featureMaps(...maps), worked.gradients);

test('by hand: A^T A = (30 20; 20 32), and the map is A times its leading eigenvector', () => {
  const leading = 31 + Math.sqrt(401);
  const length = Math.hypot(20, leading - 30);
  const [v0, v1] = [20 / length, (leading - 30) / length];
  assertAllClose(mapOf(eigenCam, worked).data, [v0 + 4 * v1, 2 * v0, 3 * v0, 4 * v0 + 4 * v1], 1e-6);
});

test('one channel is its own map', () => {
  assertAllClose(mapOf(eigenCam, given('1 2 / 0 5')).data, [1, 2, 0, 5], 1e-6);
});

test('activations are not centred: a constant channel is a constant map', () => {
  assertAllClose(mapOf(eigenCam, given('3 3 / 3 3', '4 4 / 4 4')).data, [5, 5, 5, 5], 1e-6);
});

test('the sum of the map is never negative, although the sign of a singular vector is free', () => {
  assertAllClose(mapOf(eigenCam, given('-3 1 / 0 -1')).data, [3, -1, 0, 1], 1e-6);
  for (let width = 1; width <= 20; width++) {
    const map = mapOf(eigenCam, randomEvidence(width, { width, height: 3, channels: 4 }));
    assert.ok(mass(map) > 0, `width ${width}`);
  }
});

test('where the sum is 0 the first of the strongest cells is positive', () => {
  assertAllClose(mapOf(eigenCam, given('0 -2 / 2 0')).data, [0, 2, -2, 0], 1e-6);
  assertAllClose(mapOf(eigenCam, given('0 2 / -2 0')).data, [0, 2, -2, 0], 1e-6);
});

test('two patterns of equal strength have no leader: it refuses and says so', () => {
  assert.match(refusalOf(eigenCam, given('1 0 / 0 0', '0 0 / 0 1')), /equally strong/);
});

test('a layer without any activation has an empty map', () => {
  assertAllClose(mapOf(eigenCam, given('0 0 / 0 0', '0 0 / 0 0')).data, [0, 0, 0, 0], 0);
});
