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

test('a configuration that says nothing is judged by the limits of the lineage alone', () => {
  assert.deepEqual(policyFor(judgingOf({ probes: 'none' }), 'retrained'), {
    ...{ method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, divergence: 0.06, limits: 'uncalibrated' },
    lineage: 'retrained',
  });
  const unknown = policyFor(judgingOf({ probes: 'none' }), undefined);
  assert.deepEqual([unknown.thresholds, 'lineage' in unknown], [{ 'attention-shift': 0.08 }, false]);
});

test('everything that a team may write about judging is in the policy, and nothing is that it has not written', () => {
  const rules = ['inside >= 0.5', 'outside <= 0.4'];
  const written = settingsSchema.parse({
    ...{ methods: ['cam', 'grad-cam'], 'answer-limit': 3, 'baseline-model': 'none' },
    thresholds: { overlap: 0.2, divergence: 0.04, 'class-loss': 0.1, 'accuracy-loss': 0.2 },
    regions: [{ name: 'object', from: 'a.json', rules }],
    probes: ['mark', { name: 'dusk', brightness: 0.5 }],
  });
  const { probes, ...found } = policyFor(judgingOf(written), 'converted', 2);
  assert.deepEqual(found, {
    ...{ method: 'cam', thresholds: { overlap: 0.2 }, divergence: 0.04, requiredDivergence: true, answer: 3 },
    ...{ limits: 'configured', finer: 2, lineage: 'converted', requiredProbes: ['mark', 'dusk'] },
    scaledProbes: ['mark', 'dusk'],
    regions: {
      object: [
        { of: 'inside', at: 'least', limit: 0.5 },
        { of: 'outside', at: 'most', limit: 0.4 },
      ],
    },
    ...{ accuracy: { class: 0.1, overall: 0.2 }, baseline: 'none' },
  });
  assert.deepEqual(Object.keys(probes!), ['mark', 'dusk']);
});

test('a limit on answers alone leaves those on attention to camdrift, and the other way round', () => {
  const found = (thresholds: object) => policyFor(judgingOf(settingsSchema.parse({ thresholds })), 'fine-tuned');
  const answers = found({ divergence: 0.5 });
  assert.deepEqual([answers.thresholds, answers.limits], [{ 'attention-shift': 0.03 }, 'uncalibrated']);
  assert.deepEqual([answers.divergence, answers.requiredDivergence], [0.5, true]);
  const attention = found({ ssim: 0.3 });
  assert.deepEqual(
    [attention.divergence, attention.requiredDivergence, attention.limits],
    [0.015, undefined, 'configured'],
  );
  const accuracy = found({ 'class-loss': 0.1 });
  assert.deepEqual([accuracy.accuracy, accuracy.limits], [{ class: 0.1 }, 'uncalibrated']);
  assert.deepEqual(found({ 'accuracy-loss': 0 }).accuracy, { overall: 0 }, 'none may be lost');
});

test('of two written limits on right answers the lower one holds, and what either limits is limited', () => {
  const both = (own: object | undefined, also: object) =>
    policyFor(
      { ...judgingOf({}), thresholds: own, alsoThresholds: also } as Parameters<typeof policyFor>[0],
      'retrained',
    );
  assert.deepEqual(both({ 'class-loss': 0.3 }, { 'class-loss': 0.1, 'accuracy-loss': 0.2 }).accuracy, {
    class: 0.1,
    overall: 0.2,
  });
  assert.deepEqual(both({ 'class-loss': 0.1 }, { 'class-loss': 0.3 }).accuracy, { class: 0.1 });
  assert.equal(both(undefined, {}).accuracy, undefined);
  const named = (own: object | undefined, also: object) => [both(own, also).limits, both(own, also).requiredDivergence];
  assert.deepEqual(named(undefined, {}), ['uncalibrated', undefined]);
  assert.deepEqual(named({ ssim: 0.1 }, {}), ['configured', undefined]);
  assert.deepEqual(named(undefined, { ssim: 0.1 }), ['configured', undefined]);
  assert.deepEqual(named({ divergence: 0.1 }, {}), ['uncalibrated', true]);
  assert.deepEqual(named(undefined, { divergence: 0.1 }), ['uncalibrated', true]);
});

test('only probes with a limit of camdrift’s own are scaled by what moves in the baseline', () => {
  const scaled = (probes: object) => policyFor(judgingOf(settingsSchema.parse({ probes })), undefined).scaledProbes;
  assert.deepEqual(scaled(['mark', 'frame']), ['mark', 'frame']);
  assert.deepEqual(scaled(['mark', { name: 'dusk', brightness: 0.5, limit: 0.2 }]), ['mark']);
  assert.equal(scaled([{ name: 'dusk', brightness: 0.5, limit: 0.2 }]), undefined);
});
