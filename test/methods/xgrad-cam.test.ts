import { test } from 'node:test';
import { xgradCam } from '../../src/methods/xgrad-cam.ts';
import { assertAllClose } from '../core/_numbers.ts';
import { channel, evidence, featureMaps, mapOf, perCell, randomEvidence, sum, worked } from './_evidence.ts';

test('by hand: the weights are 12/10 and -16/8', () => {
  assertAllClose(mapOf(xgradCam, worked).data, [1.2 - 8, 2.4, 3.6, 4.8 - 8], 1e-6);
});

test('each channel weighs its gradient where its activation is', () => {
  const given = randomEvidence(1);
  const weights = Array.from({ length: 6 }, (_, k) => {
    const a = channel(given.activations, k);
    const g = channel(given.gradients, k);
    return sum(a.map((value, i) => (value / sum(a)) * g[i]!));
  });
  assertAllClose(
    mapOf(xgradCam, given).data,
    perCell(given, (a, _, k) => weights[k]! * a),
    1e-6,
  );
});

test('a dead channel, and one whose activations cancel, weigh nothing', () => {
  const activations = featureMaps('0 0', '1 -1', '2 1');
  const gradients = featureMaps('5 5', '5 5', '1 1');
  assertAllClose(mapOf(xgradCam, evidence(activations, gradients)).data, [2, 1], 1e-6);
});
