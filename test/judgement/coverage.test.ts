import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyMaps, unexplained, unjudged } from '../../src/judgement/coverage.ts';
import { changedSet } from '../../src/judgement/fixture-set.ts';
import { failure } from '../../src/judgement/gate.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Reason } from '../../src/results/reason.ts';
import { everywhere, fixture, model, results, type SomeFixture } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } };
const codes = (reasons: readonly Reason[]) => reasons.map(({ level, code }) => `${level} ${code}`);
const told = (fixtures: readonly FixtureResult[], more: Partial<Policy> = {}) =>
  codes(unjudged(fixtures, { ...policy, ...more }));
const drift = { drift: everywhere(0) };
const answer = { predicted: { index: 0 }, explained: { index: 0 } };

/** A fixture of a regression: what it answers before and now. */
const valued = (before: number | undefined, now: number | undefined): FixtureResult =>
  fixture('a.png', 0, { baseline: { ...answer, value: before }, candidate: { ...answer, value: now } });

test('a number that may move as far as it likes is not judged', () => {
  assert.deepEqual(told([valued(1, 2)]), ['incomplete answer-limit-none']);
  assert.deepEqual(told([valued(0, 0), fixture('b.png', 0)]), ['incomplete answer-limit-none'], 'one is enough');
  assert.deepEqual(told([valued(1, 2)], { answer: 5 }), []);
  assert.deepEqual(
    [told([valued(1, undefined)]), told([valued(undefined, 2)]), told([fixture('a.png', 0)])],
    [[], [], []],
  );
});

test('a label that only the candidate names has an answer, and needs no map', () => {
  const named = (present: boolean | undefined, maps: SomeFixture['maps']) =>
    fixture('a.png#1', 0, { candidate: { ...answer, ...(present !== undefined && { present }) }, maps });
  assert.deepEqual(told([named(true, {})]), []);
  assert.deepEqual(told([named(false, {})]), []);
  assert.deepEqual(told([named(undefined, {})]), ['incomplete method-missing'], 'one class of several has a map');
  assert.deepEqual(
    told([named(true, { cam: drift })]),
    ['incomplete method-missing'],
    'a map by another method is none',
  );
});

test('how many have no map of the judged method is counted among those that have maps', () => {
  const without = fixture('a.png', 0, { maps: { cam: drift } });
  const [reason] = unjudged([without, without, fixture('b.png', 0), { name: 'c', status: 'lost' }], policy);
  assert.deepEqual(reason, {
    level: 'incomplete',
    code: 'method-missing',
    method: 'grad-cam',
    missing: 2,
    compared: 3,
  });
});

/** By which sides have heat: `+` both, `0` neither, `b` and `c` one that is empty. */
const heat = (sides: string) =>
  [...sides].map((each, at) => {
    const empty = { b: 'baseline', c: 'candidate' }[each] as 'baseline' | undefined;
    const map = each === '0' ? ({ empty: 'both' } as const) : each === '+' ? drift : { ...drift, empty };
    return fixture(`${at}.png`, 0, { maps: { 'grad-cam': map } });
  });

test('half of the maps with heat on both sides is enough, less is not; one side without is no heat', () => {
  for (const [sides, isMissing] of [
    ['+', false],
    ['+0', false],
    ['+00', true],
    ['+bc', true],
    ['++bc', false],
    ['++bc0', true],
    ['b', true],
    ['c', true],
  ] as const)
    assert.deepEqual(told(heat(sides)), isMissing ? ['incomplete heat-missing'] : [], sides);
  assert.deepEqual(unjudged(heat('+bc0'), policy)[0], {
    ...{ level: 'incomplete', code: 'heat-missing', method: 'grad-cam', measured: 1, of: 4 },
  });
  assert.deepEqual(told([]), [], 'without any map there is another reason');
});

test('lost heat, and no heat at all, are counted each by itself; heat that came is none of them', () => {
  assert.deepEqual(emptyMaps(heat('+bbcc0'), 'grad-cam'), [
    { level: 'warn', code: 'attention-lost', fixtures: 2 },
    { level: 'warn', code: 'maps-empty', empty: 1, of: 6 },
  ]);
  assert.deepEqual(emptyMaps(heat('+b'), 'grad-cam'), []);
  const refused = fixture('r.png', 0, { maps: { 'grad-cam': { refused: 'No.' } } });
  assert.deepEqual(emptyMaps([...heat('0'), refused], 'grad-cam'), [
    { level: 'warn', code: 'maps-empty', empty: 1, of: 1 },
  ]);
});

test('a divergence that the team limits is measured on one compared fixture at least', () => {
  const asked = { divergence: 0.1, requiredDivergence: true } as const;
  const measured = fixture('a.png', 0, { divergence: 0 });
  const bare = fixture('b.png', 0);
  assert.deepEqual(told([bare], asked), ['incomplete answers-unmeasured']);
  assert.deepEqual(told([bare, measured], asked), []);
  assert.deepEqual(told([{ name: 'n', status: 'new' }], asked), [], 'that nothing was compared is another reason');
  assert.deepEqual(told([bare]), []);
});

test('a new model that the method cannot explain is told by its first refusal, with how many of how many', () => {
  const seen = (...refused: (string | undefined)[]) =>
    new Map(
      refused.map((why, at) => {
        const maps = why === undefined ? {} : { 'grad-cam': { refused: why } };
        return [`${at}.png`, { maps }] as const;
      }),
    );
  assert.deepEqual(unexplained(seen(undefined, 'No GAP head.', 'Other.'), 'grad-cam'), [
    ...[
      { level: 'incomplete', code: 'method-refused', method: 'grad-cam', refused: 2, fixtures: 3, why: 'No GAP head.' },
    ],
  ]);
  assert.deepEqual(unexplained(seen('No.'), 'cam'), []);
});

test('why nothing was compared: files of the change alone, files that are damaged, or none', () => {
  const failed: FixtureResult = { name: 'x', status: 'failed' };
  const fresh = { name: 'n', status: 'new' } as const;
  const touched = fixture('t', 0, { touched: 'added' });
  const [damaged, added, none, both] = [[failed], [touched], [fresh], [failed, touched]].map(
    each => changedSet(each, false)[0],
  );
  assert.equal(damaged, undefined, 'the damage is told already, and leaves no verdict');
  assert.deepEqual(added, { level: 'incomplete', code: 'nothing-compared', touched: true });
  assert.deepEqual(none, { level: 'incomplete', code: 'nothing-compared', touched: false });
  assert.deepEqual(both, { level: 'incomplete', code: 'nothing-compared', touched: true });
  const addedUnseen: FixtureResult = { name: 't', status: 'new', touched: 'added' };
  assert.deepEqual(
    changedSet([addedUnseen, failed], false).map(({ code }) => code),
    ['fixtures-touched'],
  );
});

test('a fixture that is new under a name that was there counts as gone, one of a new name does not', () => {
  const fresh = (reason?: string): FixtureResult => ({ name: 'n', status: 'new', ...(reason && { reason }) });
  const first = (...fixtures: FixtureResult[]) => changedSet(fixtures, false)[0]?.code;
  const steady = fixture('a', 0);
  assert.equal(first(steady, fresh('Its file is another.'), fresh('Its class is gone.')), 'fixtures-missing');
  assert.equal(first(steady, fresh('Its file is another.')), 'fixtures-new', 'half is left');
  assert.equal(first(steady, fresh(), fresh()), 'fixtures-new');
  assert.equal(
    first(steady, fixture('b', 0, { touched: 'added' }), fixture('c', 0, { touched: 'added' })),
    'fixtures-touched',
  );
});

test('whoever asks for no baseline has no fixture that misses one; of six models five are named', () => {
  const fresh = model([fixture('a.png', 0, { status: 'new' })], { verdict: 'pass' });
  const asked = { ...fresh, judged: { ...policy, baseline: 'none' as const } };
  assert.match(failure(results(fresh), 'new')!, /^There is no baseline for fixtures of shoes\.$/);
  assert.equal(failure(results(asked), 'new'), undefined);
  const named = (count: number) => Array.from({ length: count }, (_, at) => model([], { name: `m${at}` }));
  assert.equal(failure(results(...named(5)), 'regression'), 'Attention regressed in m0, m1, m2, m3, m4.');
  assert.equal(failure(results(...named(6)), 'regression'), 'Attention regressed in m0, m1, m2, m3, m4 and 1 more.');
});
