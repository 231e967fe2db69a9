import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methods } from '../../src/methods/index.ts';
import { assertClose, oracleFile } from '../core/_numbers.ts';
import { evidence, mapOf, refusalOf } from './_evidence.ts';

/** A layer of a real model, and the maps that an independent float64 program made of it. */
interface Golden {
  readonly about: string;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly activations: string;
  readonly gradients: string;
  readonly classWeights?: string;
  readonly maps: Readonly<Record<string, readonly number[]>>;
}

let compared = 0;

const goldens = ['pooled-head', 'residual', 'signed'].map(name => oracleFile(`golden-methods/${name}.json`) as Golden);
/** The methods that the golden program knows; others have their own tests. */
const known = methods.filter(({ name }) => goldens.some(({ maps }) => name in maps));

for (const golden of goldens) {
  const given = evidenceOf(golden);
  for (const method of known) {
    const expected = golden.maps[method.name];
    if (expected === undefined) {
      test(`${method.title} refuses the layer with ${golden.about}`, () => {
        assert.ok(refusalOf(method, given));
      });
      continue;
    }
    test(`${method.title} is the golden map, to float32: ${golden.about}`, () => {
      const { data } = mapOf(method, given);
      const strongest = Math.max(...expected.map(Math.abs));
      for (const [cell, value] of expected.entries()) assertClose(data[cell], value, 2e-7 * strongest, `cell ${cell}`);
      compared++;
    });
  }
}

test('all seven methods were compared with golden maps, 18 maps in all', () => {
  assert.equal(known.length, 7);
  assert.equal(compared, 18);
});

function evidenceOf(golden: Golden) {
  const { width, height, channels } = golden;
  const activations = { width, height, channels, data: floats(golden.activations) };
  const gradients = { width, height, channels, data: floats(golden.gradients) };
  return evidence(activations, gradients, golden.classWeights === undefined ? undefined : floats(golden.classWeights));
}

function floats(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}
