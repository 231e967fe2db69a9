import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regionsSetting } from '../../src/config/_region-setting.ts';
import { judgeRegions, leftTheObject, mutedRegions, summariseRegions } from '../../src/judgement/regions.ts';
import { judge, judgeAlone } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture } from '../support/results.ts';

const rules = (...of: string[]): NonNullable<Policy['regions']> => ({
  object: regionsSetting.parse([{ from: 'coco.json', rules: of }])[0]!.rules,
});

type Heat = readonly [inside: number, pointing: boolean];

/** A fixture with the region `object`; without heat of a side when that is not given. */
const seen = (now: Heat | undefined, before?: Heat, area = 0.25, name = 'a.png'): FixtureResult => {
  const side = (heat: Heat | undefined) => heat && { inside: heat[0], pointing: heat[1] };
  const sides = { ...(before && { baseline: side(before)! }), ...(now && { candidate: side(now)! }) };
  return fixture(name, 0, { regions: { object: { area, ...sides } } });
};

const messages = (fixtures: readonly FixtureResult[], ...of: string[]) =>
  judgeRegions(fixtures, summariseRegions(fixtures, rules(...of)), rules(...of)).map(
    reason => `${reason.level} ${reason.code} ${sentenceOf(reason)}`,
  );
const holds = (fixtures: readonly FixtureResult[], rule: string) => messages(fixtures, rule).length === 0;

describe('a rule', () => {
  const two = [seen([0.2, true]), seen([0.6, false])];

  it('inside: the mean share, at least and at most, the limit itself included', () => {
    const kept = ['inside >= 0.4', 'inside <= 0.4', 'inside >= 0.39', 'inside <= 0.41'];
    const broken = ['inside >= 0.41', 'inside <= 0.39', 'inside >= 0.4001', 'inside <= 0.3999'];
    assert.deepEqual(
      [...kept, ...broken].map(rule => holds(two, rule)),
      [true, true, true, true, false, false, false, false],
    );
  });

  it('outside: what is not inside', () => {
    const kept = ['outside >= 0.6', 'outside <= 0.6', 'outside >= 0.59', 'outside <= 0.61'];
    const broken = ['outside >= 0.61', 'outside <= 0.59'];
    assert.deepEqual(
      [...kept, ...broken].map(rule => holds(two, rule)),
      [true, true, true, true, false, false],
    );
  });

  it('pointing: the share of the fixtures whose hottest pixel lies there', () => {
    const three = [...two, seen([0, true])];
    assert.deepEqual(
      ['pointing >= 0.66', 'pointing <= 0.67', 'pointing >= 0.67', 'pointing <= 0.66'].map(rule => holds(three, rule)),
      [true, true, false, false],
    );
    assert.ok(holds([seen([0, true])], 'pointing >= 1') && holds([seen([1, false])], 'pointing <= 0'));
  });

  it('is not broken by the last bit of a sum', () => {
    const tenths = [1, 2, 3].map(() => seen([0.1, true]));
    assert.ok(holds(tenths, 'inside <= 0.1') && holds([seen([0.9, true])], 'outside >= 0.1'));
  });

  it('says what is wrong, how it was, and what is asked for', () => {
    const fixtures = [seen([0.34, false], [0.81, true])];
    const more = messages([seen([0.81, false], [0.34, false])], 'inside <= 0.5');
    assert.deepEqual(
      [...messages(fixtures, 'inside >= 0.5', 'outside <= 0.5', 'pointing >= 0.8'), ...more],
      [
        'fail region-rule Too little heat on the region `object`: 81.0 % -> 34.0 % on average over 1 fixtures (rule: inside >= 0.5).',
        'fail region-rule Too much heat outside the region `object`: 19.0 % -> 66.0 % on average over 1 fixtures (rule: outside <= 0.5).',
        'fail region-rule The hottest spot is too rarely in the region `object`: 100.0 % -> 0.0 % of 1 fixtures (rule: pointing >= 0.8).',
        'fail region-rule Too much heat on the region `object`: 34.0 % -> 81.0 % on average over 1 fixtures (rule: inside <= 0.5).',
      ],
    );
    assert.match(
      messages([seen([0.34, true])], 'pointing <= 0.5')[0]!,
      /too often in the region `object`: 100\.0 % of 1/,
    );
  });
});

describe('a rule that the baseline breaks as well', () => {
  const rule = 'inside >= 0.5';
  /** Twelve fixtures, heat inside before and now of each. */
  const twelve = (each: (at: number) => readonly [before: number, now: number]) =>
    Array.from({ length: 12 }, (_, at) => seen([each(at)[1], false], [each(at)[0], false], 0.25, `${at}.png`));
  const levels = (fixtures: readonly FixtureResult[], of = rule) =>
    judgeRegions(fixtures, summariseRegions(fixtures, rules(of)), rules(of)).map(
      ({ level, code }) => `${level} ${code}`,
    );
  const [doubt, failure] = [['warn region-broken-before'], ['fail region-rule']];

  it('is told as such, and does not fail what changes nothing', () => {
    const half = twelve(at => (at < 8 ? [0.4, 0.4] : [0.55, 0.55]));
    assert.deepEqual(messages(half, rule), [
      'warn region-broken-before Too little heat on the region `object`: 45.0 % -> 45.0 % on average over 12 fixtures (rule: inside >= 0.5). The baseline breaks this rule as well, and this change makes it not noticeably worse: 8 of 12 fixtures broke it by themselves, as many as now.',
    ]);
    assert.deepEqual(levels(half, 'outside <= 0.5'), doubt);
    assert.deepEqual(levels(half, 'pointing >= 0.5'), doubt);
  });

  it('fails what moves the mean by a tenth further from the limit, and nothing that moves it less or towards it', () => {
    assert.deepEqual(levels(twelve(() => [0.45, 0.35])), failure);
    assert.deepEqual(levels(twelve(() => [0.45, 0.351])), doubt);
    assert.deepEqual(levels(twelve(() => [0.2, 0.4])), doubt);
    assert.deepEqual(levels(twelve(() => [0.45, 0.55])), [], 'a rule that is kept now is kept');
    assert.deepEqual(
      levels(
        twelve(() => [0.6, 0.7]),
        'inside <= 0.5',
      ),
      failure,
    );
    assert.deepEqual(
      levels(twelve(() => [0.51, 0.49])),
      failure,
      'a rule that the baseline keeps is judged as it is written',
    );
  });

  it('fails where pictures that broke it already get a tenth worse, whatever the others gain', () => {
    const worse = twelve(at => (at < 6 ? [0.3, 0.2] : [0.6, 0.7]));
    assert.deepEqual(levels(worse), failure);
    assert.deepEqual(levels(twelve(at => (at < 2 ? [0.3, 0.1] : [0.5, 0.5]))), doubt, 'two pictures decide nothing');
  });

  it('fails where more pictures break it newly than chance explains: six and none (1.6 %), not five and none (3.1 %)', () => {
    const newly = (count: number) =>
      twelve(at => (at < 6 ? [0.4, 0.44] : at < 6 + count ? [0.52, 0.48] : [0.52, 0.52]));
    assert.deepEqual(levels(newly(6)), failure);
    assert.match(
      messages(newly(6), rule)[0]!,
      /makes it worse: 6 of 12 fixtures broke it by themselves, 6 more do now and 0 no more\.$/,
    );
    assert.deepEqual(levels(newly(5)), doubt);
  });

  it('of hottest spots takes three pictures more', () => {
    const spots = (before: number, now: number) =>
      Array.from({ length: 8 }, (_, at) => seen([0.5, at < now], [0.5, at < before], 0.25, `${at}.png`));
    assert.deepEqual(levels(spots(4, 1), 'pointing >= 0.6'), failure);
    assert.deepEqual(levels(spots(4, 2), 'pointing >= 0.6'), doubt);
    assert.deepEqual(levels(spots(4, 7), 'pointing <= 0.4'), failure);
  });

  it('is seen on the fixtures that have heat on both sides, and these must be half of them', () => {
    const lone = (count: number) => Array.from({ length: count }, () => seen([0.4, false]));
    assert.deepEqual(levels([...twelve(() => [0.4, 0.4]), ...lone(12)]), doubt);
    assert.deepEqual(levels([...twelve(() => [0.4, 0.4]), ...lone(13)]), failure);
  });
});

describe('the summary', () => {
  it('counts the fixtures that have the region and show heat', () => {
    const fixtures = [
      seen([0.2, true], [0.6, true], 0.1),
      seen([0.4, false], [1, false], 0.3),
      fixture('b.png', 0),
      seen(undefined),
    ];
    const [found] = summariseRegions(fixtures, rules());
    assert.equal(found?.fixtures, 2);
    assert.ok(Math.abs(found.area - 0.2) < 1e-12 && Math.abs(found.candidate.inside - 0.3) < 1e-12);
    assert.deepEqual([found.candidate.pointing, found.baseline], [0.5, { inside: 0.8, pointing: 0.5 }]);
  });

  it('tells no earlier mean over other fixtures', () => {
    const [found] = summariseRegions([seen([0.2, true], [0.6, true]), seen([0.4, true])], rules());
    assert.equal(found?.baseline, undefined);
  });

  it('a region named like something that every object has is none of a fixture', () => {
    assert.deepEqual(summariseRegions([seen([1, true])], { constructor: [] }), []);
  });
});

describe('what was not judged is told', () => {
  it('a region with rules that no fixture shows heat in makes the verdict incomplete', () => {
    const fixtures = [fixture('a.png', 0), seen(undefined)];
    assert.match(messages(fixtures, 'inside >= 0.5')[0]!, /^incomplete region-unseen No fixture shows heat/);
    assert.deepEqual(messages(fixtures), [], 'without rules there is nothing to judge');
  });

  it('fixtures without heat, and those of whose region the model sees nothing', () => {
    const fixtures = [
      seen([1, true]),
      seen(undefined, undefined, 0.1, 'b.png'),
      seen(undefined, undefined, 0, 'c.png'),
    ];
    assert.deepEqual(
      mutedRegions(fixtures, rules()).map(reason => `${reason.level} ${reason.code} ${sentenceOf(reason)}`),
      [
        'warn region-heatless The region `object` was not judged on 1 of 3 fixtures that have it (b.png): their maps have no heat.',
        'warn region-invisible The region `object` was not judged on 1 of 3 fixtures that have it (c.png): the model sees nothing of it there, cut off or smaller than half a pixel.',
      ],
    );
    assert.deepEqual(mutedRegions([seen([1, true])], rules()), []);
  });
});

describe('attention that left the object', () => {
  const predictions = (baseline: number, candidate: number) => ({
    compared: 2,
    flipped: 0,
    accuracy: { labelled: 2, baseline, candidate },
  });
  const left = (before: number, now: number, accuracy: readonly [number, number], ...of: string[]) =>
    leftTheObject([seen([now, true], [before, true]), seen([0, true])], predictions(...accuracy), rules(...of)).map(
      ({ code }) => code,
    );

  it('is named when accuracy is the same or better and a tenth of the heat is gone', () => {
    assert.deepEqual(left(0.8, 0.7, [0.9, 0.9], 'inside >= 0.5'), ['attention-left']);
    assert.deepEqual(left(0.8, 0.2, [0.9, 1], 'inside >= 0.1'), ['attention-left']);
  });

  it('is not when less is gone, accuracy fell, nobody knows it, or the region is no object', () => {
    assert.deepEqual(left(0.8, 0.701, [0.9, 0.9], 'inside >= 0.5'), []);
    assert.deepEqual(left(0.8, 0.2, [0.9, 0.89], 'inside >= 0.5'), []);
    assert.deepEqual(left(0.8, 0.2, [0.9, 0.9], 'inside <= 0.5', 'pointing >= 0.1'), []);
    assert.deepEqual(
      leftTheObject([seen([0, true], [1, true])], { compared: 1, flipped: 0 }, rules('inside >= 0')),
      [],
    );
    assert.deepEqual(leftTheObject([seen([0, true])], predictions(1, 1), rules('inside >= 0')), []);
  });
});

describe('in a verdict', () => {
  const policy: Policy = {
    method: 'grad-cam',
    thresholds: { 'attention-shift': 0.08 },
    regions: rules('inside >= 0.5'),
  };

  it('a broken rule fails a model whose attention did not move, and is named first', () => {
    const { verdict, reasons, regions } = judge([seen([0.2, true]), fixture('moved.png', 0.5)], policy, []);
    assert.deepEqual([verdict, reasons.map(({ code }) => code)], ['fail', ['region-rule', 'attention-regression']]);
    assert.equal(regions?.[0]?.candidate.inside, 0.2);
  });

  it('a rule that was broken before warns about a model that moved nowhere', () => {
    const { verdict, reasons } = judge([seen([0.2, true], [0.2, true])], policy, []);
    assert.deepEqual([verdict, reasons.map(({ code }) => code)], ['warn', ['region-broken-before']]);
  });

  it('rules are judged without a baseline, and why nothing else is, is told where the team wants it so', () => {
    const alone = (now: Heat, more: Partial<Policy> = {}) =>
      judgeAlone([seen(now)], { ...policy, ...more }).reasons.map(({ level, code }) => `${level} ${code}`);
    assert.deepEqual([alone([0.2, true]), alone([0.5, true])], [['fail region-rule'], []]);
    assert.deepEqual(alone([0.5, true], { baseline: 'none' }), ['pass baseline-none']);
    assert.deepEqual(alone([0.5, true], { baseline: 'none', regions: rules() }), ['incomplete baseline-none']);
    assert.deepEqual(judgeAlone([seen([0.5, true])], { ...policy, baseline: 'none', regions: {} }).reasons.length, 1);
  });
});
