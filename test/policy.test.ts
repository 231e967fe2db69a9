import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgingOf } from '../src/config/resolve.ts';
import { settingsSchema } from '../src/config/schema.ts';
import { policyFor } from '../src/policy.ts';

const probesOf = (written: object) => {
  const { probes, requiredProbes } = policyFor(judgingOf(settingsSchema.parse(written)), undefined);
  return { probes, requiredProbes };
};

test('probes judge by their limits; those that the team names must be heard, the default ones need not', () => {
  const byDefault = { probes: { mark: 0.06, frame: 0.06 }, requiredProbes: undefined };
  assert.deepEqual(probesOf({}), byDefault);
  assert.deepEqual(probesOf({ probes: 'default' }), byDefault);
  assert.deepEqual(probesOf({ probes: 'none' }), { probes: undefined, requiredProbes: undefined });
  assert.deepEqual(probesOf({ probes: ['frame', { brightness: 0.7, name: 'dusk', limit: 0.2 }] }), {
    probes: { frame: 0.06, dusk: 0.2 },
    requiredProbes: ['frame', 'dusk'],
  });
});
