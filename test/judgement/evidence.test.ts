import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualPixels } from '../../src/images/pixels.ts';
import { unexplained, unreadable } from '../../src/judgement/coverage.ts';
import { differences, isSameModel } from '../../src/judgement/differences.ts';
import { fateOf } from '../../src/judgement/fate.ts';
import { changedSet, evidenceOf } from '../../src/judgement/fixture-set.ts';
import { summariseProbes } from '../../src/judgement/probe-summaries.ts';
import { judge, judgeAlone } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Reason } from '../../src/results/reason.ts';
import { everywhere, fixture, model, type SomeFixture } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, probes: { mark: 0.06 } };
const codes = (reasons: readonly Reason[]) => reasons.map(({ level, code }) => `${level} ${code}`);
const heatless = (name: string, more: SomeFixture = {}) =>
  fixture(name, 0, { maps: { 'grad-cam': { empty: 'both' } }, ...more });
const side = (moved: number) => ({ moved, flipped: false, divergence: 0 });
const probed = (before: number, after: number): Pick<FixtureResult, 'probes'> => ({
  probes: { mark: { baseline: side(before), candidate: side(after) } },
});

test('evidence is what both sides have, each content once', () => {
  const all = [
    fixture('a', 0),
    fixture('b', 0, { touched: 'added' }),
    fixture('c', 0, { touched: 'edited' }),
    fixture('d', 0, { copyOf: 'a' }),
    { name: 'e', status: 'lost' } as const,
  ];
  assert.deepEqual(
    evidenceOf(all).map(({ name }) => name),
    ['a', 'e'],
  );
});

test('a copy is no fixture more and no fixture less', () => {
  const lost: FixtureResult = { name: 'l', status: 'lost' };
  const copies = ['x', 'y', 'z'].map(name => fixture(name, 0, { copyOf: 'a' }));
  assert.deepEqual(codes(changedSet([fixture('a', 0), lost, lost, ...copies], false)), [
    'incomplete fixtures-missing',
    'warn fixtures-lost',
  ]);
  assert.deepEqual(codes(changedSet([fixture('a', 0), { name: 'b', status: 'new', copyOf: 'a' }], false)), []);
});

test('what a fixture shows by itself, and why it is not judged', () => {
  const moved = { 'grad-cam': { drift: everywhere(0.3) } };
  assert.deepEqual(fateOf(moved, policy, undefined), { status: 'moved' });
  assert.deepEqual(fateOf(moved, policy, 'edited'), {
    status: 'moved',
    reason: 'This change edits it: shown, not judged.',
  });
  assert.deepEqual(fateOf({ 'grad-cam': { empty: 'both' } }, policy, undefined), {
    status: 'steady',
    reason: 'Neither map has heat, so it says nothing about drift.',
  });
  assert.deepEqual(fateOf({ 'grad-cam': { refused: 'No.' } }, policy, undefined), { status: 'steady' });
});

test('a probe that moves nothing where no model has heat says nothing there', () => {
  const shown = fixture('a', 0, probed(0.1, 0.5));
  const [alone] = summariseProbes([shown], policy);
  const [diluted] = summariseProbes([shown, heatless('b', probed(0, 0)), heatless('c', probed(0, 0))], policy);
  assert.deepEqual(diluted, alone);
  assert.equal(alone?.added, 0.4);
});

test('heat that the edit brings to one of the models counts, whatever was there before', () => {
  const [summary] = summariseProbes([fixture('a', 0, probed(0, 0)), heatless('b', probed(0, 1))], policy);
  assert.deepEqual([summary?.fixtures, summary?.added, summary?.worst], [2, 0.5, 'b']);
});

test('a probe that says nothing anywhere is told; asked for, it is a gap', () => {
  const all = [heatless('a', probed(0, 0)), fixture('b', 0)];
  assert.ok(codes(judge(all, policy, []).reasons).includes('pass probe-unseen'));
  const asked = judge(all, { ...policy, requiredProbes: ['mark'] }, []).reasons;
  assert.ok(codes(asked).includes('incomplete probe-unseen'));
  assert.match(sentenceOf(asked.find(({ code }) => code === 'probe-unseen')!), /No map has heat, edited or not\.$/);
});

test('regions are judged on what both sides have', () => {
  const rules: Policy = { ...policy, probes: {}, regions: { object: [{ of: 'inside', at: 'least', limit: 0.5 }] } };
  const seen = (name: string, inside: number, more: SomeFixture = {}) =>
    fixture(name, 0, { regions: { object: { area: 0.2, candidate: { inside, pointing: true } } }, ...more });
  const outside = [seen('a', 0.1), seen('b', 1, { touched: 'added' }), seen('c', 1, { copyOf: 'b' })];
  assert.ok(codes(judge(outside, rules, []).reasons).includes('fail region-rule'));
  assert.ok(codes(judgeAlone(outside, rules).reasons).includes('fail region-rule'));
  const gone = [fixture('a', 0), seen('b', 1, { touched: 'added' })];
  assert.ok(codes(judge(gone, rules, []).reasons).includes('incomplete region-unseen'));
});

test('a judged method without a map is a gap, of a new model too', () => {
  const map = { width: 1, height: 1, data: Float32Array.of(1) };
  const seen = new Map([
    ['a', { maps: { 'grad-cam': { refused: 'Negative.' }, cam: map } }],
    ['b', { maps: { 'grad-cam': map } }],
  ]);
  assert.deepEqual(unexplained(seen, 'cam'), []);
  const [reason] = unexplained(seen, 'grad-cam');
  assert.deepEqual(
    [reason?.level, sentenceOf(reason!)],
    ['incomplete', 'grad-cam is judged, and has no map for 1 of 2 fixtures: Negative.'],
  );
  const elsewhere = fixture('c', 0, { maps: { cam: { drift: everywhere(0) } } });
  assert.ok(codes(judge([fixture('d', 0), elsewhere], policy, []).reasons).includes('incomplete method-missing'));
});

test('an unreadable fixture is named even when nothing says why', () => {
  const [reason] = unreadable([{ name: 'x.png', status: 'failed' }]);
  assert.deepEqual([reason?.level, sentenceOf(reason!)], ['incomplete', 'x.png could not be read.']);
});

test('one model is one model only when it is used in one way', () => {
  const candidate = model([]).candidate!;
  assert.equal(isSameModel(candidate, candidate), true);
  const cropped = { ...usualPixels, crop: 0.875 };
  const other = { ...candidate, model: { ...candidate.model, digest: 'b'.repeat(64) } };
  const differently = [
    { ...candidate, fit: 'cover' as const },
    { ...candidate, classes: 3 },
    { ...candidate, pixels: cropped },
    other,
  ];
  for (const each of differently) assert.equal(isSameModel(candidate, each), false);
  assert.deepEqual(codes(differences({ notes: [] }, candidate, differently[0]!)), [
    'warn fit-differs',
    'pass same-model',
  ]);
});
