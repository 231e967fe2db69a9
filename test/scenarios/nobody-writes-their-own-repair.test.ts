import assert from 'node:assert/strict';
import { test } from 'node:test';
import { put } from '../support/elsewhere.ts';
import { claimsOf, json, speakOf } from '../support/forged.ts';
import { states } from '../support/jobs.ts';
import { boxes, levels, pictures, repairing, rules, verdictOf } from '../support/repairing.ts';
import { fixture, readReason } from '../support/results.ts';
import { configText, modelFiles, shortcut } from '../support/scene.ts';
import { finishedRun, fork } from '../support/second-workflow.ts';
import { trusted } from '../support/trusted.ts';

const inputs = { 'max-images': '0' };

for (const [what, rule, after, policy] of [
  ['rules', 'outside <= 1', { 'camdrift.yml': configText(['tiny'], { regions: rules('inside >= 0.5') }) }, 'base'],
  [
    'places',
    'inside <= 0.3',
    {
      'boxes.json': boxes(pictures, [
        [4, 4],
        [8, 0],
        [0, 8],
      ]),
    },
    'head',
  ],
] as const)
  test(`a pull request that edits the ${what} of regions repairs nothing by that, and is told so`, async t => {
    const made = await repairing(t, { config: { regions: rules(rule) }, was: {}, now: shortcut, after });
    const ran = await made.run({ inputs: { ...inputs, 'policy-from': policy } });
    assert.deepEqual(verdictOf(ran), [1, 'fail'], ran.stdout);
    assert.ok(levels(ran).includes('fail attention-regression') && levels(ran).includes('pass repair-unproven'));
    assert.equal(ran.results!.models[0]!.repair, undefined);
    assert.match(made.comments()[0]!, /by rules, fixtures or references that this change edits itself/);
    assert.doesNotMatch(made.comments()[0]!, /\*\*repairs\*\*/);
  });

test('a golden release that a step of the workflow brings shows no repair: the change may have a hand in that', async t => {
  const made = await repairing(t, { config: { pinned: 'models/gold' }, was: {}, now: shortcut });
  const gold = await modelFiles('models/gold', { ...shortcut, noise: 1e-4 });
  const ran = await made.run({ inputs, prepare: workspace => put(workspace, gold) });
  assert.deepEqual(verdictOf(ran), [1, 'fail'], ran.stdout);
  assert.ok(levels(ran).includes('pass repair-unproven'));
  assert.equal(ran.results!.models[0]!.repair, undefined);
});

test('a repair that a fork’s run claims is not believed; the trusted run finds it itself', async t => {
  const made = await repairing(t, { fork });
  const heat = (inside: number) => ({ inside, pointing: inside > 0.5 });
  const seen = { mark: { area: 0.06, baseline: heat(0.8), candidate: heat(0) } };
  const rule = {
    region: 'mark',
    rule: { of: 'inside', at: 'most', limit: 0.3 },
    before: 0.8,
    now: 0,
    fixtures: 3,
  } as const;
  const claimed = claimsOf(
    made,
    pictures.map(name => fixture(name, 0.5, { regions: seen })),
    {
      verdict: 'warn',
      reasons: [readReason('pass', 'repair', 'This repairs the version before.')],
      repair: { drift: 'excused', rules: [rule], closer: [] },
    },
  );
  const told = await speakOf(t, made, { 'results.json': json(claimed) }, { inputs: { 'image-branch': '' } });
  assert.deepEqual(verdictOf(told), [0, 'fail'], told.stdout);
  assert.equal(told.results!.models[0]!.repair, undefined);
  assert.match(made.comments()[0]!, /camdrift: claimed fail/);
  assert.doesNotMatch(made.comments()[0]!, /repair/);

  const { judged, published } = await trusted(t, made, finishedRun(made, undefined), { inputs });
  assert.deepEqual([judged.results!.models[0]!.repair?.drift, published.outputs.verdict], ['excused', 'warn']);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  assert.match(made.comments()[0]!, /^#### ⚠️ publish: warn – a repair of tiny$/m);
});
