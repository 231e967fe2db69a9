import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mending } from '../../src/judgement/repairs.ts';
import { judge } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Reason } from '../../src/results/reason.ts';
import { everywhere, fixture, readReason } from '../support/results.ts';
import { all, rules, seen } from './_object-heat.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, divergence: 0.06 };
const ruled = { ...policy, regions: rules('inside >= 0.5') };
const passing: Mending = { setting: 'pass', closer: [] };

const told = (
  fixtures: readonly FixtureResult[],
  given: Policy = ruled,
  mending: Mending = passing,
  notes: readonly Reason[] = [],
) => {
  const { reasons, repair, verdict } = judge(fixtures, given, notes, false, mending);
  return { verdict, drift: repair?.drift, codes: reasons.map(({ level, code }) => `${level} ${code}`) };
};
const steady = { 'grad-cam': { drift: everywhere(0) } };
const failed = { verdict: 'fail', drift: undefined, codes: ['fail attention-regression'] };

describe('attention that moved by a repair', () => {
  it('is a warning, and the repair is told before it', () => {
    assert.deepEqual(told(all(0.2, 0.7)), {
      verdict: 'warn',
      drift: 'excused',
      codes: ['pass repair', 'warn attention-regression'],
    });
    const [first] = judge(all(0.2, 0.7), ruled, [], false, passing).reasons;
    assert.equal(
      sentenceOf(first!),
      'This repairs the version before. Region `object` (rule: inside >= 0.5): 20.0 % -> 70.0 % over 3 fixtures. Attention that moved by it is a warning, and fails nothing.',
    );
  });

  it('fails where `repairs` says so, where nobody vouches for the rules, and where nothing is repaired', () => {
    assert.deepEqual(told(all(0.2, 0.7), ruled, { ...passing, setting: 'fail' }), {
      verdict: 'fail',
      drift: 'held',
      codes: ['fail attention-regression', 'pass repair'],
    });
    assert.deepEqual(told(all(0.2, 0.7), ruled, { ...passing, setting: 'unproven' }), {
      ...failed,
      codes: ['fail attention-regression', 'pass repair-unproven'],
    });
    assert.deepEqual(told(all(0.6, 0.7)), failed);
    assert.deepEqual(
      judge(all(0.2, 0.7), ruled, []).reasons.map(({ code }) => code),
      ['attention-regression'],
    );
  });

  it('fails on fixtures that the repair says nothing about', () => {
    const others = (drift: number) => ['x', 'y'].map(name => fixture(`${name}.png`, drift, { divergence: 0 }));
    assert.deepEqual(told([...all(0.2, 0.7), ...others(0.3)]), failed);
    assert.equal(told([...all(0.2, 0.7), ...others(0.05)]).verdict, 'warn');
    const unseen = { regions: { object: { area: 0 } } };
    const invisible = ['x', 'y'].map(name => fixture(`${name}.png`, 0.3, unseen));
    assert.equal(told([...all(0.2, 0.7), ...invisible]).verdict, 'fail', 'too small for the model to see');
  });

  it('fails under an explanation that is not sound', () => {
    const blind: Reason = { level: 'warn', code: 'sanity-class-blind', message: 'Blind.' };
    assert.deepEqual(told(all(0.2, 0.7), ruled, passing, [blind]).codes, [
      'fail attention-regression',
      'warn sanity-class-blind',
    ]);
  });

  it('is told where it did not move too far as well, and then it is excused of nothing', () => {
    const little = all(0.2, 0.7).map(({ name, regions }) => fixture(name, 0.05, { regions }));
    assert.deepEqual(told(little), { verdict: 'pass', drift: 'within', codes: ['pass repair'] });
  });

  it('is not excused by, nor kept from it by, what is said of something else', () => {
    const said = (level: Reason['level'], code: string) => readReason(level, code, 'Something.');
    const excused = 'warn attention-regression';
    const under = (note: Reason) => told(all(0.2, 0.7), ruled, passing, [note]).codes[0];
    assert.equal(under(said('warn', 'fit-differs')), 'pass repair');
    assert.ok(told(all(0.2, 0.7), ruled, passing, [said('warn', 'fit-differs')]).codes.includes(excused));
    const sound: Reason = { level: 'pass', code: 'sanity-class-blind', message: 'Looked at.' };
    assert.equal(under(sound), 'pass repair', 'what a check only tells is no doubt');
    assert.equal(under({ ...sound, level: 'incomplete' }), 'fail attention-regression');
  });

  it('says nothing of fixtures beyond the limit where all of them together are within it', () => {
    const still = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => seen(`${name}.png`, 0.2, 0.7, { maps: steady }));
    const others = ['x', 'y'].map(name => fixture(`${name}.png`, 0.3, { divergence: 0 }));
    assert.deepEqual(told([...still, ...others]), { verdict: 'pass', drift: 'within', codes: ['pass repair'] });
  });

  it('is none where a rule has no version before, though another one was repaired', () => {
    const two = { ...ruled, regions: { ...ruled.regions, seen: ruled.regions.object! } };
    const fresh = { area: 0.1, candidate: { inside: 0.9, pointing: true } };
    const fixtures = all(0.2, 0.7).map(
      each => ({ ...each, regions: { ...each.regions, seen: fresh } }) as FixtureResult,
    );
    assert.deepEqual(told(fixtures, two), failed);
    const both = fixtures.map(
      each =>
        ({ ...each, regions: { ...each.regions, seen: { ...fresh, baseline: fresh.candidate } } }) as FixtureResult,
    );
    assert.equal(told(both, two).drift, 'excused', 'a rule that was kept and is kept');
  });

  it('unproven it says nothing where attention did not fail', () => {
    const little = all(0.2, 0.7).map(({ name, regions }) => fixture(name, 0.05, { regions }));
    assert.deepEqual(told(little, ruled, { ...passing, setting: 'unproven' }).codes, []);
    assert.deepEqual(told(little, ruled, { ...passing, setting: 'fail' }), {
      verdict: 'pass',
      drift: 'within',
      codes: ['pass repair'],
    });
  });

  it('excuses no answers, not even those that one score of both would hide', () => {
    const sure = all(0.2, 0.7).map(each => ({ ...each, divergence: 0.2 }) as FixtureResult);
    assert.deepEqual(told(sure).codes.slice(0, 3), [
      'fail prediction-regression',
      'pass repair',
      'warn attention-regression',
    ]);
    const calibration = { scores: Array.from({ length: 19 }, () => 1), rate: 0.1 };
    const calibrated = told(sure, { ...ruled, calibration });
    assert.deepEqual(calibrated.codes.slice(0, 3), [
      'fail prediction-regression',
      'pass repair',
      'warn attention-regression',
    ]);
    const calm = told(all(0.2, 0.7), { ...ruled, calibration });
    assert.deepEqual([calm.verdict, calm.drift], ['warn', 'excused']);
  });

  it('excuses nothing else that fails', () => {
    const flips = {
      flipped: true,
      truth: 'hat',
      candidate: { predicted: { index: 1, label: 'cap' }, explained: { index: 0, label: 'hat' } },
    };
    const wrong = ['a', 'b', 'c'].map(name => seen(`${name}.png`, 0.2, 0.7, flips));
    const { verdict, codes } = told(wrong);
    assert.equal(verdict, 'fail');
    assert.deepEqual(
      codes.filter(each => each.startsWith('fail')),
      ['fail class-regression'],
    );
  });
});

describe('a reference', () => {
  const closer = { title: 'gold', kind: 'pinned', fixtures: 2, before: 0.3, now: 0.01 } as const;
  const plain = ['a', 'b', 'c'].map(name => fixture(`${name}.png`, 0.3, { divergence: 0 }));

  it('excuses attention on the fixtures that it was measured on, and on no others', () => {
    const on = (...names: string[]): Mending => ({ setting: 'pass', closer: [{ ...closer, names: new Set(names) }] });
    assert.deepEqual(told(plain, policy, on('a.png', 'b.png', 'c.png')), {
      verdict: 'warn',
      drift: 'excused',
      codes: ['pass repair', 'warn attention-regression'],
    });
    assert.deepEqual(told(plain, policy, on('a.png', 'b.png')), failed);
  });

  it('is told without the names that it was measured on', () => {
    const { repair } = judge(plain, policy, [], false, {
      setting: 'pass',
      closer: [{ ...closer, names: new Set(['a.png', 'b.png', 'c.png']) }],
    });
    assert.deepEqual(repair?.closer, [closer]);
  });
});
