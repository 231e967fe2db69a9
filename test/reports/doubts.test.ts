import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../src/judgement/verdict.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Reason } from '../../src/results/reason.ts';
import type { Results } from '../../src/results/results.ts';
import { fixture, lone, model, readReason, results } from '../support/results.ts';
import { change, say } from './_comment-requests.ts';

const retrained: Policy = {
  method: 'grad-cam',
  thresholds: { 'attention-shift': 0.08 },
  divergence: 0.06,
  limits: 'uncalibrated',
  lineage: 'retrained',
};
const converted: Policy = {
  ...retrained,
  thresholds: { 'attention-shift': 0.01 },
  divergence: 0.005,
  lineage: 'converted',
};

/** The heading and the first sentence of the comment on such fixtures. */
function beginning(fixtures: readonly FixtureResult[], policy: Policy): string[] {
  const found = results(model(fixtures, { ...judge(fixtures, policy, []), judged: policy }));
  const { body } = say({ ...found, verdict: found.models[0]!.verdict, change: change() });
  return body
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('<!--'))
    .slice(0, 2);
}

const bodyOf = (found: Results) => say({ ...found, change: change() }).body;

const twelve = (of: (at: number) => FixtureResult) => Array.from({ length: 12 }, (_, at) => of(at));

test('answers that may have changed are not called attention', () => {
  const answers = [
    '### ⚠️ camdrift: warn – answers may have changed in shoes',
    'The new model gives the same answers on all of 12 pictures, and is sure of them to another degree.',
  ];
  const unsure = twelve(at => fixture(`${at}.png`, 0, { divergence: at % 2 === 0 ? 0.011 : 0 }));
  assert.deepEqual(beginning(unsure, converted), answers);
  const doubtful = twelve(at => fixture(`${at}.png`, 0.01, { divergence: 0.08 }));
  assert.deepEqual(beginning(doubtful, retrained), answers);
});

test('attention that may have moved is', () => {
  const attention = [
    '### ⚠️ camdrift: warn – attention may have moved in shoes',
    'The new model looks a little elsewhere on many pictures, and far on none.',
  ];
  const unsure = twelve(at => fixture(`${at}.png`, 0.011 + (at % 2 === 0 ? 0.005 : -0.005), { divergence: 0 }));
  assert.deepEqual(
    beginning(
      unsure.map(each => ({ ...each, status: 'steady' }) as FixtureResult),
      converted,
    ),
    attention,
  );
});

test('an edit that attention may follow is told as that, and not as attention that moved', () => {
  const flipped = { before: 0, now: 3 };
  const of = {
    level: 'fail',
    code: 'probe-regression',
    probe: 'mark',
    added: 0.04,
    limit: 0.06,
    onMark: undefined,
  } as const;
  const found = { ...of, flipped, fixtures: 18 };
  const range = { low: 0.02, high: 0.07, fixtures: 18, limit: 0.06, settledBy: 52 };
  const doubt: Reason = { level: 'warn', code: 'cannot-tell', found, ...range };
  const first = (...reasons: Reason[]) => {
    const fixtures = twelve(at => fixture(`${at}.png`, 0.01));
    const told = model(fixtures, { verdict: 'warn', reasons, judged: retrained });
    return bodyOf({ ...results(told), verdict: 'warn' });
  };
  const alone = first(doubt);
  const words =
    /^A label in each corner \(\*\*mark\*\*\), which should not matter, may draw .*: 18 pictures cannot tell\.$/m;
  assert.match(alone, /^### ⚠️ camdrift: warn – attention may follow an edit in shoes$/m);
  assert.match(alone, words);
  assert.doesNotMatch(alone, /a little elsewhere/);
  const both = first(doubt, readReason('warn', 'drift-doubtful', 'Attention moved.'));
  assert.match(both, /^### ⚠️ camdrift: warn – attention may have moved in shoes$/m);
  assert.match(both, /a little elsewhere on many pictures/);
});

test('a few flips in a model that passed stand among the notes, and the drift is told first', () => {
  const one = Array.from({ length: 24 }, (_, at) =>
    fixture(`${at}.png`, 0.03, { divergence: 0.03, flipped: at === 0 }),
  );
  const [heading, first] = beginning(one, retrained);
  assert.equal(heading, '### ✅ camdrift: pass – attention stayed in shoes');
  assert.match(first!, /^Attention shift 3\.0 % on average, limit 8\.0 %; .* 1 prediction flipped/);
  const body = say({
    ...results(model(one, { ...judge(one, retrained, []), judged: retrained })),
    verdict: 'pass',
    change: change(),
  }).body;
  assert.match(
    body,
    /<summary>1 note<\/summary>\n\n- Predictions changed: the predicted class flipped on 1 of 24 fixtures/,
  );
});

test('a model that passed is told by its numbers, and what else is to be known of it waits behind a click', () => {
  const note = 'The built-in probe `mark` is shown and not judged.';
  const found = model([fixture('a.png', 0.01)], {
    verdict: 'pass',
    reasons: [readReason('pass', 'probe-too-strong', note)],
  });
  const body = bodyOf({ ...results(found), verdict: 'pass' });
  assert.match(body, /^Attention shift 14\.2 % on average, limit 8\.0 %; 0 of 1 fixture moved/m);
  assert.match(body, /<summary>1 note<\/summary>\n\n- The built\\-in probe “mark” is shown and not judged\./);
  const fresh = lone([fixture('a.png', 0)], {
    verdict: 'pass',
    reasons: [readReason('pass', 'model-new', 'This model is new.')],
  });
  assert.match(bodyOf({ ...results(fresh), verdict: 'pass' }), /^This model is new\.$/m);
});

test('where it may have moved, a reader is told what to do, and that nothing fails', () => {
  const doubt = model([fixture('a.png', 0.3)], {
    verdict: 'warn',
    reasons: [readReason('warn', 'drift-doubtful', 'Attention moved.')],
  });
  assert.match(
    bodyOf({ ...results(doubt), verdict: 'warn' }),
    /^\*\*What to do\*\*: look at the pictures\. This does not fail/m,
  );
  const other = model([fixture('a.png', 0.01)], {
    verdict: 'warn',
    reasons: [readReason('warn', 'prediction-drift', 'Predictions changed.')],
  });
  assert.doesNotMatch(bodyOf({ ...results(other), verdict: 'warn' }), /What to do/);
});

test('an edit that turns pictures into one class is in the heading, and what to do says that honest models do as much', () => {
  const pull = { level: 'warn', code: 'probe-pull', probe: 'mark', to: 'stop', fixtures: 12, lost: false } as const;
  const turned = { before: 0, now: 11 };
  const side = { moved: 0.4, flipped: 11, divergence: 0.7 };
  const baseline = { moved: 0.1, flipped: 0, divergence: 0 };
  const towards = { class: 'stop', candidate: 11, baseline: 0 };
  const probe = { name: 'mark', fixtures: 12, candidate: side, baseline, added: 0.3, limit: 0.1, pull: towards };
  const lines = (judged: Policy, ...more: string[]) => {
    const reasons = [{ ...pull, turned }, ...more.map(code => readReason('warn', code, 'Words.'))];
    const fixtures = twelve(at => fixture(`${at}.png`, 0.01));
    const found = model(fixtures, { verdict: 'warn', reasons, judged, probes: [probe] });
    const { body } = say({ ...results(found), verdict: 'warn', change: change() });
    return body.split('\n').filter(line => line !== '' && !line.startsWith('<!--'));
  };
  const [heading, first, next] = lines(retrained, 'cannot-tell');
  assert.equal(heading, '### ⚠️ camdrift: warn – answers may follow an edit in shoes');
  assert.equal(
    first,
    'A label in each corner (**mark**), which should not matter, turns 11 of 12 pictures into **stop**; before it did on 0.',
  );
  assert.match(next!, /does not fail: honest retrains of another network answered one class to 21 of 21 .*calibrate/);
  const [calibrated] = lines({ ...retrained, calibration: { scores: [1], rate: 0.1, whole: true } });
  assert.match(calibrated!, /warnings on shoes/);
});
