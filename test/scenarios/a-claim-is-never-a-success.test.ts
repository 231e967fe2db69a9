import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimant, claimsOf, json } from '../support/forged.ts';
import { states } from '../support/jobs.ts';
import { fixture } from '../support/results.ts';
import { modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';
import { finishedRun, speakFor } from '../support/second-workflow.ts';

const gated = { inputs: { gate: 'status', 'image-branch': '' } };

test('small numbers that a fork made up: the status says `claimed` and stays pending', async t => {
  const made = await claimant(t);
  const harmless = [1, 2, 3].map(each => fixture(`images/${each}.png`, 0.001));
  const forged = claimsOf(made, harmless, { verdict: 'pass', reasons: [] });
  const ran = await speakFor(t, made.github, finishedRun(made, { 'results.json': json(forged) }), gated);
  assert.equal(ran.code, 0, ran.stdout);
  assert.equal(ran.outputs.verdict, 'pass');
  assert.deepEqual(states(made), { 'camdrift / verdict': 'pending' });
  const statuses = made.github.statuses(made.github.pullRequest(made.number).head);
  assert.match(statuses.at(-1)!.description!, /^Claimed, not checked: ✓ pass/);
  assert.ok(!statuses.some(({ state }) => state === 'success'));
});

test('a pull request of this repository is believed no more than that', async t => {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) });
  const own = await made.run({ inputs: { comment: 'never' } });
  assert.equal(own.outputs.verdict, 'pass');
  const run = finishedRun(made, own.files, { headRepository: 'acme/models', conclusion: 'success' });
  const ran = await speakFor(t, made.github, run, gated);
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'pending' });
});

test('a claimed regression is a failure: it can only make things worse', async t => {
  const made = await claimant(t);
  const forged = claimsOf(made, [fixture('images/1.png', 0.3)]);
  await speakFor(t, made.github, finishedRun(made, { 'results.json': json(forged) }), gated);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
});
