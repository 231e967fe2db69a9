import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addedBy, measureOf, pulledBy, summariseProbes } from '../../src/judgement/probe-summaries.ts';
import { editSignals, judgeProbes, pulls, silentProbes } from '../../src/judgement/probes.ts';
import { judgeAlone } from '../../src/judgement/verdict.ts';
import type { FixtureResult, ProbeResult, ProbeSide } from '../../src/results/fixture.ts';
import type { ProbeSummary } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, type SomeFixture } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, probes: { mark: 0.06 } };

/** What an edit does to one side: how far heat moves, and what the answer becomes where it turns. */
const side = (moved: number, became?: string, onMark?: number): ProbeSide => ({
  ...{ moved, flipped: became !== undefined, divergence: moved / 2 },
  ...(became !== undefined && { became }),
  ...(onMark !== undefined && { onMark }),
});
const seen = (name: string, mark: ProbeResult, more: SomeFixture = {}): FixtureResult =>
  fixture(name, 0, { probes: { mark: mark as NonNullable<SomeFixture['probes']>[string] }, ...more });
const pair = (baseline: ProbeSide, candidate: ProbeSide) => ({ baseline, candidate });
const summary = (fixtures: readonly FixtureResult[], more: Partial<Policy> = {}): ProbeSummary =>
  summariseProbes(fixtures, { ...policy, ...more })[0]!;

test('the fixture that adds most is named: the first of equal ones, and alone the one that moves most', () => {
  const worst = (...moves: (readonly [before: number, now: number])[]) =>
    summary(moves.map(([before, now], at) => seen(`${at}`, pair(side(before), side(now))))).worst;
  assert.equal(worst([0.5, 0.6], [0.1, 0.4], [0, 0.3]), '1');
  assert.equal(worst([0.9, 0.8], [0.9, 0.7]), '0', 'what it takes away least of, where it adds nothing');
  assert.equal(summary([0.2, 0.7, 0.3].map((now, at) => seen(`${at}`, { candidate: side(now) }))).worst, '1');
});

test('a probe that no fixture speaks for is summed as nothing, and none that speaks is left out', () => {
  const silent = { name: 'mark', fixtures: 0, candidate: { moved: 0, flipped: 0, divergence: 0 }, limit: 0.06 };
  assert.deepEqual(summary([]), silent);
  assert.deepEqual(summary([seen('a', { refused: 'No picture.' }), fixture('b', 0)]), silent);
  const heatless = { maps: { 'grad-cam': { empty: 'both' } } } as const;
  const still = pair(side(0), side(0));
  assert.equal(summary([seen('a', still, heatless)]).fixtures, 0, 'no heat, edited or not');
  assert.equal(summary([seen('a', still)]).fixtures, 1, 'heat that stays says something');
  assert.equal(summary([seen('a', pair(side(0.1), side(0)), heatless)]).fixtures, 1);
  assert.equal(summary([seen('a', pair(side(0), side(0.1)), heatless)]).fixtures, 1);
  assert.equal(summary([seen('a', { candidate: side(0) }, heatless)]).fixtures, 0);
  const lost = { maps: { 'grad-cam': { drift: { 'attention-shift': 1 }, empty: 'candidate' } } } as const;
  assert.equal(summary([seen('a', still, lost)]).fixtures, 1);
});

test('answers that turn on one side alone are counted, and nothing is said where both or none do', () => {
  const alone = (...turns: string[]) =>
    summary(
      turns.map(([before, now], at) =>
        seen(`${at}`, pair(side(0, before === '+' ? 'x' : undefined), side(0, now === '+' ? 'x' : undefined))),
      ),
    ).flippedAlone;
  assert.deepEqual(alone('-+', '-+', '+-', '++', '--'), { candidate: 2, baseline: 1 });
  assert.deepEqual(alone('+-'), { candidate: 0, baseline: 1 });
  assert.equal(alone('++', '--'), undefined);
});

test('the class that more answers become than in the baseline is named, by how many more', () => {
  const pull = (...turns: (readonly [before: string | undefined, now: string | undefined])[]) =>
    summary(turns.map(([before, now], at) => seen(`${at}`, pair(side(0, before), side(0, now)))));
  const found = pull(['a', 'a'], ['a', 'a'], ['a', 'a'], [undefined, 'a'], [undefined, 'b'], [undefined, 'b']);
  assert.deepEqual(found.pull, { class: 'b', candidate: 2, baseline: 0 }, 'a is four now, and was three');
  assert.equal(pulledBy(found), 2 / 6);
  const none = pull(['a', 'a'], ['b', undefined]);
  assert.deepEqual([none.pull, pulledBy(none)], [undefined, 0]);
});

test('heat on the mark is told of both sides or of neither', () => {
  const told = (before: number | undefined, now: number | undefined) => {
    const found = summary([seen('a', pair(side(0, undefined, before), side(0.5, undefined, now)))]);
    const [reason] = judgeProbes([found], [], policy);
    return reason?.code === 'probe-regression' && reason.onMark;
  };
  assert.deepEqual(
    [told(0.1, 0.4), told(undefined, 0.4), told(0.1, undefined)],
    [{ before: 0.1, now: 0.4 }, undefined, undefined],
  );
});

test('what accepted models are compared by: what it adds, and what moves and turns in the baseline', () => {
  const turning = [side(0.1, 'x'), side(0.2), side(0.3), side(0.4)].map((before, at) =>
    seen(`${at}`, pair(before, side(0.5))),
  );
  const measure = measureOf(summary(turning))!;
  assert.ok(Math.abs(measure.added - 0.25) < 1e-15 && Math.abs(measure.before.moved - 0.25) < 1e-15);
  assert.equal(measure.before.changed, 0.25);
  assert.equal(measureOf(summary([seen('a', { candidate: side(0.5) })])), undefined);
  assert.deepEqual(addedBy([...turning, seen('n', { candidate: side(0.5) })], 'mark', 'grad-cam').length, 4);
});

test('among accepted models a probe with camdrift’s own limit is a signal, in parts of its limit, and no reason beside it', () => {
  const whole = { ...policy, scaledProbes: ['mark'], calibration: { scores: [1], rate: 0.1, whole: true as const } };
  const far = summary([seen('a', pair(side(0), side(0.6)))], whole);
  const [signal] = editSignals([far], whole);
  assert.deepEqual(
    { ...signal, reason: undefined },
    {
      ...{ of: 'probe', name: 'probe mark', limit: 1, beyond: 1, written: false, reason: undefined },
      value: 0.6 / 0.06,
    },
  );
  assert.deepEqual([signal!.reason().code, judgeProbes([far], [], whole)], ['probe-regression', []]);
  for (const [what, given] of [
    ['a limit of the team', { ...whole, scaledProbes: [] }],
    ['a calibration of drift alone', { ...whole, calibration: { scores: [1], rate: 0.1 } }],
    ['no calibration', { ...policy, scaledProbes: ['mark'] }],
  ] as const) {
    assert.deepEqual(editSignals([far], given), [], what);
    assert.equal(judgeProbes([far], [], given).length, 1, what);
  }
  assert.deepEqual(editSignals([{ ...far, unjudged: 'It changes too many answers.' }], whole), []);
  assert.deepEqual(
    editSignals([summary([seen('a', { candidate: side(0.6) })], whole)], whole),
    [],
    'without a baseline',
  );
});

test('with too few accepted models what follows an edit no farther than one of them is a warning', () => {
  const usual = (...ratios: number[]) => ({ mark: ratios.map(ratio => ({ ratio, pulled: 0 })) });
  const level = (probes: Record<string, { ratio: number; pulled: number }[]> | undefined, scaledProbes = ['mark']) => {
    const given: Policy = {
      ...policy,
      scaledProbes,
      calibration: { scores: [], rate: 0.1, ...(probes && { probes }) },
    };
    return judgeProbes([summary([seen('a', pair(side(0), side(0.6)))], given)], [], given)[0]?.level;
  };
  assert.deepEqual(
    [level(usual(1, 10)), level(usual(1, 9.99)), level(usual()), level(undefined)],
    ['warn', 'fail', 'fail', 'fail'],
  );
  assert.equal(level({ other: [{ ratio: 99, pulled: 0 }] }), 'fail');
  assert.equal(level(usual(99), []), 'fail', 'a limit of the team is a rule');
});

test('a pull is usual where an accepted model is pulled as far, and told all the same of a class that is being lost', () => {
  const turned = Array.from({ length: 10 }, (_, at) =>
    seen(`${at}`, pair(side(0), side(0, at < 4 ? 'stop' : undefined))),
  );
  const told = (pulled: number, lost: string[] = []) => {
    const calibration = { scores: [], rate: 0.1, probes: { mark: [{ ratio: 0, pulled }] } };
    return pulls([summary(turned)], new Set(lost), { calibration }).map(each => each.lost);
  };
  assert.deepEqual([told(0.39), told(0.4), told(0.4, ['stop']), told(0.39, ['go'])], [[false], [], [true], [false]]);
});

test('which probe said nothing, or had no baseline, leaves no verdict where the team asked for that one', () => {
  const two: Policy = { ...policy, probes: { mark: 0.06, frame: 0.06 } };
  const alone = fixture('a', 0, { probes: { mark: { candidate: side(0) }, frame: { candidate: side(0) } } });
  const told = (fixtures: readonly FixtureResult[], required: string[], compared = true) =>
    silentProbes(summariseProbes(fixtures, two), fixtures, { ...two, requiredProbes: required }, compared).map(
      ({ level, code }) => `${level} ${code}`,
    );
  assert.deepEqual(told([alone], []), ['warn probe-no-baseline']);
  assert.deepEqual(told([alone], ['frame']), ['incomplete probe-no-baseline']);
  assert.deepEqual(told([alone], ['frame'], false), [], 'a new model has none');
  assert.deepEqual(told([seen('a', { refused: 'No.' })], ['frame']), ['pass probe-unseen', 'incomplete probe-unseen']);
  assert.deepEqual(told([fixture('a', 0)], ['mark']), [], 'where nothing was probed another reason says so');
});

test('a model alone: why a probe or a region said nothing is told, and what is empty is not written', () => {
  const { probes: _, ...bare } = policy;
  assert.deepEqual(judgeAlone([fixture('a', 0)], bare), { reasons: [] });
  const rules = [{ of: 'inside', at: 'least', limit: 0.5 } as const];
  const seenNot = fixture('a', 0, { regions: { o: { area: 0.1 } }, probes: { mark: { refused: 'No.' } } });
  const shown = fixture('b', 0, { regions: { o: { area: 0.1, candidate: { inside: 1, pointing: true } } } });
  const found = judgeAlone([seenNot, shown], { ...policy, regions: { o: rules, p: [] }, baseline: 'none' });
  assert.deepEqual(
    found.reasons.map(({ level, code }) => `${level} ${code}`),
    ['warn region-heatless', 'pass probe-unseen', 'pass baseline-none'],
  );
  assert.deepEqual(Object.keys(found), ['reasons', 'probes', 'regions']);
});
