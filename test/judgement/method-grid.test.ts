import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driftScale } from '../../src/judgement/method-grid.ts';
import { policyFor } from '../../src/judgement/policy.ts';
import { methods } from '../../src/methods/index.ts';

test('every method has a factor for its last layer, and for grids of twice and four times as many cells a side', () => {
  for (const { name } of methods) {
    const last = driftScale(name, 1);
    assert.ok(last >= 0.7 && last <= 1, name);
    assert.deepEqual(
      [driftScale(name, 0.5), driftScale(name, 1.3)],
      [last, last],
      'coarser, and not half as fine again',
    );
    assert.equal(driftScale(name, 100), driftScale(name, 4));
  }
  assert.deepEqual(
    [1, 2, 4].map(finer => driftScale('grad-cam', finer)),
    [1, 1.75, 2.6],
  );
  assert.ok(driftScale('grad-cam++', 2) < driftScale('grad-cam++', 1));
  assert.equal(driftScale('somebody-elses', 4), 1);
});

const judging = {
  probes: [],
  regions: [],
  falseAlarms: 0.1,
  reference: { kind: 'model', path: async () => '' },
} as const;
type Judging = Parameters<typeof policyFor>[0];
const limitOf = (method: string, lineage: Parameters<typeof policyFor>[1], finer?: number, more: object = {}) =>
  policyFor(
    { ...judging, methods: [method], thresholds: undefined, answerLimit: undefined, ...more } as unknown as Judging,
    lineage,
    finer,
  );
const shift = (...args: Parameters<typeof limitOf>) => limitOf(...args).thresholds['attention-shift']!;

test('our own limit on the attention shift of what was trained is that of the method and the grid; the divergence’s is not', () => {
  assert.equal(shift('grad-cam', 'retrained'), 0.08);
  assert.equal(shift('grad-cam', 'retrained', 2), 0.08 * 1.75);
  assert.equal(shift('layer-cam', 'fine-tuned'), 0.03 * 0.75);
  assert.equal(limitOf('grad-cam', 'retrained', 2).divergence, 0.06);
  assert.deepEqual(
    [limitOf('grad-cam', 'retrained', 2).finer, limitOf('grad-cam', 'retrained', 1).finer],
    [2, undefined],
  );
});

test('what was merely written otherwise and what the team wrote are judged by the same limit on every grid', () => {
  assert.equal(shift('grad-cam', 'converted', 4), 0.01);
  assert.equal(shift('layer-cam', 'same'), 0.01);
  assert.equal(shift('layer-cam', 'retrained', 4, { thresholds: { 'attention-shift': 0.05 } }), 0.05);
});
