import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultsSchema } from '../../src/results-file/schema.ts';
import { fileOf, fixture, model, results } from '../support/results.ts';

const sound = () => fileOf(results(model([fixture('a.png', 0.2)])));
const accepts = (change: (value: ReturnType<typeof sound>) => void): boolean => {
  const value = sound();
  change(value);
  return resultsSchema.safeParse(value).success;
};

test('a drift lies between 0 and 1, and is a number', () => {
  assert.ok(accepts(() => {}));
  for (const bad of [-0.01, 1.01, Number.NaN]) {
    assert.equal(
      accepts(({ models }) => {
        models[0]!.drift!['grad-cam']!.overlap!.mean = bad;
      }),
      false,
      String(bad),
    );
  }
});

test('keys that nobody knows are refused, and so are other versions, fates and verdicts', () => {
  const changes: ((value: ReturnType<typeof sound>) => void)[] = [
    value => Object.assign(value, { extra: 1 }),
    value => Object.assign(value, { version: 2 }),
    value => Object.assign(value, { verdict: 'fine' }),
    ({ models }) => Object.assign(models[0]!.fixtures[0]!, { status: 'odd' }),
    ({ times }) => Object.assign(times, { started: 'yesterday' }),
  ];
  for (const change of changes) assert.equal(accepts(change), false, String(change));
});
