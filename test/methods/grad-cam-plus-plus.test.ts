import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradCamPlusPlus } from '../../src/methods/grad-cam-plus-plus.ts';
import { assertAllClose } from '../core/_numbers.ts';
import { channel, evidence, featureMaps, mapOf, perCell, randomEvidence, refusalOf, sum, worked } from './_evidence.ts';

test('by hand: 1/12 + 1/12 + 3/32 for channel 0, nothing for channel 1, whose gradients are negative', () => {
  const weight = 1 / 12 + 1 / 12 + 3 / 32;
  assertAllClose(mapOf(gradCamPlusPlus, worked).data, [weight, 2 * weight, 3 * weight, 4 * weight], 1e-6);
});

test('it is equation 19 of the paper, alpha = g^2 / (2 g^2 + g^3 sum A), not normalised', () => {
  const given = randomEvidence(1);
  const weights = Array.from({ length: 6 }, (_, k) => {
    const activation = sum(channel(given.activations, k));
    return sum(channel(given.gradients, k).map(g => (g ** 2 / (2 * g ** 2 + g ** 3 * activation)) * Math.max(0, g)));
  });
  assertAllClose(
    mapOf(gradCamPlusPlus, given).data,
    perCell(given, (a, _, k) => weights[k]! * a),
    1e-6,
  );
});

test('a channel without gradient weighs nothing instead of making the map NaN', () => {
  const flat = featureMaps('0 0 / 0 0', '1 0 / 0 0');
  assertAllClose(mapOf(gradCamPlusPlus, evidence(worked.activations, flat)).data, [0.4, 0, 0, 0.4], 1e-6);
});

test('gradients whose square underflows keep their proportions', () => {
  const tiny = { ...worked.gradients, data: worked.gradients.data.map(g => g * 1e-30) };
  const { data } = mapOf(gradCamPlusPlus, evidence(worked.activations, tiny));
  assertAllClose(
    data.map(value => value / data[0]!),
    [1, 2, 3, 4],
    1e-6,
  );
});

test('it refuses activations of both signs, and names the value and methods that do apply', () => {
  const signed = featureMaps('1 2 / 3 4', '4 0 / 0 -0.25');
  const reason = refusalOf(gradCamPlusPlus, evidence(signed, worked.gradients));
  assert.match(reason, /-0\.250/);
  assert.match(reason, /Grad-CAM, HiResCAM or LayerCAM/);
});

test('zero is not negative, with either sign', () => {
  const zeros = featureMaps('0 -0 / 0 0', '-0 0 / 0 0');
  assertAllClose(mapOf(gradCamPlusPlus, evidence(zeros, worked.gradients)).data, [0, 0, 0, 0], 0);
});
