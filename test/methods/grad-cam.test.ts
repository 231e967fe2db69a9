import { test } from 'node:test';
import { gradCam } from '../../src/methods/grad-cam.ts';
import { assertAllClose } from '../core/_numbers.ts';
import { channel, mapOf, perCell, randomEvidence, sum, worked } from './_evidence.ts';

test('by hand: the mean gradients are 1 and -1, so the map is A0 - A1, with its sign', () => {
  assertAllClose(mapOf(gradCam, worked).data, [-3, 2, 3, 0], 0);
});

test('each channel weighs the mean of its gradient over the grid', () => {
  const given = randomEvidence(1);
  const alpha = (k: number) => sum(channel(given.gradients, k)) / 20;
  assertAllClose(
    mapOf(gradCam, given).data,
    perCell(given, (a, _, k) => alpha(k) * a),
    1e-6,
  );
});
