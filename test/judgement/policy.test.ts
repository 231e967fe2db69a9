import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgingOf } from '../../src/config/resolve.ts';
import { settingsSchema } from '../../src/config/schema.ts';
import { policyFor } from '../../src/judgement/policy.ts';

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

for (const [title, own, also, lineage, thresholds, divergence] of [
  ['none', { ssim: 0.2 }, undefined, 'retrained', { ssim: 0.2 }, 0.06],
  [
    'lower ones',
    { 'attention-shift': 0.05, divergence: 0.5 },
    { 'attention-shift': 0.02, divergence: 0.1 },
    'retrained',
    { 'attention-shift': 0.02 },
    0.1,
  ],
  [
    'higher ones',
    { 'attention-shift': 0.05, divergence: 0.1 },
    { 'attention-shift': 0.9, divergence: 1 },
    'retrained',
    { 'attention-shift': 0.05 },
    0.1,
  ],
  ['others', { ssim: 0.2 }, { kl: 0.1 }, 'retrained', { ssim: 0.2, kl: 0.1 }, 0.06],
  [
    'those of the lineage',
    { 'attention-shift': 0.9, divergence: 1 },
    {},
    'fine-tuned',
    { 'attention-shift': 0.03 },
    0.015,
  ],
  [
    'named ones, where the lineage has lower',
    undefined,
    { 'attention-shift': 0.02 },
    'same',
    { 'attention-shift': 0.01 },
    0.005,
  ],
] as const)
  test(`limits that hold as well: ${title}`, () => {
    const judging = { ...judgingOf({}), thresholds: own, ...(also && { alsoThresholds: also }) };
    const found = policyFor(judging, lineage);
    assert.deepEqual([found.thresholds, found.divergence], [thresholds, divergence]);
  });
