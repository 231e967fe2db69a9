import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejudge } from '../../src/artifacts/rejudge.ts';
import { fixture, model, readReason, results } from '../support/results.ts';

test('drift from a pinned reference and tripped checks stay the run’s own word, and no verdict gets better by them', () => {
  const pinned = readReason('fail', 'pinned-drift', 'Since the pinned reference.');
  const blind = readReason('warn', 'sanity-class-blind', 'Blind.');
  const policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } };
  const claimed = results(model([fixture('a.png', 0.01)], { verdict: 'pass', reasons: [blind, pinned] }));
  const [judged] = rejudge({ ...claimed, verdict: 'pass' }, () => policy).models;
  assert.equal(judged?.verdict, 'fail');
  assert.deepEqual(judged.reasons, [pinned, blind]);
});
