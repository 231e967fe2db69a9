import { test } from 'node:test';
import { layerCam } from '../../src/methods/layer-cam.ts';
import { assertAllClose } from '../core/_numbers.ts';
import { evidence, featureMaps, mapOf, perCell, randomEvidence, worked } from './_evidence.ts';

test('by hand: only positive gradients count', () => {
  assertAllClose(mapOf(layerCam, worked).data, [1, 2, 0, 12], 0);
});

test('it is the channel sum of positive gradient times activation', () => {
  const given = randomEvidence(1);
  assertAllClose(
    mapOf(layerCam, given).data,
    perCell(given, (a, g) => Math.max(0, g) * a),
    1e-6,
  );
});

test('negative activations stay negative: the rectifier is on the gradient', () => {
  const signed = evidence(featureMaps('-2 1'), featureMaps('3 -3'));
  assertAllClose(mapOf(layerCam, signed).data, [-6, 0], 0);
});
