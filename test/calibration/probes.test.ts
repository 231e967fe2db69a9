import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calibrated } from '../../src/calibration/calibrated.ts';
import { type Accepted, calibrationSchema } from '../../src/calibration/calibration.ts';
import { probesOf, settingsDigest, signalsOf } from '../../src/calibration/measured.ts';
import { random } from '../../src/core/random.ts';
import { judgeDrift } from '../../src/judgement/drift.ts';
import { probeRatio } from '../../src/judgement/probe-scale.ts';
import { judge } from '../../src/judgement/verdict.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { policySchema } from '../../src/results-file/_judged-schema.ts';
import { fixture, model } from '../support/results.ts';

const policy: Policy = {
  ...{ method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, limits: 'uncalibrated', lineage: 'retrained' },
  ...{ probes: { mark: 0.06 }, scaledProbes: ['mark'] },
};
const edit = 'e'.repeat(64);
const settings = { layer: 'auto', methods: ['grad-cam'] };

/**
 * A model that drifts so far, whose heat an edit moves by so much more than the baseline's, and of whose 12 answers it turns so
 * many into `stop`.
 */
function audited(digit: string, drift: number, added: number, turned = 0, probe = edit): ComparedModel {
  const side = (moved: number, flipped: boolean) => ({
    moved,
    flipped,
    divergence: 0,
    ...(flipped && { became: 'stop' }),
  });
  const fixtures = Array.from({ length: 12 }, (_, at) =>
    fixture(`${at}.png`, drift, {
      digest: 'd',
      probes: { mark: { baseline: side(0.1, false), candidate: side(0.1 + added, at < turned) } },
    }),
  );
  const empty = model(fixtures);
  const candidate = {
    ...empty.candidate,
    model: { ...empty.candidate.model, digest: digit.repeat(64) },
    probes: [{ name: 'mark', digest: probe }],
  };
  const result = { ...empty, candidate, judged: policy };
  const { verdict: _, ...judgement } = judge(fixtures, policy, []);
  return { ...result, ...judgement };
}

const stored = (result: ComparedModel): Accepted => ({
  name: result.name,
  digest: result.candidate.model.digest,
  lineage: 'retrained',
  against: result.baseline.model.digest,
  settings: settingsDigest(settings, result),
  signals: signalsOf(result, 'grad-cam'),
  ...probesOf(result),
});

/** Nine accepted models: they drift by up to 4 %, and the edit moves them by up to `most`. */
const nine = (most: number, turned = 0) =>
  [...'123456789'].map((digit, at) =>
    stored(audited(digit, 0.03 + at / 800, (most * (at + 1)) / 9, at === 0 ? turned : 0)),
  );

/** What is said of a candidate among accepted models. */
function among(accepted: readonly Accepted[], candidate: ComparedModel, judged = policy) {
  const calibration = calibrationSchema.parse({ version: 1, models: accepted });
  const found = calibrated(judged, calibration, { ...settings, falseAlarms: 0.1 }, candidate);
  return { ...judge(candidate.fixtures, policySchema.parse(found.policy), found.notes), policy: found.policy };
}
const outcome = ({ reasons }: ReturnType<typeof among>) => reasons.map(({ level, code }) => `${level} ${code}`);

test('the part of a probe, by hand: over its limit, or 0.4 of what moves in the baseline, farther the more of its answers change', () => {
  const before = { moved: 0.1, changed: 0 };
  assert.equal(probeRatio({ added: 0.03, before }, 0.06), 0.5);
  assert.equal(probeRatio({ added: 0.03, before: { moved: 0.3, changed: 0 } }, 0.06), 0.03 / (0.4 * 0.3));
  assert.equal(probeRatio({ added: 0.03, before: { moved: 0.1, changed: 0.25 } }, 0.06), 0.5 / 2.5);
  assert.equal(probeRatio({ added: -0.2, before }, 0.06), 0);
  assert.equal(
    probeRatio({ added: 0.9, before: { moved: 0.1, changed: 0.51 } }, 0.06),
    0,
    'too strong to say anything',
  );
});

describe('with enough accepted models one score of drift and probes decides', () => {
  test('what follows an edit no farther than an accepted model passes, far over the limit', () => {
    const found = among(nine(0.3), audited('c', 0.03, 0.29));
    assert.deepEqual(outcome(found), []);
    const { value, ...score } = found.score!;
    assert.deepEqual(score, { signal: 'probe mark', p: 0.2, accepted: 9 });
    assert.ok(Math.abs(value - 0.29 / 0.06) < 1e-9, String(value));
    assert.equal(found.policy.calibration?.whole, true);
  });

  test('what follows it farther than all fails, also below the limit, and the reader is told among whom', () => {
    const found = among(nine(0.02), audited('c', 0.03, 0.052));
    assert.deepEqual(outcome(found), ['fail probe-regression']);
    assert.equal(
      sentenceOf(found.reasons[0]!),
      'Attention follows the probe `mark`: +0.05 of the heat moves with an edit that should not matter (limit +0.06). Of 9 accepted retrained models none drifted or followed an edit as far (p = 0.1); at most 10 % of benign ones do.'.replace(
        '+0.06 of',
        '+0.06 of',
      ),
    );
  });

  test('one test: what drifts farthest fails by drift, and no second reason is added', () => {
    assert.deepEqual(outcome(among(nine(0.02), audited('c', 0.07, 0.055))), ['fail probe-regression']);
    assert.deepEqual(outcome(among(nine(0.02), audited('c', 0.075, 0.05))), ['fail attention-regression']);
    assert.deepEqual(outcome(among(nine(0.02), audited('c', 0.03, 0.01))), []);
  });

  test('the limit that a team gives a probe stays a rule', () => {
    const ruled = { ...policy, scaledProbes: [] };
    assert.deepEqual(outcome(among(nine(0.3), audited('c', 0.03, 0.07), ruled)), ['fail probe-regression']);
    assert.equal(among(nine(0.3), audited('c', 0.03, 0.07), ruled).policy.calibration?.whole, undefined);
  });

  test('an edit that pulls no more answers to a class than it does in an accepted model is not told', () => {
    const pulling = audited('c', 0.03, 0.01, 5);
    assert.deepEqual(outcome(among(nine(0.02), pulling)), ['warn probe-pull']);
    assert.deepEqual(outcome(among(nine(0.02, 4), pulling)), ['warn probe-pull']);
    assert.deepEqual(outcome(among(nine(0.02, 5), pulling)), []);
  });
});

describe('with too few the limits judge', () => {
  test('except that no model fails for following an edit less than an accepted one', () => {
    const strong = audited('c', 0.03, 0.2);
    assert.deepEqual(outcome(among([], strong)), ['fail probe-regression']);
    assert.deepEqual(outcome(among(nine(0.19).slice(1), strong)), ['fail probe-regression', 'warn calibration-small']);
    assert.deepEqual(outcome(among(nine(0.21).slice(1), strong)), ['warn probe-regression', 'warn calibration-small']);
  });

  test('models that tell nothing of the edit as it is now judge drift alone, which is said', () => {
    const earlier = nine(0.3).map(({ probes: _, ...each }) => each);
    const found = among(earlier, audited('c', 0.03, 0.2));
    assert.deepEqual(outcome(found), ['fail probe-regression', 'warn calibration-without-probes']);
    assert.equal(found.score?.signal, 'attention-shift');
    assert.equal(
      sentenceOf(found.reasons[1]!),
      '9 accepted models tell nothing of the probes as they are now, so these are judged by their limits; run `camdrift calibrate` again.',
    );
    const other = among(nine(0.3), audited('c', 0.03, 0.2, 0, 'f'.repeat(64)));
    assert.deepEqual(outcome(other), ['fail probe-regression', 'warn calibration-without-probes']);
    const ten = among([...earlier, stored(audited('a', 0.03, 0.3))], audited('c', 0.03, 0.2));
    assert.deepEqual(outcome(ten), ['warn probe-regression', 'warn calibration-without-probes'], 'one tells');
  });
});

test('what is stored of a probe is what its edit does to both sides', () => {
  const { mark } = stored(audited('1', 0.03, 0.05, 3)).probes!;
  assert.deepEqual(
    {
      ...mark,
      added: Number(mark!.added.toFixed(9)),
      before: { ...mark!.before, moved: Number(mark!.before.moved.toFixed(9)) },
    },
    { digest: edit, added: 0.05, changed: 0.25, pulled: 0.25, before: { moved: 0.1, changed: 0 } },
  );
  assert.deepEqual(probesOf({ probes: undefined, candidate: undefined } as never), {});
});

test('simulated: with 9 and 19 accepted models one in ten of benign ones fails by drift or an edit, in ten thousand draws', () => {
  const next = random(4);
  const draw = () => ({ drift: 0.08 * next() ** 2, edit: next() < 0.3 ? 3 * next() : 0 });
  const scoreOf = (each: ReturnType<typeof draw>) => Math.max(each.drift / 0.08, each.edit);
  const facts = { probe: 'mark', added: 1, limit: 0, onMark: undefined, flipped: { before: 0, now: 0 }, fixtures: 1 };
  const reason = () => ({ level: 'fail', code: 'probe-regression', ...facts }) as const;
  for (const [size, rate] of [
    [9, 0.1],
    [19, 0.1],
  ] as const) {
    let failed = 0;
    for (let at = 0; at < 10_000; at++) {
      const { drift, edit: value } = draw();
      const calibration = { scores: Array.from({ length: size }, () => scoreOf(draw())), rate, whole: true } as const;
      const found = { 'grad-cam': { 'attention-shift': { mean: drift, p90: drift, max: drift } } };
      const edits = [{ of: 'probe', name: 'probe mark', value, limit: 1, beyond: 1, written: false, reason } as const];
      failed += judgeDrift(found, undefined, { ...policy, calibration }, undefined, [], edits).reasons.length;
    }
    assert.ok(failed > 850 && failed < 1090, `${size}: ${failed} of 10,000`);
  }
});
