import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeDrift } from '../../src/judgement/drift.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { Drift } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { policySchema } from '../../src/results-file/_judged-schema.ts';

const summary = (mean: number) => ({ mean, p90: mean, max: mean });
const drifted = (means: Readonly<Record<string, number>>): Drift => ({
  'grad-cam': Object.fromEntries(Object.entries(means).map(([name, mean]) => [name, summary(mean)])),
});
const policy: Policy = {
  method: 'grad-cam',
  thresholds: { 'attention-shift': 0.08, overlap: 0.4 },
  divergence: 0.06,
  limits: 'uncalibrated',
  lineage: 'retrained',
};
const among = (scores: number[], rate: number, more: Partial<Policy> = {}): Policy =>
  policySchema.parse({ ...policy, ...more, calibration: { scores, rate } });
const outcome = ({ reasons }: ReturnType<typeof judgeDrift>) => reasons.map(({ level, code }) => `${level} ${code}`);
/** Scores that are 0.1, 0.2, ... */
const tenths = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) / 10);

test('the score is the largest ratio of a signal to its limit, and names that signal', () => {
  const { score } = judgeDrift(drifted({ 'attention-shift': 0.04, overlap: 0.3 }), 0.006, policy);
  assert.deepEqual(score, { value: 0.3 / 0.4, signal: 'overlap' });
  assert.equal(
    judgeDrift(drifted({ 'attention-shift': 0.04, overlap: 0.1 }), 0.054, policy).score?.signal,
    'divergence',
  );
});

test('a limit of 0 accepts what is identical and nothing else', () => {
  const strict = { ...policy, thresholds: { 'attention-shift': 0 } };
  const score = (shift: number) => judgeDrift(drifted({ 'attention-shift': shift }), undefined, strict).score?.value;
  assert.equal(score(0), 0);
  assert.equal(score(1e-12), Number.MAX_VALUE);
  assert.equal(JSON.parse(JSON.stringify({ score: score(1e-12) })).score, Number.MAX_VALUE, 'results.json can hold it');
});

test('without a signal there is no score and nothing to say', () => {
  assert.deepEqual(judgeDrift({}, undefined, policy), { score: undefined, reasons: [] });
  assert.deepEqual(judgeDrift(drifted({ ssim: 0.9 }), undefined, among([0.1], 0.5)).score, undefined);
});

test('without a calibration every signal over its limit is a reason, the worst first, and the limit is called what it is', () => {
  const found = judgeDrift(drifted({ 'attention-shift': 0.2, overlap: 0.1 }), 0.5, policy);
  assert.deepEqual(outcome(found), ['fail prediction-regression', 'fail attention-regression']);
  assert.match(sentenceOf(found.reasons[0]!), /diverge by 0\.500 bits on average \(uncalibrated limit 0\.06, /);
  const { reasons } = judgeDrift(drifted({ 'attention-shift': 0.1 }), 0, { ...policy, limits: 'configured' });
  assert.match(sentenceOf(reasons[0]!), /attention shift 10\.0 % on average \(limit 8\.0 %, grad-cam\)/);
});

test('calibrated: as far as an accepted model passes though it is over its limit, farther than all fails though it is below', () => {
  const far = drifted({ 'attention-shift': 0.12 }); // score 1.5
  const among9 = [...tenths(8), 1.6];
  assert.deepEqual(outcome(judgeDrift(far, 0, among(among9, 0.1))), []);
  assert.deepEqual(judgeDrift(far, 0, among(among9, 0.1)).score, {
    value: 1.5,
    signal: 'attention-shift',
    p: 0.2,
    accepted: 9,
  });
  const near = judgeDrift(drifted({ 'attention-shift': 0.08 * 0.95 }), 0, among(tenths(9), 0.1));
  assert.deepEqual(outcome(near), ['fail attention-regression']);
  assert.equal(near.score?.p, 0.1, 'at the rate is beyond it');
});

test('calibrated by models that stand still: what nobody could see passes, and what can be seen does not', () => {
  const still = Array.from({ length: 9 }, () => 0.001);
  const shifted = (share: number) => judgeDrift(drifted({ 'attention-shift': 0.08 * share }), 0, among(still, 0.1));
  assert.deepEqual(outcome(shifted(0.099)), []);
  assert.equal(shifted(0.099).score?.p, 0.1, 'rare all the same');
  assert.deepEqual(outcome(shifted(0.101)), ['fail attention-regression']);
});

test('several signals are one test: one reason, by the signal that is farthest out', () => {
  const found = judgeDrift(drifted({ 'attention-shift': 0.2, overlap: 0.9 }), 0.9, among(tenths(9), 0.1));
  assert.deepEqual(outcome(found), ['fail prediction-regression']);
});

test('the reason says what drifted, how many accepted models did, p, and what is promised', () => {
  const { reasons } = judgeDrift(drifted({ 'attention-shift': 0.12 }), 0, among(tenths(12), 0.1));
  assert.equal(
    sentenceOf(reasons[0]!),
    'Attention moved: attention shift 12.0 % on average (scale 8.0 %, grad-cam). Of 12 accepted retrained models none drifted as far (p = 0.077); at most 10 % of benign ones do.',
  );
  const some = judgeDrift(drifted({ 'attention-shift': 0.12 }), 0, among([...tenths(18), 1.5], 0.3));
  assert.match(sentenceOf(some.reasons[0]!), /Of 19 accepted retrained models 5 drifted as far \(p = 0\.3\)/);
});

test('models against earlier baselines are counted in words', () => {
  const calibration = { scores: tenths(12), rate: 0.1, otherBaselines: 9 };
  const { reasons } = judgeDrift(drifted({ 'attention-shift': 0.2 }), 0, { ...policy, calibration });
  assert.match(
    sentenceOf(reasons[0]!),
    /3 of the 12 were audited against this baseline, the others against earlier ones/,
  );
  const all = { ...policy, calibration: { ...calibration, otherBaselines: 0 } };
  assert.doesNotMatch(sentenceOf(judgeDrift(drifted({ 'attention-shift': 0.2 }), 0, all).reasons[0]!), /earlier/);
});

test('too few: the limits judge, and how many more it takes is a warning', () => {
  const found = judgeDrift(drifted({ 'attention-shift': 0.17 }), 0, among(tenths(8), 0.1));
  assert.deepEqual(outcome(found), ['fail attention-regression', 'warn calibration-small']);
  assert.match(
    sentenceOf(found.reasons[1]!),
    /^The calibration has 8 accepted retrained models; a rate of 10 % false alarms takes 1 more\. Until then the uncalibrated limits judge/,
  );
  assert.deepEqual(outcome(judgeDrift(drifted({ 'attention-shift': 0.01 }), 0, among(tenths(8), 0.1))), [
    'warn calibration-small',
  ]);
});

test('too few: what drifts no more than an accepted model is warned about and does not fail', () => {
  const tolerated = judgeDrift(drifted({ 'attention-shift': 0.24 }), 0, among([0.1, 3], 0.1));
  assert.deepEqual(outcome(tolerated), ['warn attention-regression', 'warn calibration-small']);
  const beyond = judgeDrift(drifted({ 'attention-shift': 0.25 }), 0, among([0.1, 3], 0.1));
  assert.deepEqual(outcome(beyond), ['fail attention-regression', 'warn calibration-small']);
});

describe('limits of our own', () => {
  const own = (lineage: Policy['lineage'], attention: number, divergence = 0, more: Partial<Policy> = {}) =>
    judgeDrift({ 'grad-cam': { 'attention-shift': { mean: attention, p90: attention, max: attention } } }, divergence, {
      method: 'grad-cam',
      thresholds: { 'attention-shift': 0.08 },
      divergence: 0.06,
      limits: 'uncalibrated',
      ...(lineage && { lineage }),
      ...more,
    }).reasons.map(({ level, code }) => `${level} ${code}`);

  test('up to twice as far a retrain is doubtful, beyond it fails', () => {
    assert.deepEqual(own('retrained', 0.08), []);
    assert.deepEqual(own('retrained', 0.081), ['warn drift-doubtful']);
    assert.deepEqual(own('retrained', 0.16), ['warn drift-doubtful']);
    assert.deepEqual(own('retrained', 0.161), ['fail attention-regression']);
    assert.deepEqual(own('fine-tuned', 0, 0.12), ['warn drift-doubtful']);
    assert.deepEqual(own(undefined, 0, 0.121), ['fail prediction-regression']);
  });

  test('a model that was only written otherwise has no such spread', () => {
    assert.deepEqual(own('converted', 0.081), ['fail attention-regression']);
    assert.deepEqual(own('same', 0, 0.061), ['fail prediction-regression']);
  });

  test('what the team writes is the limit', () => {
    assert.deepEqual(own('retrained', 0.081, 0, { limits: 'configured' }), ['fail attention-regression']);
    assert.deepEqual(own('retrained', 0, 0.061, { requiredDivergence: true }), ['fail prediction-regression']);
  });
});
