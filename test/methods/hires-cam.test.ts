import { test } from 'node:test';
import { hiresCam } from '../../src/methods/hires-cam.ts';
import { assertAllClose } from '../core/_numbers.ts';
import { evidence, mapOf, perCell, randomEvidence, worked } from './_evidence.ts';

test('by hand: gradient times activation, cell by cell', () => {
  assertAllClose(mapOf(hiresCam, worked).data, [1 - 8, 2, -3, 12 - 8], 0);
});

test('it is the channel sum of gradient times activation', () => {
  const given = randomEvidence(1);
  assertAllClose(
    mapOf(hiresCam, given).data,
    perCell(given, (a, g) => g * a),
    1e-6,
  );
});

test('a gradient elsewhere does not change a cell, as it would after averaging', () => {
  const given = randomEvidence(2);
  const gradients = given.gradients.data.slice();
  gradients.fill(9, 6);
  const changed = evidence(given.activations, { ...given.gradients, data: gradients });
  assertAllClose(mapOf(hiresCam, changed).data.subarray(0, 1), mapOf(hiresCam, given).data.subarray(0, 1), 0);
});
