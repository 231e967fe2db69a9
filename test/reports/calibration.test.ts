import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AcceptedRow, acceptedTable, besideScore, poolLines, violations } from '../../src/reports/calibration.ts';
import { calibrationWords } from '../../src/reports/words.ts';
import type { ModelResult } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, model, readReason } from '../support/results.ts';

const limits = { 'attention-shift': 0.08, divergence: 0.06 };
const row = (name: string, shift: number, more: Partial<AcceptedRow> = {}): AcceptedRow => ({
  name,
  lineage: 'retrained',
  signals: { 'attention-shift': shift, divergence: 0.0144, overlap: 0.3 },
  limits,
  score: shift / 0.08,
  beside: {},
  ...more,
});

test('the table has a row per model: the judged signals in their units, the score, whether it is over its limits', () => {
  const lines = acceptedTable([
    row('a', 0.04),
    row('b', 0.0801, { lineage: 'fine-tuned', limits: { 'attention-shift': 0.03 } }),
  ]).split('\n');
  assert.deepEqual(
    lines.map(line => line.trimEnd().split(/ {2,}/)),
    [
      ['model', 'lineage', 'attention-shift', 'divergence', 'score', 'over its limits'],
      ['a', 'retrained', '4.0 %', '0.014 bits', '0.50', 'no'],
      ['b', 'fine-tuned', '8.0 %', '-', '1.00', 'yes'],
    ],
  );
  assert.equal(acceptedTable([]), 'No model was added.');
});

test('a name cannot steer the terminal or pass for a row', () => {
  const text = acceptedTable([row('x\u001b[31m\ny', 0.1)]);
  assert.equal(text.includes('\u001b'), false);
  assert.equal(text.split('\n').length, 2);
});

test('what probes and regions show stands beside the score', () => {
  const side = { moved: 0.2, flipped: 0, divergence: 0 };
  const found = model([], {
    probes: [
      { name: 'mark', fixtures: 3, candidate: side, baseline: side, added: -0.071, limit: 0.06 },
      { name: 'unseen', fixtures: 0, candidate: side, limit: 0.06 },
    ],
    regions: [{ name: 'object', fixtures: 3, area: 0.2, candidate: { inside: 0.8123, pointing: 1 } }],
  });
  assert.deepEqual(besideScore(found), { 'probe mark': '-0.07', 'heat in object': '81.2 %' });
  const [head, line] = acceptedTable([row('a', 0.04, { beside: besideScore(found) }), row('b', 0.04)]).split('\n');
  assert.match(head!, /over its limits +probe mark +heat in object$/);
  assert.match(line!, /no +-0\.07 +81\.2 %/);
});

test('an accepted model that breaks a rule is worth a line, and drift is not', () => {
  const reasons: ModelResult['reasons'] = [
    readReason('fail', 'probe-regression', 'Attention follows the probe `mark`.'),
    readReason('fail', 'attention-regression', 'Attention moved.'),
    readReason('fail', 'region-rule', 'Too little heat.'),
  ];
  assert.deepEqual(violations('good', { reasons }), [
    'good: Attention follows the probe `mark`. It is an accepted model: raise the limit, or look at it.',
    'good: Too little heat. It is an accepted model: raise the limit, or look at it.',
  ]);
});

test('a pool says how many, how far, which rate it can keep, and how many more the chosen rate takes', () => {
  const scores = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const pool = { lineage: 'retrained', scores, otherSettings: 0 } as const;
  assert.deepEqual(poolLines(pool, 0.1), [
    'retrained: n = 9, largest score 0.9, 90th percentile 0.82; the smallest rate of false alarms it can keep is 10 %. Enough for 10 %.',
  ]);
  assert.match(poolLines(pool, 0.05)[0]!, / 10 more are needed for 5 %\.$/);
  const stale = poolLines({ ...pool, scores: [], otherSettings: 2 }, 0.1);
  assert.deepEqual(stale, [
    'retrained: 2 stored models were audited with other fixtures or settings and do not count.',
  ]);
});

const judged = (policy: Partial<Policy>, p?: number): ModelResult =>
  model([fixture('a', 0.1)], {
    judged: { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, limits: 'uncalibrated', ...policy },
    score: { value: 1, signal: 'attention-shift', ...(p !== undefined && { p, accepted: 12 }) },
  });

test('one line says what stands behind a verdict', () => {
  const scores = Array.from({ length: 12 }, () => 0.5);
  const said = (policy: Partial<Policy>, p?: number) => calibrationWords(judged(policy, p));
  assert.equal(said({ lineage: 'retrained' }), 'uncalibrated limits for retrained models');
  assert.equal(said({ limits: 'configured' }), 'configured limits');
  const pool = { scores, rate: 0.1, otherBaselines: 9 };
  assert.equal(
    said({ lineage: 'retrained', calibration: pool }, 1 / 13),
    'calibration: p = 0.077, n = 12 accepted retrained models, 3 of them against this baseline; at most 10 % of benign ones fail',
  );
  assert.equal(
    said({ lineage: 'retrained', calibration: { scores, rate: 0.05 } }, 1 / 13),
    'uncalibrated limits, since the calibration is too small: p = 0.077, n = 12 accepted retrained models, 19 needed for 5 %',
  );
  assert.equal(calibrationWords(model([])), undefined, 'results without a score');
});
