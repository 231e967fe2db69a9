import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judge, judgeAlone } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { ProbeSummary } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, type SomeFixture } from '../support/results.ts';

const policy: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, probes: { mark: 0.06 } };

const side = (moved: number, flipped = false, onMark?: number) => ({
  moved,
  flipped,
  divergence: moved / 2,
  ...(onMark !== undefined && { onMark }),
});

type Seen = NonNullable<FixtureResult['probes']>[string];

/** A fixture whose heat stayed where it was, and what probes did to it. */
const probed = (name: string, mark: Seen, more: Record<string, Seen> = {}): FixtureResult =>
  fixture(name, 0, { probes: { mark, ...more } });

const pair = (before: number, after: number): Seen => ({ baseline: side(before), candidate: side(after) });

const reasons = (fixtures: readonly FixtureResult[], given: Policy = policy) => judge(fixtures, given, []).reasons;
const codes = (fixtures: readonly FixtureResult[], given: Policy = policy) =>
  reasons(fixtures, given).map(({ level, code }) => `${level} ${code}`);

test('what is judged is how much more the candidate moves than the baseline, on average', () => {
  const { probes } = judge([probed('a.png', pair(0.5, 0.75)), probed('b.png', pair(0.25, 0.125))], policy, []);
  const [mark] = probes as [ProbeSummary];
  assert.deepEqual(
    [mark.name, mark.fixtures, mark.added, mark.limit, mark.worst],
    ['mark', 2, (0.25 - 0.125) / 2, 0.06, 'a.png'],
  );
  assert.deepEqual(mark.candidate, { moved: 0.4375, flipped: 0, divergence: 0.21875 });
  assert.deepEqual(mark.baseline, { moved: 0.375, flipped: 0, divergence: 0.1875 });
});

test('a model that always moved passes, one that moves more than the limit fails, the limit itself is accepted', () => {
  assert.deepEqual(codes([probed('a.png', pair(0.9, 0.9))]), []);
  assert.deepEqual(codes([probed('a.png', pair(0, 0.06))]), []);
  assert.deepEqual(codes([probed('a.png', pair(0, 0.061))]), ['fail probe-regression']);
  assert.deepEqual(codes([probed('a.png', pair(0.5, 0))]), [], 'to move less is no regression');
});

test('the reason names the probe, the heat on the mark and the answers that the edit changes', () => {
  const seen: Seen = { baseline: side(0.1, false, 0.05), candidate: side(0.4, true, 0.35) };
  assert.equal(
    sentenceOf(reasons([probed('a.png', seen)])[0]!),
    'Attention follows the probe `mark`: +0.30 of the heat moves with an edit that should not matter (limit +0.06). Heat on the mark 5 % -> 35 %. The edit changes the answer on 1 of 1 fixtures (baseline 0).',
  );
});

test('a probe is named before the drift of the same model, and the one furthest over its limit first', () => {
  const moved = fixture('a.png', 0.3, { probes: { mark: pair(0, 0.1), frame: pair(0, 0.5) } });
  const both = { ...policy, probes: { mark: 0.06, frame: 0.06 } };
  assert.deepEqual(
    reasons([moved], both).map(reason => [reason.code, /`(\w+)`/.exec(sentenceOf(reason))?.[1]]),
    [
      ['probe-regression', 'frame'],
      ['probe-regression', 'mark'],
      ['attention-regression', undefined],
    ],
  );
});

test('a baseline that was made without the probes is a warning, once for all of them', () => {
  const alone = probed('a.png', { candidate: side(0.9) }, { frame: { candidate: side(0.9) } });
  const both = { ...policy, probes: { mark: 0.06, frame: 0.06 } };
  const [only, ...others] = reasons([alone], both);
  assert.deepEqual([only?.level, only?.code, others], ['warn', 'probe-no-baseline', []]);
  assert.match(sentenceOf(only!), /without the probes `mark`, `frame`, .* Run `camdrift baseline`/);
});

test('a fixture without a baseline of its own does not count where others have one', () => {
  const { probes } = judge([probed('a.png', pair(0.1, 0.1)), probed('b.png', { candidate: side(1) })], policy, []);
  assert.deepEqual([probes?.[0]?.fixtures, probes?.[0]?.added], [1, 0]);
});

test('a probe that applies to no fixture is told; when the team asked for it the verdict is incomplete', () => {
  const silent = probed('a.npy', { refused: 'An array is no picture that could be edited.' });
  assert.deepEqual(codes([silent]), ['pass probe-unseen']);
  assert.deepEqual(codes([silent], { ...policy, requiredProbes: ['mark'] }), ['incomplete probe-unseen']);
  assert.match(sentenceOf(reasons([silent])[0]!), /`mark` says nothing about any fixture\. An array is no picture/);
  assert.deepEqual(codes([silent, probed('b.png', pair(0, 0))]), [], 'where another fixture speaks, it is heard');
});

test('a new model shows its probes and is not judged by them', () => {
  const fresh: FixtureResult = { name: 'a.png', status: 'new', probes: { mark: { candidate: side(0.9, true) } } };
  const { probes, reasons: found } = judgeAlone([fresh], policy);
  assert.deepEqual(found, []);
  assert.deepEqual(probes, [
    {
      name: 'mark',
      fixtures: 1,
      candidate: { moved: 0.9, flipped: 1, divergence: 0.45 },
      limit: 0.06,
      worst: 'a.png',
    },
  ]);
});

test("a limit of camdrift's own grows with what moves in the baseline; a limit of the team's does not", () => {
  const own: Policy = { ...policy, scaledProbes: ['mark'] };
  const limit = (before: number, given: Policy) =>
    judge([probed('a.png', pair(before, before))], given, []).probes?.[0]?.limit;
  assert.deepEqual([limit(0.1, own), limit(0.15, own)], [0.06, 0.06]);
  assert.ok(Math.abs(limit(0.4, own)! - 0.16) < 1e-12);
  assert.equal(limit(0.4, policy), 0.06);
  assert.deepEqual(codes([probed('a.png', pair(0.4, 0.55))], own), []);
  assert.deepEqual(codes([probed('a.png', pair(0.4, 0.57))], own), ['warn probe-doubtful']);
  assert.deepEqual(codes([probed('a.png', pair(0.4, 0.73))], own), ['warn cannot-tell'], 'one fixture is no verdict');
  assert.deepEqual(codes([probed('a.png', pair(0.1, 0.9))], own), ['fail probe-regression']);
});

test('the more of its own answers an edit changes in the baseline, the farther it is only doubtful', () => {
  const own: Policy = { ...policy, scaledProbes: ['mark'] };
  const eight = (flips: number, added: number) =>
    Array.from({ length: 8 }, (_, index) =>
      probed(`${index}.png`, { baseline: side(0, index < flips), candidate: side(added, index < flips) }),
    );
  // 0.06 x (1 + 6 x 2 / 8) = 0.15
  assert.deepEqual(codes(eight(2, 0.06), own), []);
  assert.deepEqual(codes(eight(2, 0.149), own), ['warn probe-doubtful']);
  // Of eight, two may be 59 % of all: 0.06 x (1 + 6 x 0.59) = 0.27
  assert.deepEqual(codes(eight(2, 0.151), own), ['warn cannot-tell']);
  assert.deepEqual(codes(eight(2, 0.28), own), ['fail probe-regression']);
  assert.deepEqual(codes(eight(0, 0.119), own), ['warn probe-doubtful'], 'attention alone is a weak sign');
  // And none may be 32 %: 0.06 x (1 + 6 x 0.32) = 0.18
  assert.deepEqual(codes(eight(0, 0.121), own), ['warn cannot-tell']);
  assert.deepEqual(codes(eight(0, 0.18), own), ['fail probe-regression']);
  const changing = (flips: number) =>
    eight(0, 0.1).map((each, index) =>
      index < flips ? probed(each.name, { baseline: side(0), candidate: side(0.1, true) }) : each,
    );
  assert.deepEqual(codes(changing(2), own), ['warn probe-doubtful']);
  assert.deepEqual(codes(changing(3), own), ['warn cannot-tell'], 'an edit that newly changes three answers');
  assert.deepEqual(codes(eight(2, 0.061), policy), ['fail probe-regression'], "the team's limit is the limit");
});

test("a built-in edit that changes the baseline's own answers is shown and not judged, unless the team asked for it", () => {
  const fixtures = (flips: number) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map(index =>
      probed(`${index}.png`, { baseline: side(0.1, index < flips), candidate: side(0.9) }),
    );
  assert.deepEqual(codes(fixtures(4)), ['fail probe-regression'], 'half of them is still no more than that');
  assert.deepEqual(codes(fixtures(5)), ['pass probe-too-strong']);
  assert.match(sentenceOf(reasons(fixtures(5))[0]!), /changes the baseline's own answer on 5 of 8 fixtures/);
  assert.equal(
    judge(fixtures(5), policy, []).probes?.[0]?.candidate.moved.toFixed(6),
    '0.900000',
    'shown all the same',
  );
  assert.deepEqual(codes(fixtures(5), { ...policy, requiredProbes: ['mark'] }), ['fail probe-regression']);
});

describe('the pull of an edit towards one class', () => {
  /** Ten fixtures that the edit turns into a class: so many in the candidate, so many in the baseline. */
  const turned = (now: number, before = 0, to = 'stop', more: SomeFixture = {}) =>
    Array.from({ length: 10 }, (_, index) => {
      const seen = (count: number) => ({ ...side(0, index < count), ...(index < count && { became: to }) });
      return fixture(`${index}.png`, 0, {
        probes: { mark: { baseline: seen(before), candidate: seen(now) } },
        ...more,
      });
    });

  test('is told from three fixtures and three tenths more than the baseline on, edit and class by name', () => {
    assert.deepEqual(codes(turned(2)), []);
    assert.deepEqual(codes(turned(3)), ['warn probe-pull']);
    assert.deepEqual(codes(turned(7, 3)), [], 'what the edit changes in the baseline is no sign');
    assert.deepEqual(codes(turned(9, 3)), ['warn probe-pull']);
    assert.equal(
      sentenceOf(reasons(turned(4))[0]!),
      'The probe `mark` turns 4 of 10 fixtures into `stop` (baseline 0).',
    );
  });

  test('needs less towards a class that is being lost', () => {
    const known = (label: string, probability: number) => ({
      predicted: { index: 0, label },
      explained: { index: 0, label: 'stop', probability },
    });
    const lost = { truth: 'stop', baseline: known('stop', 0.9), candidate: known('go', 0.1), flipped: true };
    const found = judge(turned(2, 0, 'stop', lost), policy, []).reasons;
    const pull = found.find(({ code }) => code === 'probe-pull');
    assert.match(
      sentenceOf(pull!),
      /turns 2 of 10 fixtures into `stop` \(baseline 0\)\. It may be what that class is known by now\.$/,
    );
    assert.deepEqual(codes(turned(2, 0, 'go')), []);
  });
});
