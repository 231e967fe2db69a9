import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mass } from '../../src/core/heatmap.ts';
import { cam } from '../../src/methods/cam.ts';
import { gradCam } from '../../src/methods/grad-cam.ts';
import { assertAllClose, assertClose } from '../core/_numbers.ts';
import { channel, evidence, mapOf, perCell, randomEvidence, refusalOf, sum, worked } from './_evidence.ts';

test('by hand: half of channel 0 less channel 1', () => {
  assertAllClose(mapOf(cam, worked).data, [0.5 - 4, 1, 1.5, 2 - 4], 1e-6);
});

test('it is the channel sum weighted by the weights of the class', () => {
  const given = randomEvidence(1);
  assertAllClose(
    mapOf(cam, given).data,
    perCell(given, (a, _, k) => given.classWeights![k]! * a),
    1e-6,
  );
});

test('the mean of the map is the class logit without its bias', () => {
  const given = randomEvidence(2);
  const logit = sum([...given.classWeights!].map((weight, k) => (weight * sum(channel(given.activations, k))) / 20));
  assertClose(mass(mapOf(cam, given)) / 20, logit, 1e-6);
});

test('on a pooled head it is Grad-CAM times the number of cells', () => {
  const given = randomEvidence(3);
  const gradients = given.gradients.data.map((_, i) => given.classWeights![i % 6]! / 20);
  const pooled = evidence(given.activations, { ...given.gradients, data: gradients }, given.classWeights);
  const expected = mapOf(gradCam, pooled).data.map(value => 20 * value);
  assertAllClose(mapOf(cam, pooled).data, expected, 1e-6);
});

test('without a pooled linear head it refuses, says what is missing and names Grad-CAM', () => {
  const { classWeights, ...headless } = randomEvidence(4);
  assert.ok(classWeights);
  assert.match(refusalOf(cam, headless), /global average pooling and one linear layer.*Use Grad-CAM/);
});
