import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intervalsOf } from '../../src/judgement/intervals.ts';
import { judgeLabels } from '../../src/judgement/per-label.ts';
import { predictionReasons, summarisePredictions } from '../../src/judgement/predictions.ts';
import { judge } from '../../src/judgement/verdict.ts';
import type { ComparedFixture, FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, type SomeFixture } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, limits: 'configured' };

/** Fixtures of a label of a multi-label model, each with its drift. */
const labelled = (
  index: number,
  drifts: readonly number[],
  more: SomeFixture = {},
  label?: string,
): FixtureResult[] => {
  const side = { predicted: { index }, explained: { index, ...(label && { label }) }, present: true };
  return drifts.map((drift, at) => fixture(`${at}.png#${index}`, drift, { baseline: side, candidate: side, ...more }));
};
const told = (fixtures: readonly FixtureResult[], more: Partial<Policy> = {}) =>
  judgeLabels(fixtures, { ...policy, ...more }).map(reason => {
    assert.ok(reason.code === 'label-regression');
    return `${reason.level} ${reason.label} ${reason.fixtures} ${reason.found.code}`;
  });

test('a label is judged over its own fixtures, from three on', () => {
  const still = labelled(0, [0, 0, 0, 0, 0, 0, 0], {}, 'day');
  assert.deepEqual(told([...still, ...labelled(1, [0.1, 0.1, 0.05], {}, 'sun')]), ['fail sun 3 attention-regression']);
  assert.deepEqual(told([...still, ...labelled(1, [0.1, 0.1], {}, 'sun')]), [], 'two are too few');
  assert.deepEqual(told(labelled(1, [0.08, 0.08, 0.08])), [], 'the limit itself is kept');
  assert.deepEqual(
    told(labelled(7, [0.1, 0.1, 0.1])),
    ['fail 7 3 attention-regression'],
    'without a name by its number',
  );
});

test('fixtures that one side alone explains are none of a label’s', () => {
  const answer = { predicted: { index: 1 }, explained: { index: 1 }, present: true };
  const fresh: FixtureResult = { name: 'n', status: 'new', candidate: answer };
  assert.deepEqual(told([...labelled(1, [0.5, 0.5]), fresh, fresh]), []);
  assert.deepEqual(told([...labelled(1, [0.5, 0.5, 0.5]), fresh]), ['fail 1 3 attention-regression']);
});

test('one class of several has no labels, however far it moved', () => {
  const side = { predicted: { index: 1 }, explained: { index: 1 } };
  assert.deepEqual(told(labelled(1, [0.5, 0.5, 0.5], { baseline: side, candidate: side })), []);
});

test('answers of a label count too; what is in doubt is doubtful of a label as well', () => {
  const answered = labelled(2, [0, 0, 0], { divergence: 0.5 });
  assert.deepEqual(told(answered, { divergence: 0.06, requiredDivergence: true }), ['fail 2 3 prediction-regression']);
  const own: Partial<Policy> = { limits: 'uncalibrated', lineage: 'retrained' };
  assert.deepEqual(told(labelled(2, [0.1, 0.1, 0.1]), own), ['warn 2 3 attention-regression']);
});

test('the three that moved farthest are told, worst first', () => {
  const all = [0.1, 0.4, 0.2, 0.5, 0.3].flatMap((drift, index) => labelled(index, [drift, drift, drift]));
  assert.deepEqual(
    told(all).map(each => each.split(' ')[1]),
    ['3', '1', '4'],
  );
});

test('accepted models are of a model as a whole: a label has limits', () => {
  const calibration = { scores: [9, 9, 9], rate: 0.1 };
  assert.deepEqual(told(labelled(1, [0.1, 0.1, 0.1]), { calibration }), ['fail 1 3 attention-regression']);
});

const answer = (index: number, value?: number) => ({
  predicted: { index, label: `c${index}` },
  explained: { index: 0 },
  ...(value !== undefined && { value }),
});
const changed = (before: number, now: number): ComparedFixture =>
  fixture(`${before}-${now}.png`, 0, { baseline: answer(0, before), candidate: answer(0, now) });

test('how far numbers moved, whichever way: mean, maximum, and the means before and after', () => {
  const found = summarisePredictions([changed(10, 7), changed(1, 2), changed(4, 4), fixture('x', 0)]);
  assert.deepEqual(found.change, { mean: 4 / 3, max: 3, before: 5, after: 13 / 3 });
  const half = { ...changed(1, 9), baseline: answer(0) };
  assert.equal(summarisePredictions([half, { ...changed(1, 9), candidate: answer(0) }]).change, undefined);
});

test('mean and largest divergence are of the fixtures that tell one; accuracy of those with a true class', () => {
  const sides = { baseline: answer(0), candidate: answer(1) };
  const found = summarisePredictions([
    fixture('a', 0, { ...sides, divergence: 0.1, truth: 'c0' }),
    fixture('b', 0, { ...sides, divergence: 0.4, truth: 'c1', flipped: true }),
    fixture('c', 0, { ...sides, truth: 'c2', flipped: true }),
    fixture('d', 0, sides),
    { truth: 'c0', candidate: answer(0) },
  ]);
  assert.deepEqual([found.compared, found.flipped], [4, 2]);
  assert.deepEqual(found.divergence, { mean: 0.25, max: 0.4 });
  assert.deepEqual(found.accuracy, { labelled: 3, baseline: 1 / 3, candidate: 1 / 3 });
});

test('a label is right where it is among the answers as it should be, and where it is not among them as it should not', () => {
  const side = (present: boolean) => ({ ...answer(0), present });
  const pair = (expected: boolean, before: boolean, now: boolean) =>
    fixture('a#0', 0, { expected, baseline: side(before), candidate: side(now) });
  const { accuracy } = summarisePredictions([
    pair(true, true, false),
    pair(false, false, false),
    pair(false, true, true),
  ]);
  assert.deepEqual(accuracy, { labelled: 3, baseline: 2 / 3, candidate: 1 / 3 });
});

test('of drift in answers there are facts alone: who flipped of how many, how far, and what accuracy fell', () => {
  const told = (...fixtures: FixtureResult[]) =>
    predictionReasons(summarisePredictions(fixtures), fixtures, { lineage: undefined })[0];
  const sides = { baseline: answer(0), candidate: answer(1) };
  assert.equal(told(fixture('a', 0, { ...sides, divergence: 0.02, truth: 'c1' })), undefined, 'better, and near');
  const facts = { flipped: undefined, divergence: undefined, accuracy: undefined };
  const far = told(fixture('a', 0, { divergence: 0.03 }));
  assert.deepEqual(far, { level: 'warn', code: 'prediction-drift', ...facts, divergence: 0.03 });
  const fell = told(fixture('a', 0, { ...sides, truth: 'c0', divergence: 0.01 }));
  assert.deepEqual(fell, { level: 'warn', code: 'prediction-drift', ...facts, accuracy: { before: 1, now: 0 } });
  const flip = told(fixture('a', 0, { flipped: true }), fixture('b', 0));
  const flipped = { names: ['a'], of: 2, labels: false };
  assert.deepEqual(flip, { level: 'warn', code: 'prediction-drift', ...facts, flipped });
});

test('answers that are numbers have an interval where they are limited, and their limit decides', () => {
  const moved = [3, 4, 5, 4].map(by => changed(10, 10 + (by % 2 === 0 ? by : -by)));
  const asked = { ...policy, answer: 4 };
  const found = intervalsOf([...moved, changed(1, 1)].slice(0, 4), asked).filter(({ of }) => of === 'answer');
  assert.deepEqual(
    found.map(({ name, fixtures, mean }) => [name, fixtures, mean]),
    [['answer', 4, 4]],
  );
  assert.ok(found[0]!.low < 4 && found[0]!.high > 4 && found[0]!.low >= 3 && found[0]!.high <= 5);
  assert.deepEqual(
    intervalsOf(moved, policy).filter(({ of }) => of === 'answer'),
    [],
  );
  const codes = (limit: number) => judge(moved, { ...policy, answer: limit }, []).reasons.map(({ code }) => code);
  assert.deepEqual([codes(4), codes(3.99)], [[], ['answer-regression']]);
  const half = { ...changed(1, 9), candidate: answer(0) };
  assert.deepEqual(
    intervalsOf([half, half, half], asked).map(({ of }) => of),
    ['drift'],
  );
});

test('fixtures that one side alone saw are in no interval of answers', () => {
  const fresh = { name: 'n', status: 'new', divergence: 0.9 } as unknown as FixtureResult;
  const bits = [0.1, 0.1, 0.1].map((divergence, at) => fixture(`${at}`, 0, { divergence }));
  const of = (fixtures: readonly FixtureResult[], divergence?: number) =>
    intervalsOf(fixtures, { ...policy, ...(divergence !== undefined && { divergence }) }).find(
      each => each.of === 'divergence',
    );
  assert.deepEqual([of([...bits, fresh, fixture('x', 0)], 0.1)?.fixtures, of(bits)], [3, undefined]);
});
