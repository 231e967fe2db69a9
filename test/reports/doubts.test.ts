import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../src/judgement/verdict.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, model, results } from '../support/results.ts';
import { change, say } from './_comment-requests.ts';

const retrained: Policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, divergence: 0.06, limits: 'uncalibrated', lineage: 'retrained' }; // biome-ignore format: one line
const converted: Policy = { ...retrained, thresholds: { 'attention-shift': 0.01 }, divergence: 0.005, lineage: 'converted' }; // biome-ignore format: one line

/** The heading and the first sentence of the comment on such fixtures. */
function beginning(fixtures: readonly FixtureResult[], policy: Policy): string[] {
  const found = results(model(fixtures, { ...judge(fixtures, policy, []), judged: policy }));
  const { body } = say({ ...found, verdict: found.models[0]!.verdict, change: change() });
  return body.split('\n').filter(line => line !== '' && !line.startsWith('<!--')).slice(0, 2); // biome-ignore format: one line
}

const twelve = (of: (at: number) => FixtureResult) => Array.from({ length: 12 }, (_, at) => of(at));

test('answers that may have changed are not called attention', () => {
  const answers = [
    '### ⚠️ camdrift: warn – answers may have changed, warnings on shoes',
    'The new model gives the same answers on all of 12 pictures, and is sure of them to another degree.',
  ];
  const unsure = twelve(at => fixture(`${at}.png`, 0, { divergence: at % 2 === 0 ? 0.011 : 0 }));
  assert.deepEqual(beginning(unsure, converted), answers);
  const doubtful = twelve(at => fixture(`${at}.png`, 0.01, { divergence: 0.08 }));
  assert.deepEqual(beginning(doubtful, retrained), answers);
});

test('attention that may have moved is', () => {
  const attention = [
    '### ⚠️ camdrift: warn – attention may have moved, warnings on shoes',
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

test('a few flips in a model that passed stand among the notes, and the drift is told first', () => {
  const one = Array.from({ length: 24 }, (_, at) =>
    fixture(`${at}.png`, 0.03, { divergence: 0.03, flipped: at === 0 }),
  );
  const [heading, first] = beginning(one, retrained);
  assert.equal(heading, '### ✅ camdrift: pass – attention stayed in shoes');
  assert.match(first!, /^Attention shift 3\.0 % on average, limit 8\.0 %; .* 1 prediction flipped/);
  const body = say({ ...results(model(one, { ...judge(one, retrained, []), judged: retrained })), verdict: 'pass', change: change() }).body; // biome-ignore format: one line
  assert.match(body, /^Predictions changed: the predicted class flipped on 1 of 24 fixtures/m);
});
