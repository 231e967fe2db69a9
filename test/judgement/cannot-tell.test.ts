import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rejudge } from '../../src/artifacts/rejudge.ts';
import { undecided, undecidedAbove } from '../../src/judgement/cannot-tell.ts';
import { intervalsOf } from '../../src/judgement/intervals.ts';
import { shareUpTo } from '../../src/judgement/probe-scale.ts';
import { judge } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { MeanInterval } from '../../src/results/interval.ts';
import type { Policy } from '../../src/results/policy.ts';
import { resultsSchema } from '../../src/results-file/schema.ts';
import { written } from '../../src/results-file/write.ts';
import { everywhere, fixture, model, results } from '../support/results.ts';

const converted: Policy = {
  method: 'grad-cam',
  thresholds: { 'attention-shift': 0.01 },
  limits: 'uncalibrated',
  lineage: 'converted',
};
const retrained: Policy = { ...converted, thresholds: { 'attention-shift': 0.08 }, lineage: 'retrained' };

/** Fixtures of which every other one drifts by more than the mean, and the others by as much less. */
const around = (mean: number, by: number, count = 12): FixtureResult[] =>
  Array.from({ length: count }, (_, at) => fixture(`${at}.png`, mean + (at % 2 === 0 ? by : -by)));

const outcome = (fixtures: readonly FixtureResult[], policy: Policy) =>
  judge(fixtures, policy, []).reasons.map(({ level, code }) => `${level} ${code}`);

describe('where the limit that would decide lies within the interval of a mean', () => {
  test('on either side it is a warning; where all fixtures agree the limit decides', () => {
    assert.deepEqual(outcome(around(0.011, 0.005), converted), ['warn cannot-tell']);
    assert.deepEqual(outcome(around(0.009, 0.005), converted), ['warn cannot-tell']);
    assert.deepEqual(outcome(around(0.011, 0.0005), converted), ['fail attention-regression']);
    assert.deepEqual(outcome(around(0.009, 0.0005), converted), []);
  });

  test('it is no free pass: half as much again as the limit fails, however little the fixtures agree', () => {
    assert.deepEqual(outcome(around(0.0151, 0.015), converted), ['fail attention-regression']);
    assert.deepEqual(outcome(around(0.0149, 0.0145), converted), ['warn cannot-tell']);
    assert.deepEqual(outcome(around(0.0151, 0.015, 4), converted), ['fail attention-regression']);
    assert.deepEqual(outcome(around(0.0066, 0.0066), converted), [], 'nor a warning for what is far below');
  });

  test('of retrained models that is the limit which fails, twice the one that warns', () => {
    assert.deepEqual(outcome(around(0.165, 0.05), retrained), ['warn cannot-tell']);
    assert.deepEqual(outcome(around(0.165, 0.005), retrained), ['fail attention-regression']);
    assert.deepEqual(outcome(around(0.15, 0.05), retrained), ['warn drift-doubtful']);
    assert.deepEqual(outcome(around(0.079, 0.05), retrained), []);
  });

  test('a limit that the team wrote is a rule for these fixtures: it decides', () => {
    assert.deepEqual(outcome(around(0.011, 0.005), { ...converted, limits: 'configured' }), [
      'fail attention-regression',
    ]);
    assert.deepEqual(outcome(around(0.009, 0.005), { ...converted, limits: 'configured' }), []);
    const bits = Array.from({ length: 12 }, (_, at) =>
      fixture(`${at}.png`, 0, { divergence: at % 2 === 0 ? 0.01 : 0.0012 }),
    );
    const ours = { ...converted, divergence: 0.005 };
    assert.deepEqual(outcome(bits, ours), ['warn cannot-tell']);
    assert.deepEqual(outcome(bits, { ...ours, requiredDivergence: true }), ['fail prediction-regression']);
  });

  test('accepted models are explained on the same fixtures: among them the rank decides', () => {
    const calibration = { scores: Array.from({ length: 9 }, (_, at) => (at + 1) / 10), rate: 0.1 };
    assert.deepEqual(outcome(around(0.011, 0.005), { ...converted, calibration }), ['fail attention-regression']);
  });

  test('fewer than three fixtures have no interval: the limit decides', () => {
    assert.deepEqual(outcome(around(0.011, 0.005, 2), converted), ['fail attention-regression']);
  });

  test('a label of a multi-label model is judged in the same way', () => {
    const side = {
      predicted: { index: 3, label: 'cat', probability: 0.9 },
      explained: { index: 3, label: 'cat' },
      present: true,
    };
    const cats = around(0.011, 0.005).map(each => ({ ...each, baseline: side, candidate: side }) as FixtureResult);
    assert.deepEqual(outcome(cats, converted), ['warn cannot-tell', 'warn label-regression']);
  });
});

describe('probes', () => {
  const limits = { ...retrained, probes: { mark: 0.06 }, scaledProbes: ['mark'] };
  const side = (moved: number, flipped = false) => ({
    moved,
    flipped,
    divergence: 0,
    ...(flipped && { became: 'stop' }),
  });
  /** @param flips on how many fixtures the edit changes the candidate's answer */
  const probed = (added: number, by: number, flips: number) =>
    Array.from({ length: 12 }, (_, at) =>
      fixture(`${at}.png`, 0, {
        probes: { mark: { baseline: side(0.1), candidate: side(0.1 + added + (at % 2 === 0 ? by : -by), at < flips) } },
      }),
    );

  test('what the edit adds may lie on either side of where it fails', () => {
    assert.deepEqual(outcome(probed(0.13, 0.05, 0), limits), ['warn cannot-tell']);
    assert.deepEqual(outcome(probed(0.16, 0.005, 0), limits), ['fail probe-regression']);
  });

  test('answers that the edit changes are no other witness: honest models are thrown by an edit or not, each by another one', () => {
    assert.deepEqual(outcome(probed(0.065, 0.05, 5), limits), ['warn cannot-tell', 'warn probe-pull']);
    assert.deepEqual(outcome(probed(0.065, 0.05, 9), limits), ['warn cannot-tell', 'warn probe-pull']);
    assert.deepEqual(
      outcome(probed(0.055, 0.05, 9), limits),
      ['warn cannot-tell', 'warn probe-pull'],
      'below it as well',
    );
  });

  test('where it fails is an estimate as well: of few fixtures it may be far higher', () => {
    // It changes none of the baseline's answers: of 12 fixtures that may be 24 % of all, of 48 it may be 7 %.
    const many = (count: number) =>
      Array.from({ length: count / 12 }, (_, copy) =>
        probed(0.13, 0.005, 3).map(each => ({ ...each, name: `${copy}/${each.name}` })),
      ).flat();
    assert.deepEqual(outcome(many(12), limits), ['warn cannot-tell']);
    assert.deepEqual(outcome(many(48), limits), ['fail probe-regression']);
    const [reason] = judge(many(12), limits, []).reasons;
    assert.match(
      sentenceOf(reason!),
      /Cannot tell whether that is beyond \+0\.06, or on other pictures up to \+0\.15, where it would fail/,
    );
  });

  test('the limit that the team gives a probe decides', () => {
    assert.deepEqual(outcome(probed(0.065, 0.05, 0), { ...limits, scaledProbes: [] }), ['fail probe-regression']);
  });
});

describe('how many fixtures would tell', () => {
  const interval: MeanInterval = { of: 'drift', name: 'a', fixtures: 12, mean: 1.1, low: 0.9, high: 1.4, sees: 0.4 };
  const asked = (value: number) => undecided(value, 1, [interval], { of: 'drift', name: 'a' })?.settledBy;

  test('by hand: the width falls with the root of their number', () => {
    assert.equal(asked(1.1), 48, '12 x (0.2 / 0.1)²');
    assert.equal(asked(0.95), 972, '12 x (0.45 / 0.05)²');
    assert.equal(asked(1.01), undefined, 'nobody keeps 1,452 fixtures');
  });

  test('the sentence says what moved, where it may be, and how many would settle it', () => {
    const [reason] = judge(around(0.012, 0.005), converted, []).reasons;
    assert.equal(
      sentenceOf(reason!),
      'Attention moved: attention shift 1.2 % on average (uncalibrated limit 1.0 %, grad-cam). Cannot tell whether that is beyond 1.0 %, where it would fail: with other pictures of the kind of these 12 it may be 0.9 % to 1.5 % (95 %). About 34 would settle it.',
    );
  });
});

describe('above a limit that is an estimate, by hand', () => {
  const interval = (low: number): MeanInterval => ({
    of: 'probe',
    name: 'a',
    fixtures: 12,
    mean: 1,
    low,
    high: 9,
    sees: 1,
  });
  const tells = (value: number, low: number, highest: number) =>
    undecidedAbove(value, { limit: 1, highest }, [interval(low)], { of: 'probe', name: 'a' }, 12);

  test('the two errors make one, as the sides of a right angle do', () => {
    // 0.3 below the mean and 0.4 above the limit: 0.5 together.
    assert.equal(tells(1.51, 1.21, 1.4), undefined);
    assert.deepEqual(tells(1.49, 1.19, 1.4), {
      low: 1.19,
      high: 9,
      fixtures: 12,
      limit: 1,
      limitUpTo: 1.4,
      settledBy: 13,
    });
    assert.equal(tells(1.25, 0.95, 1.4)?.settledBy, 48, '12 x (0.5 / 0.25)²');
  });

  test('at the limit and below it something else is told; from half as much again as the limit may be, it fails', () => {
    assert.deepEqual([tells(1, 0.5, 1.4), tells(2.11, 0, 1.4)], [undefined, undefined]);
    assert.equal(tells(2.09, 0, 1.4)?.limit, 1);
  });

  test('without an interval the limit alone is uncertain; a limit that is known is told as one', () => {
    const alone = (value: number, highest: number) =>
      undecidedAbove(value, { limit: 1, highest }, [], { of: 'probe', name: 'a' }, 2);
    assert.equal(alone(1.3, 1.4)?.limitUpTo, 1.4);
    assert.equal(alone(1.41, 1.4), undefined);
    assert.equal('limitUpTo' in tells(1.1, 0.9, 1)!, false);
  });

  test('how many of all an edit may change where it changed few: Wilson, by his formula', () => {
    const solved = (changed: number, of: number) => {
      // The largest share p of which `changed` is no more than 1.96 standard errors below: found by halving.
      let [low, high] = [changed / of, 1];
      for (let step = 0; step < 60; step++) {
        const p = (low + high) / 2;
        if (p - changed / of <= 1.959963984540054 * Math.sqrt((p * (1 - p)) / of)) low = p;
        else high = p;
      }
      return low;
    };
    for (const [changed, of] of [
      [0, 6],
      [1, 12],
      [5, 24],
      [12, 24],
      [3, 300],
      [2, 3],
    ] as const)
      assert.ok(Math.abs(shareUpTo(changed, of) - solved(changed, of)) < 1e-9, `${changed} of ${of}`);
    assert.equal(shareUpTo(8, 8), 1);
  });
});

describe('near a limit, by hand', () => {
  const at = (low: number, high: number, fixtures = 12): MeanInterval => ({
    ...{ of: 'drift', name: 'a', fixtures, mean: 1, low, high, sees: 0.1 },
  });
  const tells = (value: number, limit: number, interval = at(0.5, 2), named = { of: 'drift', name: 'a' } as const) =>
    undecided(value, limit, [interval], named) === undefined;

  test('from half as much again on, and from two thirds down, the limit decides', () => {
    assert.deepEqual(
      [1.5, 1.501, 2 / 3 + 1e-9, 2 / 3 - 1e-9].map(value => tells(value, 1)),
      [false, true, false, true],
    );
    assert.ok(tells(0, 0), 'and a limit of 0 always');
    assert.equal(tells(1.2, 1), false);
  });

  test('the limit itself may be the low end of what the mean may be, and is kept at the high end', () => {
    assert.deepEqual(
      [at(1, 1.4), at(1.001, 1.4), at(0.8, 1), at(0.8, 1.001)].map(each => tells(1.1, 1, each)),
      [false, true, true, false],
    );
  });

  test('only the interval of that very mean counts', () => {
    assert.ok(tells(1.1, 1, at(0.9, 1.4), { of: 'drift', name: 'b' } as never));
    assert.ok(tells(1.1, 1, at(0.9, 1.4), { of: 'probe', name: 'a' } as never));
  });

  test('a thousand fixtures may be asked for, and always one more than there are', () => {
    const asked = (value: number, interval: MeanInterval) =>
      undecided(value, 1, [interval], { of: 'drift', name: 'a' })?.settledBy;
    assert.equal(asked(1.25, at(1, 1.4, 1000)), 1001);
    assert.equal(asked(1.25, at(0.75, 1.4, 250)), 1000, '250 x (0.5 / 0.25)²');
    assert.equal(asked(1.25, at(0.75, 1.4, 251)), undefined);
    assert.equal(asked(1, at(0.75, 1.4)), undefined, 'a mean on its limit stays there');
    assert.equal(asked(0.75, at(0.5, 1.25, 3)), 12, '3 x (0.5 / 0.25)²');
  });
});

describe('every judged mean has an interval', () => {
  const heat = (inside: number) => ({ area: 0.2, candidate: { inside, pointing: true } });
  const probe = {
    candidate: { moved: 0.3, flipped: false, divergence: 0 },
    baseline: { moved: 0.2, flipped: false, divergence: 0 },
  };
  const fixtures = [1, 2, 3, 4].map(at =>
    fixture(`${at}.png`, at / 100, {
      divergence: at / 1000,
      probes: { mark: probe },
      regions: { object: heat(at / 10), seen: heat(0.5) },
    }),
  );
  const policy: Policy = {
    ...retrained,
    divergence: 0.06,
    probes: { mark: 0.06 },
    regions: { object: [{ of: 'inside', at: 'least', limit: 0.1 }], seen: [] },
  };

  test('and what is not judged has none', () => {
    const found = intervalsOf(fixtures, policy).map(({ of, name, mean }) => [of, name, Number(mean.toFixed(6))]);
    assert.deepEqual(found, [
      ['drift', 'attention-shift', 0.025],
      ['divergence', 'divergence', 0.0025],
      ['probe', 'mark', 0.1],
      ['region', 'object', 0.25],
    ]);
  });

  test('in whatever order fixtures come, and in results.json as it was; a stranger’s claim is made anew', () => {
    const { intervals } = judge(fixtures, policy, []);
    assert.deepEqual(judge(fixtures.toReversed(), policy, []).intervals, intervals);
    const audit = results(model(fixtures, { judged: policy, intervals: [{ ...intervals![0]!, low: 0, high: 1 }] }));
    assert.ok(resultsSchema.safeParse(written(audit)).success);
    assert.deepEqual(rejudge(audit, () => undefined).models[0]!.intervals, intervals);
  });
});

test('everything drifts alike in a fixture without spread: the interval is the value itself', () => {
  const [found] = intervalsOf(
    [1, 2, 3].map(at => fixture(`${at}.png`, 0, { maps: { 'grad-cam': { drift: everywhere(0.25) } } })),
    retrained,
  );
  assert.deepEqual([found!.low, found!.high, found!.sees], [found!.mean, found!.mean, 0]);
});
